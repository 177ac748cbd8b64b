/* Inside ASK: what ask.c (the loop) and ask_learn.c (the wishes) share. */
#ifndef ENRICH_ASK_H
#define ENRICH_ASK_H

#include "run.h"

/* Seconds; a wait or a used-up window that is longer is left. */
enum { ASK_PATIENCE = 600 };
/* Seconds a partial batch waits for teachers. */
enum { ASK_HOLD = 30 };

struct asker {
	struct run *run;
	struct arena *arena; /* of wishes and batches, until all is asked */
	struct plan *plan;
	int64_t now;                      /* for freshness */
	size_t in_flight[MOST_SOURCES];   /* questions sent, not answered */
	int64_t free_since[MOST_SOURCES]; /* slot free, nothing full; 0: no */
	bool closed[MOST_SOURCES];
	struct question probes[MOST_SOURCES]; /* subject NULL: not made yet */
	enum {
		PROBE_UNSURE,
		PROBE_FOUND,
		PROBE_ABSENT
	} probe_states[MOST_SOURCES];    /* as answered in this run */
	int64_t deadline;                /* clock_milliseconds; or INT64_MAX */
	bool is_over;                    /* nothing more is sent */
	size_t from_future;              /* answers dated after `now` */
	bool spent[MOST_SOURCES];        /* its allowance: the rest is not asked */
	bool was_too_long[MOST_SOURCES]; /* and what fits is not known yet */
	size_t later[MOST_SOURCES];      /* questions that may follow, at most */
	bool filled;                     /* no source that fills gaps is left to ask */
};

/* A batch on its way.  The request is first: fetch/ hands it back. */
struct flight {
	struct request request;
	struct batch *batch;
	struct arena *arena;
	bool with_key; /* as it was sent: the key may go meanwhile */
};

/* ask_plan.c: every wish there is before the first answer, and its cost. */
void ask_make_plan(struct asker *, struct run *);
void ask_forget_plan(struct asker *);

/* ask_plan.c: has the disk room for what will be asked?  false: the line
 * was printed. */
bool ask_has_room(const struct run *);

/* ask_land.c: a response came; its answers are put, not yet committed. */
void ask_land(struct asker *, struct flight *, const struct response *);

/* take.c: for the next commit; nothing is known about it any more. */
void ask_put(struct asker *, const struct answer *);
/* ask_take.c: what becomes of the wish; the answer is put. */
void ask_take_answer(
    struct asker *, size_t source, struct flight *, struct answer *, struct wish *);

/* ask_changes.c: an answer to each of several, whose source lists changes. */
void ask_take_changes(
    struct asker *, struct flight *, const struct response *, struct answer *);
/* No reply to such a request: then each is asked alone.  false: it is none. */
bool ask_changes_failed(struct asker *, const struct flight *, const struct response *);

/* ask_size.c: what earlier runs learned of sizes holds for the plan, too. */
void ask_recall_sizes(struct asker *);
/* 413 or 414: none carries more than half of it; one that was answered. */
void ask_too_long(struct asker *, const struct batch *);
void ask_fitted(struct asker *, const struct batch *);

/* ask_spoilt.c: who goes with a batch to its source. */
void ask_accompany(struct asker *, struct batch *);
/* The answer to the i-th of its company. */
void ask_take_company(struct asker *, struct batch *, size_t i, struct answer *);
/*
 * One of its questions is refused, and all with it: search on, or note the
 * only one as absent (a fortnight, doubled), so that it spoils no batch.
 */
void ask_find_spoiler(struct asker *, struct batch *, const struct response *);

/* All questions of a batch stay open: noted as a failed attempt. */
void ask_leave_open(
    struct asker *, size_t source, const struct batch *, const char *note, int64_t at);
/* ask_known.c: what the cache knows of a new wish; FRESH or as it was. */
void ask_know(struct asker *, size_t source, struct wish *);
bool ask_is_fresh(struct asker *, size_t source, struct identifier);
void ask_warn_of_future(const struct asker *);

/* Wish for this, queued unless the cache knows.  true: its answer will come. */
bool ask_wish(struct asker *, size_t source, struct identifier, const struct entry *);
/*
 * ask_fill.c, when nothing is on its way any more: wishes for sources that
 * fill what those before them left open.  false: there are none (any more).
 */
bool ask_fill(struct asker *);
/* The same for these works, as far as they have gaps (NULL: any may). */
bool ask_fill_works(struct asker *, const struct works *, const bool *gaps);
bool ask_has_gap(const struct run *, struct arena *, const struct work *,
    const struct witness *, size_t count);
/* Bit i: the work lacks what sources[i] fills, and has no fresh answer. */
unsigned ask_open_gaps(struct asker *, const struct work *);
/* ask_later.c: how many questions may follow what is queued now. */
void ask_look_ahead(struct asker *, const struct works *, const bool *gaps);
/* Requests for them, when the others' plan is known. */
size_t ask_later_requests(const struct asker *, size_t source);
/* Of those made, what no plan could name but it said might follow. */
size_t ask_follow_ups(const struct asking *, const struct fetch_tally *);
/* Every wish of the works in scope, from lists and cache. */
void ask_wish_all(struct asker *);
/* ask_title.c: search for the entry's title, if that is all there is. */
void ask_title(struct asker *, const struct entry *);
/*
 * A wish has its answer (now or fresh from the cache): judge it for each entry
 * that wants it, and wish for what it teaches.
 */
void ask_settle(struct asker *, struct wish *);

#endif
