/*
 * What stands in a venue's place of a list enters; whether it is a venue, or
 * may be one, leaves.  Lists write companies, laboratories and remarks there
 * too, and those must not become the venue of a paper.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/text.h"

/* "ICARM", "I3CE", "ACL-BioNLP": hardly a letter is small. */
static bool
is_acronym_form(const char *text)
{
	size_t large = 0, small = 0, length = strlen(text);

	for (const char *c = text; *c != '\0'; c++) {
		bool is_small = *c >= 'a' && *c <= 'z';
		bool is_large = *c >= 'A' && *c <= 'Z';

		large += is_large;
		small += is_small;
		if (!is_small && !is_large && (*c < '0' || *c > '9') &&
		    strchr("-/&'", *c) == NULL)
			return false;
	}
	return length <= 16 && large >= 3 && large > 2 * small;
}

bool
venue_is_claim(struct arena *arena, const char *text)
{
	struct venue venue = venue_read(arena, text);
	size_t against = 0, for_it = 0, shortened = 0, words = 0;
	char *next;

	if (text_is_blank(text) || !venue_is_real(&venue))
		return false;
	if (venue.kind != VENUE_UNKNOWN)
		return true;
	for (char *word = text_fold(arena, text); word != NULL && *word != '\0';
	     word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		words++;
		against += venue_has_word(VENUE_AGAINST, word, strlen(word));
		for_it += venue_has_word(VENUE_FOR, word, strlen(word));
		shortened += venue_has_word(VENUE_SHORTENED, word, strlen(word));
	}
	if (venue_is_called_one(text))
		return true;
	if (against > 0 || words > 14)
		return false;
	return for_it > 0 || shortened >= 2 ||
	    (words > 1 && shortened > 0 && words <= 4) ||
	    (words <= 2 && is_acronym_form(text));
}

bool
venue_is_called_one(const char *text)
{
	static const char *const words[] = { "journal", "workshop", "conference",
		"symposium", "transactions", "proceedings", "findings", "letters",
		"magazine", "annals", "j. " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_find_nocase(text, words[i]) != NULL)
			return true;
	return false;
}

#define LEAST_LIKE 3 /* letters: "Med." and "Medical" */

bool
venue_is_stranger(struct arena *arena, const char *text, const char *other)
{
	char *next;

	/* Who gathers venues often has the meeting for its workshops. */
	if (!venue_is_called_one(text) || text_find_nocase(text, "workshop") != NULL)
		return false;
	other = text_fold(arena, other);
	for (char *word = text_fold(arena, text); word != NULL && *word != '\0';
	     word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		if (strlen(word) < LEAST_LIKE ||
		    venue_has_word(VENUE_NOISE, word, strlen(word)) ||
		    venue_is_called_one(word))
			continue;
		for (const char *at = other; at != NULL;
		     at = strchr(at, ' ') == NULL ? NULL : strchr(at, ' ') + 1)
			if (strncmp(at, word, LEAST_LIKE) == 0)
				return false;
	}
	return true;
}
