/*
 * ASK: the cache is made to know what it can.  Wishes enter; answers are in
 * the cache when this returns.  One thread, one loop, no rounds: each source
 * sends when its pace allows, and what is learned goes back to the plan.
 */
#include "ask/inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/stop.h"
#include "say/say.h"

enum {
	TURN = 64,     /* responses committed together */
	GRACE = 30000, /* ms for what is on the wire at the end */
};

/* May a source earlier in the registry still teach `s` something? */
static bool
teachers_busy(const struct asker *asker, size_t s)
{
	const struct run *run = asker->run;

	for (size_t t = 0; t < s; t++)
		if ((run->sources[t]->teaches & run->sources[s]->accepts) != 0 &&
		    !asker->closed[t] &&
		    (asker->in_flight[t] > 0 || plan_queued(asker->plan, t) > 0))
			return true;
	return false;
}

static bool
may_be_partial(struct asker *asker, size_t s)
{
	int64_t hold = (int64_t)(ASK_HOLD * 1000 * asker->run->settings->pace_scale);

	if (asker->free_since[s] == 0)
		asker->free_since[s] = clock_milliseconds();
	return !teachers_busy(asker, s) ||
	    clock_milliseconds() - asker->free_since[s] >= hold;
}

/* A lone question about a known answer can be asked conditionally. */
static void
add_validator(struct asker *asker, size_t s, struct flight *flight)
{
	struct answer known;

	if (flight->request.question_count == 1 &&
	    cache_get(asker->run->cache, flight->arena, asker->run->origins[s],
		asker->run->sources[s]->name, flight->batch->questions[0].subject,
		INT64_MAX, 0, true, &known) &&
	    known.state == ANSWER_FOUND && known.body != NULL)
		flight->request.if_none_match = known.etag;
}

static void
send(struct asker *asker, size_t s, struct batch *batch)
{
	struct run *run = asker->run;
	struct arena *arena = arena_new();
	struct flight *flight = arena_alloc(arena, sizeof *flight);

	flight->arena = arena;
	flight->batch = batch;
	flight->with_key = run->endpoints[s].key != NULL;
	flight->request.source = run->sources[s];
	ask_accompany(asker, batch);
	run->sources[s]->ask(batch->questions, batch->count + batch->company_count, arena,
	    &flight->request);
	flight->request.failures = batch->failures;
	flight->request.repeats = batch->repeats;
	if (batch->path != NULL)
		flight->request.path = batch->path;
	if (flight->request.question_count < batch->count)
		plan_put_back(asker->plan, batch, flight->request.question_count);
	batch->company_count = flight->request.question_count - batch->count;
	add_validator(asker, s, flight);
	asker->in_flight[s] += batch->count;
	asker->free_since[s] = 0;
	fetch_start(run->fetch, &run->endpoints[s], &flight->request);
}

/*
 * A source will not be asked any more.  After trouble what is left counts as
 * unanswered; when its window is only used up, as not asked.
 */
static void
close_source(struct asker *asker, size_t s)
{
	struct fetch_tally tally = { 0 };
	struct batch *batch;

	fetch_tally(asker->run->fetch, asker->run->sources[s], &tally);
	while (tally.trouble != NULL && !asker->spent[s] &&
	    (batch = plan_next(asker->plan, s, true)) != NULL) {
		plan_release_rest(asker->plan, batch);
		ask_leave_open(asker, s, batch, tally.trouble, clock_now());
	}
	if (plan_abandon(asker->plan, s) > 0)
		asker->run->asking[s].why_not = arena_text(
		    asker->run->arena, tally.waiting);
	asker->closed[s] = true;
}

/* Send what may be sent; milliseconds until somebody may send again. */
static int64_t
send_what_may(struct asker *asker)
{
	int64_t soonest = 1000;

	for (size_t s = 0; s < asker->run->source_count; s++) {
		struct endpoint *endpoint = &asker->run->endpoints[s];
		while (plan_has(asker->plan, s, true)) {
			int64_t wait = fetch_wait(
			    asker->run->fetch, endpoint, ASK_PATIENCE);
			if (wait < 0) {
				close_source(asker, s);
				break;
			}
			if (wait > 0) {
				soonest = wait < soonest ? wait : soonest;
				break;
			}
			struct batch *batch = plan_next(
			    asker->plan, s, may_be_partial(asker, s));
			if (batch == NULL)
				break;
			send(asker, s, batch);
		}
	}
	return soonest;
}

static size_t
answers(const struct run *run)
{
	size_t answered = 0;

	for (size_t s = 0; s < run->source_count; s++)
		answered += run->asking[s].answered;
	return answered;
}

/*
 * One turn: responses that are ready are read, committed together, and only
 * then followed up.  false: our machine failed.
 */
