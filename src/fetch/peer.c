/*
 * Events of one source in; its tally, in numbers and words, out.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "fetch/peer.h"

/* In halves of a retry: what there is at most, and one for each good reply. */
#define CREDIT_MOST 20
#define RETRY_COSTS 2

unsigned
peer_budget(const struct peer *peer)
{
	return (CREDIT_MOST - peer->spent) / RETRY_COSTS;
}

void
peer_retries(struct peer *peer)
{
	peer->tally.retries++;
	peer->spent += RETRY_COSTS;
	if (peer->spent > CREDIT_MOST)
		peer->spent = CREDIT_MOST;
}

void
peer_trouble(struct peer *peer, const char *words, int status)
{
	/* Why it was closed says more than what came behind. */
	if (peer->closed)
		return;
	snprintf(peer->trouble, sizeof peer->trouble, "%s", words);
	peer->tally.trouble_status = status;
	if (peer->tally.trouble_since == 0)
		peer->tally.trouble_since = clock_now();
}

void
peer_close(struct peer *peer, const char *words, int status)
{
	if (peer->closed)
		return;
	peer_trouble(peer, words, status);
	peer->closed = true;
}

void
peer_good(struct peer *peer)
{
	/* Where one in four fails it goes on; where nothing comes it soon ends. */
	peer->spent -= peer->spent > 0;
	if (peer->closed)
		return;
	peer->trouble[0] = '\0';
	peer->tally.trouble_status = 0;
	peer->tally.trouble_since = 0;
}

void
peer_wish(struct peer *peer, int64_t now, int64_t until)
{
	if (peer->wished_at == 0)
		peer->wished_at = now;
	peer->wish_until = until;
}

void
peer_wish_over(struct peer *peer, int64_t now)
{
	if (peer->wished_at == 0)
		return;
	/* Idle time behind the wait is not counted. */
	if (now > peer->wish_until)
		now = peer->wish_until;
	peer->tally.waited_ms += now - peer->wished_at;
	peer->wished_at = 0;
}

bool
peer_is_shut(const struct peer *peer, int64_t now)
{
	int64_t patience = peer->patience;

	if (patience < 0)
		return false;
	if (patience > HINT_FAR)
		patience = HINT_FAR;
	/* A second's margin: windows end a little after they say. */
	return pacer_closed(peer->pacer, now) >
	    pace_scaled((patience + 1) * 1000, peer->pacer->rule.scale);
}

void
peer_duration(int64_t ms, char words[24])
{
	int64_t seconds = (ms + 999) / 1000;

	if (seconds < 120)
		snprintf(words, 24, "%" PRId64 " s", seconds);
	else if (seconds < 7200)
		snprintf(words, 24, "%" PRId64 " min", (seconds + 59) / 60);
	else
		snprintf(words, 24, "%" PRId64 " h", (seconds + 3599) / 3600);
}
