/* The pure parts of fetch/: hints, retries, redirects, pace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "fetch/hint.h"
#include "fetch/note.h"
#include "fetch/pace.h"
#include "fetch/pace_file.h"
#include "fetch/pacer.h"
#include "fetch/redirect.h"
#include "fetch/retry.h"
#include "fetch/transfer.h"
#include "within.h"

#define NOW INT64_C(1795168800) /* 2026-11-20T10:00:00Z */

/* ---- headers ---- */

static struct hint
hint_of(const char *name, const char *value)
{
	struct hint hint;

	hint_clear(&hint);
	hint_header(&hint, name, value, NOW);
	return hint;
}

static void
retry_after(void **state)
{
	static const struct {
		const char *value;
		int64_t seconds;
	} cases[] = {
		{ "120", 120 },
		{ "0", 0 },
		{ "  7 ", 7 },
		{ "1.5", 2 },
		{ "Fri, 20 Nov 2026 10:01:00 GMT", 60 },
		{ "Friday, 20-Nov-26 10:01:00 GMT", 60 },
		{ "Fri Nov 20 10:01:00 2026", 60 },
		{ "Fri, 20 Nov 2020 10:01:00 GMT", 0 }, /* past: at once */
		{ "99999999999999999999999999", HINT_FAR },
		{ "-5", -1 },
		{ "", -1 },
		{ "soon", -1 },
		{ "12 parsecs", -1 },
		{ "0x10", -1 },
		{ "Fri, 99 Nov 2026", -1 },
	};
	size_t n;

	(void)state;
	for (n = 0; n < sizeof cases / sizeof *cases; n++) {
		struct hint hint = hint_of("retry-AFTER", cases[n].value);

		if (hint.retry_after != cases[n].seconds)
			fail_msg("Retry-After '%s': %ld", cases[n].value,
			    (long)hint.retry_after);
	}
}

static void
ratelimit_of_hugging_face(void **state)
{
	struct hint hint = hint_of("RateLimit", "\"api\";r=0;t=123");

	(void)state;
	assert_int_equal(hint.left, 0);
	assert_int_equal(hint.reset, 123);
	/* The tightest of several counts, in whatever order they stand. */
	hint = hint_of("RateLimit", "\"a\";r=50;t=9, \"b\";r=2;t=44,\"c\";r=9;t=1");
	assert_int_equal(hint.left, 2);
	assert_int_equal(hint.reset, 44);
	hint = hint_of("RateLimit-Policy", "\"fixed window\";\"api\";q=500;w=300");
	assert_int_equal(hint.limit, 500);
	hint = hint_of("RateLimit", ";;;r=;t=,,;r");
	assert_int_equal(hint.left, -1);
	hint = hint_of("RateLimit", "\"api\";r=5");
	assert_int_equal(hint.left, -1);
	hint = hint_of("RateLimit", "");
	assert_int_equal(hint.left, -1);
}

static void
limits_of_the_others(void **state)
{
	struct hint hint;

	(void)state;
	hint = hint_of("x-ratelimit-remaining", "0");
	assert_int_equal(hint.left, 0);
	/* GitHub: an epoch.  OpenAlex: seconds. */
	hint = hint_of("X-RateLimit-Reset", "1795169400");
	assert_int_equal(hint.reset, 600);
	hint = hint_of("X-RateLimit-Reset", "1700000000");
	assert_int_equal(hint.reset, 0);
	hint = hint_of("x-ratelimit-reset", "50400");
	assert_int_equal(hint.reset, 50400);
	hint = hint_of("x-ratelimit-limit", "many");
	assert_int_equal(hint.limit, -1);
	/* Crossref: the rate counts only with its interval. */
	hint = hint_of("x-rate-limit-limit", "5");
	assert_int_equal(hint.interval, -1);
	hint_header(&hint, "x-rate-limit-interval", "1s", NOW);
	assert_int_equal(hint.interval, 200);
	hint = hint_of("x-rate-limit-interval", "1s");
	assert_int_equal(hint.interval, -1);
	hint = hint_of("x-concurrency-limit", "1");
	assert_int_equal(hint.concurrent, 1);
}

/* ---- retries ---- */

static struct retry
decide(int status, unsigned retries, int64_t retry_after_s)
{
	struct retry_case c = { .exchange = EXCHANGE_REPLIED,
		.status = status,
		.retries = retries,
		.budget = 3,
		.interval_ms = 1000,
		.patience = 900 };

	hint_clear(&c.hint);
	c.hint.retry_after = retry_after_s;
	return retry_decide(&c);
}

