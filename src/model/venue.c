/* The words of a venue's spelling enter; what is left of them when all that comes and goes
 * is gone, and its row in the table, leave. */
#include "model/venue.h"

#include <string.h>

#include "base/arena.h"
#include "base/lookup.h"
#include "base/text.h"

/* Bytes of a word of the table. */
enum { LONGEST = 23 };

static struct lookup rows; /* of words */

/* Most words are none of the table by their ends and length already. */
static size_t
ends_of(const char *word, size_t length)
{
	return ((size_t)(*word & 31) << 5 ^ (size_t)(word[length - 1] & 31) ^
		   length * 67) %
	    1024;
}

/* By the ends of a word: the sets with one that may be it, as bits; BEGINS: a row begins
 * with one. */
enum { BEGINS = 7 };
static unsigned char sets[1024];

static void
make_sets(void)
{
	for (size_t i = 0; i < venue_words_count; i++)
		sets[ends_of(venue_words[i].word, strlen(venue_words[i].word))] |= 1u
		    << venue_words[i].set;
	for (size_t i = 0; i < venue_rows_count; i++)
		sets[ends_of(venue_rows[i].folded, strcspn(venue_rows[i].folded, " "))] |=
		    1u << BEGINS;
	lookup_make(&rows, &venue_words[0].word, sizeof *venue_words, venue_words_count);
}

bool
venue_has_word(enum venue_word_set set, const char *word, size_t length)
{
	char lower[LONGEST + 1];

	if (rows.size == 0)
		make_sets();
	if (length == 0 || length > LONGEST ||
	    (sets[ends_of(word, length)] & 1u << set) == 0)
		return false;
	for (size_t i = 0; i < length; i++)
		lower[i] = (char)(word[i] | 0x20);
	lower[length] = '\0';
	return lookup_find(&rows, venue_words_from[set], venue_words_from[set + 1],
		   lower) != SIZE_MAX;
}

/* Words that come and go between the years of one venue. */
static bool
is_noise(const char *word)
{
	size_t digits = text_span(word, "0123456789");

	if (digits > 0 &&
	    (word[digits] == '\0' || strcmp(word + digits, "st") == 0 ||
		strcmp(word + digits, "nd") == 0 || strcmp(word + digits, "rd") == 0 ||
		strcmp(word + digits, "th") == 0))
		return true;
	return venue_has_word(VENUE_NOISE, word, strlen(word));
}

bool
venue_may_be_row(const char *text)
{
	size_t length = 0;

	do {
		for (text += length; *text >= 0 && !text_is_letter(*text); text++)
			if (*text == '\0' || text_is_digit(*text))
				return true;
		for (length = 0; text_is_letter(text[length]);)
			length++;
		if (text[length] < 0 || text_is_digit(text[length]))
			return true;
	} while (venue_has_word(VENUE_NOISE, text, length));
	return (sets[ends_of(text, length)] & 1u << BEGINS) != 0;
}

char *
venue_fold(struct arena *arena, const char *text, struct venue_split *split)
{
	char *folded = text_fold(arena, text), *out, *to, *next;

	out = to = arena_alloc(arena, strlen(folded) + 1);
	split->count = 0;
	for (char *word = folded; word != NULL && *word != '\0'; word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		if (is_noise(word) || split->count == VENUE_WORDS)
			continue;
		if (to != out)
			*to++ = ' ';
		memcpy(to, word, strlen(word));
		to += strlen(word);
		split->v[split->count++] = word;
	}
	*to = '\0';
	return out;
}

/* The first row that is not before the text. */
size_t
venue_row_place(const char *text)
{
	size_t low = 0, high = venue_rows_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(venue_rows[middle].folded, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct venue_row *
venue_row_find(const char *folded)
{
	size_t place = venue_row_place(folded);

	return place < venue_rows_count && strcmp(venue_rows[place].folded, folded) == 0
	    ? &venue_rows[place]
	    : NULL;
}
