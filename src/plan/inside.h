/* What the files of plan/ share.  Not for others. */
#pragma once

#include "plan/plan.h"

struct strmap;

struct plan {
	struct arena *arena;
	const struct source *source;
	struct strmap *by_subject;
	struct wish **wishes; /* all, in the order they came */
	size_t wish_count;
	struct wish **queue;
	size_t queue_count, queue_head;
	bool unsorted;        /* one came since plan_sort */
	struct batch **first; /* stack: halves and repeats */
	size_t first_count;
	unsigned gather; /* most in one request; 0: batch */
	size_t most;     /* that it takes, 0: never refused */
};

/* Questions in one request, company and all. */
static inline size_t
plan_room(const struct plan *plan)
{
	return plan->most > 0 && plan->most < plan->source->batch ? plan->most
								  : plan->source->batch;
}

/* halves.c */
struct batch *plan_make_batch(struct plan *, struct wish **, size_t count);

/* value.c: what waits in the queue, the most valuable first. */
void plan_sort(struct plan *);

/* group.c: after it; and how many the next request takes from there. */
void plan_group(struct plan *);
size_t plan_next_size(const struct plan *, size_t from);
bool plan_was_found(const struct wish *);
