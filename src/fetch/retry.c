/*
 * How an exchange ended and what was tried before in; what to do next out.
 */
#include "fetch/retry.h"

#include "fetch/fetch.h"

/* First waits and their ceilings, in milliseconds. */
#define TROUBLE_FIRST 1000
#define TROUBLE_MOST  60000
#define LIMIT_FIRST   1000
#define LIMIT_MOST    600000

bool
retry_is_limit(int status, const struct hint *hint)
{
	if (status == 429)
		return true;
	return status == 403 && (hint->left == 0 || hint->retry_after >= 0);
}

bool
fetch_repeats(int status)
{
	switch (status) {
	case 408:
	case 425:
	case 429:
		return true;
	case 501: /* what it cannot do it cannot do later */
	case 505:
	case 511: /* the network's, not the service's */
		return false;
	default: /* proxies have statuses of their own, 520 to 530 */
		return status >= 500;
	}
}

static bool
is_trouble(const struct retry_case *c)
{
	if (c->exchange == EXCHANGE_FAILED)
		return true;
	return c->exchange == EXCHANGE_REPLIED &&
	    (fetch_repeats(c->status) || retry_is_limit(c->status, &c->hint));
}

/* first, 2·first, 4·first … up to `most`, and up to a quarter more. */
static int64_t
growing(int64_t first, int64_t most, const struct retry_case *c)
{
	int64_t wait = first;
	unsigned n;

	for (n = 0; n < c->retries + c->failures && wait < most; n++)
		wait *= 2;
	if (wait > most)
		wait = most;
	return wait + wait / 4 * (c->jitter & 1023) / 1023;
}

/*
 * A service that says "too many" without saying for how long is left alone
 * for what it asks of everybody, else some of its own intervals: arXiv (3 s)
 * for a minute.
 */
static int64_t
limit_first(const struct retry_case *c)
{
	int64_t first = c->breath_ms > 0 ? c->breath_ms : 20 * c->interval_ms;

	if (first < LIMIT_FIRST)
		first = LIMIT_FIRST;
	return first > LIMIT_MOST ? LIMIT_MOST : first;
}

/* Seconds the service itself asks for; -1: it does not say. */
static int64_t
asked_wait(const struct hint *hint, bool limited)
{
	if (hint->retry_after >= 0)
		return hint->retry_after;
	if (limited && hint->left == 0 && hint->reset >= 0)
		return hint->reset;
	return -1;
}

static void
set_wait(struct retry *retry, const struct retry_case *c)
{
	bool replied = c->exchange == EXCHANGE_REPLIED;
	bool limited = replied && retry_is_limit(c->status, &c->hint);
	int64_t asked = replied ? asked_wait(&c->hint, limited) : -1;

	retry->hinted = asked >= 0;
	retry->everyone = limited || asked > 0;
	if (asked > 0)
		/* Never earlier than asked, and not all at the same moment. */
		retry->wait_ms = asked * 1000 + 1 + (c->jitter & 1023) / 4;
	else if (limited)
		retry->wait_ms = growing(limit_first(c), LIMIT_MOST, c);
	else
		retry->wait_ms = growing(TROUBLE_FIRST, TROUBLE_MOST, c);
}

static unsigned
most_retries(const struct retry_case *c)
{
	return c->exchange == EXCHANGE_REPLIED && c->status >= 500 &&
		c->server_retries > 0
	    ? c->server_retries
	    : RETRY_MOST;
}

struct retry
retry_decide(const struct retry_case *c)
{
	struct retry retry = { RETRY_NO_NEED, 0, false, false };

	if (!is_trouble(c))
		return retry;
	set_wait(&retry, c);
	if (c->hopeless)
		retry.verdict = RETRY_ENOUGH;
	else if (c->patience >= 0 && retry.wait_ms / 1000 > c->patience)
		retry.verdict = retry.everyone ? RETRY_PATIENCE : RETRY_ENOUGH;
	else if (c->retries >= most_retries(c))
		retry.verdict = RETRY_ENOUGH;
	else if (c->budget == 0)
		retry.verdict = RETRY_BUDGET;
	else
		retry.verdict = RETRY_LATER;
	return retry;
}
