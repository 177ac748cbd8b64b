/* A text enters; whether its full stops end sentences or shorten words leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"
#include "model/venue.h"

/* "Chem", "Lett": as journals shorten their words. */
static bool
shortens_journal(const char *word, size_t length)
{
	return length > 1 && text_is_capital(*word) &&
	    venue_has_word(VENUE_SHORTENED, word, length);
}

/* Letters of a word that is shortened. */
enum { LONGEST_SHORT = 11 };

/* "Soc. ": a short word with a capital, and its full stop: how long it is; 0: none. */
static size_t
dotted_length(const char *word)
{
	size_t length = 1;

	if (!text_is_capital(*word))
		return 0;
	while (text_is_small(word[length]))
		length++;
	return length <= LONGEST_SHORT && length > 1 && word[length] == '.' ? length + 1
									    : 0;
}

/* "Bull. Seismol. Soc.": three such words in a row, of which this is one. */
static bool
is_in_chain(const char *start, const char *word, const char *at)
{
	size_t chain = dotted_length(word) > 0, length;
	const char *before = word;

	if (chain == 0)
		return false;
	for (at++; chain < 3 && *at == ' ' && (length = dotted_length(at + 1)) > 0;
	     at += length + 1)
		chain++;
	while (
	    chain < 3 && before > start + 2 && before[-1] == ' ' && before[-2] == '.') {
		before -= 2;
		while (before > start && before[-1] != ' ')
			before--;
		if (dotted_length(before) == 0 && strncmp(before, "J. ", 3) != 0)
			break;
		chain++;
	}
	return chain > 2;
}

/* Letters of a word that is cut short in front of others. */
enum { LONGEST_CUT = 7 };

/* "Found. Trends Mach. Learn. 2023", "IEEE Commun. Surv. Tutorials 2020": from `start` on
 * few words with capitals, some of them cut short, and a year. */
static bool
is_in_journal(const char *start, const char *at)
{
	size_t words = 0, dots = 0;
	bool behind = false;
	const char *word = start + strspn(start, " ");

	for (; words < 7 && *word >= 'A' && *word <= 'Z'; words++) {
		size_t capitals = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), length;
		length = capitals + strspn(word + capitals, "abcdefghijklmnopqrstuvwxyz");
		if (length > LONGEST_SHORT || (capitals > 1 && capitals < length))
			return false;
		/* In front of the full stop all are cut short, or "IEEE". */
		if (word <= at - length &&
		    (word[length] == '.' ? length > LONGEST_CUT ||
				text_is_any(word[length - 1], "aeiou")
					 : capitals < 3))
			return false;
		behind |= word > at;
		word += length;
		dots += *word == '.' && !text_is_any(word[-1], "aeou");
		word += *word == '.';
		if (*word != ' ')
			break;
		word += strspn(word, " (");
	}
	word += strspn(word, " ,(");
	return behind && dots > 1 && words_is_year(word);
}

/* The full stop at `at` shortens: "J.", "Proc.", "vs.". */
bool
words_stop_shortens(const char *start, const char *at)
{
	static const char *const words[] = { "Proc", "Int", "Conf", "Trans", "J", "Dr",
		"St", "vs", "Jr", "Inf", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
		"Sep", "Sept", "Oct", "Nov", "Dec" };
	const char *word = at;

	while (word > start && !text_is_any(word[-1], " -("))
		word--;
	if (at - word == 1 || (at - word == 2 && (*word & 0x80) != 0) ||
	    strncmp(at + 1, " et al", 6) == 0)
		return true;
	/* "Philip H.S. Roe" */
	if (at - word > 2 && text_is_capital(at[-1]) && text_is_any(at[-2], ".-"))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (*word == *words[i] && (size_t)(at - word) == strlen(words[i]) &&
		    memcmp(word, words[i], strlen(words[i])) == 0)
			return true;
	/* "May. 28, 2024" */
	if (at - word == 3 && memcmp(word, "May", 3) == 0 && at[1] == ' ' &&
	    text_is_digit(at[2]))
		return true;
	return shortens_journal(word, (size_t)(at - word)) ||
	    is_in_chain(start, word, at) || is_in_journal(start, at);
}

/* "J. Am. Chem. Soc.": words of more than two letters with a full stop. */
bool
words_stop_ends_word(const char *text)
{
	size_t letters = 0;

	for (; *text != '\0'; text++) {
		if (*text == '.' && letters > 2)
			return true;
		letters = text_is_letter(*text) ? letters + 1 : 0;
	}
	return false;
}
