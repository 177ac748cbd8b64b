/*
 * session/: what settings open for every command: the lanes of the sources, the
 * cache, the engine that fetches, the times.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cache/cache.h"
#include "fetch/fetch.h"
#include "session/lane.h"
#include "settings/settings.h"
#include "status.h"

struct session {
	const struct settings *settings;
	struct arena *arena; /* lives as long as the session */
	int64_t started;
	int64_t started_ms;  /* the same on the clock that never jumps */
	int64_t clock;       /* of the release; 0: session_set_clock was not called */
	struct lane *lanes;  /* the first; NULL: none */
	struct cache *cache; /* NULL: there is none yet (offline) */
	struct fetch *fetch; /* NULL: session_open_fetch was not called */
	unsigned needs;      /* FIELD_BIT set: what somebody wants to know */
	struct run_tally tally;
	const char *stand_ins; /* who stands in for whom, where keys are at stake; NULL */
	bool stand_ins_warn;   /* enrich.conf says so, or a key is kept back */
};

/*
 * Times and lanes, and the cache in the mode given.  0, or a status with its
 * line printed.  A cache that is missing for reading is no mistake: it stays
 * NULL.
 */
int session_open(struct session *, struct arena *, const struct settings *,
    bool with_cache, enum cache_mode);
/* Of settings that do not make one: times and nothing else. */
struct session session_of_none(struct arena *, const struct settings *);
void session_close(struct session *);

/* lanes.c: one for each source that may be asked; 0, or 64 with its line
 * printed. */
int session_open_lanes(struct session *);
/* Is it asked in this run at all, and not skipped? */
bool session_has_lane(const struct session *, const struct source *);
/* The lane of a source that has one. */
struct lane *session_lane(const struct session *, const struct source *);
/* All is asked: no key is in memory any more, and fetch is closed. */
void session_forget_keys(struct session *);
/*
 * shut_in.c: from here on nothing is written but below cache, state, output, metrics
 * and where temporary files lie, nobody is talked to and nothing is run.  As far as
 * the kernel can; not with --sandbox off.
 */
void session_shut_in(struct arena *, const struct settings *);
/* Opens session->fetch when it is not open, and says who stands in for whom. */
void session_open_fetch(struct session *);
/* Of the release: [release] name, else the only list's; safe in paths. */
const char *session_name(const struct session *);
/* SOURCE_DATE_EPOCH, --as-of, or now.  0, or 64 with its line printed. */
int session_set_clock(struct session *);
/* Commit the cache.  0, or 74 with its line printed. */
int session_commit(struct session *);
/*
 * The last thing before session_close: the cache lets go, now and then, of what
 * is older than --history and newer answers have followed.  Where that fails a
 * warning says so; nothing is lost.
 */
void session_thin(struct session *);
/*
 * Another process holds the cache: sleep a little and say whether to try
 * again.  false: --lock-wait is over since `began` (clock_milliseconds).
 */
bool session_wait_for_lock(
    const struct settings *, int64_t began, const struct cache_trouble *);
/* The last year that a row of a list can be of. */
int session_latest_year(const struct session *);
