/*
 * A folded word enters; which sets of data/words.tsv it is in, and what it
 * weighs, leave.
 */
#include <stdint.h>
#include <string.h>

#include "base/lookup.h"
#include "judge/title.h"

#define LEAST_MISREAD 7 /* letters of a word with a digit in the place of one */

static bool
is_in(enum word_set set, const char *word)
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
	return is_in(WORDS_SMALL, word);
}

static bool
is_sense(const char *word)
{
	return is_in(WORDS_SENSE, word);
}

/* In titles of this field. */
static bool
is_common(const char *word)
{
	return is_in(WORDS_COMMON, word);
}

bool
word_is_decoration(const char *word)
{
	return is_in(WORDS_DECORATION, word);
}

bool
word_is_periodical(const char *word)
{
	return is_in(WORDS_PERIODICAL, word);
}

bool
word_is_series(const char *word)
{
	return is_in(WORDS_SERIES, word);
}

bool
word_is_sequel(const char *word)
{
	return is_in(WORDS_SEQUEL, word);
}

bool
word_is_other(const char *word)
{
	return is_in(WORDS_OTHER, word);
}

bool
word_is_direction(const char *word)
{
	return is_in(WORDS_DIRECTION, word);
}

bool
word_is_english(const char *word)
{
	return is_in(WORDS_ENGLISH, word);
}

bool
word_is_foreign(const char *word)
{
	return is_in(WORDS_FOREIGN, word);
}

bool
word_phrase_is_generic(const char *folded)
{
	return is_in(WORDS_GENERIC, folded);
}

double
word_weight(const char *word)
{
	if (word_is_small(word))
		return 0.0;
	if (is_common(word) || is_sense(word))
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
