/*
 * fetch/ against a service that misbehaves (fetch_server.py): what arrives
 * there, when, with which key, and what comes back.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "fetch/fetch.h"
#include "within.h"

#define KEY "secret-0123"

static int port, other_port, dead_port;
static char folder[200];
static char base_url[60], dead_url[60];

/* ---- the server ---- */

static int
start_server(void)
{
	const char *python = getenv("PYTHON"), *top = getenv("top_srcdir");
	int in[2], out[2];
	char path[600];
	FILE *answers;

	snprintf(
	    path, sizeof path, "%s/tests/unit/fetch_server.py", top == NULL ? "." : top);
	if (pipe(in) != 0 || pipe(out) != 0)
		return -1;
	if (fork() == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[0]), close(in[1]), close(out[0]), close(out[1]);
		execlp(python, python, "-S", path, (char *)NULL);
		_exit(127);
	}
	/* in[1] stays open: the server ends when we do. */
	close(in[0]);
	close(out[1]);
	answers = fdopen(out[0], "r");
	if (answers == NULL ||
	    fscanf(answers, "%d %d %d", &port, &other_port, &dead_port) != 3)
		return -1;
	fclose(answers);
	snprintf(base_url, sizeof base_url, "http://127.0.0.1:%d", port);
	snprintf(dead_url, sizeof dead_url, "http://127.0.0.1:%d", dead_port);
	return 0;
}

/* ---- one source, one endpoint, one request at a time ---- */

static struct pace pace;
static struct service service;
static struct source source;
static struct endpoint endpoint;
static int64_t began; /* by the server's clock, in milliseconds */

