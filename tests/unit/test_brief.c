/* A brief comes back from its bytes as it went; nothing else is a brief. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/brief.h"

static const struct author authors[] = {
	{ "Ada Lovelace", "Lovelace", "Ada", "0000-0001-2345-678X" },
	{ "Σωκράτης", NULL, NULL, NULL },
	{ "Plato", NULL, "", NULL },
};
static const struct identifier ids[] = {
	{ IDENTIFIER_DOI, "10.1000/xyz" },
	{ IDENTIFIER_ARXIV, "2402.10373" },
};
static const struct identifier names[] = { { IDENTIFIER_PMID, "7" } };
static const struct claim claims[] = {
	{ .field = FIELD_TITLE, .text = "Notes & Sketches" },
	{ .field = FIELD_AUTHORS, .authors = authors, .author_count = 3 },
	{ .field = FIELD_CITED_BY_COUNT, .text = "1815" },
	{ .field = FIELD_HOMEPAGE, .text = "" },
};
static const struct brief full = { BRIEF_PAPER, "Notes & Sketches", 1843, ids, 2, names,
	1, claims, 4 };

static void
assert_text(const char *a, const char *b)
{
	if (!a || !b)
		assert_ptr_equal(a, b);
	else
		assert_string_equal(a, b);
}

static void
assert_ids(const struct identifier *a, const struct identifier *b, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(a[i].kind, b[i].kind);
		assert_string_equal(a[i].value, b[i].value);
	}
}

static void
assert_claim(const struct claim *a, const struct claim *b)
{
	assert_int_equal(a->field, b->field);
	assert_text(a->text, b->text);
	assert_int_equal(a->author_count, b->author_count);
	for (size_t i = 0; i < a->author_count; i++) {
		assert_text(a->authors[i].literal, b->authors[i].literal);
		assert_text(a->authors[i].family, b->authors[i].family);
		assert_text(a->authors[i].given, b->authors[i].given);
		assert_text(a->authors[i].orcid, b->authors[i].orcid);
	}
}

static void
assert_brief(const struct brief *a, const struct brief *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_text(a->title, b->title);
	assert_int_equal(a->year, b->year);
	assert_int_equal(a->id_count, b->id_count);
	assert_ids(a->ids, b->ids, a->id_count);
	assert_int_equal(a->name_count, b->name_count);
	assert_ids(a->names, b->names, a->name_count);
	assert_int_equal(a->claim_count, b->claim_count);
	for (size_t i = 0; i < a->claim_count; i++)
		assert_claim(&a->claims[i], &b->claims[i]);
}

static void
assert_round_trip(const struct brief *brief)
{
	struct arena *arena = arena_new();
	struct buffer bytes;
	struct brief back;

	buffer_init(&bytes, 0);
	brief_encode(brief, &bytes);
	assert_true(brief_decode(arena, bytes.bytes, bytes.length, &back));
	assert_brief(brief, &back);
	buffer_free(&bytes);
	arena_free(arena);
}

static void
comes_back(void **state)
{
	struct brief empty = { .kind = BRIEF_CODE };
	struct brief late = { .kind = BRIEF_MODEL, .title = "", .year = 9999 };

	(void)state;
	assert_round_trip(&full);
	assert_round_trip(&empty);
	assert_round_trip(&late);
}

/* Lengths around the places where a number takes one byte more. */
static void
long_texts_come_back(void **state)
{
	static const size_t lengths[] = { 126, 127, 128, 16382, 16383, 70000 };
	char *title = calloc(1, 70001);

	(void)state;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		struct brief brief = { .kind = BRIEF_DATASET, .title = title };

		memset(title, 'x', lengths[i]);
		title[lengths[i]] = '\0';
		assert_round_trip(&brief);
	}
	free(title);
}

