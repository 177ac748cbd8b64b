/*
 * Two titles enter; how they stand to each other leaves: equal, equal but for
 * a name or a subtitle, near, sharing some words, or apart.
 */
#include "judge/title.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static bool
has_word(const struct words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->v[i], word) == 0)
			return true;
	return false;
}

/* "pretrained" stands in "pre trained", and the other way round. */
static bool
has_joined(const struct words *words, const char *word)
{
	size_t length = strlen(word);

	for (size_t i = 0; i + 1 < words->count; i++) {
		size_t first = strlen(words->v[i]);

		if (first < length && strncmp(word, words->v[i], first) == 0 &&
		    strcmp(word + first, words->v[i + 1]) == 0)
			return true;
	}
	return false;
}

static bool
is_half(const struct words *words, size_t i, const struct words *other)
{
	char joined[128];
	size_t first, second;

	for (size_t from = i > 0 ? i - 1 : 0; from <= i; from++) {
		if (from + 1 >= words->count)
			continue;
		first = strlen(words->v[from]);
		second = strlen(words->v[from + 1]);
		if (first + second >= sizeof joined)
			continue;
		memcpy(joined, words->v[from], first);
		memcpy(joined + first, words->v[from + 1], second + 1);
		if (has_word(other, joined))
			return true;
	}
	return false;
}

/* One letter more, less or other, not the first one, in a long word. */
static bool
is_slip(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), start = 0, end = 0;

	if (n < m) {
		const char *swap = a;

		a = b;
		b = swap;
		n = strlen(a);
		m = strlen(b);
	}
	if (m < 5 || n - m > 1 || a[0] != b[0] || word_is_number(a) ||
	    word_is_number(b))
		return false;
	while (start < m && a[start] == b[start])
		start++;
	while (end < m - start && a[n - 1 - end] == b[m - 1 - end])
		end++;
	return start + end + 1 >= n;
}

static bool
has_slip(const struct words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (is_slip(words->v[i], word))
			return true;
	return false;
}

static void
push_word(struct arena *arena, struct words *words, const char *word)
{
	if (has_word(words, word))
		return;
	words->v = arena_push(arena, words->v, words->count, sizeof *words->v);
	words->v[words->count++] = word;
}

/* Weight of one side; what it shares with the other is collected. */
static double
weigh_side(struct arena *arena, const struct words *a, const struct words *b,
    struct comparison *result, double *common, bool first)
{
	double weight = 0.0;
	size_t heavy = 0, telling = 0;

	*common = 0.0;
	for (size_t i = 0; i < a->count; i++) {
		const char *word = a->v[i];
		double w = word_weight(word);
		bool shared = has_word(b, word) || has_joined(b, word) ||
		    is_half(a, i, b) || (w > 0 && has_slip(b, word));

		weight += w;
		if (shared) {
			*common += w;
			heavy += w > 0.0;
			telling += w >= 1.0;
			if (first)
				push_word(arena, &result->shared, word);
			continue;
		}
		if (w > 0.0)
			push_word(arena, &result->missing, word);
		if (word_is_number(word))
			result->numbers_differ = true;
	}
	/* "pretrained" is one word here and two there: the smaller counts. */
	if (first || heavy < result->common)
		result->common = heavy;
	if (first || telling < result->telling)
		result->telling = telling;
	return weight;
}

static void
weigh(struct arena *arena, const struct words *a, const struct words *b,
    struct comparison *result)
{
	double common_a, common_b, weight_a, weight_b, lighter, both;

	weight_a = weigh_side(arena, a, b, result, &common_a, true);
	weight_b = weigh_side(arena, b, a, result, &common_b, false);
	lighter = weight_a < weight_b ? weight_a : weight_b;
	both = weight_a + weight_b - (common_a + common_b) / 2.0;
	result->share = lighter > 0.0 ?
	    (common_a < common_b ? common_a : common_b) / lighter : 0.0;
	result->overlap = both > 0.0 ? (common_a + common_b) / 2.0 / both : 0.0;
}

