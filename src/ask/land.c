/*
 * A response enters; answers in the cache (not yet committed) and the state of
 * their wishes leave, or the batch goes back to the plan.
 */
#include "ask/inside.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"

enum { MOST_REPEATS = 3 }; /* of a reply that cannot be right */

void
ask_leave_open(struct asker *asker, size_t s, const struct batch *batch, const char *note,
    int64_t at)
{
	for (size_t i = 0; i < batch->count; i++) {
		struct answer attempt = { .origin = asker->run->origins[s],
			.source = asker->run->sources[s]->name,
			.subject = batch->questions[i].subject,
			.retrieved_at = at,
			.confirmed_at = at,
			.state = ANSWER_UNANSWERED,
			.note = note };
		ask_put(asker, &attempt);
		batch->wishes[i]->state = WISH_OPEN;
		asker->run->asking[s].open++;
	}
}

/*
 * What a list did not hold: on its next page, as long as a page answers more
 * than its own request costs, else each alone.
 */
static void
look_further(struct asker *asker, const struct batch *batch,
    const struct response *response, struct wish **rest, size_t left)
{
	size_t s = batch->source, found = batch->count - left;

	if (response->next_path != NULL && found > 1 &&
	    left >= asker->run->sources[s]->gather_least) {
		asker->run->asking[s].alone++;
		plan_page(asker->plan, batch, rest, left, response->next_path);
		return;
	}
	asker->run->asking[s].alone += left;
	for (size_t i = 0; i < left; i++)
		plan_alone(asker->plan, s, rest[i]);
}

static void
take(
    struct asker *asker, size_t s, struct flight *flight, const struct response *response)
{
	struct batch *batch = flight->batch;
	struct wish **rest = arena_alloc(
	    flight->arena, (batch->count + 1) * sizeof(struct wish *));
	size_t left = 0;
	size_t count = batch->count + batch->company_count;
	struct answer *answers = arena_alloc(flight->arena, count * sizeof *answers);

	for (size_t i = 0; i < count; i++) {
		answers[i] = (struct answer){ .origin = asker->run->origins[s],
			.source = asker->run->sources[s]->name,
			.subject = batch->questions[i].subject,
			.retrieved_at = response->received_at,
			.confirmed_at = response->received_at,
			.http_status = response->status,
			.asked_version = asker->run->sources[s]->asked_version,
			.state = ANSWER_UNANSWERED };
		/* A validator speaks of the whole reply. */
		if (count == 1) {
			answers[i].etag = response->etag;
			answers[i].last_modified = response->last_modified;
		}
	}
	if (response->status == 304)
		/* The bytes are those of the answer that was kept. */
		answers[0].state = ANSWER_FOUND;
	else
		asker->run->sources[s]->read(
		    &flight->request, response, flight->arena, answers);
	if (batch->count > 1 && asker->run->sources[s]->lists_changes) {
		ask_take_changes(asker, flight, response, answers);
		return;
	}
	for (size_t i = 0; i < batch->count; i++) {
		/* A list proves nothing about what is not in it. */
		if (batch->count > 1 && asker->run->sources[s]->lists &&
		    answers[i].state == ANSWER_UNANSWERED)
			rest[left++] = batch->wishes[i];
		else
			ask_take_answer(asker, s, flight, &answers[i], batch->wishes[i]);
	}
	look_further(asker, batch, response, rest, left);
	for (size_t i = batch->count; i < count; i++)
		ask_take_company(asker, batch, i - batch->count, &answers[i]);
	plan_search_rest(asker->plan, batch);
}

static void
drop_key(struct asker *asker, size_t s)
{
	struct run *run = asker->run;

	if (!run->key_dropped[s])
		log_warning("%s refused the key in %s; going on without it",
		    run->sources[s]->title, run->sources[s]->service->key_variables[0]);
	/* One key, however many sources the service is. */
	for (size_t t = 0; t < run->source_count; t++)
		if (run->sources[t]->service == run->sources[s]->service) {
			run->key_dropped[t] = true;
			run->endpoints[t].key = NULL;
			plan_gather(asker->plan, t, !run->sources[t]->gather_needs_key);
		}
}