static bool
turn(struct asker *asker, int timeout_ms)
{
	struct fetched landed[TURN];
	struct cache_trouble trouble;
	size_t count = 0;

	while (count < TURN &&
	    fetch_step(asker->run->fetch, count == 0 ? timeout_ms : 0, &landed[count])) {
		ask_land(asker, (struct flight *)landed[count].request,
		    &landed[count].response);
		count++;
	}
	/* Also when nothing came: a source that was closed left attempts. */
	if (!cache_commit(asker->run->cache, &trouble)) {
		log_error("%s", trouble.words);
		if (trouble.lost)
			asker->run->kept = 0;
		return false;
	}
	asker->run->kept = answers(asker->run);
	for (size_t i = 0; i < count; i++) {
		struct flight *flight = (struct flight *)landed[i].request;
		for (size_t w = 0; w < flight->batch->count; w++)
			if (flight->batch->wishes[w]->state == WISH_ANSWERED)
				ask_settle(asker, flight->batch->wishes[w]);
		fetch_release(asker->run->fetch, &landed[i]);
		arena_free(flight->arena);
	}
	return true;
}

static bool
is_dry(const struct asker *asker)
{
	for (size_t s = 0; s < asker->run->source_count; s++)
		if (plan_queued(asker->plan, s) > 0)
			return false;
	return fetch_in_flight(asker->run->fetch) == 0;
}

static void
count_up(struct asker *asker)
{
	struct run *run = asker->run;

	for (size_t s = 0; s < run->source_count; s++) {
		struct fetch_tally tally = { 0 };
		struct asking *asking = &run->asking[s];
		fetch_tally(run->fetch, run->sources[s], &tally);
		asking->requests = tally.requests;
		asking->trouble = tally.trouble;
		asking->trouble_since = tally.trouble_since;
		asking->retries = tally.retries;
		asking->limited = tally.limited;
		asking->bytes = tally.bytes;
		asking->waited_ms = tally.waited_ms;
		asking->follow_ups = ask_follow_ups(asking, &tally);
		asking->not_asked = asking->wanted - asking->fresh - asking->answered -
		    asking->open;
	}
}

/* Nothing more is sent; what waits is not asked. */
static void
abandon_all(struct asker *asker, const char *why)
{
	struct run *run = asker->run;

	for (size_t s = 0; s < run->source_count; s++)
		if (plan_queued(asker->plan, s) > 0) {
			plan_abandon(asker->plan, s);
			run->asking[s].why_not = why;
		}
}

/* A signal, or the time is up: what is on the wire may come, for a while. */
static void
look_for_end(struct asker *asker)
{
	int64_t now = clock_milliseconds();

	if (stop_signal() != 0 && !asker->run->stopped) {
		asker->run->stopped = true;
		fetch_stop(asker->run->fetch);
	} else if (now >= asker->deadline && !asker->is_over) {
		fetch_finish(asker->run->fetch);
	} else if (asker->is_over && now - asker->deadline >= GRACE) {
		fetch_stop(asker->run->fetch);
	}
	asker->is_over = asker->run->stopped || now >= asker->deadline;
	/* Each time: what came meanwhile may have taught something. */
	if (asker->is_over)
		abandon_all(
		    asker, asker->run->stopped ? "the run was stopped" : "--max-runtime");
}

static bool
ask_all(struct asker *asker)
{
	bool good = true;
	size_t turns = 0;

	/* All entries were gone through; now it is the turn of a few. */
	arena_rest(asker->arena);
	arena_rest(asker->run->arena);
	for (look_for_end(asker);
	     good && (!is_dry(asker) || (!asker->is_over && ask_fill(asker)));
	     look_for_end(asker)) {
		int64_t wait = asker->is_over ? 100 : send_what_may(asker);
		int64_t left = asker->deadline - clock_milliseconds();
		if (wait > 100)
			wait = 100;
		if (!asker->is_over && wait > left)
			wait = left < 0 ? 0 : left;
		good = turn(asker, (int)wait);
		progress_show(asker->run, asker->plan);
		arena_rest_scattered_at(asker->arena, turns);
		arena_rest_scattered_at(asker->run->arena, turns++);
	}
	return good;
}

int
ask(struct run *run)
{
	struct asker asker;
	int64_t began;
	bool good;

	ask_make_plan(&asker, run);
	if (!ask_has_room(run)) {
		ask_forget_plan(&asker);
		return STATUS_IO;
	}
	run_open_fetch(run);
	progress_open(run);
	began = clock_milliseconds();
	good = ask_all(&asker);
	run->asked_seconds = (double)(clock_milliseconds() - began) / 1000;
	progress_close();
	count_up(&asker);
	ask_forget_plan(&asker);
	return good ? 0 : STATUS_IO;
}
