/*
 * A transfer that ended in; its job waiting for another try, sent on to
 * where a redirect points, or ready to be handed out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/url.h"
#include "fetch/job.h"
#include "fetch/redirect.h"
#include "fetch/retry.h"

#define QUERY_SHOWN 120

/* One line with -v; no secrets. */
static void
tell_exchange(const struct fetch *fetch, const struct job *job,
    const struct transfer_end *end, const char *next)
{
	const char *method = job->becomes_get ? "GET" : job->request->method;
	char tries[40] = "", what[180];
	struct url url;

	if (!fetch->settings.verbose || !url_parse(job->arena, job->url, &url))
		return;
	if (job->retries > 0)
		snprintf(tries, sizeof tries, ", retry %u", job->retries);
	if (end->exchange == EXCHANGE_REPLIED)
		snprintf(what, sizeof what, "%d", end->status);
	else
		snprintf(what, sizeof what, "%s", end->trouble);
	log_info("%s %s%s%s%s%s%.*s%s %s, %" PRIu64 " bytes, %" PRId64 " ms%s%s", method,
	    url.host, url.port == NULL ? "" : ":", url.port == NULL ? "" : url.port,
	    url.path, url.query == NULL ? "" : "?", QUERY_SHOWN,
	    url.query == NULL ? "" : url.query,
	    url.query != NULL && strlen(url.query) > QUERY_SHOWN ? "…" : "", what,
	    end->bytes, end->took_ms, tries, next);
}

static void
fill_response(struct job *job, const struct transfer_end *end, const struct hint *hint)
{
	struct response *response = &job->response;
	unsigned attempts = response->attempts + 1;
	const char *next;

	*response = (struct response){
		.exchange = end->exchange,
		.status = end->status,
		.received_at = clock_now(),
		.attempts = attempts,
		.tells_limits = hint->left >= 0 || hint->limit >= 0 || hint->rate > 0,
	};
	transfer_response(
	    job->transfer, job->arena, end->exchange == EXCHANGE_REPLIED, response);
	if (end->exchange != EXCHANGE_REPLIED)
		response->trouble = arena_text(job->arena, end->trouble);
	next = transfer_next(job->transfer, job->arena);
	/* Whatever host it names: the next page is asked for at ours. */
	if (next != NULL)
		next = url_join(job->arena, job->url, next);
	if (next != NULL)
		response->next_path = redirect_path(
		    job->arena, job->endpoint->base_url, next);
	if (job->hops > 0)
		response->final_path = redirect_path(
		    job->arena, job->endpoint->base_url, job->url);
	job->whole = true;
}

/* true when the job is on its way elsewhere, or refused to go there. */
static bool
redirected(struct fetch *fetch, struct job *job, const struct transfer_end *end)
{
	struct response *response = &job->response;
	struct redirect redirect;

	redirect = redirect_decide(job->arena, job->url, end->status,
	    transfer_location(job->transfer, job->arena), job->hops);
	switch (redirect.verdict) {
	case REDIRECT_NONE:
		return false;
	case REDIRECT_REFUSE:
		tell_exchange(fetch, job, end, ", redirect refused");
		response->exchange = EXCHANGE_REFUSED;
		response->trouble = redirect.words;
		response->body = "";
		response->body_length = 0;
		peer_trouble(job->peer, redirect.words, end->status);
		job_ready(fetch, job);
		return true;
	case REDIRECT_FOLLOW:
		break;
	}
	tell_exchange(fetch, job, end, ", redirected");
	job->url = redirect.url;
	job_forget_key(job);
	job->becomes_get |= redirect.becomes_get;
	job->hops++;
	job->peer->tally.redirects++;
	/* The redirect itself is no response to hand out. */
	job->whole = false;
	job_wait(fetch, job, 0);
	return true;
}

static void
name_trouble(const struct transfer_end *end, char words[200])
{
	if (end->exchange == EXCHANGE_REPLIED)
		snprintf(words, 200, "HTTP %d", end->status);
	else
		snprintf(words, 200, "%s", end->trouble);
}

/* A connection whose end is gone takes all with it that waited to be sent there: the
 * first time costs no retry of the source's. */
static bool
is_free(const struct job *job, const struct transfer_end *end)
{
	return end->unsent && !job->plain_http;
}

