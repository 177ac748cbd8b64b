/* What is put can be got, at the times it was in force. */
#include "cache_help.h"
#include "model/work.h"

static void
nothing_before_the_commit(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer;

	put(cache, "arxiv:1", 1000, "{}");
	assert_false(get(place, cache, "arxiv:1", NEWEST, &answer));
	commit(cache);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_int_equal(answer.state, ANSWER_FOUND);
	assert_int_equal(answer.http_status, 200);
	assert_int_equal(answer.asked_version, 3);
	assert_int_equal(answer.retrieved_at, 1000);
	assert_int_equal(answer.confirmed_at, 1000);
	assert_string_equal(answer.subject, "arxiv:1");
	assert_null(answer.etag);
	/* Closing commits nothing. */
	put(cache, "arxiv:2", 1000, "{}");
	cache_close(cache);
	cache = open_cache(place, CACHE_READ);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_false(get(place, cache, "arxiv:2", NEWEST, &answer));
	cache_close(cache);
}

static void
newest_not_after(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);

	/* In another order than that of time, over two commits. */
	put(cache, "arxiv:1", 3000, "c");
	put(cache, "arxiv:1", 1000, "a");
	commit(cache);
	put(cache, "arxiv:1", 2000, "b");
	put(cache, "arxiv:1", -5, "before 1970");
	put(cache, "arxiv:10", 9000, "another subject");
	commit(cache);
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "c");
	assert_string_equal(body(place, cache, "arxiv:1", 3000), "c");
	assert_string_equal(body(place, cache, "arxiv:1", 2999), "b");
	assert_string_equal(body(place, cache, "arxiv:1", 2000), "b");
	assert_string_equal(body(place, cache, "arxiv:1", 1999), "a");
	assert_string_equal(body(place, cache, "arxiv:1", 0), "before 1970");
	assert_string_equal(body(place, cache, "arxiv:1", -6), "(none)");
	assert_int_equal(count_answers(cache), 5);
	cache_close(cache);
}

static void
same_bytes_move_the_confirmation(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer;

	for (int64_t at = 1000; at <= 4000; at += 1000) {
		put(cache, "arxiv:1", at, "a");
		commit(cache);
	}
	put(cache, "arxiv:1", 5000, "b");
	put(cache, "arxiv:1", 6000, "b");
	put(cache, "arxiv:1", 7000, "a");
	commit(cache);
	assert_int_equal(count_answers(cache), 3);
	assert_true(get(place, cache, "arxiv:1", 4999, &answer));
	assert_int_equal(answer.retrieved_at, 1000);
	assert_int_equal(answer.confirmed_at, 4000);
	/* What was not confirmed yet then is not confirmed. */
	assert_true(get(place, cache, "arxiv:1", 2999, &answer));
	assert_int_equal(answer.confirmed_at, 2000);
	assert_true(get(place, cache, "arxiv:1", 1999, &answer));
	assert_int_equal(answer.confirmed_at, 1000);
	assert_true(get(place, cache, "arxiv:1", 6500, &answer));
	assert_int_equal(answer.retrieved_at, 5000);
	assert_int_equal(answer.confirmed_at, 6000);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_int_equal(answer.retrieved_at, 7000);
	cache_close(cache);
}

/* Years of weekly runs: the last half year is known week by week. */
static void
confirmations_are_bounded(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer;

	for (int week = 0; week < 200; week++) {
		put(cache, "arxiv:1", (int64_t)week * WEEK, "a");
		commit(cache);
	}
	assert_int_equal(count_answers(cache), 1);
	for (int week = 174; week < 200; week++) {
		assert_true(
		    get(place, cache, "arxiv:1", (int64_t)week * WEEK + 5, &answer));
		assert_int_equal(answer.confirmed_at, (int64_t)week * WEEK);
	}
	assert_true(get(place, cache, "arxiv:1", 100 * WEEK, &answer));
	assert_int_equal(answer.confirmed_at, 0);
	cache_close(cache);
}

