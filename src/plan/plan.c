/*
 * Wishes enter, batches leave.  A wish is made once: the map from subject to
 * wish is what keeps anything from being asked twice.
 */
#include "plan/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"

struct plan *
plan_new(struct arena *arena, const struct source *source)
{
	struct plan *plan = arena_alloc(arena, sizeof *plan);

	*plan =
	    (struct plan){ .arena = arena, .source = source, .by_subject = strmap_new() };
	return plan;
}

void
plan_free(struct plan *plan)
{
	if (plan != NULL)
		strmap_free(plan->by_subject);
}

static bool
has_entry(const struct wish *wish, const struct entry *entry)
{
	for (size_t i = 0; i < wish->entry_count; i++)
		if (wish->entries[i] == entry)
			return true;
	return false;
}

bool
plan_wishes_for(const struct plan *plan, struct identifier id)
{
	struct arena *scratch = arena_new();
	bool there = strmap_get(plan->by_subject, identifier_key(scratch, id)) != NULL;

	arena_free(scratch);
	return there;
}

struct wish *
plan_wish(
    struct plan *plan, struct identifier id, const struct entry *entry, bool *is_new)
{
	const char *subject = identifier_key(plan->arena, id);
	struct wish *wish = strmap_get(plan->by_subject, subject);

	*is_new = wish == NULL;
	if (wish == NULL) {
		wish = arena_alloc(plan->arena, sizeof *wish);
		wish->question = (struct question){
			.source = plan->source, .subject = subject, .id = id
		};
		wish->serial = plan->wish_count;
		strmap_put(plan->by_subject, subject, wish);
		plan->wishes = arena_push(
		    plan->arena, plan->wishes, plan->wish_count, sizeof(struct wish *));
		plan->wishes[plan->wish_count++] = wish;
	}
	if (entry != NULL && !has_entry(wish, entry)) {
		wish->entries = arena_push(
		    plan->arena, wish->entries, wish->entry_count, sizeof *wish->entries);
		wish->entries[wish->entry_count++] = entry;
	}
	return wish;
}

bool
plan_has(const struct plan *plan, bool partial)
{
	size_t waiting = plan->queue_count - plan->queue_head;

	return plan->first_count > 0 || waiting >= plan->source->batch ||
	    (plan->most > 0 && waiting >= plan->most) || (partial && waiting > 0);
}

/*
 * A full batch has little room for company (company.c): if none of it was ever
 * found, one that was and waits behind takes the last place.
 */
static void
bring_known(struct plan *plan)
{
	size_t end = plan->queue_head + plan_room(plan);

	if (!plan->source->needs_known)
		return;
	for (size_t i = plan->queue_head; i < end; i++)
		if (plan_was_found(plan->queue[i]))
			return;
	for (size_t i = end; i < plan->queue_count; i++) {
		if (!plan_was_found(plan->queue[i]))
			continue;
		struct wish *known = plan->queue[i];
		plan->queue[i] = plan->queue[end - 1];
		plan->queue[end - 1] = known;
		plan->unsorted = true;
		return;
	}
}

struct batch *
plan_next(struct plan *plan, bool partial)
{
	size_t waiting = plan->queue_count - plan->queue_head;
	struct batch *batch;

	if (!plan_has(plan, partial))
		return NULL;
	if (plan->first_count > 0) {
		batch = plan->first[--plan->first_count];
	} else {
		plan_sort(plan);
		if (waiting > plan_room(plan) && plan->gather < 2)
			bring_known(plan);
		waiting = plan_next_size(plan, plan->queue_head);
		batch = plan_make_batch(plan, plan->queue + plan->queue_head, waiting);
		plan->queue_head += waiting;
	}
	for (size_t i = 0; i < batch->count; i++)
		batch->wishes[i]->state = WISH_SENT;
	return batch;
}

void
plan_put_back(struct plan *plan, struct batch *batch, size_t first)
{

	for (size_t i = first; i < batch->count; i++) {
		/* Taken from the head a moment ago, or out of a half. */
		if (plan->queue_head > 0) {
			plan->queue_head--;
			plan->queue[plan->queue_head] =
			    batch->wishes[batch->count - 1 - (i - first)];
			plan->queue[plan->queue_head]->state = WISH_QUEUED;
		} else {
			plan_queue(plan, batch->wishes[i]);
		}
	}
	batch->count = first;
}

size_t
plan_abandon(struct plan *plan)
{
	size_t count = 0;

	while (plan->first_count > 0) {
		struct batch *batch = plan->first[--plan->first_count];
		for (; batch != NULL; batch = batch->rest)
			for (size_t i = 0; i < batch->count; i++, count++)
				batch->wishes[i]->state = WISH_OPEN;
	}
	for (; plan->queue_head < plan->queue_count; plan->queue_head++)
		plan->queue[plan->queue_head]->state = WISH_NOT_ASKED, count++;
	return count;
}

size_t
plan_queued(const struct plan *plan)
{
	size_t count = plan->queue_count - plan->queue_head;

	for (size_t i = 0; i < plan->first_count; i++)
		for (const struct batch *b = plan->first[i]; b != NULL; b = b->rest)
			count += b->count;
	return count;
}

struct wish *const *
plan_wishes(const struct plan *plan, size_t *count)
{
	*count = plan->wish_count;
	return plan->wishes;
}
