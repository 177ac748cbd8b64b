/*
 * A title that bars part into slots enters ("2021 | ICML | Title", "Title | Ann
 * Roe, Bo Poe | ICML 2021"); the title leaves, what the others say is kept.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

enum { MOST_SLOTS = 6 };

/* A date, a venue, people: into the entry; false: it is something else. */
static bool
take_slot(struct arena *arena, const char *slot, struct entry *entry)
{
	const char *venue, *date = words_venue_and_date(arena, slot, &venue);

	if (date != NULL && (venue == NULL || words_count(venue) <= 4)) {
		entry->date = entry->date == NULL ? date : entry->date;
		entry->venue = entry->venue == NULL ? venue : entry->venue;
		return true;
	}
	if (strstr(slot, "et al") != NULL && words_count(slot) <= TITLE_WORDS + 2 &&
	    words_take_people(arena, slot, entry))
		return true;
	if (words_are_full_names(slot) || words_are_people_in_full(slot, strlen(slot)) ||
	    (strstr(slot, "et al") != NULL && words_are_authors(slot))) {
		entry->authors = entry->authors == NULL ? slot : entry->authors;
		return true;
	}
	if (text_find_nocase(slot, "universit") != NULL ||
	    text_starts_nocase(slot, "institut")) {
		entry->institute = entry->institute == NULL ? slot : entry->institute;
		return true;
	}
	if (words_name_place(slot) && words_count(slot) <= 4) {
		entry->venue = entry->venue == NULL ? slot : entry->venue;
		return true;
	}
	return false;
}

static bool
has_small(const char *text)
{
	return strpbrk(text, "abcdefghijklmnopqrstuvwxyz") != NULL;
}

/* "ROOT-2", "MedNet": one word, capitals in it. */
static bool
is_acronym(const char *text)
{
	size_t capitals = 0;

	for (const char *at = text; *at != '\0' && *at != ' '; at++)
		capitals += text_is_capital(*at);
	return capitals > 1 && strchr(text, ' ') == NULL;
}

/* "MNBVC 2023-1 | All | EN & ZH": tags behind a name, and its date. */
static char *
in_front_of_tags(
    struct arena *arena, char **slots, size_t count, char *title, struct entry *entry)
{
	size_t start, end;
	const char *date = words_date(arena, slots[0], &start, &end);
	bool dated = date != NULL && start > 2 && slots[0][end] == '\0';

	if (count < (dated ? 2 : 3))
		return title;
	for (size_t i = 1; i < count; i++)
		if (strchr(slots[i], ':') != NULL || text_is_small(*slots[i]))
			return title;
	if (!dated)
		return slots[0];
	entry->date = entry->date == NULL ? date : entry->date;
	slots[0][start] = '\0';
	return words_title(arena, slots[0]);
}

/* Several slots have no role: tags, or "Treelab | How Trees Share Their Water | …". */
static char *
among_open(
    struct arena *arena, char **slots, size_t count, char *title, struct entry *entry)
{
	size_t longest = 0;

	for (size_t i = 1; i < count; i++)
		if (words_count(slots[i]) > words_count(slots[longest]))
			longest = i;
	if (longest == 0 || words_count(slots[longest]) < TITLE_WORDS ||
	    !has_small(slots[longest]))
		return in_front_of_tags(arena, slots, count, title, entry);
	if (count < 3 ? !is_acronym(slots[0]) : words_count(slots[0]) > 2)
		return title;
	if (!text_is_digit(*slots[0]))
		entry->name = text_trim(slots[0], "[]");
	for (size_t i = 1; i < count; i++)
		if (i != longest && *slots[i] != '\0')
			take_slot(arena, slots[i], entry);
	return slots[longest];
}

char *
item_slots_read(struct arena *arena, char *title, struct entry *entry)
{
	char *slots[MOST_SLOTS];
	size_t count = 0, open = 0, which = 0;
	struct entry said = *entry;

	if (strstr(title, " | ") == NULL && strstr(title, "\t|") == NULL)
		return title;
	for (const char *at = title; at != NULL && count < MOST_SLOTS;) {
		const char *bar = strchr(at, '|');
		size_t length = bar == NULL ? strlen(at) : (size_t)(bar - at);
		slots[count++] = words_title(
		    arena, text_trim(arena_text_n(arena, at, length), "[]"));
		at = bar == NULL ? NULL : bar + 1;
	}
	for (size_t i = 0; i < count; i++)
		if (*slots[i] != '\0' && !take_slot(arena, slots[i], &said)) {
			which = i;
			open++;
		}
	/* "RootQA 2019-9 | EN": the tag has no role. */
	if (open != 1 || words_count(slots[which]) < 2)
		return among_open(arena, slots, count, title, entry);
	*entry = said;
	return slots[which];
}
