/*
 * Requests in, one step at a time; responses out.
 *
 * All waiting is in queues with a due time: nothing in here sleeps but the
 * poll, and no source waits for another's troubles.
 */
#include <assert.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "fetch/job.h"

struct fetch *
fetch_new(const struct fetch_settings *settings)
{
	struct fetch *fetch = calloc(1, sizeof *fetch);
	struct arena *arena = arena_new();

	if (fetch == NULL)
		log_fatal(71, "out of memory");
	fetch->arena = arena;
	fetch->settings = *settings;
	fetch->settings.user_agent = arena_text(arena, settings->user_agent);
	fetch->settings.state_folder = arena_text(arena, settings->state_folder);
	fetch->settings.ca_file = arena_text(arena, settings->ca_file);
	fetch->settings.record = arena_text(arena, settings->record);
	fetch->settings.replay = arena_text(arena, settings->replay);
	fetch->chance = ((uint64_t)clock_now() << 20) ^ (uint64_t)clock_milliseconds() ^
	    ((uint64_t)getpid() << 40) ^ 1;
	if (fetch->chance == 0)
		fetch->chance = 1;
	TAILQ_INIT(&fetch->waiting);
	TAILQ_INIT(&fetch->flying);
	TAILQ_INIT(&fetch->ready);
	TAILQ_INIT(&fetch->handed);
	TAILQ_INIT(&fetch->idle);
	return fetch;
}

void
fetch_free(struct fetch *fetch)
{
	struct peer *peer, *next;
	struct job *job;

	if (fetch == NULL)
		return;
	TAILQ_FOREACH(job, &fetch->flying, link)
	curl_multi_remove_handle(fetch->multi, transfer_easy(job->transfer));
	job_free_all(&fetch->waiting);
	job_free_all(&fetch->flying);
	job_free_all(&fetch->ready);
	job_free_all(&fetch->handed);
	job_free_all(&fetch->idle);
	if (fetch->multi != NULL) {
		curl_multi_cleanup(fetch->multi);
		curl_global_cleanup();
	}
	for (peer = fetch->peers; peer != NULL; peer = next) {
		next = peer->next;
		free(peer);
	}
	pacer_free(fetch->pacers);
	arena_free(fetch->arena);
	free(fetch);
}

/* Here and not earlier: a run that asks nothing does not pay for it. */
void
fetch_wake_curl(struct fetch *fetch)
{
	if (fetch->multi != NULL)
		return;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (fetch->multi = curl_multi_init()) == NULL)
		log_fatal(71, "libcurl cannot be initialised");
}

void
fetch_start(struct fetch *fetch, const struct endpoint *endpoint, struct request *request)
{
	int64_t now = clock_milliseconds();
	struct job *job;
	struct peer *peer;

	fetch_wake_curl(fetch);
	job = job_new(fetch, endpoint, request);
	peer = job->peer;
	fetch->open++;
	peer_wish_over(peer, now);
	job_wait(fetch, job, now);
	if (fetch->stopped == 0)
		queue_consider(fetch, job, now);
}

/* Take the ended transfers off the wire; how many there were. */
static unsigned
collect(struct fetch *fetch)
{
	struct transfer_end end;
	unsigned ended = 0;
	CURLMsg *message;
	CURLcode code;
	CURL *easy;
	char *private;
	struct job *job;
	int left;

	while ((message = curl_multi_info_read(fetch->multi, &left)) != NULL) {
		if (message->msg != CURLMSG_DONE)
			continue;
		easy = message->easy_handle;
		code = message->data.result;
		curl_easy_getinfo(easy, CURLINFO_PRIVATE, &private);
		job = (struct job *)(void *)private;
		curl_multi_remove_handle(fetch->multi, easy);
		TAILQ_REMOVE(&fetch->flying, job, link);
		job->pacer->flying--;
		transfer_finish(job->transfer, code, &end);
		record_write(fetch, job, &end);
		settle_job(fetch, job, &end);
		ended++;
	}
	return ended;
}

