/* gc keeps what it says it keeps, beside readers too. */
#include "cache_help.h"
#include "model/work.h"

/* 2024-01-01 and days after it. */
#define DAY(n) (INT64_C(1704067200) + (int64_t)(n)*86400)

static void
collect(struct place *place, uint64_t expected)
{
	struct cache_trouble trouble;
	uint64_t dropped, freed, values, damaged;

	if (!cache_gc(place->folder, &dropped, &freed, &trouble))
		fail_msg("cache_gc: %s", trouble.words);
	assert_int_equal(dropped, expected);
	if (!cache_check(place->folder, &values, &damaged, &trouble))
		fail_msg("cache_check: %s", trouble.words);
}

static void
three_and_one_a_quarter(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	char words[40];

	/* 91, 91, 92 and 92 days: 2024's quarters begin at 0, 91, 182, 274. */
	for (int day = 0; day < 300; day++) {
		snprintf(words, sizeof words, "day %d", day);
		put(cache, "arxiv:1", DAY(day), words);
		put(cache, "arxiv:2", DAY(day % 2), words);
	}
	commit(cache);
	assert_int_equal(count_answers(cache), 302);
	cache_close(cache);
	collect(place, 294);
	cache = open_cache(place, CACHE_READ);
	assert_int_equal(count_answers(cache), 6 + 2);
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "day 299");
	assert_string_equal(body(place, cache, "arxiv:1", DAY(298)), "day 298");
	assert_string_equal(body(place, cache, "arxiv:1", DAY(297)), "day 297");
	assert_string_equal(body(place, cache, "arxiv:1", DAY(296)), "day 273");
	assert_string_equal(body(place, cache, "arxiv:1", DAY(272)), "day 181");
	assert_string_equal(body(place, cache, "arxiv:1", DAY(180)), "day 90");
	assert_string_equal(body(place, cache, "arxiv:1", DAY(89)), "(none)");
	cache_close(cache);
	collect(place, 0);
}

/* What was found last stays, whatever came after it. */
static void
the_last_find_stays(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer = { .origin = S2,
		.source = "semanticscholar",
		.subject = "arxiv:1",
		.state = ANSWER_ABSENT };
	char note[40];

	put(cache, "arxiv:1", DAY(0), "first find");
	put(cache, "arxiv:1", DAY(1), "last find");
	for (int day = 2; day < 10; day++) {
		snprintf(note, sizeof note, "absent in way %d", day);
		answer.retrieved_at = DAY(day);
		answer.note = note;
		cache_put(cache, &answer);
	}
	commit(cache);
	cache_close(cache);
	collect(place, 6);
	cache = open_cache(place, CACHE_READ);
	assert_int_equal(count_answers(cache), 4);
	assert_true(cache_get_found(cache, place->arena, S2, "semanticscholar", "arxiv:1",
	    NEWEST, 0, true, &answer));
	assert_string_equal(answer.body, "last find");
	cache_close(cache);
}

static void
the_rest_is_kept(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct registered registered = { "doi:10.1/a", "a2024", "2026-01-01" };
	struct answer open = { .origin = S2,
		.source = "semanticscholar",
		.subject = "arxiv:2",
		.state = ANSWER_UNANSWERED,
		.retrieved_at = 77,
		.note = "503" };
	struct registered got;
	const char *note;
	int64_t at;

	cache_put(cache, &open);
	cache_register(cache, "doi:10.1/a", &registered);
	commit(cache);
	cache_close(cache);
	fill(place, 2000, DAY(0));
	for (int i = 0; i < 3; i++) {
		uint64_t before = (uint64_t)size_of(place->data);

		collect(place, 0);
		assert_false(file_exists(place->data));
		snprintf(place->data, sizeof place->data, "%s/data.%d.mdb", place->folder,
		    i + 1);
		assert_true((uint64_t)size_of(place->data) <= before);
	}
	cache = open_cache(place, CACHE_WRITE);
	assert_int_equal(count_answers(cache), 2000);
	assert_true(cache_registered(cache, place->arena, "doi:10.1/a", &got));
	assert_true(cache_get_attempt(
	    cache, place->arena, S2, "semanticscholar", "arxiv:2", NEWEST, &at, &note));
	/* The map does not grow with every gc. */
	assert_true(store_map_bytes(cache->store) < 64 << 20);
	put(cache, "arxiv:new", DAY(1), "after");
	commit(cache);
	assert_string_equal(body(place, cache, "arxiv:new", NEWEST), "after");
	cache_close(cache);
}

