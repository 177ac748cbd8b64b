/* The tools: bounds, hostile bytes, and the exact forms others rely on. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "base/lookup.h"
#include "base/markup.h"
#include "base/spool.h"
#include "base/strmap.h"
#include "base/text.h"
#include "base/url.h"
#include "in_arena.h"

static const struct json *
parse(const char *text)
{
	return json_parse(arena, text, strlen(text), NULL);
}

static void
test_json_raw_slices(void **state)
{
	const char *text = "{\"a\": [ {\"x\": 1} , null, [2, 3] ], \"b\": 1e400}";
	const struct json *tree = parse(text), *a = json_get(tree, "a");

	(void)state;
	assert_int_equal(a->count, 3);
	assert_int_equal(a->child->raw_length, 8);
	assert_memory_equal(a->child->raw, "{\"x\": 1}", 8);
	assert_memory_equal(a->child->next->next->raw, "[2, 3]", 6);
	/* A number nobody can hold keeps its spelling. */
	assert_string_equal(json_get(tree, "b")->text, "1e400");
}

static void
test_json_refuses(void **state)
{
	char deep[4001];
	const char *reason = NULL;

	(void)state;
	memset(deep, '[', 2000);
	memset(deep + 2000, ']', 2000);
	deep[4000] = '\0';
	assert_null(json_parse(arena, deep, 4000, &reason));
	assert_non_null(reason);
	assert_null(parse("{\"a\": 1"));
	assert_null(parse("{} {}"));
	assert_null(parse(""));
	assert_null(parse("<html>"));
}

static void
test_json_odd_values(void **state)
{
	const struct json *tree = parse(
	    "{\"a\": \"first\", \"a\": \"second\", \"n\": \"x\\u0000y\","
	    " \"e\": \"\", \"i\": 12345678901234567890, \"t\": true}");
	int64_t number;
	bool flag = false;

	(void)state;
	assert_string_equal(json_string(json_get(tree, "a")), "first");
	assert_int_equal(json_get(tree, "n")->length, 3);
	assert_null(json_string(json_get(tree, "e")));
	assert_false(json_integer(json_get(tree, "i"), &number));
	assert_true(json_boolean(json_get(tree, "t"), &flag) && flag);
	assert_null(json_get(NULL, "a"));
	assert_null(json_string(json_get(tree, "t")));
}

static void
test_json_writes_what_it_reads(void **state)
{
	struct buffer out;
	struct json_writer *writer;

	(void)state;
	buffer_init(&out, 0);
	writer = json_writer_new(&out, false);
	json_write_object(writer);
	json_member(writer, "quote", "a\"b\\c\n\x01");
	json_member(writer, "none", NULL);
	json_write_key(writer, "number");
	json_write_number(writer, "0.1");
	json_write_object_end(writer);
	json_writer_free(writer);
	const struct json *back = json_parse(arena, out.bytes, out.length, NULL);
	assert_non_null(back);
	assert_string_equal(json_string(json_get(back, "quote")), "a\"b\\c\n\x01");
	assert_string_equal(json_get(back, "number")->text, "0.1");
	buffer_free(&out);
}

/* The very bytes, for machines and for people: releases are compared. */
static void
test_json_bytes(void **state)
{
	static const char *const written[] = {
		"{\"a\":\"\\\\ \\b\\f\\n\\r\\t\\u001F / \x7f \u00e9\",\"b\":[],\"c\":"
		"[1,{},[null,true]]}\n-5\n",
		"{\n  \"a\": \"\\\\ \\b\\f\\n\\r\\t\\u001F / \x7f \u00e9\",\n"
		"  \"b\": [],\n  \"c\": [\n    1,\n    {},\n    [\n      null,\n"
		"      true\n    ]\n  ]\n}\n-5\n"
	};

	(void)state;
	for (int pretty = 0; pretty < 2; pretty++) {
		struct buffer out;
		struct json_writer *writer;

		buffer_init(&out, 0);
		writer = json_writer_new(&out, pretty != 0);
		json_write_object(writer);
		json_member(writer, "a", "\\ \b\f\n\r\t\x1f / \x7f \u00e9");
		json_write_key(writer, "b");
		json_write_array(writer);
		json_write_array_end(writer);
		json_write_key(writer, "c");
		json_write_array(writer);
		json_write_integer(writer, 1);
		json_write_object(writer);
		json_write_object_end(writer);
		json_write_array(writer);
		json_write_null(writer);
		json_write_boolean(writer, true);
		json_write_array_end(writer);
		json_write_array_end(writer);
		json_write_object_end(writer);
		json_write_line_end(writer);
		json_write_integer(writer, -5);
		json_write_line_end(writer);
		json_writer_free(writer);
		assert_string_equal(out.bytes, written[pretty]);
		buffer_free(&out);
	}
}

