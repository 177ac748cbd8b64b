/*
 * A folded word enters; which sets of data/words.tsv it is in, and what it
 * weighs, leave.
 */
#include <stdint.h>
#include <string.h>

#include "base/lookup.h"
#include "judge/words/words.h"

#define LEAST_MISREAD 7 /* letters of a word with a digit in the place of one */

bool
word_is_in(enum word_set set, const char *word)
{
	static struct lookup rows;

	if (rows.size == 0)
		lookup_make(
		    &rows, &word_rows[0].word, sizeof *word_rows, word_rows_count);
	return lookup_find(&rows, word_rows_from[set], word_rows_from[set + 1], word) !=
	    SIZE_MAX;
}

bool
word_is_small(const char *word)
{
	return word_is_in(WORDS_SMALL, word);
}

double
word_weight(const char *word)
{
	if (word_is_small(word))
		return 0.0;
	if (word_is_in(WORDS_COMMON, word) || word_is_in(WORDS_SENSE, word))
		return 0.25;
	/* A Chinese or Japanese sign is but half a word. */
	if (((unsigned char)*word >= 0xe3 && (unsigned char)*word <= 0xe9) ||
	    (unsigned char)*word >= 0xf0)
		return 0.5;
	return 1.0;
}

bool
word_is_number(const char *word)
{
	const char *digit = strpbrk(word, "0123456789");
	size_t length = strlen(word);

	/* "p1atform": read by a machine. */
	return digit != NULL &&
	    !(length >= LEAST_MISREAD && (*digit == '0' || *digit == '1') &&
		digit > word && digit[1] >= 'a' && digit[1] <= 'z' &&
		strpbrk(digit + 1, "0123456789") == NULL);
}
