/* The plan: nothing twice, full batches, halves first, freshness. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "plan/plan.h"

enum { DAY = 86400 };

static const struct pace second = { .interval = 1000 };
static const struct pace window = {
	.interval = 3000, .window = 2, .window_seconds = 300
};
static const struct service quick = { .pace = &second };
static const struct service slow = { .pace = &window };
static const struct source batched = { .name = "batched",
	.batch = 3,
	.asked_version = 2,
	.fresh_days = 6,
	.service = &quick };
static const struct source single = {
	.name = "single", .batch = 1, .fresh_days = 90, .service = &slow
};
static const struct source *const both[] = { &batched, &single, NULL };

static struct identifier
arxiv(struct arena *arena, unsigned n)
{
	return (
	    struct identifier){ IDENTIFIER_ARXIV, arena_printf(arena, "2401.%05u", n) };
}

static void
wish(struct plan *plan, struct arena *arena, unsigned n)
{
	bool is_new;
	struct wish *made = plan_wish(plan, arxiv(arena, n), NULL, &is_new);

	if (is_new)
		plan_queue(plan, made);
}

static void
test_nothing_twice(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[0]);
	struct plan *other = plan_new(arena, both[1]);
	bool is_new;

	(void)state;
	wish(plan, arena, 1);
	wish(plan, arena, 1);
	assert_int_equal(plan_queued(plan), 1);
	plan_wish(other, arxiv(arena, 1), NULL, &is_new);
	assert_true(is_new);
	plan_free(other);
	plan_free(plan);
	arena_free(arena);
}

static void
test_batches_are_full_unless_allowed(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[0]);
	struct batch *batch;

	(void)state;
	for (unsigned n = 0; n < 4; n++)
		wish(plan, arena, n);
	batch = plan_next(plan, false);
	assert_int_equal(batch->count, 3);
	assert_string_equal(batch->questions[0].subject, "arxiv:2401.00000");
	assert_null(plan_next(plan, false));
	assert_int_equal(plan_next(plan, true)->count, 1);
	assert_null(plan_next(plan, true));
	plan_free(plan);
	arena_free(arena);
}

static void
test_halves_come_first_and_lose_nothing(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[0]);
	size_t total = 0;
	struct batch *batch;

	(void)state;
	for (unsigned n = 0; n < 5; n++)
		wish(plan, arena, n);
	batch = plan_next(plan, false);
	plan_halve(plan, batch);
	assert_int_equal(plan_queued(plan), 5);
	batch = plan_next(plan, false);
	assert_int_equal(batch->count, 1);
	assert_string_equal(batch->questions[0].subject, "arxiv:2401.00000");
	for (total = batch->count; (batch = plan_next(plan, true)) != NULL;)
		total += batch->count;
	assert_int_equal(total, 5);
	plan_free(plan);
	arena_free(arena);
}

static void
test_put_back_keeps_the_rest(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[0]);
	struct batch *batch;

	(void)state;
	for (unsigned n = 0; n < 3; n++)
		wish(plan, arena, n);
	batch = plan_next(plan, true);
	plan_put_back(plan, batch, 1);
	assert_int_equal(batch->count, 1);
	batch = plan_next(plan, true);
	assert_int_equal(batch->count, 2);
	assert_string_equal(batch->questions[0].subject, "arxiv:2401.00001");
	assert_string_equal(batch->questions[1].subject, "arxiv:2401.00002");
	plan_free(plan);
	arena_free(arena);
}

static void
test_abandoned_is_not_asked(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[1]);
	size_t count;

	(void)state;
	wish(plan, arena, 1);
	wish(plan, arena, 2);
	assert_int_equal(plan_abandon(plan), 2);
	assert_int_equal(plan_queued(plan), 0);
	assert_int_equal(plan_wishes(plan, &count)[0]->state, WISH_NOT_ASKED);
	assert_int_equal(count, 2);
	plan_free(plan);
	arena_free(arena);
}

static void
test_cost_counts_intervals_and_windows(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[0]);
	struct plan *windowed = plan_new(arena, both[1]);

	(void)state;
	for (unsigned n = 0; n < 7; n++)
		wish(plan, arena, n);
	for (unsigned n = 0; n < 5; n++)
		wish(windowed, arena, n);
	assert_int_equal(plan_cost(plan, false, 1).requests, 3);
	assert_true(plan_cost(plan, false, 1).seconds == 2.0);
	assert_int_equal(plan_cost(windowed, false, 1).requests, 5);
	/* Four intervals and two whole windows. */
	assert_true(plan_cost(windowed, false, 1).seconds == 12.0 + 600.0);
	assert_true(plan_cost(windowed, false, 0.5).seconds == 306.0);
	plan_free(windowed);
	plan_free(plan);
	arena_free(arena);
}

static void
known(struct plan *plan, struct arena *arena, unsigned n, bool found, int64_t stale_at)
{
	bool is_new;
	struct wish *made = plan_wish(plan, arxiv(arena, n), NULL, &is_new);

	made->known = true;
	made->found = found;
	made->stale_at = stale_at;
	plan_queue(plan, made);
}

