/* A stretch of an item's words enters; what it is leaves.  The same stretch is seen by
 * one parting after the other, and again in the next item: it is read once. */
#include "list/forms/forms.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "list/words/words.h"

enum { PLACES = 4096, MOST = PLACES / 2 };

/* A stretch that was read; its bytes are those of the item where it was met first. */
struct stretch {
	const char *bytes;
	size_t length;
	struct forms_slot slot;
	size_t named; /* people in it */
	bool initials;
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
	known->arena = arena_new_in_memory();
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

/* Stretches that have length and both ends in common are rare. */
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
	one->slot.text = words_title_n(known->arena, bytes, length);
	known->count++;
	return known->places[at] = one;
}

bool
forms_stretch_slot(
    struct stretches *known, const char *bytes, size_t length, struct forms_slot *slot)
{
	struct stretch *one = find(known, bytes, length);

	if (*one->slot.text == '\0' || text_equal_nocase(one->slot.text, "in"))
		return false;
	if (!one->has_role)
		forms_slot_read(known->arena, &one->slot);
	one->has_role = true;
	*slot = one->slot;
	return true;
}

bool
forms_stretch_venue(struct stretches *known, const char *bytes, size_t length)
{
	struct forms_slot slot;

	return forms_stretch_slot(known, bytes, length, &slot) &&
	    slot.known == FORMS_NAMED;
}

/* The last of people that commas or semicolons part; NULL: there is one. */
static const char *
last_of(const char *text)
{
	const char *comma = strrchr(text, ','), *other = strrchr(text, ';');

	if (comma == NULL || (other != NULL && other > comma))
		comma = other;
	return comma == NULL ? NULL : comma + 1 + text_span(comma + 1, " ");
}

/* "ICML" */
static bool
is_capital(const char *text)
{
	size_t length = text_span_in(text, TEXT_CAPITALS);

	return length > 2 && text[length] == '\0';
}

/* "Roe, Ann; Poe, Bo": as many commas as people. */
static bool
are_parted(const char *text)
{
	size_t commas = 0, parts = 1;

	for (; *text != '\0'; text++) {
		commas += *text == ',';
		parts += *text == ';';
	}
	return commas == parts || commas == 0 || parts == 1;
}

/* "Roe, Ann; Poe, Bo; Moe, Cid" */
static bool
are_families_first(const char *text)
{
	const char *parted = strchr(text, ';');

	return parted != NULL && strchr(parted + 1, ';') != NULL &&
	    strchr(text, ',') != NULL && strchr(text, ',') < parted && are_parted(text);
}

/* "Ann Roe, Bo Poe, Cell", "Ann Roe, J. Things": the last one is no person. */
static bool
ends_in_venue(struct arena *arena, const char *text)
{
	const char *last = last_of(text);

	return last != NULL &&
	    (is_capital(last) || words_hold_place(last, strlen(last)) ||
		words_name_venue(arena, last) ||
		(last[0] == 'J' && last[1] == '.' && text[1] != '.' &&
		    strpbrk(last, "abcdefghijklmnopqrstuvwxyz") != NULL));
}

static bool
are_people(struct arena *arena, const struct forms_slot *slot)
{
	const char *text = slot->text;
	bool initials = slot->initials;
	size_t people = slot->named;

	/* "How They Turn; Cid Twig, Dan Bark" */
	if (!initials && !are_parted(text))
		return false;
	return last_of(text) != NULL && !ends_in_venue(arena, text) &&
	    /* "Roe, A." */
	    ((people > 0 && initials && (people > 1 || strlen(last_of(text)) < 5)) ||
		words_are_full_names(text) || (people > 4 && are_families_first(text))) &&
	    !words_stop_ends_word(text);
}

/* "Roe, Ann, Bo Poe, and Cid Moe": the first one's family stands first. */
bool
forms_stretch_byline(struct stretches *known, const char *bytes, size_t length)
{
	const char *text = find(known, bytes, length)->slot.text;

	return words_are_byline(text, strlen(text)) &&
	    (strstr(text, " & ") != NULL || strstr(text, " and ") != NULL) &&
	    !ends_in_venue(known->arena, text);
}

bool
forms_stretch_people(struct stretches *known, const char *bytes, size_t length)
{
	struct forms_slot slot;
	struct stretch *one;

	if (memchr(bytes, ',', length) == NULL && memchr(bytes, ';', length) == NULL)
		return false;
	if (!forms_stretch_slot(known, bytes, length, &slot))
		return false;
	one = find(known, bytes, length);
	if (!one->has_people)
		one->people = are_people(known->arena, &one->slot);
	one->has_people = true;
	return one->people;
}
