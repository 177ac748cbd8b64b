/*
 * What must hold of the judge whatever it is given: the labelled pairs enter
 * in many disguises, and the opinion must not change with the dress.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../judge/judgement_name.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "judge/judge.h"
#include "judge/title/title.h"
#include "model/claim.h"
#include "model/entry.h"

struct record {
	struct description d;
	bool same; /* as the one it stands beside */
};

/* Two records each, one after the other. */
static struct record *records;
static size_t record_count;

static void
describe(struct arena *arena, const struct json *from, struct description *to)
{
	const struct json *authors = json_get(from, "authors");
	struct author *v = NULL;
	int64_t year = 0;

	*to = (struct description){
		.title = json_string(json_get(from, "title")),
		.subtitle = json_string(json_get(from, "subtitle")),
		.venue = json_string(json_get(from, "container")),
		.type = json_string(json_get(from, "type")),
		.doi = json_string(json_get(from, "doi")),
		.arxiv = json_string(json_get(from, "arxiv")),
	};
	json_integer(json_get(from, "year"), &year);
	to->year = (int)year;
	for (const struct json *a = authors == NULL ? NULL : authors->child; a != NULL;
	     a = a->next) {
		v = arena_push(arena, v, to->author_count, sizeof *v);
		v[to->author_count++] = (struct author){ .literal = a->text };
	}
	to->authors = v;
}

static int
read_records(void **state)
{
	struct arena *arena = arena_new();
	const char *source = getenv("top_srcdir");
	struct buffer buffer;
	char *text;

	*state = arena;
	buffer_init(&buffer, 8u << 20);
	if (!file_read(arena_printf(arena, "%s/tests/judge/pairs.jsonl",
			   source == NULL ? "." : source),
		&buffer))
		return -1;
	text = arena_text_n(arena, buffer.bytes, buffer.length);
	buffer_free(&buffer);
	for (char *line = text, *next; *line != '\0'; line = next) {
		const struct json *pair;
		const char *label;

		next = strchr(line, '\n');
		*next++ = '\0';
		pair = json_parse(arena, line, strlen(line), NULL);
		label = json_string(json_get(pair, "label"));
		if (label == NULL)
			return -1;
		for (int side = 0; side < 2; side++) {
			records = arena_push(
			    arena, records, record_count, sizeof *records);
			describe(arena, json_get(pair, side == 0 ? "a" : "b"),
			    &records[record_count].d);
			records[record_count++].same = strcmp(label, "SAME") == 0;
		}
	}
	return record_count > 500 ? 0 : -1;
}

static int
free_records(void **state)
{
	arena_free(*state);
	return 0;
}

static void
expect_equal(struct opinion one, struct opinion two, const char *how,
    const struct description *a, const struct description *b)
{
	if (one.judgement == two.judgement)
		return;
	print_message("%s: %s, then %s\n\t%s\n\t%s\n", how, judgement_name(one.judgement),
	    judgement_name(two.judgement), a->title, b->title);
	fail();
}

/* Which side is which does not matter, whoever meets whom. */
static void
test_symmetric(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_count; i++)
		for (size_t step = 1; step < record_count; step += 41) {
			const struct description *a = &records[i].d;
			const struct description *b =
			    &records[(i + step) % record_count].d;
			struct entry x = { .list = "", .section = "", .title = a->title };
			struct entry y = { .list = "", .section = "", .title = b->title };
			struct arena *arena = arena_new();

			expect_equal(judge_pair(arena, a, b), judge_pair(arena, b, a),
			    "sides swapped", a, b);
			expect_equal(judge_entries(arena, &x, &y),
			    judge_entries(arena, &y, &x), "entries swapped", a, b);
			arena_free(arena);
		}
}

/* Titles of two pairs have nothing to do with each other. */
static void
test_strangers(void **state)
{
	(void)state;
	for (size_t i = 0; i + 101 < record_count; i++) {
		struct description a = records[i].d, b = records[i + 101].d;
		struct arena *arena = arena_new();
		struct words v, w;

		words_read(arena, a.title, &v);
		words_read(arena, b.title, &w);
		if (!words_equal(&v, &w) && v.count > 3 && w.count > 3 &&
		    strcmp(v.v[0], w.v[0]) != 0)
			expect_equal((struct opinion){ .judgement = JUDGE_DIFFERENT },
			    judge_pair(arena, &a, &b), "strangers", &a, &b);
		arena_free(arena);
	}
}

static const char *
dress(struct arena *arena, const char *title, int how)
{
	char *copy = arena_text(arena, title);

	switch (how) {
	case 0:
		for (char *at = copy; *at != '\0'; at++)
			if (*at >= 'a' && *at <= 'z' && strchr(title, '\\') == NULL &&
			    strchr(title, '&') == NULL)
				*at = (char)(*at - 'a' + 'A');
		return copy;
	case 1:
		return arena_printf(arena, "%s (Oral)", title);
	case 2:
		return arena_printf(arena, "[ACL] %s", title);
	case 3:
		return arena_printf(arena, "  %s \n", title);
	case 4:
		return arena_printf(arena, "<b>%s</b>", title);
	case 5:
		return arena_printf(arena, "\xf0\x9f\x94\xa5 %s", title);
	}
	return NULL;
}

static bool
ends_cut(const char *title)
{
	size_t n = strlen(title);

	return n > 3 &&
	    (strcmp(title + n - 3, "...") == 0 ||
		strcmp(title + n - 3, "\xe2\x80\xa6") == 0);
}

