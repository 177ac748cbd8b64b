/*
 * A batch that has room enters; it leaves with company: answers that would be
 * stale soonest, at no extra request, and one that is known to be found where
 * the source wants that.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "plan/inside.h"

static int
compare_stale(const void *a, const void *b)
{
	const struct wish *x = *(struct wish *const *)a;
	const struct wish *y = *(struct wish *const *)b;

	if (x->stale_at != y->stale_at)
		return x->stale_at < y->stale_at ? -1 : 1;
	return x->serial < y->serial ? -1 : x->serial > y->serial;
}

/* Fresh and found: good for company.  In the order of turning stale. */
static size_t
list_fresh(const struct plan *plan, struct arena *scratch, struct wish ***fresh)
{
	size_t count = 0;

	*fresh = arena_alloc(scratch, (plan->wish_count + 1) * sizeof(struct wish *));
	for (size_t i = 0; i < plan->wish_count; i++)
		if (plan->wishes[i]->state == WISH_FRESH && plan->wishes[i]->found)
			(*fresh)[count++] = plan->wishes[i];
	qsort(*fresh, count, sizeof(struct wish *), compare_stale);
	return count;
}

static void
add(struct batch *batch, struct wish *wish, const struct question *question)
{
	batch->company[batch->company_count] = wish;
	batch->questions[batch->count + batch->company_count++] = *question;
}

/* Is one of its own questions known to be found? */
static void
look_for_known(struct batch *batch, const struct question *known)
{
	batch->has_known = batch->is_constant = false;
	for (size_t i = 0; i < batch->count && !batch->has_known; i++)
		batch->has_known = batch->wishes[i]->known && batch->wishes[i]->found;
	for (size_t i = 0; i < batch->count && !batch->has_known; i++)
		batch->has_known = batch->is_constant = known != NULL &&
		    strcmp(batch->questions[i].subject, known->subject) == 0;
}

static void
make_room(struct plan *plan, struct batch *batch, size_t room)
{
	struct question *questions = arena_alloc(
	    plan->arena, (batch->count + room) * sizeof *questions);

	memcpy(questions, batch->questions, batch->count * sizeof *questions);
	batch->questions = questions;
	batch->company = arena_alloc(plan->arena, room * sizeof(struct wish *));
	batch->company_count = 0;
}

void
plan_accompany(struct plan *plan, struct batch *batch, const struct question *known)
{
	struct arena *scratch;
	struct wish **fresh;
	size_t room, count;

	batch->company_count = 0;
	look_for_known(batch, known);
	if (plan->source->lists || plan_room(plan) <= batch->count)
		return;
	/* What is being halved is not made larger. */
	room = batch->is_part ? plan->source->needs_known && !batch->has_known
			      : plan_room(plan) - batch->count;
	if (room == 0)
		return;
	make_room(plan, batch, room);
	scratch = arena_new();
	count = list_fresh(plan, scratch, &fresh);
	for (size_t i = 0; i < count && batch->company_count < room; i++)
		/* Once a run is enough, unless it is wanted as a witness. */
		if (!fresh[i]->accompanied || (batch->is_part && !batch->has_known)) {
			fresh[i]->accompanied = batch->has_known = true;
			add(batch, fresh[i], &fresh[i]->question);
		}
	if (plan->source->needs_known && !batch->has_known && known != NULL) {
		batch->has_known = batch->is_constant = true;
		add(batch, NULL, known);
	}
	arena_free(scratch);
}
