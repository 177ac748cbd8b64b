/*
 * A request in; a job that carries it through queues and transfers to its
 * response out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/url.h"
#include "fetch/job.h"

#define IDLE_MOST       16
#define CEILING_DEFAULT (16 * 1024 * 1024)

struct peer *
fetch_find_peer(const struct fetch *fetch, const struct source *source)
{
	struct peer *peer;

	for (peer = fetch->peers; peer != NULL; peer = peer->next) {
		if (peer->source == source)
			return peer;
	}
	return NULL;
}

/* It failed in run after run: not in this one. */
static void
leave_alone(struct fetch *fetch, const struct endpoint *endpoint, struct peer *peer)
{
	int64_t now = clock_now();
	char words[120], duration[24];

	peer->alone = note_read(&fetch->settings, endpoint, &note_failures);
	if (peer->alone.until <= now || fetch->settings.insist)
		return;
	peer_duration((peer->alone.until - now) * 1000, duration);
	snprintf(words, sizeof words,
	    "given up by %u runs in a row, left "
	    "alone for %s",
	    peer->alone.count, duration);
	peer_close(peer, words, 0);
}

struct peer *
fetch_peer(struct fetch *fetch, const struct endpoint *endpoint)
{
	struct peer *peer = fetch_find_peer(fetch, endpoint->source);

	if (peer == NULL) {
		peer = calloc(1, sizeof *peer);
		if (peer == NULL)
			log_fatal(71, "out of memory");
		peer->source = endpoint->source;
		peer->patience = -1;
		leave_alone(fetch, endpoint, peer);
		peer->next = fetch->peers;
		fetch->peers = peer;
	}
	/* Without its key a source falls under other limits. */
	if (peer->pacer == NULL || peer->key != endpoint->key) {
		peer->key = endpoint->key;
		peer->pacer = pacer_get(&fetch->pacers, &fetch->settings, endpoint);
	}
	return peer;
}

/* xorshift64: spreads retries, nothing else depends on it. */
unsigned
fetch_jitter(struct fetch *fetch)
{
	fetch->chance ^= fetch->chance << 13;
	fetch->chance ^= fetch->chance >> 7;
	fetch->chance ^= fetch->chance << 17;
	return (unsigned)(fetch->chance >> 32) & 1023;
}

struct job *
job_new(struct fetch *fetch, const struct endpoint *endpoint, struct request *request)
{
	struct job *job = TAILQ_FIRST(&fetch->idle);
	const char *base = endpoint->base_url;
	size_t length = strlen(base);

	if (job != NULL) {
		TAILQ_REMOVE(&fetch->idle, job, link);
		fetch->idle_count--;
	} else {
		job = calloc(1, sizeof *job);
		if (job == NULL)
			log_fatal(71, "out of memory");
		job->arena = arena_new();
		job->transfer = transfer_new();
	}
	while (length > 0 && base[length - 1] == '/')
		length--;
	job->url = arena_printf(job->arena, "%.*s%s", (int)length, base, request->path);
	job->endpoint = endpoint;
	job->request = request;
	job->peer = fetch_peer(fetch, endpoint);
	return job;
}

void
job_recycle(struct fetch *fetch, struct job *job)
{
	struct arena *arena = job->arena;
	struct transfer *transfer = job->transfer;

	if (fetch->idle_count >= IDLE_MOST) {
		arena_free(arena);
		transfer_free(transfer);
		free(job);
		return;
	}
	arena_reset(arena);
	*job = (struct job){ .arena = arena, .transfer = transfer };
	TAILQ_INSERT_HEAD(&fetch->idle, job, link);
	fetch->idle_count++;
}

void
job_free_all(struct jobs *jobs)
{
	struct job *job;

	while ((job = TAILQ_FIRST(jobs)) != NULL) {
		TAILQ_REMOVE(jobs, job, link);
		arena_free(job->arena);
		transfer_free(job->transfer);
		free(job);
	}
}

/*
 * Some want the key in the query.  It is put there for the wire only:
 * job->url is what logs show and redirects are joined to.
 */
static const char *
url_to_send(const struct job *job)
{
	const char *name = job->endpoint->source->service->key_parameter;

	if (name == NULL || job->endpoint->key == NULL)
		return job->url;
	return arena_printf(job->arena, "%s%c%s=%s", job->url,
	    strchr(job->url, '?') == NULL ? '?' : '&', name,
	    url_encode(job->arena, job->endpoint->key));
}

void
job_forget_key(struct job *job)
{
	const char *name = job->endpoint->source->service->key_parameter;
	const char *at = name == NULL ? NULL : strchr(job->url, '?');

	while (at != NULL) {
		const char *start = at + 1, *end = strchr(start, '&');

		if (strncmp(start, name, strlen(name)) == 0 &&
		    start[strlen(name)] == '=') {
			job->url = arena_printf(job->arena, "%.*s%s",
			    (int)(end == NULL ? at - job->url : start - job->url),
			    job->url, end == NULL ? "" : end + 1);
			at = strchr(job->url, '?');
		} else {
			at = end;
		}
	}
}

/* Fill the transfer for the URL as it stands. */
static void
prepare(struct fetch *fetch, struct job *job)
{
	const struct source *source = job->endpoint->source;
	const struct request *request = job->request;
	struct order order = {
		.url = url_to_send(job),
		.method = job->becomes_get ? "GET" : request->method,
		.body = request->body,
		.body_length = request->body_length,
		.content_type = request->content_type,
		.accept = request->accept,
		.if_none_match = request->if_none_match,
		.headers = request->headers,
		.header_count = request->header_count,
		.key_header = source->service->key_header,
		.key_prefix = source->service->key_prefix,
		.key = job->endpoint->key,
		.user_agent = fetch->settings.user_agent,
		.ca_file = fetch->settings.ca_file,
		.plain_http = job->plain_http,
		.ceiling = source->ceiling == 0 ? CEILING_DEFAULT : source->ceiling,
		.scale = fetch->settings.pace_scale,
		.stop = &fetch->stopped,
	};

	transfer_prepare(job->transfer, &order);
}

void
job_wait(struct fetch *fetch, struct job *job, int64_t due)
{
	job->due = due;
	job->reserved = false;
	job->queued_at = clock_milliseconds();
	job->peer->queued++;
	TAILQ_INSERT_TAIL(&fetch->waiting, job, link);
}

void
job_ready(struct fetch *fetch, struct job *job)
{
	TAILQ_INSERT_TAIL(&fetch->ready, job, link);
}

void
job_give_up(struct fetch *fetch, struct job *job, const char *words)
{
	struct response *response = &job->response;

	if (!job->whole) {
		response->exchange = EXCHANGE_STOPPED;
		response->trouble = arena_text(job->arena, words);
		response->content_type = "";
		response->body = "";
		response->body_length = 0;
		response->received_at = clock_now();
	}
	job_ready(fetch, job);
}

void
job_launch(struct fetch *fetch, struct job *job, int64_t now)
{
	struct peer *peer = job->peer;

	prepare(fetch, job);
	curl_easy_setopt(transfer_easy(job->transfer), CURLOPT_PRIVATE, job);
	job->launched_at = now;
	job->whole = false;
	peer->tally.requests++;
	job->pacer = peer->pacer;
	job->pacer->flying++;
	TAILQ_INSERT_TAIL(&fetch->flying, job, link);
	if (fetch->settings.replay == NULL &&
	    curl_multi_add_handle(fetch->multi, transfer_easy(job->transfer)) != CURLM_OK)
		log_fatal(70, "a request could not be started");
}
