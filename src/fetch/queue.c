/*
 * Waiting requests in; each goes to the wire when its slot has come, or is
 * handed out when it has none in this run.
 */
#include "base/clock.h"
#include "fetch/job.h"

/* A source in trouble gets no pile of new requests behind its retries. */
#define QUEUED_MOST 4

void
queue_leave(struct fetch *fetch, struct job *job, int64_t now)
{
	TAILQ_REMOVE(&fetch->waiting, job, link);
	job->peer->queued--;
	/* A turn's `now` may be a moment older than what it queued. */
	if (now > job->queued_at)
		job->peer->tally.waited_ms += now - job->queued_at;
}

void
queue_consider(struct fetch *fetch, struct job *job, int64_t now)
{
	struct peer *peer = job->peer;
	struct pacer *pacer = peer->pacer;

	if (fetch->finishing || peer->closed || peer_is_shut(peer, now)) {
		queue_leave(fetch, job, now);
		job_give_up(fetch, job,
		    peer->closed && peer->trouble[0] != '\0' ? peer->trouble
			: fetch->finishing ? "the time for asking is over"
					   : "the service asks for a longer wait");
		return;
	}
	if (job->due > now || pacer->flying >= pacer->rule.concurrent)
		return;
	if (job->reserved && !pacer_depart(pacer, job->due, now))
		job->reserved = false;
	if (!job->reserved) {
		if (pacer_wait(pacer, now) > 0)
			return;
		job->due = pacer_reserve(pacer, now);
		job->reserved = true;
	}
	if (job->due > now)
		return;
	queue_leave(fetch, job, now);
	job_launch(fetch, job, now);
}

void
queue_consider_all(struct fetch *fetch)
{
	int64_t now = clock_milliseconds();
	struct job *job, *next;

	for (job = TAILQ_FIRST(&fetch->waiting); job != NULL; job = next) {
		next = TAILQ_NEXT(job, link);
		queue_consider(fetch, job, now);
	}
}

int64_t
queue_next_event(const struct fetch *fetch, int64_t now, int64_t until)
{
	const struct job *job;
	int64_t at;

	TAILQ_FOREACH(job, &fetch->waiting, link)
	{
		const struct pacer *pacer = job->peer->pacer;

		if (pacer->flying >= pacer->rule.concurrent)
			continue;
		at = job->due;
		if (!job->reserved && now + pacer_known_wait(pacer, now) > at)
			at = now + pacer_known_wait(pacer, now);
		if (at < until)
			until = at;
	}
	return until < now ? now : until;
}

/* Retries of this service go first: until they are sent, 0 is no answer. */
static int64_t
wait_behind(const struct fetch *fetch, const struct peer *peer, int64_t now, int64_t wait)
{
	const struct pacer *pacer = peer->pacer;
	const struct job *job;
	int64_t first = INT64_MAX;

	TAILQ_FOREACH(job, &fetch->waiting, link)
	{
		if (job->peer->pacer == pacer && job->due < first)
			first = job->due;
	}
	if (first <= now)
		wait += pacer->rule.interval + 1;
	else if (peer->queued >= QUEUED_MOST + pacer->rule.concurrent &&
	    wait < first - now)
		wait = first - now;
	/* Busy: a reply ends fetch_step sooner than this. */
	if (wait == 0 && pacer->flying >= pacer->rule.concurrent)
		wait = 1000;
	return wait;
}

int64_t
fetch_wait(struct fetch *fetch, const struct endpoint *endpoint, int64_t patience)
{
	struct peer *peer = fetch_peer(fetch, endpoint);
	int64_t now = clock_milliseconds();
	int64_t wait;

	peer->patience = patience;
	if (fetch->stopped != 0 || fetch->finishing || peer->closed)
		return -1;
	wait = pacer_wait(peer->pacer, now);
	if (peer_is_shut(peer, now))
		return -1;
	wait = wait_behind(fetch, peer, now, wait);
	if (wait > 0)
		peer_wish(peer, now, now + wait);
	return wait;
}

void
fetch_leave_alone(
    struct fetch *fetch, const struct endpoint *endpoint, const char *reason)
{
	peer_close(
	    fetch_peer(fetch, endpoint), reason == NULL ? "left alone" : reason, 0);
}

void
fetch_hold(struct fetch *fetch, const struct endpoint *endpoint, int64_t ms)
{
	pacer_hold(
	    fetch_peer(fetch, endpoint)->pacer, ms, 200, false, clock_milliseconds());
}
