/* A batch that failed enters; smaller ones leave, before the queue. */
#include <string.h>

#include "base/arena.h"
#include "plan/inside.h"

struct batch *
plan_make_batch(struct plan *plan, struct wish **wishes, size_t count)
{
	struct batch *batch = arena_alloc(plan->arena, sizeof *batch);

	batch->count = count;
	batch->wishes = arena_alloc(plan->arena, count * sizeof(struct wish *));
	batch->questions = arena_alloc(plan->arena, count * sizeof *batch->questions);
	memcpy(batch->wishes, wishes, count * sizeof(struct wish *));
	for (size_t i = 0; i < count; i++)
		batch->questions[i] = wishes[i]->question;
	return batch;
}

static void
push_first(struct plan *plan, struct batch *batch)
{

	for (const struct batch *b = batch; b != NULL; b = b->rest)
		for (size_t i = 0; i < b->count; i++)
			b->wishes[i]->state = WISH_QUEUED;
	plan->first = arena_push(
	    plan->arena, plan->first, plan->first_count, sizeof(struct batch *));
	plan->first[plan->first_count++] = batch;
}

static struct batch *
part(struct plan *plan, const struct batch *batch, size_t from, size_t count)
{
	struct batch *made = plan_make_batch(plan, batch->wishes + from, count);

	made->is_part = true;
	made->failures = batch->failures;
	return made;
}

void
plan_halve(struct plan *plan, struct batch *batch)
{
	size_t half = batch->count / 2;

	push_first(plan, part(plan, batch, half, batch->count - half));
	if (half > 0)
		push_first(plan, part(plan, batch, 0, half));
}

void
plan_again(struct plan *plan, struct batch *batch)
{
	push_first(plan, batch);
}

void
plan_alone(struct plan *plan, struct wish *wish)
{
	push_first(plan, plan_make_batch(plan, &wish, 1));
}

void
plan_probe(struct plan *plan)
{
	struct wish *none = NULL;
	struct batch *batch = plan_make_batch(plan, &none, 0);

	batch->is_part = true;
	push_first(plan, batch);
}

void
plan_page(struct plan *plan, const struct batch *from, struct wish **wishes, size_t count,
    const char *path)
{
	struct batch *batch = plan_make_batch(plan, wishes, count);

	batch->pages = from->pages + 1;
	batch->path = arena_text(plan->arena, path);
	push_first(plan, batch);
}

void
plan_queue(struct plan *plan, struct wish *wish)
{

	if (wish->goes_alone) {
		plan_alone(plan, wish);
		return;
	}
	wish->state = WISH_QUEUED;
	plan->queue = arena_push(
	    plan->arena, plan->queue, plan->queue_count, sizeof(struct wish *));
	plan->queue[plan->queue_count++] = wish;
	plan->unsorted = true;
}

/*
 * One half is asked.  If it is spoilt too, the bad one is in it and the other
 * half is as good as any question: it waits for the next batch.  If not, the
 * bad one is in the other half, and that need not be asked as a whole.
 */
void
plan_search(struct plan *plan, struct batch *batch)
{
	size_t half = (batch->count + 1) / 2;
	struct batch *first;

	first = part(plan, batch, 0, half);
	if (half < batch->count)
		first->rest = part(plan, batch, half, batch->count - half);
	push_first(plan, first);
}

void
plan_search_rest(struct plan *plan, struct batch *batch)
{
	struct batch *rest = batch->rest;

	batch->rest = NULL;
	if (rest != NULL && rest->count > 1)
		plan_search(plan, rest);
	else if (rest != NULL)
		push_first(plan, rest);
}

void
plan_release_rest(struct plan *plan, struct batch *batch)
{
	struct batch *rest = batch->rest;

	batch->rest = NULL;
	for (size_t i = 0; rest != NULL && i < rest->count; i++)
		plan_queue(plan, rest->wishes[i]);
}
