/*
 * A book as bibliographies have it enters; people, title and year leave.
 *
 *	Roe, Ann, et Bo Poe. Title. Series 549. Paris: Publisher, 2010.
 *	Roe, Ann; Poe, Bo (Hrsg.): Title. Subtitle, Heidelberg 2017
 *	Роу А., По Б. Title. М.: Publisher, 1972, 257 с.
 *
 * Who printed it, and where, is no venue.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

enum { LONGEST_PEOPLE = 300, LONGEST_REST = 40 };

/* "Roe A": does the last word have one letter? */
static bool
is_initial(const char *text, size_t length)
{
	const char *last = memrchr(text, ' ', length);
	size_t size = last == NULL ? 0 : (size_t)(text + length - last) - 1;

	return size == 1 || (size == 2 && (last[1] & 0x80) != 0);
}

/* People, and in a form that no other words have: with a comma, or initials. */
static bool
are_people(const char *text, size_t length)
{
	return length > 4 &&
	    (memchr(text, ',', length) != NULL || memchr(text, '.', length) != NULL ||
		is_initial(text, length)) &&
	    words_are_byline(text, length);
}

/* "Read, Mend, and Count": single words, the last behind "and". */
static bool
is_series(const char *text, size_t length)
{
	const char *last = memmem(text, length, ", and ", 6), *end = text + length;
	size_t words = 0;

	if (last == NULL || memchr(text, ';', length) != NULL)
		return false;
	for (const char *at = text; at < end; at++)
		words += *at == ' ' && at[-1] != ',';
	return words == 1;
}

/* "Conference on Boats", "PhD thesis, Univ. of Boats", "In Proc. of Boats"; no press. */
static bool
is_place(const char *text, size_t length)
{
	static const char *const presses[] = { " press", "verlag", "publish", " books",
		"éditions", "editorial" };

	for (size_t i = 0; i < sizeof presses / sizeof presses[0]; i++) {
		const char *press = text_find_nocase(text, presses[i]);

		if (press != NULL && press < text + length)
			return false;
	}
	text += text_span(text, " .");
	return text_starts_nocase(text, "in ") || text_starts_nocase(text, "phd ") ||
	    (memchr(text, ':', length) == NULL && words_hold_place(text, length));
}

/* Words up to a year as a publisher stands, "Paris: Seuil, ", or a town alone; and
 * nothing but pages behind it.  Where they begin; NULL: they are none. */
static const char *
imprint(const char *text, size_t start, const char *rest, bool town)
{
	const char *at = text + start, *first = NULL;
	size_t commas = 0;

	if (start < 4 || strlen(rest) > LONGEST_REST)
		return NULL;
	for (; at > text && commas < (town ? 1 : 3); at--) {
		if (at[-1] == '.' && *at == ' ' && !words_stop_shortens(text, at - 1))
			break;
		if (text_is_digit(at[-1]))
			return NULL;
		if (at[-1] == ',') {
			commas++;
			first = at - 1;
		}
	}
	/* "Title, М., Наука, 1990": no sentence of its own. */
	if (at == text || commas == 3)
		at = first;
	if (commas == 0 || text + start - at < 4)
		return NULL;
	return !is_place(at, (size_t)(text + start - at)) ? at : NULL;
}

/* ", ICML 2019": where papers come out. */
static bool
is_venue(struct arena *arena, const char *text)
{
	const char *venue;

	return words_venue_and_date(arena, text, &venue) != NULL && venue != NULL &&
	    (words_name_venue(arena, venue) ||
		(strchr(venue, ' ') == NULL && words_name_place(venue)));
}

/* "Repr. 1973. Paris: Seuil, 1991": the last counts; NULL: there is none. */
static const char *
last_date(struct arena *arena, const char *text, size_t *start, size_t *end)
{
	const char *date = NULL, *next;
	size_t from, to, at = 0;

	while ((next = words_date(arena, text + at, &from, &to)) != NULL) {
		date = next;
		*start = at + from;
		*end = at += to;
	}
	return date;
}

static bool
take(struct arena *arena, const char *people, size_t length, const char *title,
    const char *end, const char *date, struct entry *entry)
{
	end = title + text_trimmed(title, (size_t)(end - title), " .,");
	title = words_title_n(arena, title, (size_t)(end - title));
	if (words_count(title) < 2 || words_are_full_names(title))
		return false;
	entry->authors = words_people(
	    arena, text_squeeze(arena, arena_text_n(arena, people, length)));
	entry->title = title;
	entry->date = entry->date == NULL ? date : entry->date;
	entry->venue = entry->venue == NULL ? "" : entry->venue;
	return true;
}

bool
cite_book_read(struct arena *arena, const char *text, struct entry *entry)
{
	for (const char *at = text + 4;
	     at - text < LONGEST_PEOPLE && (at = strpbrk(at, ".:")) != NULL; at++) {
		size_t people = cite_people_length(text, (size_t)(at - text)), start,
		       stop;
		const char *title = at + 2, *printed, *date, *end;

		if (at[1] != ' ' || !are_people(text, people) || is_series(text, people))
			continue;
		/* "Roe, A. B. Title": the dot of an initial is none. */
		end = strpbrk(title, ".:");
		if (*at == '.' && end != NULL && is_initial(text, people) &&
		    words_are_byline(text, (size_t)(end - text)))
			continue;
		date = last_date(arena, title, &start, &stop);
		if (date == NULL)
			return false;
		printed = imprint(title, start, title + stop, *at == ':');
		if (printed == NULL || is_venue(arena, printed))
			return false;
		/* A series may stand between title and imprint. */
		end = strstr(title, ". ");
		while (end != NULL && end < printed &&
		    (end[-1] == '.' || words_stop_shortens(title, end)))
			end = strstr(end + 1, ". ");
		if (*at == ':' || end == NULL || end > printed)
			end = printed;
		return !is_place(end, (size_t)(printed - end)) &&
		    take(arena, text, people, title, end, date, entry);
	}
	return false;
}