/* Capitals, brackets, blanks, tags and emoji say nothing about the work. */
static void
test_dress(void **state)
{
	const char *title;

	(void)state;
	for (size_t i = 0; i < record_count; i += 2) {
		const struct description *a = &records[i].d;
		const struct description *b = &records[i + 1].d;
		struct arena *arena = arena_new();
		struct opinion plain = judge_pair(arena, a, b);

		/* An ellipsis must stay the end, and a mark the beginning. */
		for (int how = 0;
		     !ends_cut(a->title) && (title = dress(arena, a->title, how)) != NULL;
		     how++) {
			struct description dressed = *a;

			if (how == 0 && strchr(title, '(') != NULL)
				continue;
			dressed.title = title;
			expect_equal(plain, judge_pair(arena, &dressed, b), title, a, b);
		}
		arena_free(arena);
	}
}

/* The very same title, year and authors: the same, unless it says nothing. */
static void
test_identical(void **state)
{
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; i < record_count; i++) {
		struct description a = records[i].d, b = a;
		struct arena *arena = arena_new();
		struct words words;
		static const struct author author = { .literal = "Mira Okafor" };

		words_read(arena, a.title, &words);
		a.authors = b.authors = &author;
		a.author_count = b.author_count = 1;
		a.year = b.year = 2020;
		a.doi = b.doi = a.arxiv = b.arxiv = a.venue = b.venue = NULL;
		if (!words_generic(&words)) {
			expect_equal((struct opinion){ .judgement = JUDGE_SAME },
			    judge_pair(arena, &a, &b), "identical", &a, &b);
			seen++;
			b.authors = &(struct author){ .literal = "Leo Marr" };
			expect_equal((struct opinion){ .judgement = JUDGE_DIFFERENT },
			    judge_pair(arena, &a, &b), "other people", &a, &b);
		}
		arena_free(arena);
	}
	assert_true(seen > 500);
}

/* Cutting more away never makes two titles more alike. */
static void
test_truncated(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_count; i++) {
		const struct description *whole = &records[i].d;
		struct arena *arena = arena_new();
		size_t length = strlen(whole->title);
		bool lost = false;

		for (size_t cut = length; cut-- > 4;) {
			struct description a = *whole;
			struct opinion opinion;

			if (whole->title[cut] != ' ' || ends_cut(whole->title) ||
			    strpbrk(whole->title, ".:;?!([/<&$|") != NULL)
				continue;
			a.title = arena_printf(
			    arena, "%.*s\xe2\x80\xa6", (int)cut, whole->title);
			a.author_count = 0;
			a.year = whole->year;
			opinion = judge_pair(arena, &a, whole);
			if (lost && opinion.judgement == JUDGE_SAME)
				expect_equal(
				    (struct opinion){ .judgement = JUDGE_UNCLEAR },
				    opinion, "cut further", &a, whole);
			lost |= opinion.judgement != JUDGE_SAME;
		}
		arena_free(arena);
	}
}

/* Reading what was read gives the same words. */
static void
test_idempotent(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_count; i++) {
		struct arena *arena = arena_new();
		struct words once, twice;
		char *text = arena_text(arena, "");

		words_read(arena, records[i].d.title, &once);
		for (size_t k = 0; k < once.count; k++)
			text = arena_printf(arena, "%s %s", text, once.v[k]);
		words_read(arena, text, &twice);
		assert_int_equal(once.count, twice.count);
		for (size_t k = 0; k < once.count; k++) {
			assert_string_equal(once.v[k], twice.v[k]);
			assert_string_equal(once.key[k], twice.key[k]);
			/* A key is its own key. */
			assert_string_equal(once.key[k],
			    spelling_key(
				arena, once.key[k], k > 0 ? once.v[k - 1] : NULL));
		}
		arena_free(arena);
	}
}

/* Turkish has its own capital i; no opinion may depend on it. */
static void
test_locale(void **state)
{
	static const char *const locales[] = { "tr_TR.UTF-8", "tr_TR.utf8", "de_DE.UTF-8",
		"C.UTF-8" };
	size_t tried = 0;

	(void)state;
	for (size_t l = 0; l < sizeof locales / sizeof *locales; l++)
		for (size_t i = 0; i < record_count; i += 2) {
			const struct description *a = &records[i].d;
			const struct description *b = &records[i + 1].d;
			struct arena *arena = arena_new();
			struct opinion plain = judge_pair(arena, a, b);

			if (setlocale(LC_ALL, locales[l]) != NULL) {
				expect_equal(
				    plain, judge_pair(arena, a, b), locales[l], a, b);
				tried++;
			}
			setlocale(LC_ALL, "C");
			arena_free(arena);
		}
	if (tried == 0)
		skip();
}

/* Every reason is a line of good text, and there is one. */
static void
test_reasons(void **state)
{
	(void)state;
	for (size_t i = 0; i < record_count; i += 2) {
		struct arena *arena = arena_new();
		struct opinion opinion = judge_pair(
		    arena, &records[i].d, &records[i + 1].d);

		assert_true(opinion.reason_count > 0);
		for (size_t r = 0; r < opinion.reason_count; r++) {
			const char *reason = opinion.reasons[r];

			assert_true(text_is_utf8(reason, strlen(reason)));
			assert_null(strchr(reason, '\n'));
			assert_true(strlen(reason) > 5 && strlen(reason) < 400);
		}
		arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_symmetric),
		cmocka_unit_test(test_strangers),
		cmocka_unit_test(test_dress),
		cmocka_unit_test(test_identical),
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_idempotent),
		cmocka_unit_test(test_locale),
		cmocka_unit_test(test_reasons),
	};

	return cmocka_run_group_tests(tests, read_records, free_records);
}