/* A reader from before gc sees what it saw, while a writer goes on. */
static void
beside_a_reader(void **state)
{
	struct place *place = *state;
	int ready[2], go[2];
	char byte = 0;
	pid_t child;

	for (int i = 0; i < 20; i++)
		fill(place, 50, DAY(i * 10));
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	child = fork();
	if (child == 0) {
		struct cache *cache = open_cache(place, CACHE_READ);
		uint64_t before = count_answers(cache);

		(void)!write(ready[1], &byte, 1);
		(void)!read(go[0], &byte, 1);
		if (count_answers(cache) != before)
			_exit(2);
		cache_close(cache);
		cache = open_cache(place, CACHE_READ);
		_exit(count_answers(cache) == 250 ? 0 : 3);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	collect(place, 0);
	fill(place, 250, DAY(300));
	for (int i = 0; i < 20; i++) {
		fill(place, 250, DAY(300 + i));
		fill(place, 100, DAY(400 + i));
	}
	assert_int_equal(write(go[1], &byte, 1), 1);
	assert_int_equal(outcome_of(child), 0);
	for (int i = 0; i < 2; i++) {
		close(ready[i]);
		close(go[i]);
	}
}

/* What a killed gc leaves is swept; what it had finished counts. */
static void
leftovers(void **state)
{
	struct place *place = *state;
	struct cache_trouble trouble;
	uint64_t dropped, freed;
	char path[260], lock[280];
	struct cache *cache;

	snprintf(path, sizeof path, "%s/missing", place->folder);
	assert_false(cache_gc(path, &dropped, &freed, &trouble));
	assert_non_null(strstr(trouble.words, path));
	assert_false(file_exists(path));
	fill(place, 5, DAY(0));
	snprintf(path, sizeof path, "%s/data.part", place->folder);
	assert_true(file_replace(path, "half", 4, 0600));
	cache = open_cache(place, CACHE_WRITE);
	assert_false(file_exists(path));
	cache_close(cache);
	/* Killed between the rename and the sweep: two files, one counts. */
	snprintf(path, sizeof path, "%s/data.9.mdb", place->folder);
	assert_int_equal(rename(place->data, path), 0);
	fill(place, 1, DAY(1)); /* the same bytes: a confirmation */
	cache = open_cache(place, CACHE_WRITE);
	assert_int_equal(count_answers(cache), 5);
	cache_close(cache);
	assert_true(file_replace(place->data, "old", 3, 0600));
	snprintf(lock, sizeof lock, "%s-lock", place->data);
	assert_true(file_replace(lock, "old", 3, 0600));
	cache = open_cache(place, CACHE_WRITE);
	assert_int_equal(count_answers(cache), 5);
	assert_false(file_exists(place->data));
	assert_false(file_exists(lock));
	assert_true(file_exists(path));
	cache_close(cache);
}

#define EIGHT_WEEKS ((int64_t)56 * 86400)

static uint64_t
thin(struct place *place, int64_t now)
{
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	uint64_t dropped, freed;

	if (!cache_thin(cache, now, EIGHT_WEEKS, &dropped, &freed, &trouble))
		fail_msg("cache_thin: %s", trouble.words);
	cache_close(cache);
	return dropped;
}

/* By itself: only now and then, and what is young is all there. */
static void
thinned_now_and_then(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	uint64_t values, damaged;
	struct cache_trouble trouble;
	char words[2000];
	size_t length;

	for (int day = 0; day < 300; day++) {
		snprintf(words, sizeof words, "day %d%01900d", day, 0);
		put(cache, "arxiv:1", DAY(day), words);
	}
	cache_put_memo(cache, "dear", "memo", 4);
	commit(cache);
	cache_close(cache);
	/* A mark first; then not before half of the time, and not unless it grew. */
	assert_int_equal(thin(place, DAY(300)), 0);
	assert_int_equal(thin(place, DAY(300) + EIGHT_WEEKS / 2 - 1), 0);
	/* Of 272 days on: 28; three before, and ends of quarters before those. */
	assert_int_equal(thin(place, DAY(328)), 300 - 28 - 3 - 2);
	assert_int_equal(thin(place, DAY(328 + 100)), 0);
	if (!cache_check(place->folder, &values, &damaged, &trouble))
		fail_msg("cache_check: %s", trouble.words);
	cache = open_cache(place, CACHE_READ);
	for (int day = 269; day < 300; day++) {
		snprintf(words, sizeof words, "day %d0", day);
		assert_int_equal(strncmp(body(place, cache, "arxiv:1", DAY(day)), words,
				     strlen(words)),
		    0);
	}
	assert_int_equal(
	    strncmp(body(place, cache, "arxiv:1", DAY(268)), "day 1810", 8), 0);
	assert_non_null(cache_memo(cache, place->arena, "dear", &length));
	cache_close(cache);
	/* A clock that went back counts from there. */
	assert_int_equal(thin(place, DAY(10)), 0);
	assert_int_equal(thin(place, DAY(40)), 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(three_and_one_a_quarter),
		TEST(the_last_find_stays),
		TEST(the_rest_is_kept),
		TEST(beside_a_reader),
		TEST(leftovers),
		TEST(thinned_now_and_then),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