/* The same subject looked at once, at several times of its life. */
static void
one_look_sees_all(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer attempt = { .origin = S2,
		.source = "semanticscholar",
		.subject = "arxiv:1",
		.retrieved_at = 6000,
		.confirmed_at = 6000,
		.state = ANSWER_UNANSWERED };
	struct cache_seen seen;

#define LOOK(at)                                                                         \
	cache_look(cache, place->arena, S2, "semanticscholar", "arxiv:1", (at), 0, &seen)
	LOOK(NEWEST);
	assert_false(seen.answered || seen.has_found || seen.has_before);
	assert_int_equal(seen.attempted_at, 0);
	put(cache, "arxiv:1", 1000, "first");
	put(cache, "arxiv:1", 2000, "other");
	put(cache, "arxiv:1", 3000, NULL);
	put(cache, "arxiv:1", 4000, "third");
	put(cache, "arxiv:1", 5000, "third");
	cache_put(cache, &attempt);
	commit(cache);
	LOOK(1000);
	assert_true(seen.answered);
	assert_false(seen.has_found || seen.has_before);
	LOOK(2000);
	assert_int_equal(seen.newest.retrieved_at, 2000);
	assert_false(seen.has_found);
	assert_true(seen.has_before);
	assert_int_equal(seen.before.retrieved_at, 1000);
	LOOK(3000);
	assert_int_equal(seen.newest.state, ANSWER_ABSENT);
	assert_true(seen.has_found);
	assert_int_equal(seen.found.retrieved_at, 2000);
	assert_true(seen.has_before);
	assert_int_equal(seen.before.retrieved_at, 1000);
	/* Unconfirmed yet; the absence between is passed over. */
	LOOK(4500);
	assert_int_equal(seen.newest.retrieved_at, 4000);
	assert_true(seen.has_before);
	assert_int_equal(seen.before.retrieved_at, 2000);
	assert_int_equal(seen.attempted_at, 0);
	/* Confirmed: what was before it has no say. */
	LOOK(NEWEST);
	assert_int_equal(seen.newest.confirmed_at, 5000);
	assert_false(seen.has_before);
	assert_int_equal(seen.attempted_at, 6000);
#undef LOOK
	cache_close(cache);
}

static void
absence_erases_nothing(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer;

	put(cache, "arxiv:1", 1000, "found");
	put(cache, "arxiv:1", 2000, NULL);
	put(cache, "arxiv:1", 3000, NULL);
	commit(cache);
	assert_int_equal(count_answers(cache), 2);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_int_equal(answer.state, ANSWER_ABSENT);
	assert_int_equal(answer.confirmed_at, 3000);
	assert_string_equal(answer.note, "not in the corpus");
	assert_null(answer.body);
	assert_true(cache_get_found(cache, place->arena, S2, "semanticscholar", "arxiv:1",
	    NEWEST, 0, true, &answer));
	assert_string_equal(answer.body, "found");
	/* Found again after the absence: a new answer, the first one's words. */
	put(cache, "arxiv:1", 4000, "found");
	commit(cache);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_int_equal(answer.retrieved_at, 4000);
	assert_int_equal(count_answers(cache), 3);
	/* Nor does it when both came in one second. */
	put(cache, "arxiv:1", 4000, NULL);
	commit(cache);
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "found");
	put(cache, "arxiv:1", 4000, "changed");
	commit(cache);
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "changed");
	cache_close(cache);
}

static void
attempts_stand_beside(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer open = { .origin = S2,
		.source = "semanticscholar",
		.subject = "arxiv:1",
		.state = ANSWER_UNANSWERED,
		.retrieved_at = 2000,
		.note = "503 three times" };
	struct answer answer;
	const char *note;
	int64_t at;

#define ATTEMPT(as_of)                                                                   \
	cache_get_attempt(                                                               \
	    cache, place->arena, S2, "semanticscholar", "arxiv:1", as_of, &at, &note)
	put(cache, "arxiv:1", 1000, "a");
	cache_put(cache, &open);
	commit(cache);
	assert_true(ATTEMPT(NEWEST));
	assert_int_equal(at, 2000);
	assert_string_equal(note, "503 three times");
	assert_false(ATTEMPT(1999));
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	/* An older failure is no news. */
	open.retrieved_at = 1500;
	cache_put(cache, &open);
	commit(cache);
	assert_true(ATTEMPT(NEWEST));
	assert_int_equal(at, 2000);
	/* A later confirmation makes it the past, but not at its own time. */
	put(cache, "arxiv:1", 3000, "a");
	commit(cache);
	assert_false(ATTEMPT(NEWEST));
	assert_true(ATTEMPT(2500));
	assert_int_equal(count_answers(cache), 1);
	cache_close(cache);
}

