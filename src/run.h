/*
 * A run: everything the conductor holds while it tells the story.
 *
 * run.c opens and closes it; lists.c reads the lists; ask.c makes the cache
 * know what it can; derive.c turns lists and cache into a release.
 */
#ifndef ENRICH_RUN_H
#define ENRICH_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cache/cache.h"
#include "evidence/evidence.h"
#include "fetch/fetch.h"
#include "join/join.h"
#include "merge/merge.h"
#include "model/entry.h"
#include "plan/plan.h"
#include "release/release.h"
#include "settings/settings.h"
#include "status.h"

struct arena;
struct strmap;

enum { MOST_SOURCES = 16 };

/* What asking one source came to, for summary and last-run.json. */
struct asking {
	size_t wanted;    /* questions of this run */
	size_t titles;    /* of them searches for a title */
	size_t fresh;     /* of them known and fresh before */
	size_t answered;  /* asked and answered (found or absent) */
	size_t open;      /* asked, not answered */
	size_t refused;   /* of the answered: malformed for the source */
	size_t topped_up; /* fresh ones asked along, at no request */
	size_t not_asked;
	const char *why_not; /* … in words, or NULL */
	unsigned requests;
	struct plan_cost planned; /* before the first request */
	size_t more;              /* requests that may follow it, at most … */
	size_t alone;             /* … beside those for what no list held */
	size_t follow_ups;        /* requests made of these two kinds */
	const char *trouble;      /* in words, NULL: none */
	int64_t trouble_since;
	unsigned retries, limited;
	uint64_t bytes; /* of replies, decoded */
	int64_t waited_ms;
};

/* How the bytes of a list came. */
enum list_way {
	LIST_FILE,
	LIST_FETCHED,
	LIST_UNCHANGED, /* 304: the copy kept is what is there */
	LIST_KEPT,      /* nobody was asked */
	LIST_COPY,      /* its host did not answer: the copy kept */
};
struct arrival {
	enum list_way way;
	int64_t kept_at;     /* instant of the copy that was read; 0: none */
	const char *trouble; /* why that, in words; NULL: none, or forgotten */
};
enum { LARGEST_LIST = 256 << 20 }; /* bytes */

struct run {
	const struct settings *settings;
	struct arena *arena; /* lives as long as the run */
	int64_t started;
	int64_t started_ms; /* the same on the clock that never jumps */
	int64_t clock;      /* of DERIVE */

	struct list *lists;
	struct arrival *arrivals; /* one a list */
	size_t list_count;
	size_t entry_count;

	const struct source *const *sources;
	size_t source_count;
	struct endpoint endpoints[MOST_SOURCES];
	const char *origins[MOST_SOURCES];
	bool stand_in[MOST_SOURCES]; /* not the real service */
	bool key_dropped[MOST_SOURCES];
	bool skipped[MOST_SOURCES]; /* not to be asked in this run */

	struct cache *cache; /* NULL: there is none yet (offline) */
	/* What it says of links, of ASK and DERIVE alike. */
	struct evidence *evidence;
	struct fetch *fetch;
	struct asking asking[MOST_SOURCES];
	double planned_seconds; /* of asking, sources side by side */
	double asked_seconds;   /* … as it was */
	bool stopped;           /* by a signal */
	size_t kept;            /* answers that were committed */

	const struct works *works; /* of DERIVE's pass A */
};

/* run.c */
int run_weekly(struct arena *, const struct settings *);
/* The settings do not make a run: tell it as one that failed, give `status`. */
int run_not_begun(struct arena *, const struct settings *, int status);
/*
 * For every command: endpoints, and the cache in the mode given.  0 or a
 * status with its line printed.  A cache that is missing for reading is no
 * mistake: run->cache stays NULL.
 */
int run_open(struct run *, struct arena *, const struct settings *, bool with_cache,
    enum cache_mode);
void run_close(struct run *);
/* Of the release: [release] name, else the only list's; safe in paths. */
const char *run_name(const struct run *);
/*
 * Another process holds the cache: sleep a little and say whether to try
 * again.  false: --lock-wait is over since `began` (clock_milliseconds).
 */
bool run_wait_for_lock(
    const struct settings *, int64_t began, const struct cache_trouble *);

/* lists.c: read every list and identify its entries; 0 or 65, 66, 74. */
int lists_read(struct run *);
/* `words` (NULL: none yet) and of which lists only a copy was at hand. */
const char *lists_lacking(const struct run *, const char *words);

/* ask.c: 0, or a status when our machine failed.  The cache is committed. */
int ask(struct run *);
/* The plan without sending: fills run->asking[].planned and .wanted. */
int ask_plan(struct run *);

/* One question to one source, outside any run (sources --check). */
struct probe {
	bool answered;
	bool key_refused;
	const char *words; /* what came back, for people */
};
void ask_probe(struct run *, size_t source, struct probe *);

/* derive.c: 0, 3, 69, 73 or 74; fills *result when something was written. */
struct derived {
	struct release_result release;
	const struct findings *findings; /* sorted, states set */
	size_t entries_in, entries_undated, entries_older;
	size_t works_known, works_askable; /* in scope */
	double coverage;
	const char *partial;        /* one sentence, or NULL */
	bool lacking[MOST_SOURCES]; /* … which is about these */
	struct release_source sources[MOST_SOURCES];
};
int derive(struct run *, struct derived *);
/* One work's record and findings as derive would write it (explain). */
void derive_work(struct run *, struct arena *, const struct work *,
    const struct registered *, struct merge_input *, struct record *, struct findings *);

/* Opens run->fetch when it is not open. */
void run_open_fetch(struct run *);
/* The version and contact sent with each request. */
const char *run_user_agent(struct arena *, const struct settings *);

#endif
