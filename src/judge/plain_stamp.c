/*
 * A title as a list has it enters; it leaves without the dates and numbers that
 * were run into its end.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "judge/title.h"

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
