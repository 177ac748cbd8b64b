/*
 * A lane in; what it did and why it waits, for people, out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "fetch/job.h"

/* The service asked for it, in this run or (no status) in another. */
static void
say_held(struct lane *lane, const char *duration)
{
	const struct pacer *pacer = lane->pacer;

	if (pacer->held_status == 0)
		snprintf(lane->waiting, sizeof lane->waiting,
		    "waiting %s, as an earlier run was told", duration);
	else
		snprintf(lane->waiting, sizeof lane->waiting, "%d, waiting %s (%s)",
		    pacer->held_status, duration,
		    pacer->held_hinted ? "as told" : "no Retry-After");
}

static void
say_waiting(struct lane *lane, int64_t now)
{
	const struct pacer *pacer = lane->pacer;
	const struct pace_state *state = &pacer->state;
	int64_t limit = pace_limit(state, &pacer->rule);
	bool open = state->window_end > now;
	char duration[24];

	lane->waiting[0] = '\0';
	if (state->held_until > now) {
		lane_duration(state->held_until - now, duration);
		say_held(lane, duration);
	} else if (limit > 0 && open && state->window_left <= 0) {
		lane_duration(state->window_end - now, duration);
		snprintf(lane->waiting, sizeof lane->waiting,
		    "window: 0 of %" PRId64 " left, opens in %s", limit, duration);
	} else if (lane->queued > 0 && lane->retry_at > now) {
		lane_duration(lane->retry_at - now, duration);
		snprintf(lane->waiting, sizeof lane->waiting, "%s, waiting %s",
		    lane->retry_words, duration);
	} else if (limit > 0 && open && state->window_left <= limit / 10) {
		snprintf(lane->waiting, sizeof lane->waiting,
		    "window: %" PRId64 " of %" PRId64 " left", state->window_left, limit);
	}
}

void
fetch_tally(
    const struct fetch *fetch, const struct source *source, struct fetch_tally *tally)
{
	struct lane *lane = fetch_find_lane(fetch, source);
	int64_t now = clock_milliseconds();

	*tally = (struct fetch_tally){ 0 };
	if (lane == NULL)
		return;
	*tally = lane->tally;
	tally->next_ms = pacer_known_wait(lane->pacer, now);
	if (!lane->closed && fetch->stopped == 0) {
		say_waiting(lane, now);
		if (lane->waiting[0] != '\0')
			tally->waiting = lane->waiting;
	}
	if (lane->trouble[0] != '\0')
		tally->trouble = lane->trouble;
}
