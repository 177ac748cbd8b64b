/* A text enters; whether its full stops end sentences or shorten words leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"
#include "model/venue.h"

/* "Chem", "Lett": as journals shorten their words. */
static bool
shortens_journal(const char *word, size_t length)
{
	return length > 1 && *word >= 'A' && *word <= 'Z' &&
	    venue_has_word(VENUE_SHORTENED, word, length);
}

/* The full stop at `at` shortens: "J.", "Proc.", "vs.". */
bool
words_stop_shortens(const char *start, const char *at)
{
	static const char *const words[] = { "Proc", "Int", "Conf", "Trans", "J", "Dr",
		"St", "vs", "Jr", "Inf", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
		"Sep", "Sept", "Oct", "Nov", "Dec" };
	const char *word = at;

	while (word > start && strchr(" -(", word[-1]) == NULL)
		word--;
	if (at - word == 1 || (at - word == 2 && (*word & 0x80) != 0))
		return true;
	/* "Philip H.S. Roe" */
	if (at - word > 2 && at[-1] >= 'A' && at[-1] <= 'Z' && text_is_any(at[-2], ".-"))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (*word == *words[i] && (size_t)(at - word) == strlen(words[i]) &&
		    memcmp(word, words[i], strlen(words[i])) == 0)
			return true;
	return shortens_journal(word, (size_t)(at - word));
}

/* "J. Am. Chem. Soc.": words of more than two letters with a full stop. */
bool
words_stop_ends_word(const char *text)
{
	size_t letters = 0;

	for (; *text != '\0'; text++) {
		if (*text == '.' && letters > 2)
			return true;
		letters = (*text | 32) >= 'a' && (*text | 32) <= 'z' ? letters + 1 : 0;
	}
	return false;
}
