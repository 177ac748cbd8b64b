/* Export and import: the same bytes there and back, or nothing. */
#include "cache/runs.h"
#include "cache_help.h"

static void
export_to(struct place *place, const char *name, char path[260], uint64_t *counted)
{
	struct cache *cache = open_cache(place, CACHE_READ);
	struct cache_trouble trouble;
	int file;

	snprintf(path, 260, "%s/%s", place->folder, name);
	file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(file >= 0);
	if (!cache_export(cache, file, counted, &trouble))
		fail_msg("cache_export: %s", trouble.words);
	close(file);
	cache_close(cache);
}

static struct place
place_below(struct place *place, const char *name)
{
	struct place below = { .arena = place->arena };

	snprintf(below.folder, sizeof below.folder, "%.150s/%s", place->folder, name);
	snprintf(below.data, sizeof below.data, "%s/data.mdb", below.folder);
	return below;
}

static void
assert_same_files(const char *a, const char *b)
{
	struct buffer left, right;

	buffer_init(&left, 0);
	buffer_init(&right, 0);
	assert_true(file_read(a, &left));
	assert_true(file_read(b, &right));
	assert_int_equal(left.length, right.length);
	assert_memory_equal(left.bytes, right.bytes, left.length);
	buffer_free(&left);
	buffer_free(&right);
}

/* Bodies that must not change: all kinds of JSON, text, bytes. */
static const struct {
	const char *bytes;
	size_t length;
} bodies[] = {
#define BODY(text)                                                                       \
	{                                                                                \
		text, sizeof text - 1                                                    \
	}
	BODY("{}"),
	BODY("[]"),
	BODY("{\"a\": 1.50e+3, \"a\":\"\\ud800\\u0000\",  \"b\":[ null ]}"),
	BODY("{\"two\":\n1}"),
	BODY(" {\"blank\":1}"),
	BODY("{\"blank\":1} "),
	BODY("{\"a\":1}{\"b\":2}"),
	BODY("{},{}"),
	BODY("{\"cut\":"),
	BODY("[1,2"),
	BODY("{'single':1}"),
	BODY("{\"ill\":\"\xff\"}"),
	BODY("{\"nul\":\"\0\"}"),
	BODY("\0\1\2\xfe\xff"),
	BODY("\"a string\""),
	BODY("17"),
	BODY("null"),
	BODY("<entry xml:lang=\"de\">\r\n\t&amp; Gr\xc3\xbc\xc3\x9f"
	     "e</entry>"),
	BODY("\xe2\x80\xa8 \xef\xbf\xbd \x7f"),
	BODY(" "),
};

static void
put_bodies(struct cache *cache)
{
	struct answer answer = { .origin = "http://[::1]:8080",
		.source = "arxiv",
		.state = ANSWER_FOUND,
		.http_status = 200,
		.etag = "W/\"x\\\"\"",
		.last_modified = "yesterday" };
	char subject[40], deep[201];

	answer.subject = subject;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		snprintf(subject, sizeof subject, "title:%02zu \"q\" \xc3\xa9", i);
		answer.retrieved_at = 1700000000 + (int64_t)i;
		answer.confirmed_at = answer.retrieved_at + (int64_t)i * WEEK;
		answer.body = bodies[i].bytes;
		answer.body_length = bodies[i].length;
		cache_put(cache, &answer);
	}
	/* Deep enough that it fits alone but not inside a line. */
	for (int depth = 60; depth <= 66; depth++) {
		memset(deep, '[', (size_t)depth);
		memset(deep + depth, ']', (size_t)depth);
		snprintf(subject, sizeof subject, "deep:%d", depth);
		answer.body = deep;
		answer.body_length = 2 * (size_t)depth;
		cache_put(cache, &answer);
	}
}

