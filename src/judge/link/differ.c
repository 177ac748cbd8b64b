/*
 * Two titles as words enter; what each says that the other does not leaves:
 * the rarest word of either side, and how much they share.
 */
#include "judge/link/differ.h"

#include <string.h>

#include "base/text.h"
#include "judge/link/field.h"

#define LEAST_STEM    5 /* letters */
#define LEAST_CLIPPED 5 /* letters left out */

struct side {
	unsigned common, rest, heaviest, words;
	const char *rarest;
	bool counts, dated;
};

/* Years and longer numbers stand beside titles: in venues, in arXiv numbers. */
static bool
is_long(const char *key)
{
	return key[strspn(key, "0123456789")] == '\0' && strlen(key) >= 4;
}

/* "adapted" and "adapting", "evaluating" and "evaluation": another form of a word. */
static bool
is_inflected(const char *a, const char *b)
{
	static const char *const ends[] = { "", "e", "s", "d", "es", "ed", "er", "ers",
		"ing", "ings", "ion", "ions", "or", "ors", "al", "ly", "ment", "ments",
		"ation", "ations", "able", "ive", NULL };
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n >= LEAST_STEM && text_is_one_of(a + n, ends) &&
	    text_is_one_of(b + n, ends);
}

/* "C. elegans", "Env. history": what this word begins with, before the one that
 * follows it. */
static bool
is_begun(const struct words *a, size_t i, const struct words *b, size_t k)
{
	size_t length = strlen(b->v[k]);

	return i + 1 < a->count && k + 1 < b->count &&
	    strncmp(a->v[i], b->v[k], length) == 0 &&
	    (length == 1 || strlen(a->v[i]) >= length + LEAST_CLIPPED) &&
	    strcmp(a->key[i + 1], b->key[k + 1]) == 0;
}

/* This word, or the beginning of it. */
static bool
is_said_shorter(const struct words *a, size_t i, const struct words *b)
{
	for (size_t k = 0; k < b->count; k++) {
		if (is_begun(a, i, b, k) || is_begun(b, k, a, i))
			return true;
	}
	return false;
}

static size_t
count_key(const struct words *words, size_t to, const char *key)
{
	size_t count = 0;

	for (size_t i = 0; i < to; i++)
		count += strcmp(words->key[i], key) == 0;
	return count;
}

/* A word that is said twice must be found twice. */
static bool
stands_in(const struct words *a, size_t i, const struct words *b)
{
	if (words_have(b, a->key[i]))
		return count_key(a, i, a->key[i]) < count_key(b, b->count, a->key[i]);
	if (common_has(a, i, b) || is_said_shorter(a, i, b) ||
	    (i + 1 == a->count && words_break_off(a, b)))
		return true;
	for (size_t k = 0; k < b->count; k++)
		if (is_inflected(a->key[i], b->key[k]) && !words_have(a, b->key[k]))
			return true;
	return false;
}

static void
weigh(const struct judge_field *field, const struct words *a, const struct words *b,
    struct side *side)
{
	*side = (struct side){ 0 };
	for (size_t i = 0; i < a->count; i++) {
		unsigned weight = field_weight(field, a->v[i], a->key[i]);
		/* The field's words are something in common all the same. */
		unsigned least = word_is_small(a->v[i]) ? 0 : weight > 0 ? weight : 1;

		if (least == 0)
			continue;
		if (stands_in(a, i, b)) {
			side->common += least;
			continue;
		}
		side->rest += least;
		side->words++;
		side->dated |= is_long(a->key[i]);
		side->counts |= word_is_number(a->key[i]) && !is_long(a->key[i]);
		if (side->rarest == NULL || weight > side->heaviest) {
			side->heaviest = weight;
			side->rarest = a->v[i];
		}
	}
}

void
differ_titles(const struct judge_field *field, const struct words *a,
    const struct words *b, struct difference *difference)
{
	struct side x, y;
	unsigned common, all;

	weigh(field, a, b, &x);
	weigh(field, b, a, &y);
	common = (x.common + y.common) / 2;
	all = common + x.rest + y.rest;
	*difference = (struct difference){
		.two_sided = x.heaviest < y.heaviest ? x.heaviest : y.heaviest,
		.share = all == 0 ? 0 : common * 100 / all,
		.counted = x.counts || y.counts || (x.dated && y.dated),
		.recounted = x.counts && y.counts,
		.rarest = { x.rarest, y.rarest },
		.heaviest = x.heaviest > y.heaviest ? x.heaviest : y.heaviest,
		.rest = { x.words, y.words },
	};
	if (x.rarest == NULL || y.rarest == NULL)
		difference->two_sided = 0;
}
