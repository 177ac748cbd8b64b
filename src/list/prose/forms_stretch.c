/* A stretch of an item's words enters; what it is leaves.  The same stretch is seen by
 * one parting after the other, and again in the next item: it is read once. */
#include "list/prose/forms.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "list/prose/inside.h"

enum { MOST_WORDS = 9, PLACES = 4096, MOST = PLACES / 2 };

/* A stretch that was read; its bytes are those of the item where it was met first. */
struct stretch {
	const char *bytes;
	size_t length;
	struct forms_slot slot;
	bool has_role, has_people, people; /* were asked for; the answer */
};

struct stretches {
	struct arena *arena;
	struct stretch **places; /* PLACES of them, by what they hold */
	size_t count;
};

struct stretches *
forms_stretches_new(void)
{
	struct stretches *known = calloc(1, sizeof *known);

	if (known == NULL)
		log_fatal(71, "out of memory (stretches)");
	known->arena = arena_new();
	return known;
}

void
forms_stretches_free(struct stretches *known)
{
	arena_free(known->arena);
	free(known);
}

void
forms_stretches_rest(struct stretches *known)
{
	if (known->count < MOST)
		return;
	arena_reset(known->arena);
	known->places = NULL;
	known->count = 0;
}

/* Its length and both its ends: stretches that have these in common are rare. */
static size_t
place_of(const char *bytes, size_t length)
{
	uint64_t first = 0, last = 0;
	size_t size = length < sizeof first ? length : sizeof first;

	memcpy(&first, bytes, size);
	memcpy(&last, bytes + length - size, size);
	first = (first ^ length) * 0x9E3779B97F4A7C15u;
	first = (first ^ first >> 32 ^ last) * 0x9E3779B97F4A7C15u;
	return (size_t)(first >> 40) % PLACES;
}

static struct stretch *
find(struct stretches *known, const char *bytes, size_t length)
{
	size_t at = place_of(bytes, length);
	struct stretch *one;

	if (known->places == NULL)
		known->places = arena_alloc(
		    known->arena, PLACES * sizeof(struct stretch *));
	for (; (one = known->places[at]) != NULL; at = (at + 1) % PLACES)
		if (one->length == length && memcmp(one->bytes, bytes, length) == 0)
			return one;
	one = arena_alloc(known->arena, sizeof *one);
	*one = (struct stretch){ .bytes = bytes, .length = length };
	one->slot.text = words_title(
	    known->arena, arena_text_n(known->arena, bytes, length));
	known->count++;
	return known->places[at] = one;
}

/* "diciembre de 2022", "mayo 2023": few words that end in a year, and no name
 * with a capital among them. */
static const char *
wordy_date(struct arena *arena, const char *text)
{
	size_t length = strlen(text), start, end;

	if (length < 8 || words_count(text) > 4 || (*text >= 'A' && *text <= 'Z'))
		return NULL;
	return text_is_digit(text[length - 1]) && text[length - 5] == ' '
	    ? words_date(arena, text, &start, &end)
	    : NULL;
}

/* "Patterns 1.9", "Cell 187.3": the volume is no part of the name. */
static const char *
without_volume(struct arena *arena, const char *venue)
{
	const char *last = strrchr(venue, ' ');

	return last != NULL && last[1] != '\0' &&
		strspn(last + 1, "0123456789.:()-") == strlen(last + 1) &&
		strlen(last + 1) != 4
	    ? arena_text_n(arena, venue, (size_t)(last - venue))
	    : venue;
}

static enum forms_role
role_of(struct arena *arena, struct forms_slot *slot)
{
	const char *text = slot->text;
	size_t length = strlen(text), people;
	bool initials;

	slot->date = words_venue_and_date(arena, text, &slot->venue);
	if (slot->date == NULL)
		slot->date = wordy_date(arena, text);
	if (slot->venue != NULL)
		slot->venue = without_volume(arena, slot->venue);
	if (slot->date != NULL)
		return slot->venue != NULL ? FORMS_VENUE : FORMS_DATE;
	people = words_count_people(text, length, &initials);
	/* "J. Roe" may be a person and may be a journal. */
	if (words_are_full_names(text) ||
	    (people > 0 && initials && words_count(text) > 2 &&
		!item_stop_ends_word(text)))
		return FORMS_PEOPLE;
	if (text_find_nocase(text, "universit") != NULL ||
	    text_starts_nocase(text, "institut"))
		return FORMS_INSTITUTE;
	if (words_name_place(text) ||
	    (text_find_nocase(text, "rxiv") != NULL && words_count(text) < 4)) {
		slot->venue = text;
		return FORMS_VENUE;
	}
	/* "eLife", "npj Things" */
	if (words_count(text) > MOST_WORDS ||
	    (*text >= 'a' && *text <= 'z' && !(text[1] >= 'A' && text[1] <= 'Z') &&
		strncmp(text, "npj ", 4) != 0) ||
	    strchr(text, ':') != NULL)
		return FORMS_OTHER;
	return FORMS_SHORT;
}

bool
forms_stretch_slot(
    struct stretches *known, const char *bytes, size_t length, struct forms_slot *slot)
{
	struct stretch *one = find(known, bytes, length);

	if (*one->slot.text == '\0' || text_equal_nocase(one->slot.text, "in"))
		return false;
	if (!one->has_role)
		one->slot.role = role_of(known->arena, &one->slot);
	one->has_role = true;
	*slot = one->slot;
	return true;
}

static bool
are_people(const char *text)
{
	const char *last;
	bool initials;
	size_t people = words_count_people(text, strlen(text), &initials);

	last = strrchr(text, ',');
	last = last == NULL ? NULL : last + 1 + strspn(last + 1, " ");
	/* "Ann Roe, J. Things": the one is a person, the other is none. */
	return last != NULL && !words_name_place(last) &&
	    !(last[0] != '\0' && last[1] == '.' && text[1] != '.' &&
		strchr(text, '.') == last + 1) &&
	    ((people > 1 && initials) || words_are_full_names(text)) &&
	    !item_stop_ends_word(text);
}

bool
forms_stretch_people(struct stretches *known, const char *bytes, size_t length)
{
	struct stretch *one;

	if (memchr(bytes, ',', length) == NULL)
		return false;
	one = find(known, bytes, length);
	if (!one->has_people)
		one->people = are_people(one->slot.text);
	one->has_people = true;
	return one->people;
}