static void
test_text_fold(void **state)
{
	const char *once;

	(void)state;
	assert_string_equal(text_fold(arena, "  BioGPT: Generative  Pre-trained! "),
	    "biogpt generative pre trained");
	assert_string_equal(text_fold(arena, "Universit\xC3\xA9"),
	    text_fold(arena, "universite\xCC\x81"));
	assert_string_not_equal(text_fold(arena, "中文医学"), "");
	assert_string_equal(text_fold(arena, NULL), "");
	/* Idempotent, over a good part of Unicode. */
	for (unsigned c = 1; c < 0x11000; c += 7) {
		char text[5] = { 0 };
		if (c >= 0xD800 && c < 0xE000)
			continue;
		text[text_put_code_point(c, text)] = '\0';
		once = text_fold(arena, text);
		assert_string_equal(text_fold(arena, once), once);
		arena_reset(arena);
	}
}

static void
test_text_hostile(void **state)
{
	(void)state;
	assert_false(text_is_utf8("\xC0\xAF", 2));
	assert_false(text_is_utf8("\xED\xA0\x80", 3));
	assert_false(text_is_utf8("abc\xE2\x82", 5));
	assert_string_equal(text_to_utf8(arena,
				"a\xFF"
				"b",
				3),
	    "a\xEF\xBF\xBD"
	    "b");
	assert_null(strchr(text_for_terminal(arena, "a\033[31mb"), '\033'));
	/* A title of the window, a link: with all they say; what never ends stays as text. */
	assert_string_equal(text_for_terminal(arena, "a\033]0;title\ab"), "ab");
	assert_string_equal(text_for_terminal(arena, "a\033]8;;http://x\033\\b"), "ab");
	assert_string_equal(text_for_terminal(arena, "a\033P1\nb"), "a1 b");
	assert_string_equal(text_squeeze(arena, "\xC2\xA0 a\n\t b\xC2\xA0"), "a b");
	assert_int_equal(text_width("中a"), 3);
	assert_true(text_width(text_shorten(arena, "中文中文中文", 5)) <= 5);
}

static void
test_markup_bounds(void **state)
{
	static const char bomb[] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
				   "\"&a;&a;&a;&a;\">]><x>&b;</x>";
	static const char outside[] =
	    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
	    "<x>&a;</x>";
	const char *reason;

	(void)state;
	assert_null(markup_parse_xml(arena, bomb, strlen(bomb), &reason));
	assert_null(markup_parse_xml(arena, outside, strlen(outside), &reason));
	assert_null(markup_parse_xml(arena, "<a><b></a>", 10, &reason));
}

static void
test_markup_serialise_stands_alone(void **state)
{
	static const char feed[] = "<f xmlns='urn:f' xmlns:p='urn:p'><e>"
				   "<p:c k='a&amp;b'>x &lt; y</p:c></e></f>";
	const struct markup *root = markup_parse_xml(arena, feed, strlen(feed), NULL);
	const char *alone = markup_serialise(arena, markup_child(root, "e"));
	const struct markup *again = markup_parse_xml(arena, alone, strlen(alone), NULL);
	const struct markup *inner = markup_child(again, "c");

	(void)state;
	assert_string_equal(again->space, "urn:f");
	assert_string_equal(inner->space, "urn:p");
	assert_string_equal(markup_attribute(inner, "k"), "a&b");
	assert_string_equal(markup_text(arena, inner), "x < y");
}

