/*
 * Wishes enter, batches leave.  A wish is made once a run and source: the map
 * from subject to wish is what keeps anything from being asked twice.
 */
#include "plan/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"

struct plan *
plan_new(struct arena *arena, const struct source *const *sources)
{
	struct plan *plan = arena_alloc(arena, sizeof *plan);

	plan->arena = arena;
	while (sources[plan->lane_count] != NULL)
		plan->lane_count++;
	plan->lanes = arena_alloc(arena, plan->lane_count * sizeof *plan->lanes);
	for (size_t i = 0; i < plan->lane_count; i++) {
		plan->lanes[i].source = sources[i];
		plan->lanes[i].by_subject = strmap_new();
	}
	return plan;
}

void
plan_free(struct plan *plan)
{
	for (size_t i = 0; i < plan->lane_count; i++)
		strmap_free(plan->lanes[i].by_subject);
}

static bool
has_entry(const struct wish *wish, const struct entry *entry)
{
	for (size_t i = 0; i < wish->entry_count; i++)
		if (wish->entries[i] == entry)
			return true;
	return false;
}

struct wish *
plan_wish(struct plan *plan, size_t source, struct identifier id,
    const struct entry *entry, bool *is_new)
{
	struct lane *lane = &plan->lanes[source];
	const char *subject = identifier_key(plan->arena, id);
	struct wish *wish = strmap_get(lane->by_subject, subject);

	*is_new = wish == NULL;
	if (wish == NULL) {
		wish = arena_alloc(plan->arena, sizeof *wish);
		wish->question = (struct question){
			.source = lane->source, .subject = subject, .id = id
		};
		wish->serial = lane->wish_count;
		strmap_put(lane->by_subject, subject, wish);
		lane->wishes = arena_push(
		    plan->arena, lane->wishes, lane->wish_count, sizeof(struct wish *));
		lane->wishes[lane->wish_count++] = wish;
	}
	if (entry != NULL && !has_entry(wish, entry)) {
		wish->entries = arena_push(
		    plan->arena, wish->entries, wish->entry_count, sizeof *wish->entries);
		wish->entries[wish->entry_count++] = entry;
	}
	return wish;
}

bool
plan_has(const struct plan *plan, size_t source, bool partial)
{
	const struct lane *lane = &plan->lanes[source];
	size_t waiting = lane->queue_count - lane->queue_head;

	return lane->first_count > 0 || waiting >= lane->source->batch ||
	    (lane->most > 0 && waiting >= lane->most) || (partial && waiting > 0);
}

/*
 * A full batch has little room for company (company.c): if none of it was ever
 * found, one that was and waits behind takes the last place.
 */
static void
bring_known(struct lane *lane)
{
	size_t end = lane->queue_head + plan_room(lane);

	if (!lane->source->needs_known)
		return;
	for (size_t i = lane->queue_head; i < end; i++)
		if (plan_was_found(lane->queue[i]))
			return;
	for (size_t i = end; i < lane->queue_count; i++) {
		if (!plan_was_found(lane->queue[i]))
			continue;
		struct wish *known = lane->queue[i];
		lane->queue[i] = lane->queue[end - 1];
		lane->queue[end - 1] = known;
		lane->unsorted = true;
		return;
	}
}

struct batch *
plan_next(struct plan *plan, size_t source, bool partial)
{
	struct lane *lane = &plan->lanes[source];
	size_t waiting = lane->queue_count - lane->queue_head;
	struct batch *batch;

	if (!plan_has(plan, source, partial))
		return NULL;
	if (lane->first_count > 0) {
		batch = lane->first[--lane->first_count];
	} else {
		plan_sort(lane);
		if (waiting > plan_room(lane) && lane->gather < 2)
			bring_known(lane);
		waiting = plan_next_size(lane, lane->queue_head);
		batch = plan_make_batch(
		    plan, source, lane->queue + lane->queue_head, waiting);
		lane->queue_head += waiting;
	}
	for (size_t i = 0; i < batch->count; i++)
		batch->wishes[i]->state = WISH_SENT;
	return batch;
}

void
plan_put_back(struct plan *plan, struct batch *batch, size_t first)
{
	struct lane *lane = &plan->lanes[batch->source];

	for (size_t i = first; i < batch->count; i++) {
		/* Taken from the head a moment ago, or out of a half. */
		if (lane->queue_head > 0) {
			lane->queue_head--;
			lane->queue[lane->queue_head] =
			    batch->wishes[batch->count - 1 - (i - first)];
			lane->queue[lane->queue_head]->state = WISH_QUEUED;
		} else {
			plan_queue(plan, batch->wishes[i]);
		}
	}
	batch->count = first;
}

size_t
plan_abandon(struct plan *plan, size_t source)
{
	struct lane *lane = &plan->lanes[source];
	size_t count = 0;

	while (lane->first_count > 0) {
		struct batch *batch = lane->first[--lane->first_count];
		for (; batch != NULL; batch = batch->rest)
			for (size_t i = 0; i < batch->count; i++, count++)
				batch->wishes[i]->state = WISH_OPEN;
	}
	for (; lane->queue_head < lane->queue_count; lane->queue_head++)
		lane->queue[lane->queue_head]->state = WISH_NOT_ASKED, count++;
	return count;
}

size_t
plan_queued(const struct plan *plan, size_t source)
{
	const struct lane *lane = &plan->lanes[source];
	size_t count = lane->queue_count - lane->queue_head;

	for (size_t i = 0; i < lane->first_count; i++)
		for (const struct batch *b = lane->first[i]; b != NULL; b = b->rest)
			count += b->count;
	return count;
}

struct wish *const *
plan_wishes(const struct plan *plan, size_t source, size_t *count)
{
	*count = plan->lanes[source].wish_count;
	return plan->lanes[source].wishes;
}