static void
test_the_most_valuable_first(void **state)
{
	static const char *const wanted[] = { "arxiv:2401.00004", "arxiv:2401.00006",
		"arxiv:2401.00003", "arxiv:2401.00001", "arxiv:2401.00005",
		"arxiv:2401.00002" };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[1]);
	struct batch *batch;

	(void)state;
	known(plan, arena, 1, true, 300);
	known(plan, arena, 2, false, 100);
	known(plan, arena, 3, true, 200);
	wish(plan, arena, 4);
	for (unsigned i = 0; (batch = plan_next(plan, true)) != NULL; i++) {
		assert_string_equal(batch->questions[0].subject, wanted[i]);
		/* What comes later takes its place among what waits. */
		if (i == 0) {
			known(plan, arena, 5, false, 50);
			wish(plan, arena, 6);
		}
	}
	plan_free(plan);
	arena_free(arena);
}

/* Takes two at most, whatever it is offered: as a long address would. */
static void
ask_two(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	(void)questions;
	(void)arena;
	request->question_count = count > 2 ? 2 : count;
}

static void
test_forecast_asks_the_source(void **state)
{
	static const struct source short_of_space = {
		.batch = 3, .service = &quick, .ask = ask_two
	};
	static const struct source *const one[] = { &short_of_space, NULL };
	struct plan_terms terms = { .pace_scale = 1, .seconds = 60, .patience = 60 };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, one[0]);
	struct plan_cost cost;

	(void)state;
	for (unsigned n = 0; n < 7; n++)
		wish(plan, arena, n);
	cost = plan_forecast(plan, &terms);
	assert_int_equal(cost.requests, 4);
	assert_int_equal(cost.questions, 7);
	assert_int_equal(cost.left_out, 0);
	/* At 0, 1 and 2 s; the fourth would be at 3 s. */
	terms.seconds = 2.5;
	cost = plan_forecast(plan, &terms);
	assert_int_equal(cost.requests, 3);
	assert_int_equal(cost.left_out, 1);
	assert_true(cost.seconds == 2 && cost.busy == 3);
	terms.seconds = -1;
	assert_int_equal(plan_forecast(plan, &terms).requests, 0);
	plan_free(plan);
	arena_free(arena);
}

static void
test_forecast_waits_for_no_long_window(void **state)
{
	struct plan_terms terms = { .pace_scale = 1, .seconds = 1e9, .patience = 600 };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, both[1]);

	(void)state;
	for (unsigned n = 0; n < 5; n++)
		wish(plan, arena, n);
	assert_int_equal(plan_forecast(plan, &terms).requests, 5);
	terms.patience = 299;
	assert_int_equal(plan_forecast(plan, &terms).requests, 2);
	assert_int_equal(plan_forecast(plan, &terms).left_out, 3);
	plan_free(plan);
	arena_free(arena);
}

static bool
fresh_after(enum answer_state answer_state, int64_t lived, int64_t age)
{
	struct answer answer = { .state = answer_state,
		.subject = "arxiv:2401.00001",
		.asked_version = 2,
		.retrieved_at = 1000000000 - lived,
		.confirmed_at = 1000000000 };

	return 1000000000 + age < plan_stale_at(&batched, &answer);
}

static void
test_freshness(void **state)
{
	struct answer other = { .state = ANSWER_FOUND,
		.subject = "x",
		.asked_version = 1,
		.confirmed_at = 1000 };

	(void)state;
	assert_true(fresh_after(ANSWER_FOUND, 0, 5 * DAY));
	/* A weekly run that starts a minute early finds it stale. */
	assert_false(fresh_after(ANSWER_FOUND, 0, 7 * DAY - 60));
	assert_true(fresh_after(ANSWER_ABSENT, 0, 12 * DAY));
	assert_false(fresh_after(ANSWER_ABSENT, 0, 16 * DAY));
	/* Absent for long already: asked less and less, but not never. */
	assert_true(fresh_after(ANSWER_ABSENT, 20 * DAY, 35 * DAY));
	assert_false(fresh_after(ANSWER_ABSENT, 900 * DAY, 200 * DAY));
	assert_false(fresh_after(ANSWER_UNANSWERED, 0, 1));
	/* Other fields: stale. */
	assert_true(plan_stale_at(&batched, &other) < 1001);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_twice),
		cmocka_unit_test(test_batches_are_full_unless_allowed),
		cmocka_unit_test(test_halves_come_first_and_lose_nothing),
		cmocka_unit_test(test_put_back_keeps_the_rest),
		cmocka_unit_test(test_abandoned_is_not_asked),
		cmocka_unit_test(test_cost_counts_intervals_and_windows),
		cmocka_unit_test(test_the_most_valuable_first),
		cmocka_unit_test(test_forecast_asks_the_source),
		cmocka_unit_test(test_forecast_waits_for_no_long_window),
		cmocka_unit_test(test_freshness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
