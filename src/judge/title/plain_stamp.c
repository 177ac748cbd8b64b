/*
 * A title as a list has it enters; it leaves without what stands in brackets around
 * it, and without the dates and numbers that were run into its end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/title/title.h"

/* "[IEEE 2009 11th Conference on Wards (7.2009)] Counting beds". */
static bool
is_conference(const struct words *words)
{
	static const char *const kinds[] = { "conference", "symposium", "proceedings",
		"congress", "workshop" };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (words->count > 3 && words_have(words, kinds[i]))
			return true;
	return false;
}

/* Nothing in the brackets but where it was shown, in which language … */
static bool
is_decoration(struct arena *arena, const char *text, unsigned *year)
{
	struct words words;
	bool known = false;

	words_read(arena, text, &words);
	if (is_conference(&words) || (words.count == 1 && strchr(text, '%') != NULL))
		return true;
	for (size_t i = 0; i < words.count; i++) {
		const char *word = words.v[i];
		size_t digits = strspn(word, "0123456789");

		if (digits == 4 && word[4] == '\0' &&
		    (strncmp(word, "19", 2) == 0 || strncmp(word, "20", 2) == 0))
			*year = (unsigned)strtoul(word, NULL, 10);
		else if (digits == 2 && word[2] == '\0' && i > 0)
			*year = 2000 + (unsigned)strtoul(word, NULL, 10);
		else if (!word_is_in(WORDS_DECORATION, word))
			return false;
		known = true;
	}
	return known;
}

/* "[Survey] T": what lists say before a title; "[Re] T" is another's. */
static bool
is_tag(struct arena *arena, const char *text)
{
	struct words words;

	words_read(arena, text, &words);
	return words.count == 1 && word_weight(words.v[0]) < 1.0;
}

/* "[NeurIPS 2023] T", "T (Oral)", "T [in German]"; and "[T]" is T. */
char *
plain_drop_brackets(struct arena *arena, char *text, struct title *title)
{
	for (int round = 0; round < 4; round++) {
		size_t length = strlen(text);
		char close = *text == '[' ? ']' : *text == '(' ? ')' : '\0';
		char *end = close == '\0' ? NULL : strchr(text, close);
		char *open;

		const char *inside = end == NULL
		    ? ""
		    : arena_text_n(arena, text + 1, (size_t)(end - text - 1));

		if (end != NULL && end[1] != '\0' &&
		    (is_decoration(arena, inside, &title->year) ||
			(end[1] == ' ' && is_tag(arena, inside)))) {
			text = end + 1 + strspn(end + 1, " :");
			continue;
		}
		while (length > 0 && strchr(" .", text[length - 1]) != NULL)
			length--;
		if (length < 3 || (text[length - 1] != ']' && text[length - 1] != ')'))
			break;
		open = text + length - 1;
		while (open > text && *open != '[' && *open != '(')
			open--;
		if (open == text && *open == '[') {
			text[length - 1] = '\0';
			text++;
		} else if (open > text &&
		    is_decoration(arena,
			arena_text_n(arena, open + 1, length - 2 - (size_t)(open - text)),
			&title->year)) {
			*open = '\0';
		} else {
			break;
		}
	}
	return text;
}

/* "2023-05", "2023.05.17", "arXiv:2305.00003v1": not words of a title. */
static bool
is_stamp(const char *word)
{
	size_t digits = strspn(word, "0123456789"), rest;
	unsigned parts = 0;

	if (text_starts_nocase(word, "arxiv:"))
		return word[6] >= '0' && word[6] <= '9';
	if (digits != 4 || (strncmp(word, "19", 2) != 0 && strncmp(word, "20", 2) != 0))
		return false;
	word += digits;
	for (; parts < 2 && *word != '\0'; parts++) {
		if (strchr("-./", *word) == NULL)
			return false;
		rest = strspn(++word, "0123456789");
		if (rest < 1 || rest > 2)
			return false;
		word += rest;
	}
	/* A year alone may tell one report from the next. */
	return *word == '\0' && parts > 0;
}

/* Lists run them into the title: "A title, 2023-05 arXiv:2305.00003". */
void
plain_drop_stamps(char *text)
{
	for (;;) {
		size_t length = strlen(text);
		char last[40], *word;

		while (length > 0 && strchr(" ,;.", text[length - 1]) != NULL)
			length--;
		word = memrchr(text, ' ', length);
		if (word == NULL || (size_t)(text + length - word) >= sizeof last)
			return;
		snprintf(
		    last, sizeof last, "%.*s", (int)(text + length - word - 1), word + 1);
		if (!is_stamp(last))
			return;
		*word = '\0';
	}
}
