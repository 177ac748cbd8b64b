/* A title enters as it was cut out; what is no part of it leaves its ends. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* How far from the end the sign in front of a pointer stands at the most. */
enum { NEAR = 24 };

/* "… Title [": the bracket that opened around a label. */
static void
drop_open_bracket(char *title)
{
	size_t length = strlen(title);

	for (;;) {
		if (length > 0 && text_is_any(title[length - 1], "[( |,-"))
			title[--length] = '\0';
		else if (length > 3 &&
		    (strcmp(title + length - 3, "（") == 0 ||
			strcmp(title + length - 3, "【") == 0))
			title[length -= 3] = '\0';
		else
			break;
	}
	/* "Title, in": the venue stood behind it. */
	if (length > 4 && strcmp(title + length - 4, ", in") == 0)
		title[length -= 4] = '\0';
	if (length > 0 && title[length - 1] == '.')
		title[--length] = '\0';
}

/* "Roe et al. Title of Things", "A. Roe et al., Title": people in front. */
char *
item_ends_past_people(struct arena *arena, char *title, struct entry *entry)
{
	const char *al = strstr(title, "et al"), *rest;
	size_t length;

	if (al == NULL || al == title || al - title > 80)
		return title;
	rest = al + 5 + text_span(al + 5, ".,:; ");
	length = (size_t)(al - title) + 5;
	if (words_count(rest) < 3 || !words_are_byline(title, length))
		return title;
	if (entry->authors == NULL)
		entry->authors = arena_text_n(arena, title, length);
	return arena_text(arena, rest);
}

/* "Title of things. See", "… Available at": what led to a bare address. */
static void
drop_pointer(char *title)
{
	static const char *const words[] = { "see", "see also", "available at",
		"available from", "link", "url", "paper", "pdf", "code", "doi", "arxiv",
		"preprint", "source", "website", "at", "from", "access", "read at",
		"链接", "论文", "地址", "见" };
	size_t length = strlen(title), sign;

	while (length > 0 && strchr(" :：", title[length - 1]) != NULL)
		title[--length] = '\0';
	for (sign = length; sign > 0 && !text_is_any(title[sign - 1], ".,;(-|:");)
		if (length - --sign == NEAR)
			return;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t size = strlen(words[i]), end = length - size;
		if (length < size + 4 || ((title[end] ^ *words[i]) & ~0x20) != 0 ||
		    !text_equal_nocase(title + end, words[i]))
			continue;
		end = text_trimmed(title, end, " ");
		if (end > 0 && text_is_any(title[end - 1], ".,;(-|:")) {
			title[end] = '\0';
			return;
		}
	}
}

/* "Twigwatch (counts twigs on camera)": a remark behind a few words. */
static void
drop_remark(struct arena *arena, char *title)
{
	size_t length = strlen(title), start, end;
	char *open = strstr(title, " ("), *word;

	if (open == NULL || title[length - 1] != ')' ||
	    strpbrk(open + 2, "()") != title + length - 1)
		return;
	word = open + 2 + strspn(open + 2, "abcdefghijklmnopqrstuvwxyz");
	if (word < open + 4 || text_is_capital(*word) ||
	    words_date(arena, open + 2, &start, &end) != NULL)
		return;
	*open = '\0';
	if (words_count(title) > LONGEST_NAME_WORDS)
		*open = ' ';
}

/* "Title, ICML 2017, (paper), (slides)": labels that lead nowhere. */
static void
drop_labels(char *title)
{
	char *open;

	while ((open = strrchr(title, '(')) != NULL && open > title + NEAR &&
	    strncmp(open - 2, ", ", 2) == 0 &&
	    strcmp(open + 1 + text_span(open + 1, "abcdefghijklmnopqrstuvwxyz"), ")") ==
		0)
		open[-2] = '\0';
}

void
item_ends_drop(struct arena *arena, char *title, bool remarked)
{
	title[words_before_seen(title)] = '\0';
	drop_open_bracket(title);
	drop_pointer(title);
	drop_open_bracket(title);
	drop_labels(title);
	if (remarked)
		drop_remark(arena, title);
}