static void
there_and_back(void **state)
{
	struct place *place = *state, below = place_below(place, "second");
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	char first[260], second[260], title[900], subject[40];
	uint64_t counted, skipped, again;
	struct answer answer;

	put_bodies(cache);
	memset(title, 'x', sizeof title - 1);
	title[sizeof title - 1] = '\0';
	put(cache, title, 1700000000, "{\"long\":\"subject\"}");
	put(cache, "arxiv:1", 1600000000, "a");
	put(cache, "arxiv:1", 1650000000, NULL);
	put(cache, "arxiv:1", 1700000000, "a");
	put(cache, "arxiv:1", 1750000000, "a");
	commit(cache);
	cache_close(cache);
	export_to(place, "first.jsonl", first, &counted);
	assert_int_equal(counted, 4 + 7 + sizeof bodies / sizeof *bodies);
	cache = open_cache(&below, CACHE_WRITE);
	if (!cache_import(cache, first, &again, &skipped, &trouble))
		fail_msg("cache_import: %s", trouble.words);
	assert_int_equal(again, counted);
	assert_int_equal(skipped, 0);
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		snprintf(subject, sizeof subject, "title:%02zu \"q\" \xc3\xa9", i);
		assert_true(cache_get(cache, place->arena, "http://[::1]:8080", "arxiv",
		    subject, NEWEST, 0, true, &answer));
		assert_int_equal(answer.body_length, bodies[i].length);
		assert_memory_equal(answer.body, bodies[i].bytes, bodies[i].length);
		assert_int_equal(
		    answer.confirmed_at - answer.retrieved_at, (int64_t)i * WEEK);
		assert_string_equal(answer.etag, "W/\"x\\\"\"");
	}
	assert_true(cache_import(cache, first, &again, &skipped, &trouble));
	assert_int_equal(again, 0);
	assert_int_equal(skipped, counted);
	cache_close(cache);
	export_to(&below, "second.jsonl", second, &again);
	assert_int_equal(again, counted);
	assert_same_files(first, second);
}

static const char *
write_lines(struct place *place, const char *words)
{
	static char path[260];

	snprintf(path, sizeof path, "%s/lines.jsonl", place->folder);
	assert_true(file_replace(path, words, strlen(words), 0600));
	return path;
}

#define KEY                                                                              \
	"{\"origin\":\"" S2 "\",\"source\":\"semanticscholar\","                         \
	"\"subject\":\"arxiv:1\","
#define GOOD                                                                             \
	KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21T03:04:05Z\","             \
	    "\"body\":{\"a\": 1}}\n"

static void
few_keys_are_enough(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	uint64_t counted, skipped;
	struct answer answer;

	assert_true(cache_import(cache,
	    write_lines(place,
		"\n" GOOD "\r\n" KEY "\"state\":\"absent\",\"note\":\"gone\",\"more\":[],"
		"\"retrieved_at\":\"2026-11-20\"}"),
	    &counted, &skipped, &trouble));
	assert_int_equal(counted, 2);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_string_equal(answer.body, "{\"a\": 1}");
	assert_int_equal(answer.retrieved_at, 1795230245);
	assert_int_equal(answer.confirmed_at, 1795230245);
	assert_true(get(place, cache, "arxiv:1", 1795230244, &answer));
	assert_int_equal(answer.state, ANSWER_ABSENT);
	assert_string_equal(answer.note, "gone");
	/* The same answer confirmed later moves only that. */
	assert_true(cache_import(cache,
	    write_lines(place,
		KEY "\"state\":\"found\",\"body\":{\"a\": 1},"
		    "\"retrieved_at\":\"2026-11-21T03:04:05Z\","
		    "\"confirmed_at\":\"2026-11-22T03:04:05Z\"}"),
	    &counted, &skipped, &trouble));
	assert_int_equal(counted, 1);
	assert_true(get(place, cache, "arxiv:1", NEWEST, &answer));
	assert_int_equal(answer.confirmed_at, 1795230245 + 86400);
	/* Other bytes under a time that is taken are not. */
	assert_true(cache_import(cache,
	    write_lines(place,
		KEY "\"state\":\"found\",\"body\":{\"a\": 2},"
		    "\"retrieved_at\":\"2026-11-21T03:04:05Z\"}"),
	    &counted, &skipped, &trouble));
	assert_int_equal(counted, 0);
	assert_int_equal(skipped, 1);
	assert_int_equal(count_answers(cache), 2);
	cache_close(cache);
}

static void
wrong_lines_are_named(void **state)
{
	static const char *const wrong[] = {
		"nonsense",
		"{\"origin\":",
		"[]",
		"{}",
		"\"text\"",
		KEY "\"state\":\"found\"}",
		KEY "\"state\":\"unanswered\",\"retrieved_at\":\"2026-11-21\"}",
		KEY "\"state\":1,\"retrieved_at\":\"2026-11-21\"}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-13-21\"}",
		KEY "\"state\":\"found\",\"retrieved_at\":5}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"confirmed_at\":\"2026-11-20\"}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"http_status\":-1}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"asked_version\":\"3\"}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"etag\":{}}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"note\":\"a\\u0000b\"}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"body_hex\":\"0g\"}",
		KEY "\"state\":\"found\",\"retrieved_at\":\"2026-11-21\","
		    "\"body\":\"\xff\"}",
		"{\"origin\":\"a\",\"source\":\"b\",\"subject\":\"c\\u0000d\","
		"\"state\":\"found\",\"retrieved_at\":\"2026-11-21\"}",
		"{\"origin\":\"a\",\"source\":\"b\",\"subject\":\"\","
		"\"state\":\"found\",\"retrieved_at\":\"2026-11-21\"}",
		"{\"origin\":\"a\",\"source\":\"a name of more than thirty-nin"
		"e letters, and then some\",\"subject\":\"c\",\"state\":\"found\","
		"\"retrieved_at\":\"2026-11-21\"}",
	};
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	uint64_t counted, skipped;
	char words[2000];

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		snprintf(words, sizeof words, "%s\n%s\n%s", GOOD, wrong[i], GOOD);
		if (cache_import(
			cache, write_lines(place, words), &counted, &skipped, &trouble))
			fail_msg("taken: %s", wrong[i]);
		if (!strstr(trouble.words, "lines.jsonl:3: "))
			fail_msg("%s: %s", wrong[i], trouble.words);
		assert_int_equal(counted, 0);
		assert_int_equal(count_answers(cache), 0);
	}
	assert_false(
	    cache_import(cache, "/nonexistent/file", &counted, &skipped, &trouble));
	assert_non_null(strstr(trouble.words, "/nonexistent/file"));
	assert_false(cache_import(cache, place->folder, &counted, &skipped, &trouble));
	cache_close(cache);
}