static void
note_beginning(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	began = now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

static struct fetch *
begin(const char *name, unsigned interval, double scale, const char *state)
{
	struct fetch_settings settings = { .user_agent = "enrich/test",
		.state_folder = state,
		.pace_scale = scale,
		.verbose = true };

	pace = (struct pace){ .interval = interval, .concurrent = 1 };
	service = (struct service){ .name = name,
		.base_url = "https://real.example",
		.key_header = "x-api-key",
		.pace = &pace };
	source = (struct source){
		.name = name, .title = name, .service = &service, .ceiling = 100000
	};
	endpoint = (struct endpoint){ &source, base_url, KEY };
	note_beginning();
	return fetch_new(&settings);
}

static struct request
get(const char *path)
{
	return (struct request){ .source = &source, .method = "GET", .path = path };
}

/* Start it when fetch_wait lets us; false: it never will. */
static bool
start_politely(struct fetch *fetch, struct request *request)
{
	struct fetched done;
	int64_t wait;

	while ((wait = fetch_wait(fetch, &endpoint, 900)) > 0)
		assert_false(fetch_step(fetch, (int)wait, &done));
	if (wait < 0)
		return false;
	fetch_start(fetch, &endpoint, request);
	return true;
}

static void
finish(struct fetch *fetch, struct fetched *done)
{
	while (!fetch_step(fetch, 1000, done))
		assert_int_not_equal(fetch_in_flight(fetch), 0);
}

static void
exchange(struct fetch *fetch, const char *path, struct fetched *done)
{
	static struct request request;

	request = get(path);
	assert_true(start_politely(fetch, &request));
	finish(fetch, done);
	assert_ptr_equal(done->request, &request);
	assert_ptr_equal(done->endpoint, &endpoint);
}

static struct fetch_tally
tally_of(const struct fetch *fetch)
{
	struct fetch_tally tally;

	fetch_tally(fetch, &source, &tally);
	return tally;
}

static bool
get_page(struct fetch *fetch, struct arena *arena, const char *url, size_t ceiling,
    struct response *response)
{
	struct fetch_page page = { .url = url, .ceiling = ceiling };

	return fetch_url(fetch, arena, &page, response);
}

/* ---- what the server saw ---- */

static char *
server_log(struct arena *arena)
{
	struct fetch_settings settings = { .user_agent = "log", .pace_scale = 1 };
	struct fetch *fetch = fetch_new(&settings);
	struct response response;

	assert_true(get_page(
	    fetch, arena, arena_printf(arena, "%s/__log", base_url), 1 << 20, &response));
	fetch_free(fetch);
	return arena_text_n(arena, response.body, response.body_length);
}

/* Arrivals of paths that begin so; the times in ms into `times`. */
static size_t
arrivals(struct arena *arena, const char *prefix, int64_t *times, size_t most)
{
	char *line = server_log(arena), *next;
	char method[8], path[200], key[100];
	size_t count = 0;
	int64_t time;
	int at;

	for (; *line != '\0'; line = next) {
		next = strchr(line, '\n');
		*next++ = '\0';
		assert_int_equal(sscanf(line, "%" SCNd64 " %d %7s %199s %99s", &time, &at,
				     method, path, key),
		    5);
		if (strncmp(path, prefix, strlen(prefix)) != 0)
			continue;
		if (times != NULL && count < most)
			times[count] = time;
		count++;
	}
	return count;
}

static size_t
arrived(const char *prefix)
{
	struct arena *arena = arena_new();
	size_t count = arrivals(arena, prefix, NULL, 0);

	arena_free(arena);
	return count;
}

/* ---- tests ---- */

static void
a_plain_reply(void **state)
{
	struct fetch *fetch = begin("plain", 1, 1, NULL);
	struct request post = { .source = &source,
		.method = "POST",
		.path = "/echo",
		.body = "{\"ids\":[]}",
		.body_length = 10,
		.content_type = "application/json" };
	struct fetched done;

	(void)state;
	exchange(fetch, "/fine/plain", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_REPLIED);
	assert_int_equal(done.response.status, 200);
	assert_string_equal(done.response.body, "fine");
	assert_int_equal(done.response.body_length, 4);
	assert_string_equal(done.response.content_type, "application/json");
	assert_string_equal(done.response.etag, "\"abc\"");
	assert_null(done.response.last_modified);
	assert_null(done.response.final_path);
	assert_null(done.response.trouble);
	assert_int_equal(done.response.attempts, 1);
	fetch_release(fetch, &done);
	exchange(fetch, "/empty", &done);
	assert_int_equal(done.response.status, 204);
	assert_string_equal(done.response.body, "");
	fetch_release(fetch, &done);
	exchange(fetch, "/html", &done);
	assert_string_equal(done.response.content_type, "text/html");
	fetch_release(fetch, &done);
	exchange(fetch, "/gzip", &done);
	assert_int_equal(done.response.body_length, 800);
	fetch_release(fetch, &done);
	exchange(fetch, "/nothing-here", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_REPLIED);
	assert_int_equal(done.response.status, 404);
	fetch_release(fetch, &done);
	assert_true(start_politely(fetch, &post));
	finish(fetch, &done);
	assert_string_equal(done.response.body, "POST {\"ids\":[]} 1");
	fetch_release(fetch, &done);
	assert_int_equal(tally_of(fetch).requests, 6);
	assert_null(tally_of(fetch).trouble);
	assert_int_equal(fetch_in_flight(fetch), 0);
	fetch_free(fetch);
}

/*
 * Arrivals are never closer than the interval of 100 ms, less what a busy machine may
 * add to the way of the earlier one before the server looks at its clock.  Where it
 * added more, all that came since the beginning is still within the pace; one that is
 * not kept is ahead of both.
 */
static void
check_spacing(const char *prefix, size_t expected)
{
	struct arena *arena = arena_new();
	int64_t times[64];

	assert_int_equal(arrivals(arena, prefix, times, 64), expected);
	for (size_t n = 1; n < expected; n++) {
		if (times[n] - times[n - 1] < 60 &&
		    times[n] - began < (int64_t)n * 100 - 10)
			fail_msg("%s: %d ms after the one before", prefix,
			    (int)(times[n] - times[n - 1]));
	}
	arena_free(arena);
}

static void
requests_keep_their_distance(void **state)
{
	struct fetch *fetch = begin("spaced", 4000, 0.025, NULL);
	struct request requests[6];
	struct fetched done;
	size_t n;

	(void)state;
	for (n = 0; n < 6; n++) {
		requests[n] = get("/fine/spaced");
		assert_true(start_politely(fetch, &requests[n]));
		finish(fetch, &done);
		fetch_release(fetch, &done);
	}
	fetch_free(fetch);
	check_spacing("/fine/spaced", 6);
}

static void
redirects_and_retries_keep_it_too(void **state)
{
	struct fetch *fetch = begin("hops", 4000, 0.025, NULL);
	struct fetched done;

	(void)state;
	exchange(fetch, "/endless", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_REFUSED);
	assert_non_null(strstr(done.response.trouble, "more than 5"));
	assert_int_equal(done.response.attempts, 6);
	assert_int_equal(tally_of(fetch).redirects, 5);
	fetch_release(fetch, &done);
	fetch_free(fetch);
	check_spacing("/endless", 6);
	fetch = begin("again", 4000, 0.025, NULL);
	exchange(fetch, "/twice-500", &done);
	assert_int_equal(done.response.status, 200);
	assert_int_equal(done.response.attempts, 3);
	assert_int_equal(tally_of(fetch).retries, 2);
	assert_null(tally_of(fetch).trouble);
	fetch_release(fetch, &done);
	fetch_free(fetch);
	check_spacing("/twice-500", 3);
}

/* Two processes, one pace folder: the service sees one polite client. */
static void
processes_share_the_pace(void **state)
{
	struct fetch *fetch;
	struct fetched done;
	pid_t children[2];
	int n, status;

	(void)state;
	note_beginning();
	for (n = 0; n < 2; n++) {
		children[n] = fork();
		if (children[n] == 0) {
			fetch = begin("shared", 4000, 0.025, folder);
			for (n = 0; n < 5; n++) {
				exchange(fetch, "/fine/shared", &done);
				fetch_release(fetch, &done);
			}
			fetch_free(fetch);
			_exit(0);
		}
	}
	for (n = 0; n < 2; n++) {
		waitpid(children[n], &status, 0);
		assert_int_equal(status, 0);
	}
	check_spacing("/fine/shared", 10);
}

static void
limited_with_a_hint(void **state)
{
	struct fetch *fetch = begin("hint", 10, 0.01, NULL);
	struct request one = get("/limited"), two = get("/fine/after-limit");
	struct arena *arena = arena_new();
	int64_t times[4];
	struct fetched done;

	(void)state;
	/* 40 s × 0.01; the second request of the source waits as well. */
	assert_true(start_politely(fetch, &one));
	while (tally_of(fetch).limited == 0)
		assert_false(fetch_step(fetch, 50, &done));
	assert_non_null(strstr(tally_of(fetch).waiting, "429, waiting"));
	assert_within(fetch_wait(fetch, &endpoint, 900), 1, 1000);
	assert_int_equal(fetch_wait(fetch, &endpoint, 10), -1);
	fetch_wait(fetch, &endpoint, 900);
	finish(fetch, &done);
	assert_int_equal(done.response.status, 200);
	assert_int_equal(tally_of(fetch).limited, 1);
	assert_null(tally_of(fetch).waiting);
	fetch_release(fetch, &done);
	assert_true(start_politely(fetch, &two));
	finish(fetch, &done);
	fetch_release(fetch, &done);
	assert_int_equal(arrivals(arena, "/limited", times, 4), 2);
	assert_true(times[1] - times[0] >= 400 - 40);
	arena_free(arena);
	fetch_free(fetch);
}

static void
limited_without_a_hint(void **state)
{
	struct fetch *fetch = begin("silent", 1000, 0.01, NULL);
	struct arena *arena = arena_new();
	int64_t times[4];
	struct fetched done;

	(void)state;
	exchange(fetch, "/limited-silent", &done);
	assert_int_equal(done.response.status, 200);
	/* Twenty intervals of 1 s, × 0.01. */
	assert_int_equal(arrivals(arena, "/limited-silent", times, 4), 2);
	assert_true(times[1] - times[0] >= 200 - 40);
	fetch_release(fetch, &done);
	arena_free(arena);
	fetch_free(fetch);
}

/* Ten hours are not waited for: once said, the source is left in peace. */
static void
limited_beyond_patience(void **state)
{
	struct fetch *fetch = begin("long", 10, 0.01, folder);
	struct fetched done;

	(void)state;
	exchange(fetch, "/limited-long", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_REPLIED);
	assert_int_equal(done.response.status, 429);
	fetch_release(fetch, &done);
	assert_int_equal(fetch_wait(fetch, &endpoint, 900), -1);
	assert_non_null(strstr(tally_of(fetch).trouble, "HTTP 429, to wait"));
	assert_int_equal(tally_of(fetch).trouble_status, 429);
	assert_true(tally_of(fetch).trouble_since > 0);
	fetch_free(fetch);
	assert_int_equal(arrived("/limited-long"), 1);
	/* The next run knows it without asking. */
	fetch = begin("long", 10, 0.01, folder);
	assert_int_equal(fetch_wait(fetch, &endpoint, 900), -1);
	assert_true(fetch_wait(fetch, &endpoint, -1) > 0);
	assert_non_null(tally_of(fetch).waiting);
	fetch_free(fetch);
}

static void
a_window_is_not_overdrawn(void **state)
{
	struct fetch *fetch = begin("window", 0, 0.001, NULL);
	struct fetched done;
	int n, limited = 0;

	(void)state;
	/* We think 500; the service says after the first: 2, 1, 0 left. */
	pace.window = 500;
	pace.window_seconds = 300;
	for (n = 0; n < 3; n++) {
		exchange(fetch, "/window", &done);
		limited += done.response.status == 429;
		fetch_release(fetch, &done);
	}
	assert_int_equal(limited, 0);
	assert_int_equal(fetch_wait(fetch, &endpoint, 50), -1);
	assert_true(fetch_wait(fetch, &endpoint, 900) > 0);
	assert_non_null(strstr(tally_of(fetch).waiting, "window: 0 of 500"));
	fetch_free(fetch);
	assert_int_equal(arrived("/window"), 3);
}

static void
retries_end(void **state)
{
	struct fetch *fetch = begin("budget", 1, 0.001, NULL);
	struct request request = get("/always-500");
	struct fetched done;
	unsigned sent = 0;

	(void)state;
	while (start_politely(fetch, &request)) {
		finish(fetch, &done);
		assert_int_equal(done.response.exchange, EXCHANGE_REPLIED);
		assert_int_equal(done.response.status, 500);
		assert_string_equal(done.response.body, "broken");
		assert_true(done.response.attempts <= 5);
		fetch_release(fetch, &done);
		assert_true(++sent < 50);
	}
	/* Four for each, ten and a few in all. */
	assert_within(tally_of(fetch).retries, 10, 12);
	assert_non_null(strstr(tally_of(fetch).trouble, "retries are spent"));
	fetch_free(fetch);
}

static void
broken_transfers(void **state)
{
	struct fetch *fetch = begin("broken", 1, 0.001, NULL);
	struct fetched done;

	(void)state;
	exchange(fetch, "/cut", &done);
	assert_int_equal(done.response.status, 200);
	assert_string_equal(done.response.body, "fine");
	assert_int_equal(done.response.attempts, 2);
	fetch_release(fetch, &done);
	exchange(fetch, "/drip", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_REPLIED);
	assert_string_equal(done.response.body, "fine");
	assert_int_equal(done.response.attempts, 2);
	fetch_release(fetch, &done);
	fetch_free(fetch);
	fetch = begin("dead", 1, 0.001, NULL);
	endpoint.base_url = dead_url;
	exchange(fetch, "/x", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_FAILED);
	assert_int_equal(done.response.status, 0);
	assert_non_null(done.response.trouble);
	assert_int_equal(done.response.attempts, 5);
	assert_int_equal(tally_of(fetch).trouble_status, 0);
	assert_non_null(tally_of(fetch).trouble);
	fetch_release(fetch, &done);
	fetch_free(fetch);
}

static void
too_much_of_everything(void **state)
{
	struct fetch *fetch = begin("large", 1, 0.001, NULL);
	struct fetched done;

	(void)state;
	exchange(fetch, "/big", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_TOO_LARGE);
	assert_int_equal(done.response.body_length, 0);
	assert_int_equal(done.response.attempts, 1);
	fetch_release(fetch, &done);
	exchange(fetch, "/bomb", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_TOO_LARGE);
	assert_true(tally_of(fetch).bytes <= 200000);
	fetch_release(fetch, &done);
	exchange(fetch, "/flood", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_FAILED);
	assert_int_equal(done.response.attempts, 1);
	assert_non_null(strstr(done.response.trouble, "headers"));
	fetch_release(fetch, &done);
	exchange(fetch, "/fine/afterwards", &done);
	assert_string_equal(done.response.body, "fine");
	fetch_release(fetch, &done);
	fetch_free(fetch);
}

static void
redirects_stay_at_home(void **state)
{
	static const char *const away[] = { "/elsewhere", "/other-host", "/to-file" };
	struct fetch *fetch = begin("away", 1, 1, NULL);
	struct request post = { .source = &source,
		.method = "POST",
		.path = "/moved",
		.body = "abc",
		.body_length = 3 };
	struct fetched done;
	size_t n;

	(void)state;
	for (n = 0; n < 3; n++) {
		exchange(fetch, away[n], &done);
		assert_int_equal(done.response.exchange, EXCHANGE_REFUSED);
		assert_non_null(done.response.trouble);
		assert_int_equal(done.response.body_length, 0);
		fetch_release(fetch, &done);
	}
	exchange(fetch, "/renamed", &done);
	assert_int_equal(done.response.exchange, EXCHANGE_REPLIED);
	assert_string_equal(done.response.body, "fine");
	assert_string_equal(done.response.final_path, "/fine?a=b");
	assert_int_equal(done.response.attempts, 2);
	fetch_release(fetch, &done);
	/* 307: the same method and body. */
	assert_true(start_politely(fetch, &post));
	finish(fetch, &done);
	assert_memory_equal(done.response.body, "POST abc ", 9);
	fetch_release(fetch, &done);
	/* 303: a GET without body. */
	post.path = "/see-other";
	assert_true(start_politely(fetch, &post));
	finish(fetch, &done);
	assert_string_equal(done.response.body, "fine");
	fetch_release(fetch, &done);
	fetch_free(fetch);
	assert_int_equal(arrived("/stolen"), 0);
}

/* The key came with every request to its own host, and nowhere else. */
static void
the_key_stays_at_home(void **state)
{
	struct arena *arena = arena_new();
	char *log, *line, wanted[80], theirs[40];
	struct fetch *fetch = begin("key", 1, 1, NULL);
	struct fetched done;

	(void)state;
	exchange(fetch, "/fine/with-key", &done);
	fetch_release(fetch, &done);
	endpoint.key = NULL;
	exchange(fetch, "/fine/without-key", &done);
	fetch_release(fetch, &done);
	endpoint.key = "line\r\nX-Evil: 1";
	exchange(fetch, "/fine/evil-key", &done);
	fetch_release(fetch, &done);
	endpoint.key = KEY;
	exchange(fetch, "/elsewhere", &done);
	fetch_release(fetch, &done);
	fetch_free(fetch);
	log = server_log(arena);
	snprintf(wanted, sizeof wanted, "/fine/with-key %s\n", KEY);
	assert_non_null(strstr(log, wanted));
	assert_non_null(strstr(log, "/fine/without-key -\n"));
	assert_non_null(strstr(log, "/fine/evil-key -\n"));
	snprintf(theirs, sizeof theirs, " %d ", other_port);
	for (line = log; (line = strstr(line, theirs)) != NULL; line++)
		assert_int_not_equal(strncmp(line, theirs, strlen(theirs)), 0);
	arena_free(arena);
}

static void
a_stop_gives_everything_back(void **state)
{
	struct fetch *fetch = begin("stop", 60000, 1, NULL);
	struct request one = get("/slow"), two = get("/slow");
	struct fetched done;

	(void)state;
	pace.concurrent = 2;
	fetch_start(fetch, &endpoint, &one);
	fetch_start(fetch, &endpoint, &two); /* waits for its slot */
	assert_int_equal(fetch_in_flight(fetch), 2);
	fetch_stop(fetch);
	assert_true(fetch_step(fetch, 5000, &done));
	assert_int_equal(done.response.exchange, EXCHANGE_STOPPED);
	assert_non_null(done.response.trouble);
	assert_string_equal(done.response.body, "");
	fetch_release(fetch, &done);
	assert_true(fetch_step(fetch, 5000, &done));
	assert_int_equal(done.response.exchange, EXCHANGE_STOPPED);
	fetch_release(fetch, &done);
	assert_int_equal(fetch_in_flight(fetch), 0);
	assert_int_equal(fetch_wait(fetch, &endpoint, -1), -1);
	fetch_free(fetch);
	/* Freed with requests in every state. */
	fetch = begin("drop", 60000, 1, NULL);
	fetch_start(fetch, &endpoint, &one);
	fetch_start(fetch, &endpoint, &two);
	fetch_free(fetch);
}

static struct fetch *to_stop;

static void
on_alarm(int signal)
{
	(void)signal;
	fetch_stop(to_stop);
}

/* As the conductor does on SIGTERM, in the middle of a long wait. */
static void
a_signal_ends_a_wait(void **state)
{
	struct sigaction action = { .sa_handler = on_alarm };
	struct itimerval soon = { .it_value = { 0, 100000 } };
	struct fetch *fetch = begin("signal", 600000, 1, NULL);
	struct request request = get("/endless/signal");
	struct fetched done;

	(void)state;
	to_stop = fetch;
	sigaction(SIGALRM, &action, NULL);
	fetch_start(fetch, &endpoint, &request);
	setitimer(ITIMER_REAL, &soon, NULL);
	/* The redirect waits ten minutes for its slot. */
	while (!fetch_step(fetch, 600000, &done))
		;
	assert_int_equal(done.response.exchange, EXCHANGE_STOPPED);
	assert_null(tally_of(fetch).trouble);
	fetch_release(fetch, &done);
	fetch_free(fetch);
}

/* What -v prints, with keys and a proxy's password nowhere in it. */
static void
logs_keep_secrets(void **state)
{
	struct fetch *fetch = begin("words", 1, 0.001, NULL);
	struct fetched done;
	struct buffer said;
	char path[300], query[300];
	int saved = dup(2);

	(void)state;
	snprintf(path, sizeof path, "%s/stderr", folder);
	assert_non_null(freopen(path, "w", stderr));
	log_set_level(LOG_VERBOSE);
	snprintf(query, sizeof query, "/fine?%0200d", 7);
	exchange(fetch, query, &done);
	fetch_release(fetch, &done);
	exchange(fetch, "/twice-500?words", &done);
	fetch_release(fetch, &done);
	snprintf(query, sizeof query, "http://me:hidden@127.0.0.1:%d", dead_port);
	setenv("http_proxy", query, 1);
	exchange(fetch, "/fine/proxy", &done);
	unsetenv("http_proxy");
	assert_null(strstr(done.response.trouble, "hidden"));
	fetch_release(fetch, &done);
	fetch_free(fetch);
	fflush(stderr);
	log_set_level(LOG_NORMAL);
	dup2(saved, 2);
	close(saved);
	buffer_init(&said, 0);
	assert_true(file_read(path, &said));
	assert_non_null(strstr(said.bytes, "GET 127.0.0.1:"));
	assert_non_null(strstr(said.bytes, "/fine?000"));
	assert_non_null(strstr(said.bytes, "… 200, 4 bytes, "));
	assert_non_null(strstr(said.bytes, "/twice-500?words 500, 6 bytes"));
	assert_non_null(strstr(said.bytes, ", again in "));
	assert_non_null(strstr(said.bytes, ", retry 2"));
	assert_null(strstr(said.bytes, KEY));
	assert_null(strstr(said.bytes, "hidden"));
	buffer_free(&said);
}

static void
left_alone(void **state)
{
	struct fetch *fetch = begin("alone", 60000, 1, NULL);
	struct request one = get("/fine/alone"), two = get("/fine/alone");
	struct fetched done;
	int seen = 0, stopped = 0;

	(void)state;
	fetch_start(fetch, &endpoint, &one);
	fetch_start(fetch, &endpoint, &two);
	fetch_leave_alone(fetch, &endpoint, "no key");
	assert_int_equal(fetch_wait(fetch, &endpoint, -1), -1);
	while (fetch_in_flight(fetch) > 0) {
		if (!fetch_step(fetch, 1000, &done))
			continue;
		seen++;
		if (done.response.exchange == EXCHANGE_STOPPED) {
			stopped++;
			assert_string_equal(done.response.trouble, "no key");
		}
		fetch_release(fetch, &done);
	}
	assert_int_equal(seen, 2);
	assert_int_equal(stopped, 1);
	assert_string_equal(tally_of(fetch).trouble, "no key");
	fetch_free(fetch);
}

static void
several_at_once(void **state)
{
	struct fetch *fetch = begin("many", 0, 1, NULL);
	struct request requests[20];
	struct fetched done;
	unsigned started = 0, ended = 0;

	(void)state;
	pace.concurrent = 4;
	while (ended < 20) {
		while (started < 20 && fetch_wait(fetch, &endpoint, 900) == 0) {
			requests[started] = get("/many");
			fetch_start(fetch, &endpoint, &requests[started++]);
		}
		if (!fetch_step(fetch, 1000, &done))
			continue;
		assert_int_equal(done.response.status, 200);
		ended++;
		fetch_release(fetch, &done);
	}
	exchange(fetch, "/peak", &done);
	assert_string_equal(done.response.body, "4");
	fetch_release(fetch, &done);
	fetch_free(fetch);
	assert_int_equal(arrived("/many"), 20);
}

static void
pace_folders_that_fail(void **state)
{
	struct fetch *fetch;
	struct fetched done;
	char path[300];

	(void)state;
	/* A file where the folder should be: told, and survived. */
	snprintf(path, sizeof path, "%s/file", folder);
	assert_true(file_replace(path, "", 0, 0600));
	fetch = begin("nofolder", 1, 1, path);
	exchange(fetch, "/fine/nofolder", &done);
	assert_int_equal(done.response.status, 200);
	fetch_release(fetch, &done);
	fetch_free(fetch);
}

static void
a_list_by_url(void **state)
{
	struct fetch *fetch = begin("list", 1, 0.001, NULL);
	struct arena *arena = arena_new();
	struct response response;
	char url[120];

	(void)state;
	snprintf(url, sizeof url, "%s/renamed?list", base_url);
	assert_true(get_page(fetch, arena, url, 1000, &response));
	assert_string_equal(response.body, "fine");
	assert_string_equal(response.final_path, "/fine?a=b");
	snprintf(url, sizeof url, "%s/elsewhere", base_url);
	assert_false(get_page(fetch, arena, url, 1000, &response));
	assert_int_equal(response.exchange, EXCHANGE_REFUSED);
	assert_non_null(response.trouble);
	snprintf(url, sizeof url, "%s/big", base_url);
	assert_false(get_page(fetch, arena, url, 1000, &response));
	assert_int_equal(response.exchange, EXCHANGE_TOO_LARGE);
	snprintf(url, sizeof url, "%s/none", base_url);
	assert_false(get_page(fetch, arena, url, 1000, &response));
	assert_string_equal(response.trouble, "HTTP 404");
	snprintf(url, sizeof url, "%s/always-500?list", base_url);
	assert_false(get_page(fetch, arena, url, 1000, &response));
	assert_int_equal(response.status, 500);
	assert_int_equal(arrived("/always-500?list"), 3);
	assert_false(get_page(fetch, arena, "file:///etc/passwd", 1000, &response));
	assert_int_equal(response.exchange, EXCHANGE_REFUSED);
	assert_false(get_page(fetch, arena, "not a url", 1000, &response));
	fetch_stop(fetch);
	assert_false(get_page(fetch, arena, url, 1000, &response));
	assert_int_equal(response.exchange, EXCHANGE_STOPPED);
	arena_free(arena);
	fetch_free(fetch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_reply),
		cmocka_unit_test(requests_keep_their_distance),
		cmocka_unit_test(redirects_and_retries_keep_it_too),
		cmocka_unit_test(processes_share_the_pace),
		cmocka_unit_test(limited_with_a_hint),
		cmocka_unit_test(limited_without_a_hint),
		cmocka_unit_test(limited_beyond_patience),
		cmocka_unit_test(a_window_is_not_overdrawn),
		cmocka_unit_test(retries_end),
		cmocka_unit_test(broken_transfers),
		cmocka_unit_test(too_much_of_everything),
		cmocka_unit_test(redirects_stay_at_home),
		cmocka_unit_test(the_key_stays_at_home),
		cmocka_unit_test(a_stop_gives_everything_back),
		cmocka_unit_test(a_signal_ends_a_wait),
		cmocka_unit_test(logs_keep_secrets),
		cmocka_unit_test(left_alone),
		cmocka_unit_test(several_at_once),
		cmocka_unit_test(pace_folders_that_fail),
		cmocka_unit_test(a_list_by_url),
	};
	static const char *const proxies[] = { "http_proxy", "https_proxy", "HTTPS_PROXY",
		"all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY" };
	const char *python = getenv("PYTHON"), *tmp = getenv("TMPDIR");
	size_t n;
	int failed;

	for (n = 0; n < sizeof proxies / sizeof *proxies; n++)
		unsetenv(proxies[n]);
	if (python == NULL || python[0] == '\0' || strcmp(python, ":") == 0)
		return 77;
	snprintf(folder, sizeof folder, "%.150s/enrich-fetch-XXXXXX",
	    tmp == NULL ? "/tmp" : tmp);
	if (mkdtemp(folder) == NULL || start_server() != 0)
		return 99;
	failed = cmocka_run_group_tests_name("fetch", tests, NULL, NULL);
	file_remove_tree(folder);
	return failed;
}