static int
compare_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
same_words(struct arena *arena, const struct words *a, const struct words *b)
{
	size_t bytes = a->count * sizeof *a->v;
	const char **left, **right;

	if (a->count != b->count || a->count < 4)
		return false;
	left = arena_alloc(arena, bytes);
	right = arena_alloc(arena, bytes);
	memcpy(left, a->v, bytes);
	memcpy(right, b->v, bytes);
	qsort(left, a->count, sizeof *left, compare_text);
	qsort(right, b->count, sizeof *right, compare_text);
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(left[i], right[i]) != 0)
			return false;
	return true;
}

static bool
starts_with(const struct words *whole, const struct words *start)
{
	if (start->count == 0 || start->count >= whole->count)
		return false;
	for (size_t i = 0; i < start->count; i++)
		if (strcmp(whole->v[i], start->v[i]) != 0)
			return false;
	return true;
}

/* A name is short; what follows it must be able to stand alone. */
static bool
is_named(const struct title *title)
{
	return title->head.count > 0 && title->head.count <= 5 &&
	    words_heavy(&title->tail) >= 3;
}

static bool
differ_by_name(const struct title *a, const struct title *b,
    struct comparison *result)
{
	if (is_named(a) && words_equal(&a->tail, &b->whole))
		return true;
	if (is_named(b) && words_equal(&b->tail, &a->whole))
		return true;
	if (is_named(a) && is_named(b) && words_equal(&a->tail, &b->tail)) {
		result->two_names = true;
		return true;
	}
	return false;
}

static bool
differ_by_subtitle(const struct title *a, const struct title *b)
{
	return (words_equal(&a->head, &b->whole) && a->head.count >= 3) ||
	    (words_equal(&b->head, &a->whole) && b->head.count >= 3);
}

bool
comparison_is_closer(const struct comparison *a, const struct comparison *b)
{
	if (a->relation != b->relation)
		return a->relation < b->relation;
	if (a->numbers_differ != b->numbers_differ)
		return b->numbers_differ;
	if (a->two_names != b->two_names)
		return b->two_names;
	if (a->telling != b->telling)
		return a->telling > b->telling;
	if (a->common != b->common)
		return a->common > b->common;
	if (a->overlap > b->overlap || a->overlap < b->overlap)
		return a->overlap > b->overlap;
	return a->share > b->share;
}

void
title_compare(struct arena *arena, const struct title *a,
    const struct title *b, struct comparison *result)
{
	bool start = starts_with(&a->whole, &b->whole) ||
	    starts_with(&b->whole, &a->whole);

	*result = (struct comparison){ .relation = TITLE_APART };
	if (a->whole.count == 0 || b->whole.count == 0)
		return;
	weigh(arena, &a->whole, &b->whole, result);
	if (words_equal(&a->whole, &b->whole)) {
		result->relation = TITLE_EQUAL;
		result->numbers_differ = false;
	} else if (differ_by_name(a, b, result)) {
		/* "Med42: …" and "Med42-v2: …": then the names count. */
		result->relation = TITLE_NAME;
		result->numbers_differ &= result->two_names;
	} else if (same_words(arena, &a->whole, &b->whole)) {
		result->relation = TITLE_ORDER;
	} else if (result->missing.count == 0 && result->common >= 2) {
		result->relation = TITLE_NEAR;
	} else if (differ_by_subtitle(a, b)) {
		result->relation = TITLE_SUBTITLE;
		result->numbers_differ = false;
	} else if (start && (a->whole.count < b->whole.count ?
	    a->whole.count : b->whole.count) >= 3) {
		result->relation = TITLE_START;
		result->numbers_differ &= !(a->cut || b->cut);
	} else if (result->share >= 0.6 && result->common >= 3) {
		result->relation = TITLE_PART;
	}
}