static void
which_statuses_are_tried_again(void **state)
{
	static const int again[] = { 429, 500, 502, 503, 504 };
	static const int over[] = { 200, 204, 301, 304, 400, 401, 403, 404, 414, 451, 501,
		505 };
	size_t n;

	(void)state;
	for (n = 0; n < sizeof again / sizeof *again; n++)
		assert_int_equal(decide(again[n], 0, -1).verdict, RETRY_LATER);
	for (n = 0; n < sizeof over / sizeof *over; n++)
		assert_int_equal(decide(over[n], 0, -1).verdict, RETRY_NO_NEED);
	/* GitHub's secondary limit is a 403 that says when. */
	assert_int_equal(decide(403, 0, 60).verdict, RETRY_LATER);
	assert_true(decide(403, 0, 60).everyone);
}

static void
waits_grow_and_end(void **state)
{
	struct retry_case c = { .exchange = EXCHANGE_FAILED,
		.budget = 9,
		.interval_ms = 3000,
		.patience = -1 };

	(void)state;
	hint_clear(&c.hint);
	assert_int_equal(retry_decide(&c).wait_ms, 1000);
	c.retries = 3;
	assert_int_equal(retry_decide(&c).wait_ms, 8000);
	c.jitter = 1023;
	assert_int_equal(retry_decide(&c).wait_ms, 10000);
	c.retries = 4;
	assert_int_equal(retry_decide(&c).verdict, RETRY_ENOUGH);
	/* arXiv without a hint: a minute, doubling, at most ten. */
	c.exchange = EXCHANGE_REPLIED;
	c.status = 429;
	c.jitter = c.retries = 0;
	assert_int_equal(retry_decide(&c).wait_ms, 60000);
	assert_true(retry_decide(&c).everyone);
	assert_false(retry_decide(&c).hinted);
	c.retries = 1;
	assert_int_equal(retry_decide(&c).wait_ms, 120000);
	c.retries = 4000;
	assert_int_equal(retry_decide(&c).wait_ms, 600000);
	c.interval_ms = 50;
	c.retries = 0;
	assert_int_equal(retry_decide(&c).wait_ms, 1000);
}

static void
the_services_word_counts(void **state)
{
	struct retry_case c = {
		.exchange = EXCHANGE_REPLIED, .status = 429, .budget = 9, .patience = 900
	};

	(void)state;
	/* Never earlier than asked. */
	assert_within(decide(503, 0, 12).wait_ms, 12000, 12500);
	assert_true(decide(503, 0, 12).hinted && decide(503, 0, 12).everyone);
	/* "at once", or in the past: not without a breath. */
	assert_within(decide(503, 0, 0).wait_ms, 1000, 1250);
	assert_int_equal(decide(429, 0, 36000).verdict, RETRY_PATIENCE);
	assert_int_equal(decide(429, 0, HINT_FAR).verdict, RETRY_PATIENCE);
	hint_clear(&c.hint);
	c.hint.left = 0;
	c.hint.reset = 123;
	assert_within(retry_decide(&c).wait_ms, 123000, 123500);
	/* A quota that is not used up does not explain a 429. */
	c.hint.left = 44;
	assert_within(retry_decide(&c).wait_ms, 1000, 1250);
}

static void
a_source_may_want_it_otherwise(void **state)
{
	struct retry_case c = { .exchange = EXCHANGE_REPLIED,
		.status = 504,
		.budget = 9,
		.patience = -1,
		.server_retries = 1 };

	(void)state;
	hint_clear(&c.hint);
	assert_int_equal(retry_decide(&c).verdict, RETRY_LATER);
	c.retries = 1;
	assert_int_equal(retry_decide(&c).verdict, RETRY_ENOUGH);
	/* Of a 5xx only. */
	c.status = 429;
	assert_int_equal(retry_decide(&c).verdict, RETRY_LATER);
	/* What its questions went through before makes waits longer. */
	c.status = 500;
	c.retries = 0;
	c.failures = 3;
	assert_within(retry_decide(&c).wait_ms, 8000, 10000);
	/* A limit that does not say for how long: as the service wants it. */
	c = (struct retry_case){ .exchange = EXCHANGE_REPLIED,
		.status = 429,
		.budget = 9,
		.patience = -1,
		.interval_ms = 10,
		.breath_ms = 60000 };
	hint_clear(&c.hint);
	assert_within(retry_decide(&c).wait_ms, 60000, 75000);
	assert_true(retry_decide(&c).everyone);
}