static void
origins_do_not_mix(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer = { .origin = "http://127.0.0.1:8080",
		.source = "semanticscholar",
		.subject = "arxiv:1",
		.retrieved_at = 9000,
		.state = ANSWER_FOUND,
		.body = "made up",
		.body_length = 7 };
	struct answer got;

	put(cache, "arxiv:1", 1000, "real");
	cache_put(cache, &answer);
	answer.source = "arxiv";
	answer.origin = S2;
	answer.body = "other source";
	answer.body_length = 12;
	cache_put(cache, &answer);
	commit(cache);
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "real");
	assert_true(cache_get(cache, place->arena, "http://127.0.0.1:8080",
	    "semanticscholar", "arxiv:1", NEWEST, 0, true, &got));
	assert_string_equal(got.body, "made up");
	assert_false(cache_get(cache, place->arena, "http://127.0.0.1", "semanticscholar",
	    "arxiv:1", NEWEST, 0, true, &got));
	cache_close(cache);
}

static void
long_subjects(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	char subject[3][900];
	struct answer answer;

	/* Around the length at which the digest begins, and alike before. */
	for (int length = 400; length < 520; length++) {
		memset(subject[0], 't', (size_t)length);
		subject[0][length] = '\0';
		put(cache, subject[0], length, subject[0]);
	}
	for (int i = 1; i < 3; i++) {
		memset(subject[i], 'u', 890);
		subject[i][890] = '\0';
		subject[i][889] = (char)('0' + i);
		put(cache, subject[i], 7, subject[i]);
		put(cache, subject[i], 8, subject[i]);
	}
	commit(cache);
	for (int length = 400; length < 520; length++) {
		memset(subject[0], 't', (size_t)length);
		subject[0][length] = '\0';
		assert_true(get(place, cache, subject[0], NEWEST, &answer));
		assert_string_equal(answer.body, subject[0]);
		assert_string_equal(answer.subject, subject[0]);
	}
	for (int i = 1; i < 3; i++)
		assert_string_equal(body(place, cache, subject[i], NEWEST), subject[i]);
	assert_int_equal(count_answers(cache), 122);
	cache_close(cache);
}

static void
briefs_come_with_their_version(void **state)
{
	static const struct claim claims[] = { { .field = FIELD_VENUE, .text = "VLDB" } };
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer answer = { .origin = S2,
		.source = "semanticscholar",
		.subject = "arxiv:1",
		.retrieved_at = 1000,
		.state = ANSWER_FOUND,
		.etag = "\"abc\"",
		.last_modified = "Sat, 21 Nov 2026 03:04:05 GMT",
		.body = "long body",
		.body_length = 9,
		.brief_version = 7,
		.brief = { .kind = BRIEF_PAPER,
		    .title = "T",
		    .claims = claims,
		    .claim_count = 1 } };
	struct answer got;

#define GET(version, want_body)                                                          \
	assert_true(cache_get(cache, place->arena, S2, "semanticscholar", "arxiv:1",     \
	    NEWEST, version, want_body, &got))
	cache_put(cache, &answer);
	commit(cache);
	GET(7, false);
	assert_null(got.body);
	assert_int_equal(got.brief_version, 7);
	assert_string_equal(brief_text(&got.brief, FIELD_VENUE), "VLDB");
	assert_string_equal(got.etag, "\"abc\"");
	GET(7, true);
	assert_string_equal(got.body, "long body");
	assert_int_equal(got.brief_version, 7);
	/* Another reader: the body, to be read again. */
	GET(8, false);
	assert_string_equal(got.body, "long body");
	assert_int_equal(got.brief_version, 0);
	/* Its brief is stored by putting the answer again. */
	got.brief_version = 8;
	got.brief.title = "new";
	got.etag = NULL;
	cache_put(cache, &got);
	commit(cache);
	GET(8, false);
	assert_null(got.body);
	assert_string_equal(got.brief.title, "new");
	assert_int_equal(got.confirmed_at, 1000);
	assert_string_equal(got.etag, "\"abc\"");
	assert_int_equal(count_answers(cache), 1);
	cache_close(cache);
}

