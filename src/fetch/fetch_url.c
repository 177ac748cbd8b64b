/*
 * One URL outside any source (a list) in; its reply out, after a few tries.
 */
#include <time.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/url.h"
#include "fetch/job.h"
#include "fetch/redirect.h"
#include "fetch/retry.h"

#define TRIES 3
/* Nobody waits longer for a list; in seconds. */
#define PATIENCE 60

/* In slices, so that a stop is noticed. */
static void
nap(const struct fetch *fetch, int64_t ms)
{
	const struct timespec slice = { 0, 20000000 };
	int64_t end = clock_milliseconds() + ms;

	while (fetch->stopped == 0 && clock_milliseconds() < end)
		nanosleep(&slice, NULL);
}

/* 304 is only good when it was asked for. */
static bool
is_good(const struct fetch_page *page, int status)
{
	return status == 200 ||
	    (status == 304 &&
		(page->if_none_match != NULL || page->if_modified_since != NULL));
}

static void
get_once(struct fetch *fetch, struct arena *arena, struct transfer *transfer,
    const struct fetch_page *page, const char *url, struct transfer_end *end,
    struct response *response)
{
	struct order order = {
		.url = url,
		.method = "GET",
		.user = page->user,
		.password = page->password,
		.if_none_match = page->if_none_match,
		.if_modified_since = page->if_modified_since,
		.user_agent = fetch->settings.user_agent,
		.ca_file = fetch->settings.ca_file,
		.ceiling = page->ceiling,
		.scale = fetch->settings.pace_scale,
		.stop = &fetch->stopped,
	};
	unsigned attempts = response->attempts + 1;

	transfer_prepare(transfer, &order);
	transfer_run(transfer, end);
	*response = (struct response){
		.exchange = end->exchange,
		.status = end->status,
		.received_at = clock_now(),
		.attempts = attempts,
	};
	transfer_response(transfer, arena, end->exchange == EXCHANGE_REPLIED, response);
	if (end->exchange != EXCHANGE_REPLIED)
		response->trouble = arena_text(arena, end->trouble);
	else if (!is_good(page, end->status))
		response->trouble = arena_printf(arena, "HTTP %d", end->status);
}

/* Follow within the origin, up to the reply at the end. */
static void
get_followed(struct fetch *fetch, struct arena *arena, struct transfer *transfer,
    const struct fetch_page *page, struct transfer_end *end, struct response *response)
{
	struct redirect redirect;
	const char *start = page->url, *url = start;
	unsigned hops;

	for (hops = 0; fetch->stopped == 0; hops++) {
		get_once(fetch, arena, transfer, page, url, end, response);
		if (hops > 0)
			response->final_path = redirect_path(
			    arena, url_origin(arena, start), url);
		if (end->exchange != EXCHANGE_REPLIED)
			return;
		redirect = redirect_decide(
		    arena, url, end->status, transfer_location(transfer, arena), hops);
		if (redirect.verdict == REDIRECT_NONE)
			return;
		if (redirect.verdict == REDIRECT_REFUSE) {
			response->exchange = end->exchange = EXCHANGE_REFUSED;
			response->trouble = redirect.words;
			response->body = "";
			response->body_length = 0;
			return;
		}
		url = redirect.url;
	}
}

static struct retry
decide(struct fetch *fetch, struct transfer *transfer, const struct transfer_end *end,
    unsigned retries)
{
	struct retry_case c = {
		.exchange = end->exchange,
		.hopeless = end->hopeless,
		.status = end->status,
		.retries = retries,
		.budget = TRIES - 1 - retries,
		.patience = PATIENCE,
		.jitter = fetch_jitter(fetch),
	};

	transfer_hint(transfer, &c.hint);
	return retry_decide(&c);
}

bool
fetch_url(struct fetch *fetch, struct arena *arena, const struct fetch_page *page,
    struct response *response)
{
	struct transfer *transfer;
	struct transfer_end end = { .exchange = EXCHANGE_STOPPED };
	struct retry retry;
	unsigned retries;

	fetch_wake_curl(fetch);
	transfer = transfer_new();
	*response = (struct response){ .exchange = EXCHANGE_STOPPED,
		.trouble = "the run was stopped",
		.content_type = "",
		.body = "" };
	for (retries = 0;; retries++) {
		get_followed(fetch, arena, transfer, page, &end, response);
		if (fetch->stopped != 0)
			break;
		retry = decide(fetch, transfer, &end, retries);
		if (retry.verdict != RETRY_LATER)
			break;
		nap(fetch, pace_scaled(retry.wait_ms, fetch->settings.pace_scale));
	}
	/* The transfer's body goes with it. */
	if (response->body_length > 0)
		response->body = arena_text_n(
		    arena, response->body, response->body_length);
	transfer_free(transfer);
	return response->exchange == EXCHANGE_REPLIED && is_good(page, response->status);
}
