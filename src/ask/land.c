/*
 * A response enters; answers in the cache (not yet committed) and the state of
 * their wishes leave, or the batch goes back to the plan.
 */
#include "ask/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "source/source.h"

/*
 * What a list did not hold: on its next page, as long as a page answers more
 * than its own request costs, else each alone.
 */
static void
look_further(const struct flight *flight, const struct response *response,
    struct wish **rest, size_t left)
{
	struct lane *lane = flight->lane;

	if (response->next_path != NULL && flight->batch->count - left > 1 &&
	    left >= lane->source->gather_least) {
		lane->tally.alone++;
		plan_page(lane->plan, flight->batch, rest, left, response->next_path);
		return;
	}
	lane->tally.alone += left;
	for (size_t i = 0; i < left; i++)
		plan_alone(lane->plan, rest[i]);
}

static void
take(struct asker *asker, struct flight *flight, const struct response *response)
{
	const struct source *source = flight->lane->source;
	struct batch *batch = flight->batch;
	struct wish **rest = arena_alloc(
	    flight->arena, (batch->count + 1) * sizeof(struct wish *));
	size_t left = 0;
	size_t count = batch->count + batch->company_count;
	struct answer *answers = arena_alloc(flight->arena, count * sizeof *answers);

	for (size_t i = 0; i < count; i++) {
		answers[i] = ask_answer(
		    flight->lane, batch->questions[i].subject, response->received_at);
		answers[i].http_status = response->status;
		answers[i].asked_version = source->asked_version;
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
		source->read(&flight->request, response, flight->arena, answers);
	if (batch->count > 1 && source->lists_changes) {
		ask_take_changes(asker, flight, response, answers);
		return;
	}
	for (size_t i = 0; i < batch->count; i++) {
		/* A list proves nothing about what is not in it. */
		if (batch->count > 1 && source->lists &&
		    answers[i].state == ANSWER_UNANSWERED)
			rest[left++] = batch->wishes[i];
		else
			ask_take_answer(asker, flight, &answers[i], batch->wishes[i]);
	}
	look_further(flight, response, rest, left);
	for (size_t i = batch->count; i < count; i++)
		ask_take_company(asker, flight, i - batch->count, &answers[i]);
	plan_search_rest(flight->lane->plan, batch);
}

static void
drop_key(struct asker *asker, const struct source *source)
{
	const struct service *service = source->service;

	if (session_lane(asker->session, source)->endpoint.key != NULL)
		log_warning("%s refused the key in %s; going on without it",
		    source->title, service->key_variables[0]);
	/* One key, however many sources the service is. */
	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next)
		if (lane->source->service == service) {
			lane->endpoint.key = NULL;
			plan_gather(lane->plan, !lane->source->gather_needs_key);
		}
}

static void
again_without_key(const struct flight *flight)
{
	if (!flight->lane->source->gather_needs_key)
		plan_again(flight->lane->plan, flight->batch);
	else
		for (size_t i = 0; i < flight->batch->count; i++)
			plan_alone(flight->lane->plan, flight->batch->wishes[i]);
}

static void
leave_unasked(const struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		batch->wishes[i]->state = WISH_NOT_ASKED;
}

/* In the service's own words, where it has some; none that hold the key. */
static const char *
in_its_words(
    struct arena *arena, const struct flight *flight, const struct response *response)
{
	const char *words = source_words(arena, response);
	const char *key = flight->lane->endpoint.key;

	if (words == NULL || (key != NULL && strstr(words, key) != NULL))
		return "";
	return arena_printf(
	    arena, ": %s", text_shorten(arena, text_for_terminal(arena, words), 80));
}

