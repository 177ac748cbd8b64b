/* A title with what stands behind it in one text enters; the title leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* People, or a venue and a date: "Ann Author, Bo Poe", "Nature Things, 2021" */
static bool
is_credit(struct arena *arena, const char *text)
{
	const char *venue;

	return words_are_full_names(text) ||
	    (words_venue_and_date(arena, text, &venue) != NULL &&
		(venue == NULL || words_count(venue) <= 6));
}

static bool
is_in_brackets(struct arena *arena, const char *text)
{
	const char *venue;

	return strstr(text, "et al") != NULL ||
	    words_venue_and_date(arena, text, &venue) != NULL;
}

/* ", KDD'18", ", in Annual Review of Things 2014": to the end a venue that is
 * called like one, and its year. */
static bool
is_short_place(struct arena *arena, const char *text)
{
	const char *venue;
	size_t capitals = 0, length;
	bool in = strncmp(text, "in ", 3) == 0;

	if (strlen(text) > 90 || words_venue_and_date(arena, text, &venue) == NULL ||
	    venue == NULL)
		return false;
	length = strcspn(venue, " ");
	for (size_t i = 0; i < length; i++)
		capitals += venue[i] >= 'A' && venue[i] <= 'Z';
	return in || strstr(venue, "rXiv") != NULL || strstr(venue, "rxiv") != NULL ||
	    (capitals >= 3 && words_count(venue) <= 4) ||
	    (words_hold_place(venue, strlen(venue)) && strchr(venue, ',') == NULL);
}

/* "O. Levy et al.", "Q. Le and T. Mikolov": to the end, and shortened. */
static bool
is_byline_in_short(const char *text)
{
	bool initials;

	return words_count_people(text, strlen(text), &initials) > 0 && initials;
}

/* "Title (2017), A. Author", "Title. Ann Author, Bo Poe. ACL 2020": where what
 * is no title begins; NULL: it is all title. */
static char *
find_tail(struct arena *arena, char *title)
{
	int depth = 0;

	for (char *at = title; *at != '\0'; at++) {
		size_t length;
		depth += (*at == '(') - (*at == ')');
		if (at < title + 8)
			continue;
		if (at[0] == '(' && at[-1] != '(') {
			length = strcspn(at + 1, ")");
			if (at[1 + length] == ')' && at[2 + length] != '\0' &&
			    text_is_any(at[2 + length], ",.;:") &&
			    is_in_brackets(arena, arena_text_n(arena, at + 1, length)))
				return at;
		}
		if (depth > 0)
			continue;
		if (at[0] == ',' && at[1] == ' ' && is_byline_in_short(at + 2))
			return at;
		if (at[0] == ',' && at[1] == ' ' &&
		    is_short_place(
			arena, arena_text_n(arena, at + 2, strcspn(at + 2, "("))))
			return at;
		if (!text_is_any(at[0], ".?!") || at[1] != ' ' ||
		    words_stop_shortens(title, at))
			continue;
		for (length = 2; at[length] != '\0'; length++)
			if (at[length] == '.' && at[length + 1] == ' ' &&
			    !words_stop_shortens(at + 2, at + length))
				break;
		if (is_credit(arena, arena_text_n(arena, at + 2, length - 2)))
			return at + 1;
	}
	return NULL;
}

void
item_rest_cut(struct arena *arena, char *title, struct entry *entry)
{
	char *tail = find_tail(arena, title);

	if (tail == NULL ||
	    words_count(arena_text_n(arena, title, (size_t)(tail - title))) < 2)
		return;
	item_rest_read_text(arena, tail, entry);
	*tail = '\0';
}
