/*
 * ASK: the cache is made to know what it can.  Wishes enter; answers are in
 * the cache when all turns are taken.  One thread, one loop, no rounds: each
 * source sends when its pace allows, and what is learned goes back to the plan.
 */
#include "ask/inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/stop.h"

enum {
	TURN = 64,           /* responses committed together */
	GRACE = 30000,       /* ms for what is on the wire at the end */
	ANSWER_BYTES = 4096, /* of disk, what one is reckoned with */
};

static size_t
answers(const struct session *session)
{
	size_t answered = 0;

	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		answered += lane->tally.answered;
	return answered;
}

static struct flight *
flight_of(const struct fetched *landed)
{
	return (struct flight *)landed->request;
}

/* What a response that was committed settles is heard; the flight is over. */
static void
follow_up(struct asker *asker, struct fetched *landed)
{
	struct flight *flight = flight_of(landed);
	const struct batch *batch = flight->batch;

	for (size_t w = 0; w < batch->count; w++)
		if (batch->wishes[w]->state == WISH_ANSWERED)
			ask_hear(asker, batch->wishes[w]);
	ask_settle(asker);
	fetch_release(asker->session->fetch, landed);
	arena_free(flight->arena);
}

/*
 * Responses that are ready are read, committed together, and only then
 * followed up.  false: our machine failed.
 */
static bool
take_what_came(struct asker *asker, int timeout_ms)
{
	struct session *session = asker->session;
	struct fetched landed[TURN];
	size_t count = 0;

	while (count < TURN &&
	    fetch_step(session->fetch, count == 0 ? timeout_ms : 0, &landed[count])) {
		ask_land(asker, flight_of(&landed[count]), &landed[count].response);
		count++;
	}
	/* Also when nothing came: a source that was shut left attempts. */
	if (session_commit(session) != 0)
		return false;
	session->tally.kept = answers(session);
	for (size_t i = 0; i < count; i++)
		follow_up(asker, &landed[i]);
	return true;
}

/* Nothing more is sent; what waits is not asked. */
static void
abandon_all(struct asker *asker, const char *why)
{
	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next)
		if (plan_abandon(lane->plan) > 0)
			lane->tally.why_not = why;
}

/* A signal, or the time is up: what is on the wire may come, for a while. */
static void
look_for_end(struct asker *asker)
{
	struct session *session = asker->session;
	int64_t now = clock_milliseconds();

	if (stop_signal() != 0 && !session->tally.stopped) {
		session->tally.stopped = true;
		fetch_stop(session->fetch);
	} else if (now >= asker->deadline && !asker->is_over) {
		fetch_finish(session->fetch);
	} else if (asker->is_over && now - asker->deadline >= GRACE) {
		fetch_stop(session->fetch);
	}
	asker->is_over = session->tally.stopped || now >= asker->deadline;
	/* Each time: what came meanwhile may have taught something. */
	if (asker->is_over)
		abandon_all(asker,
		    session->tally.stopped ? "the run was stopped" : "--max-runtime");
}

bool
ask_turn(struct asker *asker)
{
	int64_t wait, left;

	look_for_end(asker);
	if (asker->failed ||
	    (!ask_has_queue(asker) && fetch_in_flight(asker->session->fetch) == 0 &&
		(asker->is_over || !ask_fill(asker))))
		return false;
	wait = asker->is_over ? 100 : ask_send(asker);
	left = asker->deadline - clock_milliseconds();
	if (wait > 100)
		wait = 100;
	if (!asker->is_over && wait > left)
		wait = left < 0 ? 0 : left;
	asker->failed = !take_what_came(asker, (int)wait);
	arena_rest_scattered_at(asker->arena, asker->turns);
	arena_rest_scattered_at(asker->session->arena, asker->turns++);
	return true;
}

static bool
has_room(const struct session *session)
{
	struct cache_trouble trouble = { 0 };
	size_t questions = 0;

	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		questions += lane->tally.wanted - lane->tally.fresh;
	if (questions == 0 ||
	    cache_has_room(session->cache, questions * ANSWER_BYTES, &trouble))
		return true;
	log_error("%s", trouble.words);
	return false;
}

int
ask_open(struct asker **out, struct session *session, struct evidence *evidence)
{
	struct asker *asker = ask_make_plan(session, evidence);

	*out = asker;
	if (!has_room(session)) {
		ask_forget_plan(asker);
		return STATUS_IO;
	}
	asker->began = clock_milliseconds();
	/* All entries were gone through; now it is the turn of a few. */
	arena_rest(asker->arena);
	arena_rest(session->arena);
	return 0;
}

/* Requests made that no plan could name, but it said might follow. */
static size_t
follow_ups(const struct source_tally *asked, const struct fetch_tally *sent)
{
	size_t known = asked->planned.requests + sent->retries + sent->redirects;
	size_t beyond = sent->requests > known ? sent->requests - known : 0;
	size_t most = asked->more + asked->alone;

	return beyond < most ? beyond : most;
}

static void
count_up(const struct session *session)
{
	for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		struct source_tally *asked = &lane->tally;
		struct fetch_tally sent = { 0 };

		fetch_tally(session->fetch, lane->source, &sent);
		asked->requests = sent.requests;
		/* It is told of when fetch/ is closed. */
		if (sent.trouble != NULL) {
			asked->trouble = arena_text(session->arena, sent.trouble);
			asked->trouble_since = sent.trouble_since;
		}
		if (sent.next_ms > 0)
			asked->opens_at = clock_now() + (sent.next_ms + 999) / 1000;
		asked->retries = sent.retries;
		asked->limited = sent.limited;
		asked->bytes = sent.bytes;
		asked->waited_ms = sent.waited_ms;
		asked->follow_ups = follow_ups(asked, &sent);
		asked->not_asked = asked->wanted - asked->fresh - asked->answered -
		    asked->open;
	}
}

/* Nothing was to be asked, and nothing is before then; 0: something was. */
static int64_t
next_due(const struct asker *asker)
{
	for (const struct lane *lane = asker->session->lanes; lane != NULL;
	     lane = lane->next)
		if (lane->tally.wanted != lane->tally.fresh || lane->tally.requests > 0 ||
		    lane->tally.trouble != NULL || lane->tally.why_not != NULL)
			return 0;
	return asker->from_future > 0 || asker->failed ? 0 : asker->stale_at;
}

int
ask_close(struct asker *asker)
{
	struct session *session = asker->session;
	bool failed = asker->failed;

	session->tally.seconds = (double)(clock_milliseconds() - asker->began) / 1000;
	count_up(session);
	session->tally.due = next_due(asker);
	ask_forget_plan(asker);
	return failed ? STATUS_IO : 0;
}
