/* Inside ask/: the asker, and what its files do for one another. */
#pragma once

#include "ask/ask.h"
#include "join/join.h"
#include "merge/merge.h"
#include "plan/plan.h"

/* Seconds; a wait or a used-up window that is longer is left. */
enum { ASK_PATIENCE = 600 };
/* Seconds a partial batch waits for teachers. */
enum { ASK_HOLD = 30 };

struct asker {
	struct session *session;
	struct evidence *evidence;
	struct arena *arena; /* of wishes and batches, until all is asked */
	/* Wishes whose answer is known and to be heard: ask_hear, ask_settle. */
	struct wish *due, *last_due;
	/* Entries one of whose identifiers leads nowhere, as that came out. */
	const struct entry **turned;
	size_t turned_count, turned_heard;
	bool hears_again;   /* just now: nothing turns */
	int64_t now;        /* for freshness */
	int64_t stale_at;   /* the first of what is fresh */
	int64_t began;      /* clock_milliseconds */
	int64_t deadline;   /* the same; or INT64_MAX */
	size_t turns;       /* so far */
	size_t from_future; /* answers dated after `now` */
	bool is_over;       /* nothing more is sent */
	bool filled;        /* no source that fills gaps is left to ask */
	size_t elsewhere;   /* questions that other shards are to ask */
	bool failed;        /* our machine: the line was printed */
};

/* A batch on its way.  The request is first: fetch/ hands it back. */
struct flight {
	struct request request;
	struct lane *lane;
	struct batch *batch;
	struct arena *arena;
	bool with_key; /* as it was sent: the key may go meanwhile */
};

/* plan.c: every wish there is before the first answer, and its cost. */
struct asker *ask_make_plan(struct session *, struct evidence *);
void ask_forget_plan(struct asker *);

/* send.c: send what may be sent; milliseconds until somebody may send again. */
int64_t ask_send(struct asker *);
/* land.c: a response came; its answers are put, not yet committed. */
void ask_land(struct asker *, struct flight *, const struct response *);

/* take.c: an answer of the lane's source about a subject, as of an instant. */
struct answer ask_answer(const struct lane *, const char *subject, int64_t at);
/* take.c: what fetch/ took for a reply, and was none, is told as the lane's trouble. */
void ask_note_trouble(struct asker *, struct lane *, const char *trouble);
/* take.c: for the next commit; nothing is known about it any more. */
void ask_put(struct asker *, const struct answer *);
/* take.c: what becomes of the wish; the answer is put. */
void ask_take_answer(struct asker *, struct flight *, struct answer *, struct wish *);
/* take.c: all questions of a batch stay open: noted as a failed attempt. */
void ask_leave_open(
    struct asker *, struct lane *, const struct batch *, const char *note, int64_t at);

/* changes.c: an answer to each of several, whose source lists changes. */
void ask_take_changes(
    struct asker *, struct flight *, const struct response *, struct answer *);
/* No reply to such a request: then each is asked alone.  false: it is none. */
bool ask_changes_failed(struct asker *, const struct flight *, const struct response *);

/* overload.c: RETRY or FALSE, as long as it is worth it; else DROP, or STOP. */
enum verdict ask_try_again(struct asker *, const struct flight *, enum verdict);

/* size.c: what earlier runs learned of sizes holds for the plan, too. */
void ask_recall_sizes(struct asker *);
/* 413 or 414: none carries more than half of it; one that was answered. */
void ask_too_long(const struct flight *);
void ask_fitted(struct asker *, const struct flight *);

/* spoilt.c: who goes with a batch to its source. */
void ask_accompany(struct asker *, struct lane *, struct batch *);
/* The answer to the i-th of its company. */
void ask_take_company(struct asker *, struct flight *, size_t i, struct answer *);
/*
 * One of its questions is refused, and all with it: search on, or note the
 * only one as absent (a fortnight, doubled), so that it spoils no batch.
 * false: enough was refused without any proof, the source refuses all.
 */
bool ask_find_spoiler(struct asker *, struct flight *, const struct response *);

/* known.c: what the cache knows of a new wish; FRESH or as it was. */
void ask_know(struct asker *, struct wish *);
bool ask_is_fresh(struct asker *, const struct lane *, struct identifier);
void ask_warn_of_future(const struct asker *);

/*
 * wish.c: wish for this, queued unless the cache knows.  true: its answer will
 * come; else it is known and due to be heard, or given up.
 */
bool ask_wish(struct asker *, struct lane *, struct identifier, const struct entry *);
/* A wish has its answer: it is to be heard. */
void ask_hear(struct asker *, struct wish *);
/* Is anything queued for anybody? */
bool ask_has_queue(const struct asker *);
/* learn.c: wish for what those that are due teach, until none is left. */
void ask_settle(struct asker *);
/*
 * The same for what was taught about entries before one of their identifiers turned
 * out to lead nowhere: what stood in its place is worth asking now.  To be called
 * when nothing is on its way, so that it does not hang on the order of replies.
 */
void ask_hear_turned(struct asker *);
/* title.c: search for the entry's title, if that is all there is.  true: an
 * answer will come. */
bool ask_title(struct asker *, const struct entry *);

/*
 * fill.c, when nothing is on its way any more: wishes for sources that fill
 * what those before them left open.  false: there are none (any more).
 */
bool ask_fill(struct asker *);
/* The same for these works, as far as they have gaps (NULL: any may). */
bool ask_fill_works(struct asker *, const struct works *, const bool *gaps);
/* Does the work lack what sources fill, that it can be asked about? */
bool ask_has_gap(const struct asker *, struct arena *, const struct work *,
    struct witness *, size_t count);
/* Bits of lanes: the work lacks what that source fills, and has no fresh answer. */
unsigned ask_open_gaps(struct asker *, const struct work *);
/* later.c: how many questions may follow what is queued now. */
void ask_look_ahead(struct asker *, const struct works *, const bool *gaps);
/* Requests for them, when the others' plan is known. */
size_t ask_later_requests(const struct asker *, const struct lane *);
/* entry.c: is anybody asked about any of its entries? */
bool ask_concerns(const struct work *);
/* Wish for what it names, and for its title if that is all there is. */
void ask_wish_entry(struct asker *, const struct entry *);
/*
 * The same for entries that answers joined to a work in scope, and that are older
 * themselves; when nothing is on its way.
 */
void ask_wish_joined(struct asker *);
/* start.c: every wish of the works in scope, from lists and cache. */
void ask_wish_all(struct asker *);
