/*
 * A peer in; what it did and why it waits, for people, out.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "fetch/job.h"

/* The service asked for it, in this run or (no status) in another. */
static void
say_held(struct peer *peer, const char *duration)
{
	const struct pacer *pacer = peer->pacer;

	if (pacer->held_status == 0)
		snprintf(peer->waiting, sizeof peer->waiting,
		    "waiting %s, as an earlier run was told", duration);
	else
		snprintf(peer->waiting, sizeof peer->waiting, "%d, waiting %s (%s)",
		    pacer->held_status, duration,
		    pacer->held_hinted ? "as told" : "no Retry-After");
}

static void
say_waiting(struct peer *peer, int64_t now)
{
	const struct pacer *pacer = peer->pacer;
	const struct pace_state *state = &pacer->state;
	int64_t limit = pace_limit(state, &pacer->rule);
	bool open = state->window_end > now;
	char duration[24];

	peer->waiting[0] = '\0';
	if (state->held_until > now) {
		peer_duration(state->held_until - now, duration);
		say_held(peer, duration);
	} else if (limit > 0 && open && state->window_left <= 0) {
		peer_duration(state->window_end - now, duration);
		snprintf(peer->waiting, sizeof peer->waiting,
		    "window: 0 of %" PRId64 " left, opens in %s", limit, duration);
	} else if (peer->queued > 0 && peer->retry_at > now) {
		peer_duration(peer->retry_at - now, duration);
		snprintf(peer->waiting, sizeof peer->waiting, "%s, waiting %s",
		    peer->retry_words, duration);
	} else if (limit > 0 && open && state->window_left <= limit / 10) {
		snprintf(peer->waiting, sizeof peer->waiting,
		    "window: %" PRId64 " of %" PRId64 " left", state->window_left, limit);
	}
}

void
fetch_tally(
    const struct fetch *fetch, const struct source *source, struct fetch_tally *tally)
{
	struct peer *peer = fetch_find_peer(fetch, source);
	int64_t now = clock_milliseconds();

	*tally = (struct fetch_tally){ 0 };
	if (peer == NULL)
		return;
	*tally = peer->tally;
	tally->next_ms = pacer_known_wait(peer->pacer, now);
	if (!peer->closed && fetch->stopped == 0) {
		say_waiting(peer, now);
		if (peer->waiting[0] != '\0')
			tally->waiting = peer->waiting;
	}
	if (peer->trouble[0] != '\0')
		tally->trouble = peer->trouble;
}