static void
budget_and_hopeless(void **state)
{
	struct retry_case c = {
		.exchange = EXCHANGE_FAILED, .budget = 0, .patience = -1
	};

	(void)state;
	hint_clear(&c.hint);
	assert_int_equal(retry_decide(&c).verdict, RETRY_BUDGET);
	c.hopeless = true;
	assert_int_equal(retry_decide(&c).verdict, RETRY_ENOUGH);
	c.exchange = EXCHANGE_TOO_LARGE;
	assert_int_equal(retry_decide(&c).verdict, RETRY_NO_NEED);
	c.exchange = EXCHANGE_REFUSED;
	assert_int_equal(retry_decide(&c).verdict, RETRY_NO_NEED);
}

/* ---- redirects ---- */

static void
redirects(void **state)
{
	static const struct {
		int status;
		const char *location;
		unsigned hops;
		enum redirect_verdict verdict;
		const char *url;
	} cases[] = {
		{ 200, "/b", 0, REDIRECT_NONE, NULL },
		{ 304, "/b", 0, REDIRECT_NONE, NULL },
		{ 300, "/b", 0, REDIRECT_NONE, NULL },
		{ 301, "/b", 0, REDIRECT_FOLLOW, "https://a.example/b" },
		{ 302, "b?x=1", 4, REDIRECT_FOLLOW, "https://a.example/p/b?x=1" },
		{ 303, "?x=1", 0, REDIRECT_FOLLOW, "https://a.example/p/q?x=1" },
		{ 307, "HTTPS://A.example:443/b", 0, REDIRECT_FOLLOW,
		    "https://a.example/b" },
		{ 308, "//a.example/b#f", 0, REDIRECT_FOLLOW, "https://a.example/b" },
		{ 307, "https://u:p@a.example/b", 0, REDIRECT_REFUSE, NULL },
		{ 301, "/b", 5, REDIRECT_REFUSE, NULL },
		{ 301, NULL, 0, REDIRECT_REFUSE, NULL },
		{ 301, "", 0, REDIRECT_REFUSE, NULL },
		{ 301, "http://a.example/b", 0, REDIRECT_REFUSE, NULL },
		{ 301, "https://a.example:444/b", 0, REDIRECT_REFUSE, NULL },
		{ 301, "https://a.example.evil.example/", 0, REDIRECT_REFUSE, NULL },
		{ 301, "https://a.example@evil.example/", 0, REDIRECT_REFUSE, NULL },
		{ 301, "//evil.example/b", 0, REDIRECT_REFUSE, NULL },
		{ 301, "\\\\evil.example/b", 0, REDIRECT_FOLLOW, NULL },
		{ 301, "http://169.254.169.254/", 0, REDIRECT_REFUSE, NULL },
		{ 301, "file:///etc/passwd", 0, REDIRECT_REFUSE, NULL },
		{ 301, "javascript:alert(1)", 0, REDIRECT_REFUSE, NULL },
		{ 301, "https://", 0, REDIRECT_REFUSE, NULL },
	};
	struct arena *arena = arena_new();
	size_t n;

	(void)state;
	for (n = 0; n < sizeof cases / sizeof *cases; n++) {
		struct redirect r = redirect_decide(arena, "https://a.example/p/q",
		    cases[n].status, cases[n].location, cases[n].hops);

		/* A backslash may be a path or nothing, but no host. */
		if (cases[n].location != NULL && cases[n].location[0] == '\\') {
			if (r.verdict == REDIRECT_FOLLOW)
				assert_memory_equal(r.url, "https://a.example/", 18);
			continue;
		}
		if (r.verdict != cases[n].verdict)
			fail_msg(
			    "%d '%s': %d", cases[n].status, cases[n].location, r.verdict);
		if (cases[n].url != NULL)
			assert_string_equal(r.url, cases[n].url);
		assert_true((r.verdict == REDIRECT_REFUSE) == (r.words != NULL));
		if (r.verdict == REDIRECT_FOLLOW)
			assert_true(r.becomes_get == (cases[n].status == 303));
	}
	assert_string_equal(
	    redirect_path(arena, "http://h:1/mirror/", "http://h:1/mirror/api/x?y"),
	    "/api/x?y");
	assert_string_equal(
	    redirect_path(arena, "http://h:1", "http://h:1/api/x"), "/api/x");
	assert_string_equal(
	    redirect_path(arena, "http://h:1/mirror", "http://h:1/mirrored"),
	    "/mirrored");
	arena_free(arena);
}

