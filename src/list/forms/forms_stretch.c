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

enum { MOST_WORDS = 9, PLACES = 4096, MOST = PLACES / 2 };

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

	if (length < 8 || (*text >= 'A' && *text <= 'Z'))
		return NULL;
	return text_is_digit(text[length - 1]) && text[length - 5] == ' ' &&
		words_count(text) <= 4
	    ? words_date(arena, text, &start, &end)
	    : NULL;
}

/* "Patterns 1.9", "Journal of Things 65.20 :": the volume is no part of the name. */
static const char *
without_volume(struct arena *arena, const char *venue)
{
	size_t length = strlen(venue), name = length;

	while (name > 0 && text_is_any(venue[name - 1], "0123456789.:()- "))
		name--;
	return name > 2 && name < length && venue[name] == ' ' &&
		!(length - name == 5 && text_is_digit(venue[length - 1]))
	    ? arena_text_n(arena, venue, name)
	    : venue;
}

/* "arXiv preprint arXiv:2208.02019": the server alone. */
static const char *
server_of(struct arena *arena, const char *text)
{
	const char *at = text_find_nocase(text, "rxiv"), *start = at, *end = at + 4;

	while (start > text && start[-1] != ' ')
		start--;
	return *end == ' ' || *end == ':'
	    ? arena_text_n(arena, start, (size_t)(end - start))
	    : text;
}

/* "EMNLP-2019": one word and the year, nothing behind. */
static const char *
hyphened_venue(struct arena *arena, const char *text, const char **venue)
{
	const char *at = strchr(text, '-');

	if (at == NULL || strchr(text, ' ') != NULL || strlen(at) != 5 || at - text < 3 ||
	    *text < 'A' || *text > 'Z')
		return NULL;
	*venue = arena_text_n(arena, text, (size_t)(at - text));
	return words_name_place(*venue)
	    ? words_venue_and_date(arena, at + 1, &(const char *){ NULL })
	    : NULL;
}

/* "J. Am. Med. Inform. Assoc. 2023, 63": words cut short, no initials; the name, or
 * NULL. */
static const char *
abbreviated(struct arena *arena, const char *text)
{
	size_t length = strcspn(text, "0123456789"), cut = 0, words;
	const char *name;

	while (length > 0 && text_is_any(text[length - 1], " (,"))
		length--;
	for (size_t i = 2; i < length; i++)
		cut += text[i] == '.' && text[i - 1] >= 'a' && text[i - 1] <= 'z';
	if (cut == 0)
		return NULL;
	name = arena_text_n(arena, text, length);
	words = words_count(name);
	return words > 2 && cut * 2 >= words - 1 ? name : NULL;
}

/* Letters of Latin and of Chinese, Japanese or Korean script. */
static bool
is_mixed(const char *text)
{
	bool latin = false, other = false;

	for (; *text != '\0'; text++) {
		latin |= (*text | 32) >= 'a' && (*text | 32) <= 'z';
		other |= (unsigned char)*text >= 0xE3;
	}
	return latin && other;
}

static enum forms_role
role_of(struct arena *arena, struct stretch *one)
{
	struct forms_slot *slot = &one->slot;
	const char *text = slot->text;
	size_t start, end;

	slot->venue = abbreviated(arena, text);
	if (slot->venue != NULL) {
		slot->date = words_date(arena, text, &start, &end);
		return FORMS_VENUE;
	}
	slot->date = words_venue_and_date(arena, text, &slot->venue);
	if (slot->date == NULL)
		slot->date = hyphened_venue(arena, text, &slot->venue);
	if (slot->date == NULL)
		slot->date = wordy_date(arena, text);
	/* "关于 ACL 2019 中的NER" tells a story. */
	if (slot->venue != NULL && is_mixed(slot->venue)) {
		slot->venue = slot->date = NULL;
		return FORMS_OTHER;
	}
	if (slot->venue != NULL)
		slot->venue = without_volume(arena, slot->venue);
	if (slot->date != NULL)
		return slot->venue != NULL ? FORMS_VENUE : FORMS_DATE;
	/* "J. Roe" may be a person and may be a journal. */
	if ((words_are_full_names(text) && strncmp(text, "A ", 2) != 0) ||
	    (one->named > 0 && one->initials && slot->words > 2 &&
		(one->named > 1 || slot->words == 3) && strncmp(text, "A ", 2) != 0 &&
		!words_stop_ends_word(text)))
		return FORMS_PEOPLE;
	if (text_find_nocase(text, "universit") != NULL ||
	    text_starts_nocase(text, "institut"))
		return FORMS_INSTITUTE;
	if (words_name_place(text) || (slot->server && slot->words < 4)) {
		slot->venue = slot->server ? server_of(arena, text) : text;
		return FORMS_VENUE;
	}
	/* "eLife", "npj Things" */
	if (slot->words > MOST_WORDS ||
	    (*text >= 'a' && *text <= 'z' && !(text[1] >= 'A' && text[1] <= 'Z') &&
		strncmp(text, "npj ", 4) != 0) ||
	    strchr(text, ':') != NULL)
		return FORMS_OTHER;
	return FORMS_SHORT;
}

/* Numbers and signs; "[J]", "[C]": what kind a reference is. */
static bool
is_bare(const char *text)
{
	if (strlen(text) == 1 || (strlen(text) == 4 && strcmp(text + 1, "/OL") == 0))
		return true;
	for (; *text != '\0'; text++)
		if ((*text & 0x80) != 0 || ((*text | 32) >= 'a' && (*text | 32) <= 'z'))
			return false;
	return true;
}

bool
forms_stretch_slot(
    struct stretches *known, const char *bytes, size_t length, struct forms_slot *slot)
{
	struct stretch *one = find(known, bytes, length);
	struct forms_slot *read = &one->slot;

	if (*read->text == '\0' || text_equal_nocase(read->text, "in"))
		return false;
	if (!one->has_role) {
		read->words = words_count(read->text);
		read->server = text_find_nocase(read->text, "rxiv") != NULL;
		one->named = words_count_people(
		    read->text, strlen(read->text), &one->initials);
		read->role = role_of(known->arena, one);
		/* "Word Count and Image Search" */
		read->weak = read->role == FORMS_PEOPLE &&
		    strpbrk(read->text, ",;.") == NULL &&
		    strstr(read->text, "et al") == NULL;
		read->bare = is_bare(read->text);
		read->person = read->words > 1 && one->named > 0;
	}
	one->has_role = true;
	*slot = one->slot;
	return true;
}

static bool
are_people(const struct stretch *one)
{
	const char *text = one->slot.text, *last = strrchr(text, ',');

	last = last == NULL ? NULL : last + 1 + strspn(last + 1, " ");
	/* "Ann Roe, J. Things": the one is a person, the other is none. */
	return last != NULL && !words_name_place(last) &&
	    !(last[0] != '\0' && last[1] == '.' && text[1] != '.') &&
	    ((one->named > 1 && one->initials) || words_are_full_names(text)) &&
	    !words_stop_ends_word(text);
}

bool
forms_stretch_people(struct stretches *known, const char *bytes, size_t length)
{
	struct forms_slot slot;
	struct stretch *one;

	if (memchr(bytes, ',', length) == NULL ||
	    !forms_stretch_slot(known, bytes, length, &slot))
		return false;
	one = find(known, bytes, length);
	if (!one->has_people)
		one->people = are_people(one);
	one->has_people = true;
	return one->people;
}