static void
test_markup_plain(void **state)
{
	(void)state;
	assert_string_equal(markup_plain(arena, "A &amp; <i>B</i>"), "A & B");
	assert_string_equal(markup_plain(arena, "p < 0.05"), "p < 0.05");
	/* One layer only. */
	assert_string_equal(markup_plain(arena, "&amp;lt;"), "&lt;");
}

static void
test_url(void **state)
{
	struct url url;

	(void)state;
	assert_true(url_parse(arena, "HTTPS://Example.ORG:443/a%20b?q=1#f", &url));
	assert_string_equal(url.scheme, "https");
	assert_string_equal(url.host, "example.org");
	assert_false(url_parse(arena, "file:///etc/passwd", &url));
	assert_false(url_parse(arena, "javascript:alert(1)", &url));
	assert_string_equal(
	    url_origin(arena, "https://example.org:443/x"), "https://example.org");
	assert_string_equal(
	    url_origin(arena, "http://127.0.0.1:80/"), "http://127.0.0.1");
	assert_string_equal(
	    url_join(arena, "https://a.org/b/c", "../d"), "https://a.org/d");
	assert_string_equal(url_encode(arena, "a/b c"), "a%2Fb%20c");
}

static void
test_clock(void **state)
{
	int64_t first, last, instant;

	(void)state;
	assert_true(clock_parse_date("2024-02", &first, &last));
	assert_int_equal(last - first, 28);
	assert_false(clock_parse_date("2023-02-29", &first, &last));
	assert_false(clock_parse_date("2023-13", &first, &last));
	assert_false(clock_parse_date("23-01", &first, &last));
	assert_true(clock_parse_instant("2026-11-21T03:04:05+02:00", &instant));
	assert_string_equal(clock_instant_text(arena, instant), "2026-11-21T01:04:05Z");
	assert_string_equal(clock_version_text(arena, 1704672000), "2024.1.8");
	assert_false(clock_parse_instant("2026-11-21T25:00:00Z", &instant));
}

static void
test_csv(void **state)
{
	static const char text[] =
	    "id,value\r\n\r\n\"a,1\",\"say \"\"yes\"\"\nnow\"\nlast,";
	struct csv csv = { .at = text, .end = text + strlen(text), .line = 1 };
	struct csv_row row;

	(void)state;
	assert_true(csv_next(arena, &csv, &row));
	assert_int_equal(row.count, 2);
	assert_true(csv_next(arena, &csv, &row));
	assert_int_equal(row.line, 3);
	assert_string_equal(row.cells[0], "a,1");
	assert_string_equal(row.cells[1], "say \"yes\"\nnow");
	assert_true(csv_next(arena, &csv, &row));
	assert_int_equal(row.line, 5);
	assert_false(csv_next(arena, &csv, &row));
	assert_null(csv.trouble);
	csv = (struct csv){ .at = "\"open", .end = text, .line = 1 };
	csv.end = csv.at + 5;
	assert_false(csv_next(arena, &csv, &row));
	assert_non_null(csv.trouble);
}

static void
test_arena_and_buffer(void **state)
{
	unsigned *numbers = NULL;
	struct buffer small;

	(void)state;
	for (unsigned n = 0; n < 1000; n++) {
		numbers = arena_push(arena, numbers, n, sizeof *numbers);
		numbers[n] = n;
	}
	for (unsigned n = 0; n < 1000; n++)
		assert_int_equal(numbers[n], n);
	buffer_init(&small, 4);
	assert_true(buffer_text(&small, "abcd"));
	assert_false(buffer_char(&small, 'e'));
	assert_true(small.overflowed);
	assert_string_equal(small.bytes, "abcd");
	buffer_free(&small);
}

