/*
 * plan/: what is known, what is fresh → questions → batches.
 *
 * A plan is one source's: wishes (about this identifier, for this entry) enter,
 * batches of questions leave, nothing twice in a run.  Nothing is sent here.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/answer.h"
#include "model/question.h"
#include "model/source.h"
#include "model/tally.h"

struct arena;
struct entry;

enum wish_state {
	WISH_QUEUED,    /* waits for a batch */
	WISH_SENT,      /* in a batch, no answer yet */
	WISH_FRESH,     /* the cache knows: nothing asked */
	WISH_ANSWERED,  /* asked and answered in this run */
	WISH_OPEN,      /* asked, not answered in this run */
	WISH_ELSEWHERE, /* another shard's */
	WISH_NOT_ASKED, /* the source would not be asked any more */
};

/* One question of this run and for which entries it is asked. */
struct wish {
	struct question question;
	enum wish_state state;
	const struct entry **entries;
	size_t entry_count;
	size_t serial;    /* in the order they came */
	bool known;       /* the cache had an answer, fresh or stale */
	bool found;       /* its answer in force is FOUND */
	int64_t stale_at; /* of the answer it had: plan_stale_at */
	int64_t known_at; /* when that was confirmed; 0: there was none */
	bool accompanied; /* it kept another batch company */
	bool was_refused; /* last time as malformed */
	bool goes_alone;  /* so it does, or its last answer is in doubt */
	/* For whoever hears answers: it is to be heard, before that one. */
	bool is_due;
	struct wish *next_due;
};

struct plan;

struct plan *plan_new(struct arena *, const struct source *);
/* What is not in the arena; wishes stay valid as long as that.  NULL is allowed. */
void plan_free(struct plan *);

/* Is there a wish for it? */
bool plan_wishes_for(const struct plan *, struct identifier);
/*
 * The wish for one identifier; made when it is new.  The entry (may be NULL) is
 * added to those it is asked for.
 */
struct wish *plan_wish(
    struct plan *, struct identifier, const struct entry *, bool *is_new);
/*
 * What to search for: the title of an entry that has no paper's identifier and
 * looks like one (a link or place that says so, a venue, authors; a date, when
 * it links nothing but code, models and data).
 */
bool plan_title(const struct entry *, struct identifier *title);
/* The title of one that has such an identifier, should that lead nowhere. */
bool plan_title_instead(const struct entry *, struct identifier *title);
/* Put a new wish into the queue; the refused go alone, before it. */
void plan_queue(struct plan *, struct wish *);

/* Questions that go together, for one request. */
struct batch {
	struct wish **wishes;
	struct question *questions; /* count, then company_count */
	size_t count;
	unsigned repeats;   /* how often it was sent again */
	const char *path;   /* of the page to look at, NULL: the first */
	unsigned pages;     /* looked at before it */
	unsigned failures;  /* of the batches it was a part of, in a row */
	bool is_part;       /* of a batch that failed */
	struct batch *rest; /* spoilt, if this is not (plan_search) */
	/* plan_accompany: wishes of this run, NULL for the source's own. */
	struct wish **company;
	size_t company_count;
	bool has_known;   /* one of its questions was found before */
	bool is_constant; /* … and that is the source's own */
};

/*
 * The next batch: halves first, then a full one from the queue
 * (never answered before stale, what is stale longest first, absences last);
 * what the queue has when `partial` is true.  NULL: none.
 */
struct batch *plan_next(struct plan *, bool partial);
/* Whether plan_next would give one. */
bool plan_has(const struct plan *, bool partial);
/* The part of a batch from `first` on goes back to the head of the queue. */
void plan_put_back(struct plan *, struct batch *, size_t first);
/* Two batches of half the questions each, sent before the queue. */
void plan_halve(struct plan *, struct batch *);
/*
 * Something spoils the batch: it is searched for, with at most 2·log2(count)
 * requests.  search_rest: the batch was good after all, so its `rest` is bad;
 * release_rest: nothing is known about it, it goes back into the queue.
 */
void plan_search(struct plan *, struct batch *);
void plan_search_rest(struct plan *, struct batch *);
void plan_release_rest(struct plan *, struct batch *);
/*
 * Questions that go with a batch as far as it has room: those whose answers
 * turn stale soonest and, if the source needs it, one that is surely found
 * (`known`, when no fresh one is; NULL: none).
 */
void plan_accompany(struct plan *, struct batch *, const struct question *known);
/* The same batch once more, before the queue. */
void plan_again(struct plan *, struct batch *);
/* One question of a batch that was answered in part: alone, before the queue. */
void plan_alone(struct plan *, struct wish *);
/*
 * A batch without a question, for its company alone, before the queue: does
 * the source know what it surely knows?  Only before others that wait.
 */
void plan_probe(struct plan *);
/* Whether questions are gathered into one request (source->gather). */
void plan_gather(struct plan *, bool may);
/* A request was too long: from now on none carries more than this. */
void plan_limit(struct plan *, size_t most);
size_t plan_most(const struct plan *); /* 0: no limit */
/*
 * What a page of a list left open, to be looked for on the page at `path`,
 * before the queue.  `from`: the batch that was asked for on that page.
 */
void plan_page(struct plan *, const struct batch *from, struct wish **, size_t count,
    const char *path);
/* Everything still queued becomes WISH_NOT_ASKED; how many that were. */
size_t plan_abandon(struct plan *);

size_t plan_queued(const struct plan *); /* halves included */
/* All wishes, in the order they came. */
struct wish *const *plan_wishes(const struct plan *, size_t *count);

/*
 * The instant from which an answer is to be asked again; INT64_MIN: at once,
 * since it is none, or other fields are asked for now.  Found: the source's
 * days; a paper's record sooner as long as nothing says that it is published
 * (a fortnight in a preprint's first year, then a month).  Absent: a
 * fortnight, doubled each time, up to 180 days; the first time the source's
 * days of doubt, if it has any.  All ± 10 % by a hash of the
 * subject, so that not everything turns stale in one week; 6 days and 10 %
 * are stale for a weekly run that starts a minute early.
 */
int64_t plan_stale_at(const struct source *, const struct answer *);

/* What asking what is queued would cost. */
struct plan_cost plan_cost(const struct plan *, bool has_key, double pace_scale);

/* How many questions with long ids one request surely carries. */
size_t plan_fit(const struct plan *);

/* On what terms a source is asked. */
struct plan_terms {
	bool has_key;
	double pace_scale;
	double patience; /* seconds a used-up window is waited for */
	double seconds;  /* for the first to the last request */
};
/*
 * The same before anything is asked, and exact: with the batches that the
 * source would take, and with what time and windows leave out.
 */
struct plan_cost plan_forecast(struct plan *, const struct plan_terms *);