static struct retry
decide(struct fetch *fetch, const struct job *job, const struct transfer_end *end,
    const struct hint *hint)
{
	const struct pace *pace = job->endpoint->source->service->pace;
	struct retry_case c = {
		.exchange = end->exchange,
		.hopeless = end->hopeless,
		.status = end->status,
		.retries = job->retries,
		.server_retries = job->request->server_retries,
		.failures = job->request->failures,
		.budget = is_free(job, end) ? 1 : peer_budget(job->peer),
		.interval_ms = job->endpoint->key != NULL && pace->interval_key != 0
		    ? pace->interval_key
		    : pace->interval,
		.breath_ms = pace->breath,
		.patience = job->peer->patience,
		.jitter = fetch_jitter(fetch),
		.hint = *hint,
	};

	return retry_decide(&c);
}

static void
close_peer(struct fetch *fetch, const struct job *job, const struct retry *retry,
    const char *trouble, int status)
{
	struct peer *peer = job->peer;
	char words[240], duration[24];

	if (retry->verdict == RETRY_BUDGET) {
		snprintf(words, sizeof words, "%.100s again; %u retries are spent",
		    trouble, peer->tally.retries);
	} else {
		peer_duration(retry->wait_ms, duration);
		snprintf(words, sizeof words,
		    "%.100s, to wait %s: longer than this run waits", trouble, duration);
	}
	/* Who cannot be reached may be so by our own fault. */
	if (!peer->closed && retry->verdict == RETRY_BUDGET && status != 0) {
		note_failed(&peer->alone, clock_now(), fetch->settings.pace_scale);
		note_write(&fetch->settings, job->endpoint, &note_failures, peer->alone);
	}
	peer_close(peer, words, status);
}

static void
retry_later(struct fetch *fetch, struct job *job, const struct transfer_end *end,
    const struct retry *retry, int64_t now)
{
	struct peer *peer = job->peer;
	int64_t wait = pace_scaled(retry->wait_ms, fetch->settings.pace_scale);
	char next[60], duration[24];

	peer_duration(wait, duration);
	snprintf(next, sizeof next, ", again in %s", duration);
	tell_exchange(fetch, job, end, next);
	if (end->exchange == EXCHANGE_REPLIED)
		snprintf(peer->retry_words, sizeof peer->retry_words, "%d", end->status);
	else
		snprintf(peer->retry_words, sizeof peer->retry_words, "no reply");
	peer->retry_at = now + wait;
	job->retries++;
	if (!is_free(job, end))
		peer_retries(peer);
	job->plain_http |= end->unended;
	job_wait(fetch, job, now + wait);
}

static void
count(
    struct job *job, const struct transfer_end *end, const struct hint *hint, int64_t now)
{
	struct peer *peer = job->peer;

	peer->tally.bytes += end->bytes;
	if (end->exchange == EXCHANGE_REPLIED && retry_is_limit(end->status, hint))
		peer->tally.limited++;
	pacer_replied(job->pacer, hint, job->launched_at + end->connected_ms, now);
}

static void
answers_again(struct fetch *fetch, const struct job *job)
{
	struct peer *peer = job->peer;

	peer_good(peer);
	if (peer->closed || peer->alone.count == 0)
		return;
	peer->alone = (struct note){ 0 };
	note_write(&fetch->settings, job->endpoint, &note_failures, peer->alone);
}

void
settle_job(struct fetch *fetch, struct job *job, const struct transfer_end *end)
{
	int64_t now = clock_milliseconds();
	struct peer *peer = job->peer;
	struct retry retry;
	struct hint hint;
	char trouble[200];

	transfer_hint(job->transfer, &hint);
	count(job, end, &hint, now);
	fill_response(job, end, &hint);
	if (end->exchange == EXCHANGE_REPLIED && redirected(fetch, job, end))
		return;
	retry = decide(fetch, job, end, &hint);
	name_trouble(end, trouble);
	if (retry.verdict == RETRY_NO_NEED) {
		if (end->exchange == EXCHANGE_REPLIED)
			answers_again(fetch, job);
		else if (end->exchange != EXCHANGE_STOPPED)
			peer_trouble(peer, trouble, end->status);
		tell_exchange(fetch, job, end, "");
		job_ready(fetch, job);
		return;
	}
	peer_trouble(peer, trouble, end->status);
	if (retry.everyone)
		pacer_hold(job->pacer, retry.wait_ms, end->status, retry.hinted, now);
	if (retry.verdict == RETRY_LATER && !peer->closed) {
		retry_later(fetch, job, end, &retry, now);
		return;
	}
	if (retry.verdict == RETRY_BUDGET || retry.verdict == RETRY_PATIENCE)
		close_peer(fetch, job, &retry, trouble, end->status);
	if (end->bars_all)
		peer_close(peer, trouble, 0);
	tell_exchange(fetch, job, end, ", given up");
	job_ready(fetch, job);
}
