/*
 * Folded words of titles and names enter; whether they are the same, stand in
 * one another or are too common to tell anything leaves.
 */
#include "judge/title.h"

#include <string.h>

bool
words_equal(const struct words *a, const struct words *b)
{
	return a->count > 0 && b->count > 0 &&
	    strcmp(a->compact, b->compact) == 0;
}

bool
words_contain(const struct words *whole, const struct words *part)
{
	if (part->count == 0)
		return false;
	for (size_t i = 0; i + part->count <= whole->count; i++) {
		size_t k = 0;

		while (k < part->count &&
		    strcmp(whole->v[i + k], part->v[k]) == 0)
			k++;
		if (k == part->count)
			return true;
	}
	return false;
}

size_t
words_heavy(const struct words *words)
{
	size_t heavy = 0;

	for (size_t i = 0; i < words->count; i++)
		heavy += !word_is_small(words->v[i]);
	return heavy;
}

bool
words_generic(const struct words *words)
{
	char text[128];
	size_t length = 0, count = words->count;

	/* "Editorial 2013", "List of referees 2011", "Index to volume 4". */
	while (count > 1 && word_is_number(words->v[count - 1]))
		count--;
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(words->v[i]);

		if (length + n + 2 > sizeof text)
			return false;
		if (i > 0)
			text[length++] = ' ';
		memcpy(text + length, words->v[i], n);
		length += n;
	}
	text[length] = '\0';
	return length == 0 || phrase_is_generic(text);
}