/* Why nothing can be read from a response. */
static const char *
trouble_of(const struct flight *flight, const struct response *response)
{
	const char *what = "a reply that cannot be right";
	struct arena *arena = flight->arena;

	if (response->exchange != EXCHANGE_REPLIED)
		return response->trouble != NULL ? response->trouble : "no reply";
	/* RFC 6585: who gives it is the network, not the service. */
	if (response->status == 511)
		what = "the network wants a login first";
	else if (response->body_length == 0)
		what = "an empty reply";
	else if (strcmp(response->content_type, "text/html") == 0)
		what = "a web page in place of data";
	else if (response->status != 200)
		return arena_printf(arena, "HTTP status %d%s", response->status,
		    in_its_words(arena, flight, response));
	return arena_printf(arena, "%s (HTTP %d)%s", what, response->status,
	    in_its_words(arena, flight, response));
}

/* What a source says about a response, decided for a batch of this size. */
static enum verdict
verdict_on(
    struct asker *asker, const struct flight *flight, const struct response *response)
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
	verdict = flight->lane->source->split(
	    &flight->request, response, flight->with_key);
	if (verdict == VERDICT_RETRY && fetch_repeats(response->status))
		return VERDICT_DROP;
	if (verdict == VERDICT_RETRY || verdict == VERDICT_FALSE)
		return ask_try_again(asker, flight, verdict);
	flight->lane->vain = 0;
	if (verdict == VERDICT_HALVE && flight->batch->count == 1)
		return VERDICT_DROP;
	return verdict;
}

/* The day's allowance, or no key: nobody failed, nothing was answered. */
static void
spend(struct flight *flight, enum verdict verdict)
{
	struct lane *lane = flight->lane;

	leave_unasked(flight->batch);
	plan_abandon(lane->plan);
	lane->state = LANE_SPENT;
	lane->tally.why_not = verdict == VERDICT_SPENT ? "its allowance is spent"
						       : "it answers only with a key";
}

/* What waits behind it, unless it is one alone, is left open when it would be its turn. */
static void
give_up(struct asker *asker, const struct flight *flight, const struct response *response,
    bool alone, const char *trouble)
{
	struct lane *lane = flight->lane;

	if (!alone)
		fetch_leave_alone(asker->session->fetch, &lane->endpoint, trouble);
	ask_note_trouble(asker, lane, trouble);
	ask_leave_open(asker, lane, flight->batch, trouble,
	    response->received_at > 0 ? response->received_at : clock_now());
}

void
ask_land(struct asker *asker, struct flight *flight, const struct response *response)
{
	const char *trouble = NULL;
	struct lane *lane = flight->lane;
	enum verdict verdict;

	lane->in_flight -= flight->batch->count;
	if (asker->is_over && response->exchange == EXCHANGE_STOPPED &&
	    response->attempts == 0) {
		/* It never left. */
		plan_release_rest(lane->plan, flight->batch);
		leave_unasked(flight->batch);
		return;
	}
	if (ask_changes_failed(asker, flight, response))
		return;
	verdict = verdict_on(asker, flight, response);
	if (verdict != VERDICT_TAKE && verdict != VERDICT_RETRY &&
	    verdict != VERDICT_DROP_KEY)
		plan_release_rest(lane->plan, flight->batch);
	switch (verdict) {
	case VERDICT_TAKE:
		lane->unsure = 0;
		ask_fitted(asker, flight);
		take(asker, flight, response);
		break;
	case VERDICT_RETRY:
	case VERDICT_FALSE:
		plan_again(lane->plan, flight->batch);
		break;
	case VERDICT_HALVE:
		if (response->status == 413 || response->status == 414)
			ask_too_long(flight);
		flight->batch->failures += fetch_repeats(response->status);
		plan_halve(lane->plan, flight->batch);
		break;
	case VERDICT_DROP_KEY:
		drop_key(asker, lane->source);
		again_without_key(flight);
		break;
	case VERDICT_WANTS_KEY:
	case VERDICT_SPENT:
		spend(flight, verdict);
		break;
	case VERDICT_SPOILT:
		if (ask_find_spoiler(asker, flight, response))
			break;
		trouble = "refuses all that is asked";
		/* fall through */
	case VERDICT_STOP:
	case VERDICT_DROP:
		give_up(asker, flight, response, verdict == VERDICT_DROP,
		    trouble != NULL ? trouble : trouble_of(flight, response));
		break;
	}
}
