/*
 * A list of what has changed enters, page by page; what it does not hold is as
 * it was, what it holds is asked about.
 */
#include "ask/inside.h"

#include "base/arena.h"

static void
ask_each(struct lane *lane, struct wish **wishes, size_t count)
{
	lane->tally.alone += count;
	for (size_t i = 0; i < count; i++)
		plan_alone(lane->plan, wishes[i]);
}

/* Pages that cost half of what asking for each would are enough. */
static bool
is_worth_a_page(const struct source *source, const struct batch *batch, size_t left)
{
	return left >= source->gather_least && ((size_t)batch->pages + 2) * 2 <= left;
}

void
ask_take_changes(struct asker *asker, struct flight *flight,
    const struct response *response, struct answer *answers)
{
	struct batch *batch = flight->batch;
	struct lane *lane = flight->lane;
	const struct source *source = lane->source;
	size_t left = 0;
	struct wish **rest = arena_alloc(
	    flight->arena, (batch->count + 1) * sizeof(struct wish *));
	const char *next;

	for (size_t i = 0; i < batch->count; i++) {
		if (answers[i].state == ANSWER_UNANSWERED) {
			ask_each(lane, &batch->wishes[i], 1);
		} else {
			answers[left] = answers[i];
			rest[left++] = batch->wishes[i];
		}
	}
	if (left == 0)
		return;
	next = source->next(response, flight->arena);
	if (next == NULL) {
		for (size_t i = 0; i < left; i++)
			ask_take_answer(asker, flight, &answers[i], rest[i]);
	} else if (is_worth_a_page(source, batch, left)) {
		lane->tally.alone++;
		plan_page(lane->plan, batch, rest, left, next);
	} else {
		ask_each(lane, rest, left);
	}
}

bool
ask_changes_failed(
    struct asker *asker, const struct flight *flight, const struct response *response)
{
	const struct batch *batch = flight->batch;

	if (batch->count < 2 || asker->is_over || !flight->lane->source->lists_changes ||
	    response->exchange == EXCHANGE_REPLIED)
		return false;
	ask_each(flight->lane, batch->wishes, batch->count);
	return true;
}
