/*
 * Two titles as words enter; whether the one is what the other says and something
 * around it, leaves: a citation, one more thing, a word in front, a use.
 */
#include "judge/inside.h"

#include <string.h>

#include "base/text.h"
#include "judge/field.h"

#define LEAST_HEAD 4 /* words */

/* "A. Roe, B. Poe. The title. arXiv, 2023": a citation holds all of it. */
bool
around_holds(const struct words *a, const struct words *b, size_t telling)
{
	return telling >= 3 &&
	    ((a->count > 4 && words_contain(b, a)) ||
		(b->count > 4 && words_contain(a, b)));
}

/* "A and B" and "A and B and C"; or "A", cut, and "A word and C". */
bool
around_adds(const struct words *a, const struct words *b)
{
	const struct words *longer = a->count > b->count ? a : b;
	const struct words *shorter = a->count > b->count ? b : a;
	size_t n = shorter->count;

	if (n < 4 || longer->count < n + 2 || longer->count > n + 3 ||
	    (strcmp(longer->v[n], "and") != 0 &&
		strcmp(longer->v[longer->count - 2], "and") != 0))
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(longer->key[i], shorter->key[i]) != 0)
			return false;
	return true;
}

/*
 * "Rethinking A of B" and "Deep A of B" are not "A of B"; a word that no other title
 * has may be its name, without the colon.
 */
bool
around_before(
    const struct judge_field *field, const struct words *a, const struct words *b)
{
	const struct words *longer = a->count > b->count ? a : b;
	const struct words *shorter = a->count > b->count ? b : a;
	const char *first = longer->count < 4 ? "" : longer->v[0];
	size_t length = strlen(first);

	return longer->count == shorter->count + 1 && !word_is_small(first) &&
	    !word_is_number(longer->key[0]) &&
	    ((length > 5 && strcmp(first + length - 3, "ing") == 0) ||
		word_weight(first) < 1.0 ||
		field_weight(field, first, longer->key[0]) < TWO_SIDED) &&
	    strcmp(longer->key[1], shorter->key[0]) == 0 &&
	    !words_have(shorter, longer->key[0]);
}

/* "A Second Look at A of B": words that lead to the whole of the list's title. */
bool
around_leads(const struct words *answer, const struct words *title)
{
	static const char *const leading[] = { "about", "against", "at", "behind", "for",
		"from", "in", "into", "of", "on", "to", "towards", "with", NULL };
	size_t front = answer->count - title->count;

	if (title->count < 4 || answer->count < title->count + 2 ||
	    words_heavy(title) < 3 || !text_is_one_of(answer->v[front - 1], leading))
		return false;
	for (size_t i = 0; i < title->count; i++)
		if (strcmp(answer->key[front + i], title->key[i]) != 0)
			return false;
	return true;
}

/* "The head: this, that and more": what is exchanged stands between. */
bool
around_within(const struct title *a, const struct title *b)
{
	const struct words *x = &a->tail, *y = &b->tail;

	return a->head.count >= LEAST_HEAD && words_equal(&a->head, &b->head) &&
	    x->count > 2 && y->count > 2 && common_has(x, x->count - 1, y) &&
	    common_has(y, y->count - 1, x);
}

/* "Weather Forecasts with Warden": a work that uses what bears the name. */
bool
around_uses(const struct words *answer, const struct words *name)
{
	static const char *const using[] = { "against", "by", "from", "in", "on", "using",
		"via", "with", NULL };

	for (size_t i = 2; name->count > 0 && i + name->count <= answer->count; i++) {
		size_t k = 0;

		while (k < name->count && strcmp(answer->key[i + k], name->key[k]) == 0)
			k++;
		if (k == name->count)
			return text_is_one_of(answer->v[i - 1], using);
	}
	return false;
}
