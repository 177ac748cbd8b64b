/* Batches that are spoilt, halved, or have room for company. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "plan/plan.h"

enum { MOST = 500 };

static const struct source wants_known = {
	.name = "wants", .batch = MOST, .needs_known = true
};
static const struct source does_not = { .name = "not", .batch = MOST };
static const struct source listing = { .name = "lists", .batch = MOST, .lists = true };
static const struct source *const all[] = { &wants_known, &does_not, &listing, NULL };

static struct wish *
make(struct plan *plan, struct arena *arena, unsigned n)
{
	struct identifier id = { IDENTIFIER_ARXIV, arena_printf(arena, "2401.%05u", n) };
	bool is_new;

	return plan_wish(plan, id, NULL, &is_new);
}

/* One that the cache knows, fresh until `stale_at`. */
static struct wish *
make_fresh(struct plan *plan, struct arena *arena, unsigned n, int64_t stale_at)
{
	struct wish *wish = make(plan, arena, n);

	wish->state = WISH_FRESH;
	wish->known = wish->found = true;
	wish->stale_at = stale_at;
	return wish;
}

static bool
holds_bad(const struct batch *batch, const bool *bad)
{
	for (size_t i = 0; i < batch->count; i++)
		if (bad[batch->wishes[i]->serial])
			return true;
	return false;
}

/* A source that refuses what holds a bad one: requests until all is known. */
static unsigned
requests_for(const bool *bad, size_t count)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[0]);
	unsigned answered[MOST] = { 0 }, requests = 0;
	struct batch *batch;

	for (unsigned n = 0; n < count; n++)
		plan_queue(plan, make(plan, arena, n));
	while ((batch = plan_next(plan, true)) != NULL) {
		bool is_bad = holds_bad(batch, bad);
		requests++;
		if (!is_bad || batch->count == 1)
			for (size_t i = 0; i < batch->count; i++) {
				answered[batch->wishes[i]->serial]++;
				batch->wishes[i]->state = WISH_ANSWERED;
			}
		if (!is_bad)
			plan_search_rest(plan, batch);
		else
			plan_release_rest(plan, batch);
		if (is_bad && batch->count > 1)
			plan_search(plan, batch);
	}
	for (unsigned n = 0; n < count; n++)
		assert_int_equal(answered[n], 1);
	assert_int_equal(plan_queued(plan), 0);
	plan_free(plan);
	arena_free(arena);
	return requests;
}

static void
test_one_bad_id_is_found_cheaply(void **state)
{
	static const size_t sizes[] = { 1, 2, 3, 4, 5, 7, 8, 16, 33, 100, 255, 256, 257,
		499, 500 };

	(void)state;
	for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
		size_t step = sizes[s] > 40 ? 7 : 1;
		for (size_t at = 0; at < sizes[s]; at += step) {
			bool bad[MOST] = { false };
			bad[at] = true;
			/* The request that there had to be is not of them. */
			assert_true(requests_for(bad, sizes[s]) - 1 <=
			    ceil(2 * log2((double)sizes[s])));
		}
	}
}

static void
test_several_bad_ids_too(void **state)
{
	unsigned chance = 1;

	(void)state;
	for (unsigned round = 0; round < 60; round++) {
		bool bad[MOST] = { false };
		unsigned count = 0;
		for (unsigned i = 0; i < 1 + round / 4; i++) {
			chance = chance * 1103515245u + 12345u;
			count += !bad[chance / 65536 % MOST];
			bad[chance / 65536 % MOST] = true;
		}
		assert_true(requests_for(bad, MOST) - 1 <= count * ceil(2 * log2(MOST)));
	}
	/* None bad: nothing more than the one, but for the place kept in it. */
	assert_int_equal(requests_for((bool[MOST]){ false }, MOST - 1), 1);
	assert_int_equal(requests_for((bool[MOST]){ false }, MOST), 2);
}

static const struct question sure = { .source = &wants_known,
	.subject = "arxiv:1706.03762",
	.id = { IDENTIFIER_ARXIV, "1706.03762" } };

static void
test_company_turns_stale_soonest(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[0]);
	struct batch *batch;

	(void)state;
	make_fresh(plan, arena, 10, 300);
	make_fresh(plan, arena, 11, 100);
	make_fresh(plan, arena, 12, 200)->found = false;
	for (unsigned n = 100; n < 100 + MOST - 1; n++)
		plan_queue(plan, make(plan, arena, n));
	batch = plan_next(plan, true);
	plan_accompany(plan, batch, &sure);
	/* Room for one: the stalest that was found. */
	assert_int_equal(batch->count, MOST - 1);
	assert_int_equal(batch->company_count, 1);
	assert_string_equal(batch->questions[MOST - 1].subject, "arxiv:2401.00011");
	assert_true(batch->has_known && !batch->is_constant);
	/* Nothing is asked along twice in a run, but as a witness. */
	plan_queue(plan, make(plan, arena, 1));
	batch = plan_next(plan, true);
	plan_accompany(plan, batch, &sure);
	assert_int_equal(batch->company_count, 1);
	assert_string_equal(batch->questions[1].subject, "arxiv:2401.00010");
	plan_halve(plan, batch);
	batch = plan_next(plan, true);
	plan_accompany(plan, batch, &sure);
	assert_int_equal(batch->company_count, 1);
	assert_ptr_not_equal(batch->company[0], NULL);
	plan_free(plan);
	arena_free(arena);
}

static void
test_the_constant_goes_where_nothing_is_known(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = NULL;
	struct batch *batch;

	(void)state;
	for (size_t s = 0; s < 3; s++) {
		plan_free(plan);
		plan = plan_new(arena, all[s]);
		plan_queue(plan, make(plan, arena, 1));
		batch = plan_next(plan, true);
		plan_accompany(plan, batch, &sure);
		assert_int_equal(batch->company_count, s == 0);
		assert_int_equal(batch->is_constant, s == 0);
	}
	/* A source that lists would have to ask again, alone. */
	make_fresh(plan, arena, 7, 100);
	plan_queue(plan, make(plan, arena, 2));
	batch = plan_next(plan, true);
	plan_accompany(plan, batch, NULL);
	assert_int_equal(batch->company_count, 0);
	plan_free(plan);
	arena_free(arena);
}

static void
test_a_full_batch_gets_a_known_one_from_behind(void **state)
{
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[0]);
	size_t asked = 0, known = 0;
	struct batch *batch;

	(void)state;
	for (unsigned n = 0; n < MOST; n++)
		plan_queue(plan, make(plan, arena, n));
	for (unsigned n = 0; n < 3; n++) {
		struct wish *wish = make_fresh(plan, arena, 1000 + n, n);
		plan_queue(plan, wish);
	}
	while ((batch = plan_next(plan, true)) != NULL) {
		plan_accompany(plan, batch, NULL);
		assert_true(batch->has_known);
		asked += batch->count;
		for (size_t i = 0; i < batch->count; i++)
			known += batch->wishes[i]->known;
	}
	assert_int_equal(asked, MOST + 3);
	assert_int_equal(known, 3);
	plan_free(plan);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_bad_id_is_found_cheaply),
		cmocka_unit_test(test_several_bad_ids_too),
		cmocka_unit_test(test_company_turns_stale_soonest),
		cmocka_unit_test(test_the_constant_goes_where_nothing_is_known),
		cmocka_unit_test(test_a_full_batch_gets_a_known_one_from_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
