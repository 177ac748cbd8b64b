/* A few words enter; whether they only count or sort leaves: numbers, pages, "oral". */
#include "list/forms/forms.h"

#include <string.h>

#include "base/text.h"

/* How a paper was taken. */
static bool
is_praise(const char *text)
{
	static const char *const words[] = { "oral", "spotlight", "highlight", "poster",
		"best paper", "award", "preprint", "long", "short", "accepted" };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if ((*text | 0x20) == *words[i] && text_equal_nocase(text, words[i]))
			return true;
	return false;
}

/* "vol. 3", "pages 12–25", "no. 4": what a number counts. */
static const char *
past_counted(const char *text)
{
	static const char *const words[] = { "pages", "page", "pp", "p", "volume", "vol",
		"number", "no", "issue", "article", "art", "chapter", "ch", "id", "pmlr",
		"lncs" };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		const char *next;
		if ((*text | 0x20) != *words[i] || !text_starts_nocase(text, words[i]))
			continue;
		next = text + strlen(words[i]);
		if (text_is_any(*next, ". ") || text_is_digit(*next))
			return next;
	}
	return text;
}

/* Numbers and signs, pages; "[J]", "[C]": what kind a reference is. */
bool
forms_is_bare(const char *text)
{
	const char *second = text;

	if (strlen(text) == 1 || (strlen(text) == 4 && strcmp(text + 1, "/OL") == 0))
		return true;
	if (is_praise(text))
		return true;
	/* "cs.CL": what arXiv sorts it under. */
	if (text_is_small(*text) && strchr(text, '.') != NULL &&
	    strlen(text + strspn(text, "abcdefghijklmnopqrstuvwxyz-")) == 3)
		return true;
	/* Of two words one counts nothing. */
	while (text_is_letter(*second))
		second++;
	while (*second > 0 && !text_is_letter(*second))
		second++;
	if (second != text && text_is_letter(*text) && text_is_letter(*second))
		return false;
	text = past_counted(text);
	while (*text != '\0') {
		unsigned c = text_next_code_point(&text);
		/* "1–10" */
		if ((c >= 0x80 && (c < 0x2010 || c > 0x2015)) ||
		    ((c | 32) >= 'a' && (c | 32) <= 'z'))
			return false;
	}
	return true;
}
