/* A queue enters; the same leaves, the most valuable question first. */
#include <stdlib.h>

#include "plan/inside.h"

/*
 * Whatever ends the asking (a window, --max-runtime, a signal), what was
 * never answered matters most, what is merely old less, and what was absent
 * last time least.
 */
static int
class_of(const struct wish *wish)
{
	return !wish->known ? 0 : wish->found ? 1 : 2;
}

static int
compare_wishes(const void *a, const void *b)
{
	const struct wish *x = *(struct wish *const *)a;
	const struct wish *y = *(struct wish *const *)b;

	if (class_of(x) != class_of(y))
		return class_of(x) - class_of(y);
	/* Of two unknown ones the one that more entries wait for. */
	if (!x->known && x->entry_count != y->entry_count)
		return x->entry_count > y->entry_count ? -1 : 1;
	if (x->known && x->stale_at != y->stale_at)
		return x->stale_at < y->stale_at ? -1 : 1;
	return x->serial < y->serial ? -1 : x->serial > y->serial;
}

void
plan_sort(struct plan *plan)
{
	if (!plan->unsorted)
		return;
	qsort(plan->queue + plan->queue_head, plan->queue_count - plan->queue_head,
	    sizeof *plan->queue, compare_wishes);
	plan_group(plan);
	plan->unsorted = false;
}
