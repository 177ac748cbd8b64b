/*
 * A sorted queue enters; what can be asked together stands together when it
 * leaves, and how many of it go into the next request.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "plan/inside.h"

struct place {
	struct wish *wish;
	unsigned group;
	size_t first; /* place of the first of the group */
	size_t at;
};

static int
compare_groups(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static bool
has_groups(const struct plan *plan)
{
	return plan->gather > 1 && plan->source->group != NULL;
}

void
plan_group(struct plan *plan)
{
	size_t count = plan->queue_count - plan->queue_head;
	struct wish **queue = plan->queue + plan->queue_head;
	struct arena *arena;
	struct place *places;

	if (!has_groups(plan) || count < 2)
		return;
	arena = arena_new();
	places = arena_alloc(arena, count * sizeof *places);
	for (size_t i = 0; i < count; i++)
		places[i] = (struct place){ queue[i],
			plan->source->group(&queue[i]->question), i, i };
	qsort(places, count, sizeof *places, compare_groups);
	for (size_t i = 1; i < count; i++)
		if (places[i].group != 0 && places[i].group == places[i - 1].group)
			places[i].first = places[i - 1].first;
	qsort(places, count, sizeof *places, compare_places);
	for (size_t i = 0; i < count; i++)
		queue[i] = places[i].wish;
	arena_free(arena);
}

bool
plan_was_found(const struct wish *wish)
{
	return wish->known && wish->found;
}

/* A full batch: a place is kept for one that is known, if none of it is. */
static size_t
with_room_for_known(const struct plan *plan, size_t from)
{
	size_t size = plan_room(plan);

	for (size_t i = 0; i < size; i++)
		if (plan_was_found(plan->queue[from + i]))
			return size;
	return plan->source->needs_known && size > 1 ? size - 1 : size;
}

size_t
plan_next_size(const struct plan *plan, size_t from)
{
	const struct source *source = plan->source;
	size_t count = plan->queue_count - from, size = 1;
	unsigned group;

	if (plan->most > 0 && count > plan->most)
		count = plan->most;
	if (plan->gather < 2)
		return count < plan_room(plan) ? count : with_room_for_known(plan, from);
	if (count > plan->gather)
		count = plan->gather;
	if (source->group == NULL)
		return count < source->gather_least && count > 0 ? 1 : count;
	group = source->group(&plan->queue[from]->question);
	while (size < count && group != 0 &&
	    source->group(&plan->queue[from + size]->question) == group)
		size++;
	return size < source->gather_least ? 1 : size;
}

void
plan_limit(struct plan *plan, size_t most)
{

	if (most > 0 && (plan->most == 0 || most < plan->most))
		plan->most = most;
}

size_t
plan_most(const struct plan *plan)
{
	return plan->most;
}

void
plan_gather(struct plan *plan, bool may)
{
	struct batch **first = plan->first;
	size_t count = plan->first_count;

	plan->gather = may ? plan->source->gather : 0;
	if (may || plan->source->gather == 0)
		return;
	/* What was put back together is asked one by one from now on. */
	plan->first = NULL;
	plan->first_count = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < first[i]->count; k++)
			plan_alone(plan, first[i]->wishes[k]);
}
