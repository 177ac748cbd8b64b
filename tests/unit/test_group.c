/* What is gathered into one request, and what never again is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "plan/plan.h"

/* Together by the first letter; "-" goes alone. */
static unsigned
first_letter(const struct question *question)
{
	return question->id.value[0] == '-' ? 0 : (unsigned char)question->id.value[0];
}

static const struct pace no_pace;
static const struct service host = { .pace = &no_pace };
static const struct source grouped = { .name = "grouped",
	.service = &host,
	.batch = 1,
	.gather = 4,
	.gather_least = 3,
	.group = first_letter };
static const struct source alike = {
	.name = "alike", .service = &host, .batch = 1, .gather = 4, .gather_least = 2
};
static const struct source batched = { .name = "batched", .service = &host, .batch = 8 };
static const struct source *const all[] = { &grouped, &alike, &batched, NULL };

static void
wish(struct plan *plan, const char *const *names)
{
	for (; *names != NULL; names++) {
		bool is_new;
		plan_queue(plan,
		    plan_wish(plan, (struct identifier){ IDENTIFIER_GITHUB, *names },
			NULL, &is_new));
	}
}

/* "a1 a2 a3|b1|" …: the batches as they are taken. */
static const char *
taken(struct arena *arena, struct plan *plan)
{
	const char *text = "";
	struct batch *batch;

	while ((batch = plan_next(plan, true)) != NULL) {
		for (size_t i = 0; i < batch->count; i++)
			text = arena_printf(arena, "%s%s%s", text, i > 0 ? " " : "",
			    batch->questions[i].id.value);
		text = arena_printf(arena, "%s|", text);
	}
	return text;
}

static void
test_groups(void **state)
{
	static const char *const names[] = { "a/1", "b/1", "a/2", "-/1", "c/1", "b/2",
		"a/3", "-/2", "-/3", "c/2", "c/3", "c/4", "c/5", NULL };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[0]);

	(void)state;
	plan_gather(plan, true);
	wish(plan, names);
	/* Three and more together, four at most, two one by one. */
	assert_int_equal(plan_cost(plan, false, 1).questions, 13);
	assert_string_equal(taken(arena, plan),
	    "a/1 a/2 a/3|b/1|b/2|-/1|"
	    "c/1 c/2 c/3 c/4|c/5|-/2|-/3|");
	plan_free(plan);
	arena_free(arena);
}

static void
test_without_key(void **state)
{
	static const char *const names[] = { "a/1", "a/2", "a/3", "a/4", "a/5", NULL };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[1]);

	(void)state;
	plan_gather(plan, true);
	wish(plan, names);
	assert_int_equal(plan_cost(plan, true, 1).requests, 2);
	/* The key goes while one request is put back: nothing is gathered. */
	plan_again(plan, plan_next(plan, true));
	plan_gather(plan, false);
	assert_string_equal(taken(arena, plan), "a/4|a/3|a/2|a/1|a/5|");
	plan_free(plan);
	arena_free(arena);
}

static void
test_limit(void **state)
{
	static const char *const names[] = { "a/1", "a/2", "a/3", "a/4", "a/5", "a/6",
		"a/7", NULL };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[2]);

	(void)state;
	wish(plan, names);
	plan_limit(plan, 3);
	plan_limit(plan, 5);
	/* Three are a full request now. */
	assert_true(plan_has(plan, false));
	assert_string_equal(taken(arena, plan), "a/1 a/2 a/3|a/4 a/5 a/6|a/7|");
	plan_free(plan);
	arena_free(arena);
}

static void
test_page(void **state)
{
	static const char *const names[] = { "a/1", "a/2", "a/3", NULL };
	struct arena *arena = arena_new();
	struct plan *plan = plan_new(arena, all[0]);
	struct batch *batch;

	(void)state;
	plan_gather(plan, true);
	wish(plan, names);
	batch = plan_next(plan, true);
	assert_int_equal(batch->count, 3);
	assert_null(batch->path);
	plan_page(plan, batch, batch->wishes + 1, 2, "/list?cursor=2");
	batch = plan_next(plan, true);
	assert_int_equal(batch->count, 2);
	assert_string_equal(batch->path, "/list?cursor=2");
	assert_int_equal(batch->pages, 1);
	assert_null(plan_next(plan, true));
	plan_free(plan);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_without_key),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
