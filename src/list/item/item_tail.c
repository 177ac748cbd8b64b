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

	return (words_are_full_names(text) && !words_hold_thing(text, strlen(text))) ||
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
		capitals += text_is_capital(venue[i]);
	return in || strstr(venue, "rXiv") != NULL || strstr(venue, "rxiv") != NULL ||
	    (capitals >= 3 && words_count(venue) <= 4) ||
	    (capitals == 2 && venue[length] == '\0') ||
	    (words_hold_place(venue, strlen(venue)) && strchr(venue, ',') == NULL);
}

/* "O. Levy et al.", "Q. Le and T. Mikolov": to the end, and shortened. */
static bool
is_byline_in_short(const char *text)
{
	bool initials;

	/* "…, RL, and LLM Agents", "…, A Report" */
	return words_count_people(text, strlen(text), &initials) > 0 && initials &&
	    (strchr(text, '.') != NULL || strstr(text, "et al") != NULL);
}

/* A dash between blanks at `at`: how long it is; 0: there is none. */
static size_t
dash_length(const char *at)
{
	static const char *const dashes[] = { " — ", " – ", " - " };
	size_t length = 0;

	for (size_t i = 0; i < 3 && length == 0; i++)
		length = text_begins(at, dashes[i]);
	return length;
}

/* "Title — Roe et al. (Nature, 2019)", "Title - Roe, Poe & Moe (2021)": people from the
 * dash at `at` to a bracket that says when. */
static bool
is_byline_behind(struct arena *arena, const char *at)
{
	size_t size = dash_length(at), length;
	const char *open, *venue;
	bool initials;

	at += size;
	open = strchr(at, '(');
	if (size == 0 || open == NULL || open == at)
		return false;
	length = (size_t)(open - at) - 1;
	return words_count_people(at, length, &initials) > 0 &&
	    (initials || memchr(at, '&', length) != NULL ||
		memmem(at, length, " and ", 5) != NULL) &&
	    words_venue_and_date(arena,
		arena_text_n(arena, open + 1, strcspn(open + 1, ")")), &venue) != NULL;
}

/* "Title (2017), A. Author", "Title. Ann Author, Bo Poe. ACL 2020": where what
 * is no title begins; NULL: it is all title. */
static char *
find_tail(struct arena *arena, char *title)
{
	int depth = 0;

	for (char *at = title; *at != '\0'; at++) {
		size_t length;
		if (!text_is_any(*at, " (),.?!"))
			continue;
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
		if ((at[0] == ',' && at[1] == ' ' && is_byline_in_short(at + 2)) ||
		    (at[0] == ' ' && is_byline_behind(arena, at)))
			return at;
		/* "Title - ICLR 2017" */
		length = at[0] == ' ' ? dash_length(at) : 0;
		if (length > 0 && words_count(at + length) <= 3 &&
		    is_short_place(arena, at + length))
			return at;
		if (at[0] == ',' && at[1] == ' ' &&
		    is_short_place(
			arena, arena_text_n(arena, at + 2, strcspn(at + 2, "("))))
			return at;
		/* "Roe et al. (Things, 2019)" */
		if (!text_is_any(at[0], ".?!") || at[1] != ' ' ||
		    words_stop_shortens(title, at) ||
		    (at[2] == '(' && strncmp(at - 5, "et al", 5) == 0))
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
	/* People, surely, from behind a dash. */
	if (dash_length(tail) > 0 && entry->authors == NULL && strchr(tail, '(') != NULL)
		entry->authors = text_squeeze(arena,
		    arena_text_n(arena, tail + dash_length(tail),
			strcspn(tail, "(") - dash_length(tail)));
	item_rest_read_text(arena, tail, entry);
	*tail = '\0';
}
