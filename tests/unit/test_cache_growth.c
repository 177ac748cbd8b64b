/* A full map grows and loses nothing; neither does a killed writer. */
#include "cache_help.h"

#include <time.h>

static void
put_many(struct cache *cache, int from, int to, int64_t at)
{
	char subject[40], words[1200];

	for (int i = from; i < to; i++) {
		snprintf(subject, sizeof subject, "arxiv:%d", i);
		snprintf(words, sizeof words, "%0300d", i);
		put(cache, subject, at, words);
	}
}

static void
assert_many(struct place *place, struct cache *cache, int count)
{
	char subject[40], words[1200];

	assert_int_equal(count_answers(cache), count);
	for (int i = 0; i < count; i++) {
		snprintf(subject, sizeof subject, "arxiv:%d", i);
		snprintf(words, sizeof words, "%0300d", i);
		assert_string_equal(body(place, cache, subject, NEWEST), words);
		arena_reset(place->arena);
	}
}

static void
a_tiny_map_grows(void **state)
{
	struct place *place = *state;
	struct cache_trouble trouble;
	struct cache *cache;
	uint64_t before;

	assert_int_equal(
	    cache_open(place->folder, CACHE_WRITE, 64 << 10, &cache, &trouble), CACHE_OK);
	put_many(cache, 0, 20, 1000);
	commit(cache);
	before = store_map_bytes(cache->store);
	assert_true(before < 1 << 20);
	/* A snapshot is open while it grows. */
	assert_string_equal(body(place, cache, "arxiv:99999", NEWEST), "(none)");
	put_many(cache, 20, 20000, 1000);
	commit(cache);
	assert_true(store_map_bytes(cache->store) > 16 * before);
	assert_many(place, cache, 20000);
	/* Counted once, though put again with every growth. */
	put_many(cache, 0, 20000, 2000);
	commit(cache);
	assert_many(place, cache, 20000);
	cache_close(cache);
	cache = open_cache(place, CACHE_READ);
	assert_many(place, cache, 20000);
	cache_close(cache);
}

/* Another process lets the map grow under an open reader. */
static void
readers_follow_the_growth(void **state)
{
	struct place *place = *state;
	struct cache_trouble trouble;
	struct cache *cache;
	struct store *reader;
	int ready[2], go[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(
	    cache_open(place->folder, CACHE_WRITE, 64 << 10, &cache, &trouble), CACHE_OK);
	cache_close(cache);
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	child = fork();
	if (child == 0) {
		uint64_t count = 0;

		if (store_open(place->data, STORE_READ, 0, &reader) != 0)
			_exit(2);
		(void)!write(ready[1], &byte, 1);
		(void)!read(go[0], &byte, 1);
		if (store_open_tables(reader) != 0)
			_exit(3);
		if (store_count(reader, STORE_ANSWERS, &count) != 0)
			_exit(4);
		store_close(reader);
		_exit(count == 2000 ? 0 : 5);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(
	    cache_open(place->folder, CACHE_WRITE, 64 << 10, &cache, &trouble), CACHE_OK);
	put_many(cache, 0, 2000, 1000);
	commit(cache);
	assert_true(store_map_bytes(cache->store) > 64 << 10);
	assert_int_equal(write(go[1], &byte, 1), 1);
	assert_int_equal(outcome_of(child), 0);
	cache_close(cache);
}

/* Commits of ten until it is killed; each one that is through is told. */
static _Noreturn void
write_until_killed(struct place *place, int from, int to)
{
	struct cache *cache = open_cache(place, CACHE_WRITE);

	for (int i = from;; i += 10) {
		put_many(cache, i, i + 10, 1000);
		commit(cache);
		if (write(to, &i, sizeof i) != sizeof i)
			_exit(1);
	}
}

/* Starts where the last one was told to be; returns how far this one was. */
static int
kill_a_writer(struct place *place, int from, long microseconds)
{
	struct timespec pause = { 0, microseconds * 1000 };
	int ends[2], told, last = from;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0)
		write_until_killed(place, from, ends[1]);
	close(ends[1]);
	nanosleep(&pause, NULL);
	kill(child, SIGKILL);
	while (read(ends[0], &told, sizeof told) == sizeof told)
		last = told + 10;
	close(ends[0]);
	assert_int_equal(outcome_of(child), -1 - SIGKILL);
	return last;
}

static void
a_kill_costs_nothing_committed(void **state)
{
	struct place *place = *state;
	struct cache_trouble trouble;
	uint64_t values, damaged;
	unsigned random = 12345;
	int told = 0;

	for (int round = 0; round < 40; round++) {
		struct cache *cache;
		struct answer answer;
		char subject[40];
		int after;

		random = random * 1103515245 + 12345;
		after = kill_a_writer(place, told, (long)(random >> 8) % 20000);
		cache = open_cache(place, CACHE_WRITE);
		for (int i = told; i < after; i++) {
			snprintf(subject, sizeof subject, "arxiv:%d", i);
			assert_true(get(place, cache, subject, NEWEST, &answer));
		}
		/* Whole transactions only. */
		assert_int_equal(count_answers(cache) % 10, 0);
		cache_close(cache);
		told = after;
	}
	assert_true(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(values % 10, 0);
	assert_true(values >= (uint64_t)told);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_tiny_map_grows),
		TEST(readers_follow_the_growth),
		TEST(a_kill_costs_nothing_committed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
