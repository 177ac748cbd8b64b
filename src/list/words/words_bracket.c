/* Words in brackets enter; the people, the venue and the date in them leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

bool
words_take_people(struct arena *arena, const char *text, struct entry *entry)
{
	size_t start = strlen(text), end;
	const char *date = words_date(arena, text, &start, &end), *venue;
	const char *al = strstr(text, "et al");
	char *people;

	/* "Roe et al., CHIL, PMLR 2022" */
	if (al != NULL && al + 6 < text + start) {
		const char *rest = al + 5 + text_span(al + 5, "., ");
		if (words_venue_and_date(arena, rest, &venue) != NULL && venue != NULL &&
		    entry->venue == NULL)
			entry->venue = venue;
		start = (size_t)(al + 5 - text) + (al[5] == '.');
	}
	people = text_trim(arena_text_n(arena, text, start), ",;( ");
	if ((strstr(people, "et al") == NULL && date == NULL) ||
	    (!words_are_authors(people) &&
		(strchr(text, ',') == NULL || !words_are_family(people))))
		return false;
	if (entry->authors == NULL)
		entry->authors = people;
	if (entry->date == NULL)
		entry->date = date;
	return true;
}

void
words_closing_bracket(struct arena *arena, char *title, struct entry *entry)
{
	size_t length = strlen(title);
	const char *venue, *date;
	char *open, *inside;

	if (length < 8 || !text_is_any(title[length - 1], ")]"))
		return;
	open = strrchr(title, title[length - 1] == ')' ? '(' : '[');
	if (open == NULL || open < title + 4 || strlen(open) > 120)
		return;
	inside = arena_text_n(arena, open + 1, strlen(open) - 2);
	if (strlen(inside) > 60 && !words_hold_place(inside, strlen(inside)))
		return;
	/* "Roe et al. (Things, 2019)" has its people in front. */
	if (!words_hold_place(inside, strlen(inside)) &&
	    memmem(title, (size_t)(open - title), " et al", 6) == NULL &&
	    !words_are_family(
		text_trim(arena_text_n(arena, title, (size_t)(open - title)), " ")) &&
	    words_take_people(arena, inside, entry)) {
		*open = '\0';
		return;
	}
	date = words_venue_and_date(arena, inside, &venue);
	if (date == NULL)
		return;
	if (entry->date == NULL)
		entry->date = date;
	if (entry->venue == NULL)
		entry->venue = venue;
	*open = '\0';
}