static void
registry_keeps_the_first(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct registered first = { "doi:10.1/a", "smith2024", "2026-01-01" };
	struct registered second = { "arxiv:1", NULL, NULL }, got;
	char name[700];

	memset(name, 'n', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	cache_register(cache, "arxiv:1", &first);
	cache_register(cache, name, &second);
	assert_false(cache_registered(cache, place->arena, "arxiv:1", &got));
	commit(cache);
	cache_register(cache, "arxiv:1", &second);
	commit(cache);
	assert_true(cache_registered(cache, place->arena, "arxiv:1", &got));
	assert_string_equal(got.id, "doi:10.1/a");
	assert_string_equal(got.citation_key, "smith2024");
	assert_string_equal(got.first_seen, "2026-01-01");
	assert_true(cache_registered(cache, place->arena, name, &got));
	assert_string_equal(got.id, "arxiv:1");
	assert_null(got.citation_key);
	assert_false(cache_registered(cache, place->arena, "arxiv:2", &got));
	cache_close(cache);
}

static void
statistics(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_stats *stats = test_calloc(1, sizeof *stats);
	struct answer other = { .origin = "https://export.arxiv.org",
		.source = "arxiv",
		.subject = "arxiv:1",
		.retrieved_at = 50,
		.state = ANSWER_FOUND,
		.body = "<entry/>",
		.body_length = 8 };
	struct registered registered = { "doi:10.1/a", "a", "2026-01-01" };

	put(cache, "arxiv:1", 1000, "12345");
	put(cache, "arxiv:2", 3000, NULL);
	put(cache, "arxiv:3", 2000, "123");
	cache_put(cache, &other);
	other.state = ANSWER_UNANSWERED;
	cache_put(cache, &other);
	cache_register(cache, "arxiv:1", &registered);
	commit(cache);
	assert_true(cache_stats(cache, stats));
	assert_int_equal(stats->answers, 4);
	assert_int_equal(stats->found, 3);
	assert_int_equal(stats->absent, 1);
	assert_int_equal(stats->attempts, 1);
	assert_int_equal(stats->registered, 1);
	assert_int_equal(stats->body_bytes, 16);
	assert_int_equal(stats->oldest, 50);
	assert_int_equal(stats->newest, 3000);
	assert_int_equal(stats->source_count, 2);
	assert_string_equal(stats->by_source[0].origin, S2);
	assert_int_equal(stats->by_source[0].found, 2);
	assert_int_equal(stats->by_source[0].absent, 1);
	assert_int_equal(stats->by_source[0].newest, 3000);
	assert_string_equal(stats->by_source[1].source, "arxiv");
	assert_int_equal(stats->by_source[1].newest, 50);
	assert_true(stats->file_bytes == (uint64_t)size_of(place->data));
	test_free(stats);
	cache_close(cache);
}

static bool
is_known(struct place *place, struct cache *cache, const char *form, int number)
{
	struct cache_seen seen;

	cache_look(cache, place->arena, S2, "semanticscholar",
	    arena_printf(place->arena, form, number), NEWEST, 0, &seen);
	return seen.answered || seen.attempted_at != 0;
}

/* What was never asked is soon not looked for; nothing that is there is lost. */
static void
what_is_asked_is_noted(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer failed = { .origin = S2,
		.source = "semanticscholar",
		.retrieved_at = 1000,
		.confirmed_at = 1000,
		.state = ANSWER_UNANSWERED };
	char long_form[700];
	int number = 0;

	memset(long_form, 'x', sizeof long_form);
	strcpy(long_form + sizeof long_form - 3, "%d");
	for (; number < 400; number++) {
		put(cache, arena_printf(place->arena, "arxiv:%d", number), 1000, "{}");
		put(cache, arena_printf(place->arena, long_form, number), 1000, NULL);
		failed.subject = arena_printf(place->arena, "tried:%d", number);
		cache_put(cache, &failed);
	}
	commit(cache);
	assert_null(cache->asked.bits);
	for (int n = 0; n < 4000; n++)
		assert_false(is_known(place, cache, "other:%d", n));
	assert_non_null(cache->asked.bits);
	/* Fewer than one in ten was looked for. */
	assert_true(cache->asked.fruitless < 400);
	/* Put before the next commit, after it there. */
	put(cache, "later:7", 1000, "{}");
	failed.subject = "later:8";
	cache_put(cache, &failed);
	commit(cache);
	assert_true(is_known(place, cache, "later:%d", 7));
	assert_true(is_known(place, cache, "later:%d", 8));
	for (int n = 0; n < number; n++) {
		if (n % 50 == 0)
			cache_rest(cache, 0);
		assert_true(is_known(place, cache, "arxiv:%d", n));
		assert_true(is_known(place, cache, long_form, n));
		assert_true(is_known(place, cache, "tried:%d", n));
	}
	cache_close(cache);
}

/* What waits for its commit when the keys are gone through is noted, too. */
static void
what_waits_is_noted(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct answer failed = { .origin = S2,
		.source = "semanticscholar",
		.subject = "later:8",
		.retrieved_at = 1000,
		.confirmed_at = 1000,
		.state = ANSWER_UNANSWERED };

	put(cache, "later:7", 1000, "{}");
	cache_put(cache, &failed);
	for (int n = 0; n < 10; n++)
		assert_false(is_known(place, cache, "later:%d", n));
	assert_non_null(cache->asked.bits);
	commit(cache);
	assert_true(is_known(place, cache, "later:%d", 7));
	assert_true(is_known(place, cache, "later:%d", 8));
	cache_close(cache);
}

/* Pages in memory of the file's map. */
static size_t
mapped_kilobytes(const char *path)
{
	FILE *maps = fopen("/proc/self/smaps", "r");
	char line[1000];
	size_t kilobytes = 0;
	bool ours = false;

	assert_non_null(maps);
	while (fgets(line, sizeof line, maps) != NULL) {
		if (strchr(line, '-') != NULL && strchr(line, '/') != NULL)
			ours = strstr(line, path) != NULL;
		if (ours && strncmp(line, "Rss:", 4) == 0)
			kilobytes += strtoul(line + 4, NULL, 10);
	}
	fclose(maps);
	return kilobytes;
}

static void
what_was_read_leaves_memory(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	char text[2000];
	size_t before;

	memset(text, 'x', sizeof text);
	text[sizeof text - 1] = '\0';
	for (int n = 0; n < 1000; n++)
		put(cache, arena_printf(place->arena, "arxiv:%d", n), 1000, text);
	commit(cache);
	for (int turn = 0; turn < 2; turn++) {
		for (int n = 0; n < 1000; n++)
			assert_true(is_known(place, cache, "arxiv:%d", n));
		before = mapped_kilobytes(place->data);
		assert_true(before > 1000);
		cache_rest(cache, 0);
		assert_true(mapped_kilobytes(place->data) < before / 2);
	}
	cache_close(cache);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(nothing_before_the_commit),
		TEST(newest_not_after),
		TEST(same_bytes_move_the_confirmation),
		TEST(confirmations_are_bounded),
		TEST(one_look_sees_all),
		TEST(what_is_asked_is_noted),
		TEST(what_waits_is_noted),
		TEST(what_was_read_leaves_memory),
		TEST(absence_erases_nothing),
		TEST(attempts_stand_beside),
		TEST(origins_do_not_mix),
		TEST(long_subjects),
		TEST(briefs_come_with_their_version),
		TEST(registry_keeps_the_first),
		TEST(statistics),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