/* What would be on the wire is answered from the recording; how much that was. */
static unsigned
play(struct fetch *fetch)
{
	unsigned ended = 0;
	struct job *job;

	record_open(fetch);
	while ((job = TAILQ_FIRST(&fetch->flying)) != NULL) {
		struct transfer_end end = { .exchange = EXCHANGE_FAILED,
			.hopeless = true,
			.trouble = "it was not recorded" };
		struct record *record = record_find(fetch, job);

		TAILQ_REMOVE(&fetch->flying, job, link);
		job->pacer->flying--;
		if (record != NULL) {
			transfer_play(job->transfer, record);
			end = record->end;
		}
		settle_job(fetch, job, &end);
		ended++;
	}
	return ended;
}

static void
give_back_all(struct fetch *fetch)
{
	int64_t now = clock_milliseconds();
	struct job *job;

	while ((job = TAILQ_FIRST(&fetch->flying)) != NULL) {
		curl_multi_remove_handle(fetch->multi, transfer_easy(job->transfer));
		TAILQ_REMOVE(&fetch->flying, job, link);
		job->pacer->flying--;
		job->response.attempts++;
		job_give_up(fetch, job, "the run was stopped");
	}
	while ((job = TAILQ_FIRST(&fetch->waiting)) != NULL) {
		queue_leave(fetch, job, now);
		job->whole = false;
		job_give_up(fetch, job, "the run was stopped");
	}
}

static bool
hand_out(struct fetch *fetch, struct fetched *done)
{
	struct job *job = TAILQ_FIRST(&fetch->ready);

	if (job == NULL)
		return false;
	TAILQ_REMOVE(&fetch->ready, job, link);
	TAILQ_INSERT_TAIL(&fetch->handed, job, link);
	fetch->open--;
	*done = (struct fetched){ job->endpoint, job->request, job->response, job };
	return true;
}

/*
 * Wait for the wire or for `timeout_ms`.  false: the time is over, a signal
 * came, or a transfer ended, and the caller should look around.
 */
static bool
turn(struct fetch *fetch, int timeout_ms)
{
	int running, events = 0;

	if (fetch->multi == NULL) {
		poll(NULL, 0, timeout_ms);
		return false;
	}
	if (fetch->settings.replay != NULL) {
		if (play(fetch) == 0)
			poll(NULL, 0, timeout_ms);
		return false;
	}
	curl_multi_perform(fetch->multi, &running);
	if (collect(fetch) > 0)
		return false;
	if (curl_multi_poll(fetch->multi, NULL, 0, timeout_ms, &events) != CURLM_OK)
		return false;
	curl_multi_perform(fetch->multi, &running);
	return collect(fetch) == 0 && events > 0;
}

bool
fetch_step(struct fetch *fetch, int timeout_ms, struct fetched *done)
{
	int64_t now = clock_milliseconds();
	int64_t deadline = now + (timeout_ms > 0 ? timeout_ms : 0);
	bool more = true;

	for (;;) {
		if (fetch->stopped != 0)
			give_back_all(fetch);
		else
			queue_consider_all(fetch);
		if (hand_out(fetch, done))
			return true;
		if (!more)
			return false;
		now = clock_milliseconds();
		more = turn(fetch, (int)(queue_next_event(fetch, now, deadline) - now));
		more = more && clock_milliseconds() < deadline;
	}
}

void
fetch_release(struct fetch *fetch, struct fetched *done)
{
	struct job *job = done->owner;

	assert(job != NULL);
	TAILQ_REMOVE(&fetch->handed, job, link);
	job_recycle(fetch, job);
	*done = (struct fetched){ 0 };
}

size_t
fetch_in_flight(const struct fetch *fetch)
{
	return fetch->open;
}

void
fetch_finish(struct fetch *fetch)
{
	fetch->finishing = true;
}

void
fetch_stop(struct fetch *fetch)
{
	fetch->stopped = 1;
}
