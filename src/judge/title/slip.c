/*
 * Two words enter; whether they are one, a letter misspelt, leaves; and whether two
 * titles differ by no more than that.
 */
#include "judge/title/title.h"

#include <string.h>

#define LEAST_AROUND 3 /* words that are the same, for each slip */

/* "asymmetric", "atypical": one letter that says the contrary. */
static bool
is_contrary(const char *longer, const char *shorter)
{
	return *longer == 'a' && strcmp(longer + 1, shorter) == 0 &&
	    (strncmp(shorter, "sy", 2) == 0 || strncmp(shorter, "ty", 2) == 0 ||
		strncmp(shorter, "pe", 2) == 0 || strncmp(shorter, "mo", 2) == 0);
}

enum slip
slip_of_letter(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), start = 0, end = 0;

	if (n < m)
		return slip_of_letter(b, a);
	if (n - m > 1 || n < 2)
		return SLIP_NONE;
	while (start < m && a[start] == b[start])
		start++;
	while (end < m - start && a[n - 1 - end] == b[m - 1 - end])
		end++;
	if (n == m && start + end + 2 == n && a[start] == b[start + 1] &&
	    a[start + 1] == b[start])
		return SLIP_SWAPPED;
	return start + end + 1 >= n && !is_contrary(a, b) ? SLIP_LETTER : SLIP_NONE;
}

/* "ii", "2"; not "zero", which is misspelt like any word. */
static bool
is_numeral(const struct words *words, size_t at)
{
	return word_is_number(words->key[at]) &&
	    (strlen(words->v[at]) <= 3 || word_is_number(words->v[at]));
}

bool
slip_of_word(const struct words *a, const struct words *b, size_t at)
{
	const char *one = a->v[at], *other = b->v[at];

	return !is_numeral(a, at) && !is_numeral(b, at) &&
	    strpbrk(one, "0123456789") == NULL && strpbrk(other, "0123456789") == NULL &&
	    slip_of_letter(one, other) != SLIP_NONE;
}

bool
slip_only(const struct words *a, const struct words *b)
{
	size_t slips = 0;

	for (size_t i = 0; i < a->count && a->count == b->count; i++) {
		if (strcmp(a->key[i], b->key[i]) == 0)
			continue;
		if (!slip_of_word(a, b, i))
			return false;
		slips++;
	}
	return slips > 0 && a->count > LEAST_AROUND * slips;
}