/* ---- pace ---- */

static const struct pace three_seconds = { .interval = 3000, .concurrent = 1 };
static const struct pace window_of_three = {
	.concurrent = 8, .window = 3, .window_key = 5, .window_seconds = 300
};

static void
slots_keep_their_distance(void **state)
{
	struct pace_rule rule = pace_rule(&three_seconds, false, 1, 0, 0);
	struct pace_state pace = { 0 };
	int64_t slot = pace_slot(&pace, &rule, 1000);

	(void)state;
	assert_int_equal(slot, 1000);
	pace_take(&pace, &rule, slot);
	assert_int_equal(pace_slot(&pace, &rule, 1001), 4000);
	/* Two more are promised before the first is sent. */
	pace_take(&pace, &rule, 4000);
	assert_int_equal(pace_slot(&pace, &rule, 1001), 7000);
	/* The handshake took half a second. */
	pace_sent(&pace, &rule, 4500);
	assert_int_equal(pace_slot(&pace, &rule, 1001), 7500);
	/* It never goes back. */
	pace_sent(&pace, &rule, 1);
	assert_int_equal(pace_slot(&pace, &rule, 1001), 7500);
	assert_int_equal(pace_slot(&pace, &rule, 90000), 90000);
}

static void
scales_round_up(void **state)
{
	(void)state;
	assert_int_equal(pace_scaled(3000, 0.01), 30);
	assert_int_equal(pace_scaled(1, 0.01), 1);
	assert_int_equal(pace_scaled(3000, 0), 0);
	assert_int_equal(pace_scaled(INT64_MAX, 100), INT64_C(1000000000000000));
	assert_int_equal(pace_rule(&three_seconds, true, 0.5, 0, 0).interval, 1500);
	assert_int_equal(pace_rule(&window_of_three, true, 1, 0, 0).window, 5);
	assert_int_equal(pace_rule(&window_of_three, false, 1, 0, 0).window, 3);
}

static void
who_shares_takes_a_part(void **state)
{
	struct pace_rule alone = pace_rule(&window_of_three, false, 1, 0, 0);
	struct pace_rule third = pace_rule_shared(
	    pace_rule(&three_seconds, false, 1, 0, 0), 3);
	struct pace_state pace = { 0 };

	(void)state;
	assert_int_equal(third.interval, 9000);
	assert_int_equal(third.concurrent, 1);
	assert_int_equal(pace_rule_shared(alone, 2).concurrent, 4);
	assert_int_equal(pace_limit(&pace, &alone), 3);
	/* Never nothing, and what the service says is for all. */
	alone = pace_rule_shared(alone, 5);
	assert_int_equal(pace_limit(&pace, &alone), 1);
	pace_correct(
	    &pace, &alone, &(struct hint){ .limit = 100, .left = 50, .reset = 60 }, 0, 0);
	assert_int_equal(pace_limit(&pace, &alone), 20);
	assert_int_equal(pace.window_left, 10);
}

static void
windows_close_and_open(void **state)
{
	struct pace_rule rule = pace_rule(&window_of_three, false, 1, 0, 0);
	struct pace_state pace = { 0 };
	int n;

	(void)state;
	for (n = 0; n < 3; n++) {
		assert_int_equal(pace_slot(&pace, &rule, 1000), 1000);
		pace_take(&pace, &rule, 1000);
	}
	assert_int_equal(pace_slot(&pace, &rule, 1000), 301000);
	pace_take(&pace, &rule, 301000);
	assert_int_equal(pace.window_left, 2);
	assert_int_equal(pace.window_end, 601000);
}

static void
days_end_at_midnight(void **state)
{
	static const struct pace day = {
		.window = 2, .window_seconds = 86400, .midnight = true
	};
	/* It is 23:00, and one in the clock of this machine. */
	struct pace_rule rule = pace_rule(&day, false, 1, INT64_C(3600000), 3600000);
	struct pace_state pace = { 0 };

	(void)state;
	pace_take(&pace, &rule, 3600000);
	assert_int_equal(pace.window_end, 7200000);
	pace_take(&pace, &rule, 3700000);
	assert_int_equal(pace_slot(&pace, &rule, 3700000), 7200000);
	/* The next one lasts a day, whenever it is opened. */
	pace_take(&pace, &rule, 9000000);
	assert_int_equal(pace.window_end, 7200000 + INT64_C(86400000));
	assert_int_equal(pace.window_left, 1);
}