static void
second_claim_is_left_out(void **state)
{
	static const struct claim twice[] = {
		{ .field = FIELD_VENUE, .text = "first" },
		{ .field = FIELD_VENUE, .text = "second" },
	};
	struct brief brief = { .claims = twice, .claim_count = 2 }, back;
	struct arena *arena = arena_new();
	struct buffer bytes;

	(void)state;
	buffer_init(&bytes, 0);
	brief_encode(&brief, &bytes);
	assert_true(brief_decode(arena, bytes.bytes, bytes.length, &back));
	assert_int_equal(back.claim_count, 1);
	assert_string_equal(brief_text(&back, FIELD_VENUE), "first");
	buffer_free(&bytes);
	arena_free(arena);
}

/*
 * Whatever is cut off, added or changed in one bit is refused, or it is the
 * encoding of another brief: encoding that gives the very same bytes.
 */
static void
assert_refused_or_exact(struct arena *arena, const char *bytes, size_t length)
{
	/* Of its very size, so that a read behind the end is seen. */
	char *copy = malloc(length + (length == 0));
	struct buffer again;
	struct brief brief;

	assert_non_null(copy);
	memcpy(copy, bytes, length);
	if (brief_decode(arena, copy, length, &brief)) {
		buffer_init(&again, 0);
		brief_encode(&brief, &again);
		assert_int_equal(again.length, length);
		assert_memory_equal(again.bytes, copy, length);
		buffer_free(&again);
	}
	free(copy);
	arena_reset(arena);
}

static void
refuses_the_rest(void **state)
{
	struct arena *arena = arena_new();
	struct buffer bytes;
	struct brief brief;

	(void)state;
	buffer_init(&bytes, 0);
	brief_encode(&full, &bytes);
	for (size_t length = 0; length < bytes.length; length++) {
		char *cut = malloc(length + (length == 0));

		assert_non_null(cut);
		memcpy(cut, bytes.bytes, length);
		assert_false(brief_decode(arena, cut, length, &brief));
		free(cut);
	}
	for (size_t i = 0; i < bytes.length * 8; i++) {
		bytes.bytes[i / 8] = (char)(bytes.bytes[i / 8] ^ 1 << i % 8);
		assert_refused_or_exact(arena, bytes.bytes, bytes.length);
		bytes.bytes[i / 8] = (char)(bytes.bytes[i / 8] ^ 1 << i % 8);
	}
	buffer_char(&bytes, '\0');
	assert_false(brief_decode(arena, bytes.bytes, bytes.length, &brief));
	/* The first byte is the format, the next two the enums' sizes. */
	bytes.length--;
	for (size_t i = 0; i < 3; i++) {
		bytes.bytes[i]++;
		assert_false(brief_decode(arena, bytes.bytes, bytes.length, &brief));
		bytes.bytes[i]--;
	}
	assert_true(brief_decode(arena, bytes.bytes, bytes.length, &brief));
	buffer_free(&bytes);
	arena_free(arena);
}

/* A count in the thousands of millions must not ask for that much memory. */
static void
counts_are_bounded(void **state)
{
	char bytes[] = { 1, FIELD_COUNT, IDENTIFIER_KINDS, BRIEF_PAPER, 0, 0, (char)0xff,
		(char)0xff, (char)0xff, (char)0xff, 7 };
	struct arena *arena = arena_new();
	struct brief brief;

	(void)state;
	assert_false(brief_decode(arena, bytes, sizeof bytes, &brief));
	assert_true(arena_used(arena) < 4096);
	arena_free(arena);
}

static void
finds_claims(void **state)
{
	(void)state;
	assert_string_equal(brief_text(&full, FIELD_CITED_BY_COUNT), "1815");
	assert_null(brief_text(&full, FIELD_AUTHORS));
	assert_ptr_equal(brief_claim(&full, FIELD_AUTHORS), &claims[1]);
	assert_null(brief_claim(&full, FIELD_STARS));
	assert_null(brief_text(&full, FIELD_STARS));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back),
		cmocka_unit_test(long_texts_come_back),
		cmocka_unit_test(second_claim_is_left_out),
		cmocka_unit_test(refuses_the_rest),
		cmocka_unit_test(counts_are_bounded),
		cmocka_unit_test(finds_claims),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