static void
again_without_key(struct asker *asker, size_t s, struct batch *batch)
{
	if (!asker->run->sources[s]->gather_needs_key)
		plan_again(asker->plan, batch);
	else
		for (size_t i = 0; i < batch->count; i++)
			plan_alone(asker->plan, s, batch->wishes[i]);
}

/* The day's allowance is used up: nobody failed, nothing was answered. */
static void
leave_unasked(struct asker *asker, size_t s, const struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		batch->wishes[i]->state = WISH_NOT_ASKED;
	plan_abandon(asker->plan, s);
	asker->spent[s] = asker->closed[s] = true;
}

/* Why nothing can be read from a response, or NULL when it can. */
static const char *
trouble_of(struct arena *arena, const struct response *response)
{
	if (response->exchange != EXCHANGE_REPLIED)
		return response->trouble != NULL ? response->trouble : "no reply";
	return arena_printf(arena, "HTTP status %d", response->status);
}

static bool
was_retried(int status)
{
	return status == 429 || (status >= 500 && status <= 504);
}

/* What a source says about a response, decided for a batch of this size. */
static enum verdict
verdict_on(struct asker *asker, size_t s, const struct flight *flight,
    const struct response *response)
{
	enum verdict verdict;

	if (response->exchange == EXCHANGE_TOO_LARGE)
		return flight->batch->count > 1 ? VERDICT_HALVE : VERDICT_DROP;
	if (response->exchange != EXCHANGE_REPLIED)
		return VERDICT_DROP;
	/*
	 * Unchanged, whoever says it: no source has to know.  Unasked for it
	 * means nothing.
	 */
	if (response->status == 304)
		return flight->request.if_none_match != NULL &&
			flight->request.question_count == 1
		    ? VERDICT_TAKE
		    : VERDICT_DROP;
	verdict = asker->run->sources[s]->split(
	    &flight->request, response, flight->with_key);
	if (verdict == VERDICT_RETRY &&
	    (was_retried(response->status) || flight->batch->repeats++ >= MOST_REPEATS))
		return VERDICT_DROP;
	if (verdict == VERDICT_HALVE && flight->batch->count == 1)
		return VERDICT_DROP;
	return verdict;
}

void
ask_land(struct asker *asker, struct flight *flight, const struct response *response)
{
	size_t s = flight->batch->source;
	const char *trouble = trouble_of(flight->arena, response);
	enum verdict verdict;

	asker->in_flight[s] -= flight->batch->count;
	if (asker->is_over && response->exchange == EXCHANGE_STOPPED &&
	    response->attempts == 0) {
		/* It never left. */
		plan_release_rest(asker->plan, flight->batch);
		for (size_t i = 0; i < flight->batch->count; i++)
			flight->batch->wishes[i]->state = WISH_NOT_ASKED;
		return;
	}
	if (ask_changes_failed(asker, flight, response))
		return;
	verdict = verdict_on(asker, s, flight, response);
	if (verdict != VERDICT_TAKE && verdict != VERDICT_RETRY &&
	    verdict != VERDICT_DROP_KEY)
		plan_release_rest(asker->plan, flight->batch);
	switch (verdict) {
	case VERDICT_TAKE:
		ask_fitted(asker, flight->batch);
		take(asker, s, flight, response);
		break;
	case VERDICT_RETRY:
		plan_again(asker->plan, flight->batch);
		break;
	case VERDICT_HALVE:
		if (response->status == 413 || response->status == 414)
			ask_too_long(asker, flight->batch);
		flight->batch->failures += was_retried(response->status);
		plan_halve(asker->plan, flight->batch);
		break;
	case VERDICT_SPOILT:
		ask_find_spoiler(asker, flight->batch, response);
		break;
	case VERDICT_DROP_KEY:
		drop_key(asker, s);
		again_without_key(asker, s, flight->batch);
		break;
	case VERDICT_SPENT:
		leave_unasked(asker, s, flight->batch);
		break;
	case VERDICT_STOP:
		fetch_leave_alone(asker->run->fetch, &asker->run->endpoints[s], trouble);
		plan_abandon(asker->plan, s);
		asker->closed[s] = true;
		/* fall through */
	case VERDICT_DROP:
		ask_leave_open(asker, s, flight->batch, trouble,
		    response->received_at > 0 ? response->received_at : clock_now());
		break;
	}
}
