/*
 * What waits in the plan enters; requests leave, as each source's pace and the
 * wait for its teachers allow.
 */
#include "ask/inside.h"

#include "base/arena.h"
#include "base/clock.h"

/* May a source earlier in the registry still teach this one something? */
static bool
teachers_busy(const struct asker *asker, const struct lane *lane)
{
	for (const struct lane *t = asker->session->lanes; t != lane; t = t->next)
		if ((t->source->teaches & lane->source->accepts) != 0 &&
		    t->state == LANE_OPEN &&
		    (t->in_flight > 0 || plan_queued(t->plan) > 0))
			return true;
	return false;
}

/*
 * Searches wait for nobody and teach one title at a time: what they teach is
 * gathered, or each find would cost a request of its own.
 */
static bool
searches_busy(const struct asker *asker, const struct lane *lane)
{
	for (const struct lane *t = asker->session->lanes; t != NULL; t = t->next)
		if (t != lane && t->source->accepts == IDENTIFIER_BIT(IDENTIFIER_TITLE) &&
		    (t->source->teaches & lane->source->accepts) != 0 &&
		    t->state == LANE_OPEN &&
		    (t->in_flight > 0 || plan_queued(t->plan) > 0))
			return true;
	return false;
}

static bool
may_be_partial(const struct asker *asker, struct lane *lane)
{
	int64_t hold = (int64_t)(ASK_HOLD * 1000 * asker->session->settings->pace_scale);
	int64_t now = clock_milliseconds();

	if (lane->free_since == 0)
		lane->free_since = now;
	/* The first goes at once, for it teaches others; the last while there is time. */
	if (lane->was_asked && lane->source->batch > 1 && searches_busy(asker, lane) &&
	    asker->deadline - now > hold)
		return false;
	return !teachers_busy(asker, lane) ||
	    clock_milliseconds() - lane->free_since >= hold;
}

/* A lone question about a known answer can be asked conditionally. */
static void
add_validator(const struct asker *asker, struct flight *flight)
{
	struct answer known;

	if (flight->request.question_count == 1 &&
	    cache_get(asker->session->cache, flight->arena, flight->lane->origin,
		flight->lane->source->name, flight->batch->questions[0].subject,
		INT64_MAX, 0, true, &known) &&
	    known.state == ANSWER_FOUND && known.body != NULL)
		flight->request.if_none_match = known.etag;
}

static void
send(struct asker *asker, struct lane *lane, struct batch *batch)
{
	struct arena *arena = arena_new();
	struct flight *flight = arena_alloc(arena, sizeof *flight);

	flight->arena = arena;
	flight->lane = lane;
	flight->batch = batch;
	flight->with_key = lane->endpoint.key != NULL;
	flight->request.source = lane->source;
	ask_accompany(asker, lane, batch);
	lane->source->ask(batch->questions, batch->count + batch->company_count, arena,
	    &flight->request);
	/* Company stands behind, where an address may end too soon. */
	flight->request.has_known = batch->has_known &&
	    flight->request.question_count == batch->count + batch->company_count;
	flight->request.failures = batch->failures;
	flight->request.repeats = batch->repeats;
	if (batch->path != NULL)
		flight->request.path = batch->path;
	if (flight->request.question_count < batch->count)
		plan_put_back(lane->plan, batch, flight->request.question_count);
	batch->company_count = flight->request.question_count - batch->count;
	add_validator(asker, flight);
	lane->in_flight += batch->count;
	lane->free_since = 0;
	lane->was_asked = true;
	fetch_start(asker->session->fetch, &lane->endpoint, &flight->request);
}

/*
 * A source will not be asked any more.  After trouble what is left counts as
 * unanswered; when its window is only used up, as not asked.
 */
static void
shut(struct asker *asker, struct lane *lane)
{
	struct fetch_tally tally = { 0 };
	struct batch *batch;

	fetch_tally(asker->session->fetch, lane->source, &tally);
	while (tally.trouble != NULL && lane->state != LANE_SPENT &&
	    (batch = plan_next(lane->plan, true)) != NULL) {
		plan_release_rest(lane->plan, batch);
		ask_leave_open(asker, lane, batch, tally.trouble, clock_now());
	}
	if (plan_abandon(lane->plan) > 0)
		lane->tally.why_not = arena_text(asker->session->arena, tally.waiting);
	if (lane->state != LANE_SPENT)
		lane->state = LANE_SHUT;
}

int64_t
ask_send(struct asker *asker)
{
	int64_t soonest = 1000;

	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next)
		while (plan_has(lane->plan, true)) {
			int64_t wait = fetch_wait(
			    asker->session->fetch, &lane->endpoint, ASK_PATIENCE);
			if (wait < 0) {
				shut(asker, lane);
				break;
			}
			if (wait > 0) {
				soonest = wait < soonest ? wait : soonest;
				break;
			}
			struct batch *batch = plan_next(
			    lane->plan, may_be_partial(asker, lane));
			if (batch == NULL)
				break;
			send(asker, lane, batch);
		}
	return soonest;
}
