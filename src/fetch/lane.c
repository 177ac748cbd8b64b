/*
 * Events of one source in; its tally, in numbers and words, out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "fetch/lane.h"

/* In halves of a retry: what there is at most, and one for each good reply. */
#define CREDIT_MOST 20
#define RETRY_COSTS 2

unsigned
lane_budget(const struct lane *lane)
{
	return (CREDIT_MOST - lane->spent) / RETRY_COSTS;
}

void
lane_retries(struct lane *lane)
{
	lane->tally.retries++;
	lane->spent += RETRY_COSTS;
	if (lane->spent > CREDIT_MOST)
		lane->spent = CREDIT_MOST;
}

void
lane_trouble(struct lane *lane, const char *words, int status)
{
	/* Why it was closed says more than what came behind. */
	if (lane->closed)
		return;
	snprintf(lane->trouble, sizeof lane->trouble, "%s", words);
	lane->tally.trouble_status = status;
	if (lane->tally.trouble_since == 0)
		lane->tally.trouble_since = clock_now();
}

void
lane_close(struct lane *lane, const char *words, int status)
{
	if (lane->closed)
		return;
	lane_trouble(lane, words, status);
	lane->closed = true;
}

void
lane_good(struct lane *lane)
{
	/* Where one in four fails it goes on; where nothing comes it soon ends. */
	lane->spent -= lane->spent > 0;
	if (lane->closed)
		return;
	lane->trouble[0] = '\0';
	lane->tally.trouble_status = 0;
	lane->tally.trouble_since = 0;
}

void
lane_wish(struct lane *lane, int64_t now, int64_t until)
{
	if (lane->wished_at == 0)
		lane->wished_at = now;
	lane->wish_until = until;
}

void
lane_wish_over(struct lane *lane, int64_t now)
{
	if (lane->wished_at == 0)
		return;
	/* Idle time behind the wait is not counted. */
	if (now > lane->wish_until)
		now = lane->wish_until;
	lane->tally.waited_ms += now - lane->wished_at;
	lane->wished_at = 0;
}

bool
lane_is_shut(const struct lane *lane, int64_t now)
{
	int64_t patience = lane->patience;

	if (patience < 0)
		return false;
	if (patience > HINT_FAR)
		patience = HINT_FAR;
	/* A second's margin: windows end a little after they say. */
	return pacer_closed(lane->pacer, now) >
	    pace_scaled((patience + 1) * 1000, lane->pacer->rule.scale);
}

void
lane_duration(int64_t ms, char words[24])
{
	int64_t seconds = (ms + 999) / 1000;

	if (seconds < 120)
		snprintf(words, 24, "%" PRId64 " s", seconds);
	else if (seconds < 7200)
		snprintf(words, 24, "%" PRId64 " min", (seconds + 59) / 60);
	else
		snprintf(words, 24, "%" PRId64 " h", (seconds + 3599) / 3600);
}