/* What lies in the spool, and what could not, reads as it was written. */
static void
test_large_arena(void **state)
{
	enum { TEXTS = 40000 };
	static const char *texts[TEXTS];
	/* So much stays in memory, at the most; what is beyond lies in a spool. */
	struct arena *ballast = arena_new();
	char *large;

	arena_alloc(ballast, 129 << 20);
	for (unsigned i = 0; i < TEXTS; i++) {
		texts[i] = arena_printf(arena, "text %u of %u", i, TEXTS);
		arena_rest_at(arena, i);
	}
	large = arena_alloc(arena, 3 << 20);
	for (size_t i = 0; i < 3 << 20; i++)
		assert_int_equal(large[i], 0);
	memset(large, 'x', 3 << 20);
	arena_rest_at(arena, 1023);
	assert_int_equal(large[(3 << 20) - 1], 'x');
	for (unsigned i = 0; i < TEXTS; i++)
		assert_string_equal(
		    texts[i], arena_printf(arena, "text %u of %u", i, TEXTS));
	arena_reset(arena);
	arena_free(ballast);
	if (*state == NULL) {
		/* The same where there is no folder for a spool. */
		*state = arena;
		setenv("TMPDIR", "/nonexistent", 1);
		test_large_arena(state);
		unsetenv("TMPDIR");
		*state = NULL;
	}
}

