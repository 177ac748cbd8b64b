/*
 * Two titles as words enter; what they share leaves: words that are the same,
 * written together or apart, in the plural or with a slip of the pen.
 */
#include "judge/title/title.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* How one word stands to another. */
enum likeness { UNLIKE, SLIP, LIKE };

/* "image" and "images", "study" and "studies". */
static bool
is_plural(const char *one, size_t n, const char *many, size_t m)
{
	if (n >= 3 && m == n + 1 && many[n] == 's')
		return strncmp(one, many, n) == 0;
	if (n >= 4 && m == n + 2 && one[n - 1] == 'y')
		return strncmp(one, many, n - 1) == 0 && strcmp(many + n - 1, "ies") == 0;
	return n >= 3 && m == n + 2 && strncmp(one, many, n) == 0 &&
	    strcmp(many + n, "es") == 0;
}

/* In their names one letter makes another substance. */
static bool
is_chemical(const char *word, size_t length)
{
	static const char *const ends[] = { "yl", "ane", "ene", "yne", "ate", "ite",
		"ide", "al", "ol", "one", "ine", "ium", "ose", "ase", "ic", "ous" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);

		if (length > n && strcmp(word + length - n, ends[i]) == 0)
			return true;
	}
	return false;
}

/* One letter more, less or other, not the first; or two swapped; in a long word. */
static bool
is_slip(const char *a, size_t n, const char *b, size_t m)
{
	enum slip slip = SLIP_NONE;

	if (m >= 6 && !word_is_number(a) && !word_is_number(b))
		slip = slip_of_letter(a, b);
	/* No substance is another one's name with two letters swapped. */
	return slip == SLIP_SWAPPED ||
	    (slip == SLIP_LETTER && *a == *b && !is_chemical(a, n) && !is_chemical(b, m));
}

/* "koeln" and "koln": an umlaut in two letters, or in one without its marks. */
static bool
is_umlaut(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		bool before = strchr("aou", *a) != NULL;

		a++, b++;
		a += before && *a == 'e' && *b != 'e';
	}
	return *a == *b;
}

static enum likeness
compare_keys(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	if (n == m && strcmp(a, b) == 0)
		return LIKE;
	if (n < m)
		return compare_keys(b, a);
	if (is_plural(b, m, a, n) || (m > 3 && is_umlaut(a, b)))
		return LIKE;
	return is_slip(a, n, b, m) ? SLIP : UNLIKE;
}

/* Is `whole` the two others in one word? */
static bool
is_joined(const char *whole, const char *first, const char *second)
{
	size_t n;

	if (*whole != *first)
		return false;
	n = strlen(first);
	/* "twenty-one" is 21. */
	if (n == 2 && first[1] == '0' && strlen(second) == 1 && word_is_number(first))
		n--;
	return strncmp(whole, first, n) == 0 && whole[n] != '\0' &&
	    strcmp(whole + n, second) == 0;
}

/* "pretrained" stands in "pre trained", and the other way round. */
static bool
stands_joined(const struct words *a, size_t i, const struct words *b)
{
	for (size_t k = 0; k + 1 < b->count; k++)
		if (is_joined(a->key[i], b->key[k], b->key[k + 1]))
			return true;
	for (size_t k = 0; k < b->count; k++) {
		if (i > 0 && is_joined(b->key[k], a->key[i - 1], a->key[i]))
			return true;
		if (i + 1 < a->count && is_joined(b->key[k], a->key[i], a->key[i + 1]))
			return true;
	}
	return false;
}

static enum likeness
find_like(const struct words *a, size_t i, const struct words *b, double weight)
{
	enum likeness best = UNLIKE;

	if (words_have(b, a->key[i]) || stands_joined(a, i, b))
		return LIKE;
	for (size_t k = 0; weight > 0.0 && k < b->count; k++) {
		enum likeness likeness = compare_keys(a->key[i], b->key[k]);

		best = likeness > best ? likeness : best;
	}
	return best;
}

bool
common_has(const struct words *a, size_t i, const struct words *b)
{
	if (find_like(a, i, b, 1.0) != UNLIKE)
		return true;
	/* "dailogue" and "dialogue", of which only one has another spelling. */
	for (size_t k = 0; k < b->count; k++)
		if (compare_keys(a->v[i], b->v[k]) != UNLIKE)
			return true;
	return false;
}

static void
push_word(struct arena *arena, struct words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->v[i], word) == 0)
			return;
	words->v = arena_push(arena, words->v, words->count, sizeof *words->v);
	words->v[words->count++] = word;
}