static void
failing_sources_are_left_alone(void **state)
{
	static const int64_t wanted[] = { 0, 600, 1200, 2400, 4800, 9600, 19200, 21600,
		21600 };
	struct note alone = { 0 }, read;

	(void)state;
	for (size_t n = 0; n < sizeof wanted / sizeof *wanted; n++) {
		note_failed(&alone, 5000, 1);
		assert_int_equal(alone.count, n + 1);
		assert_int_equal(alone.until, wanted[n] == 0 ? 0 : 5000 + wanted[n]);
	}
	assert_true(note_parse(&note_failures, "1 3 6000\n", 5000, &read));
	assert_int_equal(read.count, 3);
	assert_int_equal(read.until, 6000);
	/* Over, and farther than is ever noted: the clock was changed. */
	assert_true(note_parse(&note_failures, "1 3 4999", 5000, &read));
	assert_int_equal(read.until, 0);
	assert_true(note_parse(&note_failures, "1 3 99999999", 5000, &read));
	assert_int_equal(read.until, 0);
	assert_false(note_parse(&note_failures, "", 5000, &read));
	assert_false(note_parse(&note_failures, "1 3", 5000, &read));
	assert_false(note_parse(&note_failures, "2 3 6000", 5000, &read));
	assert_false(note_parse(&note_failures, "1 99999 6000", 5000, &read));
}

static void
a_size_is_remembered_for_a_month(void **state)
{
	struct note size = { 0 };

	(void)state;
	assert_true(note_parse(&note_size, "1 250 2592000\n", 5000, &size));
	assert_int_equal(size.count, 250);
	assert_int_equal(size.until, 2592000);
	assert_true(note_parse(&note_size, "1 250 4999", 5000, &size));
	assert_int_equal(size.until, 0);
	assert_true(note_parse(&note_size, "1 250 2597001", 5000, &size));
	assert_int_equal(size.until, 0);
	assert_false(note_parse(&note_size, "1 0 6000", 5000, &size));
	assert_false(note_parse(&note_size, "1 -1 6000", 5000, &size));
	assert_false(note_parse(&note_size, "1 250", 5000, &size));
	assert_false(note_parse(&note_size, "2 250 6000", 5000, &size));
	assert_false(note_parse(&note_size, "", 5000, &size));
}

static void
the_service_knows_its_window(void **state)
{
	struct pace_rule rule = pace_rule(&window_of_three, false, 1, 0, 0);
	struct pace_state pace = { 0 };
	struct hint hint;

	(void)state;
	pace_take(&pace, &rule, 1000);
	hint_clear(&hint);
	/* Others share our address: less is left than we thought. */
	hint.left = 1;
	hint.reset = 20;
	pace_correct(&pace, &rule, &hint, 1, 2000);
	assert_int_equal(pace.window_left, 0);
	assert_int_equal(pace_slot(&pace, &rule, 2000), 2000 + 21000);
	/* A late reply of the same window does not give back. */
	hint.left = 3;
	hint.reset = 20;
	pace_correct(&pace, &rule, &hint, 0, 2100);
	assert_int_equal(pace.window_left, 0);
	/* A larger quota is told by the policy. */
	hint.limit = 2500;
	hint.left = 2400;
	hint.reset = 290;
	pace_correct(&pace, &rule, &hint, 0, 30000);
	assert_int_equal(pace.window_left, 2400);
	assert_int_equal(pace_limit(&pace, &rule), 2500);
	/* Nonsense is not believed. */
	hint.left = 0;
	hint.reset = HINT_FAR;
	pace_correct(&pace, &rule, &hint, 0, 30000);
	assert_int_equal(pace.window_left, 2400);
}

static void
only_slower_rates_are_learned(void **state)
{
	struct pace_rule rule = pace_rule(&three_seconds, false, 1, 0, 0);
	struct pace_state pace = { 0 };
	struct hint hint;

	(void)state;
	hint_clear(&hint);
	hint.interval = 200;
	hint.concurrent = 9;
	pace_correct(&pace, &rule, &hint, 0, 0);
	assert_int_equal(rule.interval, 3000);
	assert_int_equal(rule.concurrent, 1);
	hint.interval = 5000;
	pace_correct(&pace, &rule, &hint, 0, 0);
	assert_int_equal(rule.interval, 5000);
}