/* From a pipe, which cannot be read twice. */
static void
from_a_pipe(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	uint64_t counted, skipped;
	char path[260];
	pid_t child;

	snprintf(path, sizeof path, "%s/pipe", place->folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	child = fork();
	if (child == 0) {
		int file = open(path, O_WRONLY | O_CLOEXEC);

		_exit(write(file, GOOD, sizeof GOOD - 1) != sizeof GOOD - 1);
	}
	assert_true(cache_import(cache, path, &counted, &skipped, &trouble));
	assert_int_equal(counted, 1);
	assert_int_equal(outcome_of(child), 0);
	cache_close(cache);
}

static void
encode_named(struct buffer *out, const char *subject, int64_t at, const char *body)
{
	struct answer answer = { .origin = S2,
		.source = "semanticscholar",
		.subject = subject,
		.state = ANSWER_FOUND,
		.retrieved_at = at,
		.body = body,
		.body_length = strlen(body) };
	struct buffer brief;
	struct value value;
	struct key key;

	buffer_init(&brief, 0);
	assert_true(put_value(&answer, &key, &value, &brief));
	runs_encode(out, &key, &value);
	buffer_free(&brief);
}

/* `large` goes into the second of four runs. */
static void
fill_runs(struct runs *runs, const char *large)
{
	struct cache_trouble trouble = { 0 };
	struct buffer out;

	buffer_init(&out, 0);
	assert_true(runs_reserve(runs, 2, &trouble));
	encode_named(&out, "doi:2", 20, "four");
	encode_named(&out, "doi:10", 20, "one");
	runs_fill(runs, 1, &out);
	buffer_clear(&out);
	encode_named(&out, "doi:2", 20, "three");
	encode_named(&out, "doi:10", 30, "two");
	encode_named(&out, "doi:3", 10, large);
	runs_fill(runs, 0, &out);
	assert_true(runs_reserve(runs, 2, &trouble));
	buffer_clear(&out);
	encode_named(&out, "doi:2", 40, "five");
	runs_fill(runs, 3, &out);
	buffer_clear(&out);
	runs_fill(runs, 2, &out);
	buffer_free(&out);
}

/* By subject, then time, and of the same second as they were put; in memory and in a file. */
static void
runs_come_back_in_order(void **state)
{
	static const char *const expected[] = { "one", "two", "three", "four", "five",
		"large" };
	struct place *place = *state;
	char *large = arena_alloc(place->arena, 300000);

	memset(large, 'x', 299999);
	for (size_t held = 0; held < 2; held++) {
		struct cache_trouble trouble = { 0 };
		struct runs runs = { .held = held * ((uint64_t)1 << 30) };
		struct span key, bytes;
		size_t count = 0;

		fill_runs(&runs, large);
		assert_int_equal(runs.file != 0, held);
		assert_true(runs_begin(&runs, &trouble));
		for (; runs_next(&runs, &key, &bytes, &trouble); count++) {
			struct value value;

			assert_true(value_decode(bytes, key, &value));
			assert_true(value_body_is_whole(&value));
			if (count == 5)
				assert_int_equal(value.body.length, 299999);
			else
				assert_memory_equal(value.body.bytes, expected[count],
				    strlen(expected[count]));
		}
		assert_int_equal(count, 6);
		assert_int_equal(runs.count, 0);
		assert_string_equal(trouble.words, "");
		runs_close(&runs);
	}
}

/* What memory does not hold has nowhere to go. */
static void
runs_need_a_folder(void **state)
{
	struct runs runs = { .held = (uint64_t)1 << 30 };
	struct cache_trouble trouble = { 0 };
	struct place *place = *state;
	char *before = arena_text(place->arena, getenv("TMPDIR"));

	setenv("TMPDIR", "/nonexistent", 1);
	assert_false(runs_reserve(&runs, 1, &trouble));
	assert_non_null(strstr(trouble.words, "/nonexistent cannot be made"));
	if (before == NULL)
		unsetenv("TMPDIR");
	else
		setenv("TMPDIR", before, 1);
	runs_close(&runs);
}

static void
entitle(struct arena *arena, struct answer *answer)
{
	answer->brief.title = arena_text_n(arena, answer->body, answer->body_length);
	answer->brief_version = 7;
}

static void
briefs_are_made_on_the_way(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	uint64_t counted, skipped;
	struct answer answer;

	cache_brief_with(cache, entitle);
	assert_true(
	    cache_import(cache, write_lines(place, GOOD), &counted, &skipped, &trouble));
	assert_true(cache_get(cache, place->arena, S2, "semanticscholar", "arxiv:1",
	    NEWEST, 7, false, &answer));
	assert_int_equal(answer.brief_version, 7);
	assert_string_equal(answer.brief.title, "{\"a\": 1}");
	assert_null(answer.body);
	cache_close(cache);
}

/* Bodies are "TITLE COUNT". */
static void
entitle_and_count(struct arena *arena, struct answer *answer)
{
	char *title = arena_text_n(arena, answer->body, answer->body_length);
	char *count = strchr(title, ' ');
	struct claim *claims = arena_alloc(arena, 2 * sizeof *claims);

	*count++ = '\0';
	claims[0] = (struct claim){ FIELD_TITLE, title, NULL, 0 };
	claims[1] = (struct claim){ FIELD_CITED_BY_COUNT, count, NULL, 0 };
	answer->brief = (struct brief){ .claims = claims, .claim_count = 2 };
	answer->brief_version = 7;
}

/* The subject's newest answer says since when. */
static void
assert_since(struct place *place, struct cache *cache, int64_t title, int64_t count)
{
	struct answer answer;

	assert_true(cache_get(cache, place->arena, S2, "semanticscholar", "arxiv:1",
	    NEWEST, 7, false, &answer));
	assert_int_equal(answer_since(&answer, FIELD_TITLE), title);
	assert_int_equal(answer_since(&answer, FIELD_CITED_BY_COUNT), count);
	assert_int_equal(answer_since(&answer, FIELD_VENUE), answer.retrieved_at);
}

static void
claims_keep_their_age(void **state)
{
	static const struct {
		int64_t at;
		const char *body;
		int64_t title, count;
	} steps[] = { { 1000, "one 1", 1000, 1000 }, { 2000, "one 2", 1000, 2000 },
		{ 3000, "two 2", 3000, 2000 }, { 4000, "two 2", 3000, 2000 },
		{ 5000, "one 2", 5000, 2000 }, { 6000, "one 3", 5000, 6000 } };
	struct place *place = *state, below = place_below(place, "below");
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct cache_trouble trouble;
	uint64_t counted, skipped;
	char path[260];

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		struct answer answer = { .origin = S2,
			.source = "semanticscholar",
			.subject = "arxiv:1",
			.retrieved_at = steps[i].at,
			.body = steps[i].body,
			.body_length = strlen(steps[i].body) };

		entitle_and_count(place->arena, &answer);
		cache_put(cache, &answer);
		commit(cache);
		assert_since(place, cache, steps[i].title, steps[i].count);
	}
	cache_close(cache);
	export_to(place, "ages.jsonl", path, &counted);
	cache = open_cache(&below, CACHE_WRITE);
	cache_brief_with(cache, entitle_and_count);
	assert_true(cache_import(cache, path, &counted, &skipped, &trouble));
	assert_since(place, cache, 5000, 6000);
	cache_close(cache);
}

static void
export_says_what_it_cannot(void **state)
{
	struct place *place = *state;
	struct cache_trouble trouble;
	struct cache *cache;
	uint64_t counted;
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC);

	if (full < 0)
		skip();
	fill(place, 300, 1700000000);
	cache = open_cache(place, CACHE_READ);
	assert_false(cache_export(cache, full, &counted, &trouble));
	assert_non_null(strstr(trouble.words, "No space"));
	close(full);
	cache_close(cache);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(there_and_back),
		TEST(runs_come_back_in_order),
		TEST(runs_need_a_folder),
		TEST(few_keys_are_enough),
		TEST(wrong_lines_are_named),
		TEST(from_a_pipe),
		TEST(briefs_are_made_on_the_way),
		TEST(claims_keep_their_age),
		TEST(export_says_what_it_cannot),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