/* How a child ends that takes so much for a spool, on a disk without room. */
static int
spooling(size_t read, size_t wanted)
{
	struct rlimit none = { 0, 0 };
	struct spool spool;
	pid_t child = fork();
	int status;

	if (child == 0) {
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &none);
		spool_init(&spool);
		spool_allow(read);
		_exit(spool_take(&spool, wanted) == NULL ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return WEXITSTATUS(status);
}

/* What is out of hand ends before the disk is full. */
static void
test_spools_are_bounded(void **state)
{
	(void)state;
#if SIZE_MAX > UINT32_MAX
	assert_int_equal(spooling(0, (size_t)4 << 30), 0);
	assert_int_equal(spooling(0, ((size_t)4 << 30) + 4096), 71);
	assert_int_equal(spooling(1 << 20, ((size_t)4 << 30) + 4096), 0);
	assert_int_equal(spooling(1 << 20, (size_t)5 << 30), 71);
#else /* there is no more of them than that at all */
	assert_int_equal(spooling(0, SIZE_MAX / 2), 0);
#endif
}

static void
test_file_lock_and_replace(void **state)
{
	char folder[] = "/tmp/enrich-test-XXXXXX", digest[DIGEST_TEXT];
	struct buffer text;
	int status, held;
	pid_t holder = 0;
	uint64_t bytes;

	(void)state;
	assert_non_null(mkdtemp(folder));
	const char *path = file_join(arena, folder, "f");
	assert_true(file_replace(path, "one", 3, 0600));
	assert_true(file_replace(path, "two!", 4, 0600));
	buffer_init(&text, 100);
	assert_true(file_read(path, &text));
	assert_string_equal(text.bytes, "two!");
	buffer_free(&text);
	buffer_init(&text, 2);
	assert_false(file_read(path, &text));
	buffer_free(&text);
	assert_true(digest_file(path, digest, &bytes));
	assert_int_equal(bytes, 4);
	held = file_lock(file_join(arena, folder, "lock"), &holder);
	assert_true(held >= 0);
	pid_t child = fork();
	if (child == 0) {
		pid_t seen = 0;
		_exit(file_lock(file_join(arena, folder, "lock"), &seen) == -1 &&
			    seen == getppid()
			? 0
			: 1);
	}
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
	file_unlock(held);
	assert_true(file_remove_tree(folder));
	assert_false(file_exists(folder));
}

static void
test_strmap(void **state)
{
	struct strmap *map = strmap_new();
	int one, two;

	(void)state;
	strmap_put(map, "a", &one);
	strmap_put(map, "a", &two);
	assert_ptr_equal(strmap_get(map, "a"), &two);
	assert_null(strmap_get(map, "b"));
	assert_int_equal(strmap_count(map), 1);
	strmap_free(map);
}

/* Beyond a megabyte an arena lies in a spool, which rests now and then. */
/* Strings are looked through eight bytes at a time. */
static void
test_json_quotes_anywhere(void **state)
{
	(void)state;
	for (int sign = 1; sign < 0x80; sign++)
		for (size_t at = 0; at < 18; at++) {
			char text[] = "an innocent text !";
			struct json_writer *writer;
			struct buffer out;

			text[at] = (char)sign;
			buffer_init(&out, 0);
			writer = json_writer_new(&out, false);
			json_write_string(writer, text);
			json_writer_free(writer);
			assert_string_equal(
			    json_string(json_parse(arena, out.bytes, out.length, NULL)),
			    text);
			buffer_free(&out);
		}
}

/* Two columns: the second is looked at, two parts of it say the same. */
static void
test_lookup(void **state)
{
	static const char *const rows[][2] = { { "1", "of" }, { "2", "a" }, { "3", "" },
		{ "4", "of" }, { "5", "the" } };
	struct lookup lookup;
	char text[16], *texts[600];

	(void)state;
	lookup_make(&lookup, &rows[0][1], sizeof *rows, 5);
	assert_int_equal(lookup_find(&lookup, 0, 5, "of"), 0);
	assert_int_equal(lookup_find(&lookup, 1, 5, "of"), 3);
	assert_int_equal(lookup_find(&lookup, 0, 5, ""), 2);
	assert_true(lookup_find(&lookup, 1, 3, "of") == SIZE_MAX);
	assert_true(lookup_find(&lookup, 0, 5, "on") == SIZE_MAX);
	free(lookup.slots);
	for (size_t i = 0; i < 600; i++) {
		snprintf(text, sizeof text, "word %zu", i);
		texts[i] = strdup(text);
	}
	lookup_make(&lookup, (const char *const *)texts, sizeof *texts, 600);
	for (size_t i = 0; i < 600; i++) {
		assert_int_equal(lookup_find(&lookup, 0, 600, texts[i]), i);
		free(texts[i]);
	}
	free(lookup.slots);
	lookup_make(&lookup, NULL, sizeof *texts, 0);
	assert_true(lookup_find(&lookup, 0, 0, "of") == SIZE_MAX);
	free(lookup.slots);
}

static void
test_arena_of_many_megabytes(void **state)
{
	enum { COUNT = 3 << 20 };
	size_t *numbers = NULL, *zeros;

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		numbers = arena_push(arena, numbers, i, sizeof *numbers);
		assert_int_equal(numbers[i], 0);
		numbers[i] = i;
		arena_rest_at(arena, i);
	}
	arena_rest(arena);
	for (size_t i = 0; i < COUNT; i += 97) {
		assert_int_equal(numbers[i], i);
		arena_rest_scattered_at(arena, i);
	}
	zeros = arena_alloc(arena, COUNT * sizeof *zeros * 2);
	for (size_t i = 0; i < COUNT * 2; i += 97)
		assert_int_equal(zeros[i], 0);
	/* What was used before is zero again. */
	memset(zeros, 1, COUNT);
	arena_reset(arena);
	zeros = arena_alloc(arena, 4 << 20);
	for (size_t i = 0; i < (4 << 20) / sizeof *zeros; i++)
		assert_int_equal(zeros[i], 0);
}

#define UNIT(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_arena_of_many_megabytes),
		UNIT(test_json_raw_slices),
		UNIT(test_json_refuses),
		UNIT(test_json_odd_values),
		UNIT(test_json_writes_what_it_reads),
		UNIT(test_json_bytes),
		UNIT(test_json_quotes_anywhere),
		UNIT(test_text_fold),
		UNIT(test_text_hostile),
		UNIT(test_markup_bounds),
		UNIT(test_markup_serialise_stands_alone),
		UNIT(test_markup_plain),
		UNIT(test_url),
		UNIT(test_clock),
		UNIT(test_csv),
		UNIT(test_arena_and_buffer),
		UNIT(test_large_arena),
		UNIT(test_spools_are_bounded),
		UNIT(test_file_lock_and_replace),
		UNIT(test_strmap),
		UNIT(test_lookup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