/* A count or a year, as parts, periods and editions have. */
static bool
counts_parts(const char *key)
{
	static const char *const ends[] = { "", "st", "nd", "rd", "th", NULL };
	size_t digits = strspn(key, "0123456789");

	return text_is_one_of(key + digits, ends) &&
	    (digits == 1 || digits == 2 || digits == 4);
}

/* Nothing of one side that the other lacks but such a number. */
static bool
lacks_number_only(const struct words *a, const struct words *b)
{
	size_t numbers = 0;

	for (size_t i = 0; i < a->count; i++) {
		double weight = word_weight(a->v[i]);

		/* "a" and "i" are small words, and number parts. */
		bool first = strcmp(a->v[i], "i") == 0 && i + 1 == a->count;

		if ((weight <= 0.0 && !first && !word_is_number(a->key[i])) ||
		    find_like(a, i, b, weight) != UNLIKE)
			continue;
		if (!first && !counts_parts(a->key[i]))
			return false;
		numbers++;
	}
	return numbers > 0;
}

/* Weight of one side; what it shares with the other is collected. */
static double
weigh_side(struct arena *arena, const struct words *a, const struct words *b,
    struct comparison *result, double *common, bool first)
{
	double weight = 0.0;
	size_t heavy = 0, telling = 0, slips = 0;

	*common = 0.0;
	for (size_t i = 0; i < a->count; i++) {
		double w = word_weight(a->v[i]);
		enum likeness likeness = find_like(a, i, b, w);

		weight += w;
		if (likeness != UNLIKE) {
			*common += w;
			heavy += w > 0.0;
			telling += w >= 1.0;
			if (first)
				push_word(arena, &result->shared, a->v[i]);
			slips += likeness == SLIP;
			continue;
		}
		if (w > 0.0)
			push_word(arena, &result->missing, a->v[i]);
		if (word_is_number(a->key[i]))
			result->numbers_differ = true;
	}
	if (first || slips < result->slips)
		result->slips = slips;
	/* "pretrained" is one word here and two there: the smaller counts. */
	if (first || heavy < result->common)
		result->common = heavy;
	if (first || telling < result->telling)
		result->telling = telling;
	return weight;
}

void
common_weigh(struct arena *arena, const struct words *a, const struct words *b,
    struct comparison *result)
{
	double common_a, common_b, weight_a, weight_b, lighter, both;

	weight_a = weigh_side(arena, a, b, result, &common_a, true);
	weight_b = weigh_side(arena, b, a, result, &common_b, false);
	lighter = weight_a < weight_b ? weight_a : weight_b;
	both = weight_a + weight_b - (common_a + common_b) / 2.0;
	result->weight = common_a < common_b ? common_a : common_b;
	result->share = lighter > 0.0 ? result->weight / lighter : 0.0;
	result->numbers_swapped = result->numbers_differ && lacks_number_only(a, b) &&
	    lacks_number_only(b, a);
	result->overlap = both > 0.0 ? (common_a + common_b) / 2.0 / both : 0.0;
}

static size_t
drop_small(struct arena *arena, const struct words *words, const char ***keys)
{
	size_t count = 0;

	*keys = arena_alloc(arena, (words->count + 1) * sizeof **keys);
	for (size_t i = 0; i < words->count; i++)
		if (word_weight(words->v[i]) > 0.0)
			(*keys)[count++] = words->key[i];
	return count;
}

enum setting
common_setting(struct arena *arena, const struct words *a, const struct words *b)
{
	const char **x, **y;
	size_t n = drop_small(arena, a, &x), m = drop_small(arena, b, &y);
	size_t i = 0, k = 0;

	while (i < n && k < m) {
		if (compare_keys(x[i], y[k]) != UNLIKE) {
			i++;
			k++;
		} else if (i + 1 < n && is_joined(y[k], x[i], x[i + 1])) {
			i += 2;
			k++;
		} else if (k + 1 < m && is_joined(x[i], y[k], y[k + 1])) {
			i++;
			k += 2;
		} else {
			/* "Two … II": a number said twice is no order. */
			return n == m ? SET_OTHERWISE : SET_UNEVEN;
		}
	}
	return i == n && k == m ? SET_ALIKE : SET_UNEVEN;
}

bool
common_rotated(struct arena *arena, const struct words *a, const struct words *b)
{
	const char **x, **y;
	size_t n = drop_small(arena, a, &x);

	if (drop_small(arena, b, &y) != n || n < 4)
		return false;
	for (size_t shift = 1; shift < n; shift++) {
		size_t i = 0;

		while (i < n && strcmp(x[(i + shift) % n], y[i]) == 0)
			i++;
		if (i == n)
			return true;
	}
	return false;
}
