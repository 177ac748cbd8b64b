/* Digits of an item enter; whether they are a year, and one of the work, leaves. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

bool
words_is_year(const char *at)
{
	return (strncmp(at, "19", 2) == 0 || strncmp(at, "20", 2) == 0) &&
	    text_is_digit(at[2]) && text_is_digit(at[3]) && !text_is_digit(at[4]);
}

size_t
words_year_again(const char *at)
{
	size_t gap = *at == '-' || *at == '/' ? 1 : strncmp(at, "–", 3) == 0 ? 3 : 0;

	return gap > 0 && words_is_year(at + gap) ? gap + 4 : 0;
}

/* "2012-2016", "2028-2040": years that something took, or pages; "2023-2024" is a
 * winter. */
static bool
is_span(const char *year)
{
	size_t length = words_year_again(year + 4);

	return length > 0 &&
	    strtoul(year + length, NULL, 10) > strtoul(year, NULL, 10) + 1;
}

/* Part of a longer number: "1903.00919", "arXiv:1412.2007", "37(10):2028-2040",
 * "33410/1954", "1980s". */
static bool
is_in_number(const char *text, const char *year)
{
	const char *at = year - 1;
	size_t digits = 0;

	if (year[4] == 's' || (year[4] == '.' && text_span(year + 5, "0123456789") > 2) ||
	    (year - text >= 5 && strncasecmp(year - 5, "rxiv:", 5) == 0))
		return true;
	if (year - text < 2 || !text_is_any(*at, ".:/-"))
		return false;
	while (at - digits > text && text_is_digit(at[-1 - (ptrdiff_t)digits]))
		digits++;
	return *at == ':' ? digits > 0 || at[-1] == ')' : digits > 2;
}

bool
words_year_counts(const char *text, const char *year)
{
	return !is_in_number(text, year) && !is_span(year);
}

/* When an address was looked at, in front of the day at `date`. */
static const char *const seen[] = { "accessed", "accessed on", "retrieved", "visited",
	"consulté le", "consultée le", "consultado el", "consulta:", "zugriff am",
	"abgerufen am", "acesso em", "acesso em:", "дата обращения:", "dostęp" };

static bool
is_seen(const char *text, const char *date)
{
	for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
		size_t size = strlen(seen[i]);
		if ((size_t)(date - text) >= size &&
		    text_starts_nocase(date - size, seen[i]))
			return true;
	}
	return false;
}

size_t
words_before_seen(const char *text)
{
	for (const char *at = text; (at = strstr(at, ". ")) != NULL; at++)
		for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
			if (text_starts_nocase(at + 2, seen[i]))
				return (size_t)(at - text);
	return strlen(text);
}

bool
words_is_told(const char *text, const char *date)
{
	static const char *const words[] = { "since", "from", "between", "until", "till",
		"through", "before", "after", "during", "founded", "circa", "to", "and",
		"no", "n°", "nr.", "seit", "bis", "depuis", "desde", "hasta" };
	const char *word;
	size_t length;

	date = text + text_trimmed(text, (size_t)(date - text), " ");
	if (*date != ' ')
		return false;
	if (is_seen(text, date))
		return true;
	for (word = date; word > text && !text_is_any(word[-1], " (");)
		word--;
	if (word > text + 2 && strncasecmp(word - 3, "as of ", 6) == 0 &&
	    (word == text + 3 || text_is_any(word[-4], " (")))
		return true;
	length = (size_t)(date - word);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if ((*word | 0x20) == *words[i] &&
		    strncasecmp(word, words[i], length) == 0 && words[i][length] == '\0')
			return true;
	return false;
}

const char *
words_closing_year(struct arena *arena, char *title, bool has_date)
{
	size_t length = strlen(title);
	char *at;
	const char *year;

	length = text_trimmed(title, length, " .");
	if (length < 8 || !text_is_digit(title[length - 1]))
		return NULL;
	at = title + length - 4;
	if (!words_is_year(at) || (at[4] != '\0' && at[4] != '.' && at[4] != ' '))
		return NULL;
	/* "… . 2023." is a sentence of its own; "… corpus 2015" only counts
	 * where nothing else gives a date. */
	if (at[-1] != ' ' || (has_date && !text_is_any(at[-2], ".?!")))
		return NULL;
	year = arena_text_n(arena, at, 4);
	/* "CLEF Health 2015": of so few words it is the name's, too. */
	at[-1] = '\0';
	if (words_count(title) > 2 || text_is_any(at[-2], ".?!,;:"))
		*at = '\0';
	at[-1] = ' ';
	return year;
}

const char *
words_glued_year(struct arena *arena, const char *text)
{
	size_t capitals = text_span_in(text, TEXT_CAPITALS);
	const char *at = text + capitals;

	if (capitals < 3 || capitals > 8 || (*at != '1' && *at != '2') ||
	    !text_is_digit(at[1]) || at[2] != '\0')
		return NULL;
	return arena_printf(arena, "20%s", at);
}

const char *
words_short_year(struct arena *arena, const char *text, size_t *start)
{
	size_t length = strlen(text);
	const char *at = text + length - 2;

	if (length < 5 || !text_is_digit(at[0]) || !text_is_digit(at[1]))
		return NULL;
	if (at[-1] == '\'' || (at[-1] == ' ' && at[-2] == '\''))
		*start = length - (at[-1] == '\'' ? 3 : 4);
	else if (length > 6 && strncmp(at - 3, "\xE2\x80\x99", 3) == 0)
		*start = length - 5;
	else
		return NULL;
	return arena_printf(arena, "20%.2s", at);
}

const char *
words_bracket_year(struct arena *arena, const char *text, const char **venue)
{
	size_t letters = strspn(
		   text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-&"),
	       capitals = 0;
	const char *year = text + letters + (text[letters] == ' ');

	for (size_t i = 0; i < letters; i++)
		capitals += text_is_capital(text[i]);
	if (letters < 3 || letters > 12 || capitals < 2 || text[letters - 1] == '-' ||
	    !text_is_capital(*text) || *year < '0' || *year > '2' ||
	    !text_is_digit(year[1]) || year[2] != '\0' || strncmp(year, "05", 2) < 0)
		return NULL;
	*venue = arena_text_n(arena, text, letters);
	return arena_printf(arena, "20%s", year);
}