static void
absurd_states_are_dropped(void **state)
{
	struct pace_rule rule = pace_rule(&window_of_three, false, 1, 0, 0);
	struct pace_state pace = { .next_free = INT64_C(3600001) + 50,
		.held_until = INT64_C(91000000),
		.window_end = INT64_MAX,
		.window_left = 3,
		.window_limit = INT64_MAX };

	(void)state;
	pace_mend(&pace, &rule, 50);
	assert_int_equal(pace_slot(&pace, &rule, 50), 50);
	assert_int_equal(pace_limit(&pace, &rule), 3);
	/* What can be stays. */
	pace = (struct pace_state){
		.next_free = 3500000, .window_end = 299000, .window_left = 1
	};
	pace_mend(&pace, &rule, 50);
	assert_int_equal(pace.next_free, 3500000);
	assert_int_equal(pace.window_left, 1);
	/* A wait of years is a wait of an hour. */
	pace = (struct pace_state){ 0 };
	pace_hold(&pace, HINT_FAR * 1000, 50);
	assert_int_equal(pace.held_until, 3600050);
}

static void
late_departures_push_or_yield(void **state)
{
	struct pacer pacer = { .file = { .descriptor = -1 } };
	int64_t slot;

	(void)state;
	pacer.rule = pace_rule(&three_seconds, false, 1, 0, 0);
	slot = pacer_reserve(&pacer, 1000);
	assert_true(pacer_depart(&pacer, slot, 1000));
	assert_int_equal(pacer_wait(&pacer, 1000), 3000);
	/* Late, and nobody behind: the next one waits for it. */
	assert_true(pacer_depart(&pacer, slot, 1500));
	assert_int_equal(pacer_wait(&pacer, 1500), 3000);
	/* Late, and somebody has the slot behind: not this time. */
	slot = pacer_reserve(&pacer, 4500);
	assert_int_equal(slot, 4500);
	assert_int_equal(pacer_reserve(&pacer, 4500), 7500);
	assert_false(pacer_depart(&pacer, slot, 5000));
	assert_true(pacer_depart(&pacer, slot, 4501));
}

static void
pace_files_are_read_with_care(void **state)
{
	struct pace_state pace = { 0 };

	(void)state;
	assert_true(pace_parse("1 boot 5 6 7 8 9   \n", "boot", &pace));
	assert_int_equal(pace.next_free, 5);
	assert_int_equal(pace.held_until, 6);
	assert_int_equal(pace.window_limit, 9);
	assert_false(pace_parse("1 other 1 1 1 1 1\n", "boot", &pace));
	assert_false(pace_parse("2 boot 1 1 1 1 1\n", "boot", &pace));
	assert_false(pace_parse("1 boot 1 1 1\n", "boot", &pace));
	assert_false(pace_parse("", "boot", &pace));
	assert_false(pace_parse("\377\376", "boot", &pace));
	assert_int_equal(pace.next_free, 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(retry_after),
		cmocka_unit_test(ratelimit_of_hugging_face),
		cmocka_unit_test(limits_of_the_others),
		cmocka_unit_test(which_statuses_are_tried_again),
		cmocka_unit_test(waits_grow_and_end),
		cmocka_unit_test(the_services_word_counts),
		cmocka_unit_test(a_source_may_want_it_otherwise),
		cmocka_unit_test(budget_and_hopeless),
		cmocka_unit_test(redirects),
		cmocka_unit_test(slots_keep_their_distance),
		cmocka_unit_test(scales_round_up),
		cmocka_unit_test(who_shares_takes_a_part),
		cmocka_unit_test(windows_close_and_open),
		cmocka_unit_test(days_end_at_midnight),
		cmocka_unit_test(failing_sources_are_left_alone),
		cmocka_unit_test(a_size_is_remembered_for_a_month),
		cmocka_unit_test(the_service_knows_its_window),
		cmocka_unit_test(only_slower_rates_are_learned),
		cmocka_unit_test(absurd_states_are_dropped),
		cmocka_unit_test(late_departures_push_or_yield),
		cmocka_unit_test(pace_files_are_read_with_care),
	};

	return cmocka_run_group_tests_name("fetch rules", tests, NULL, NULL);
}
