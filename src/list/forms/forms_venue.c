/* Atoms of an item enter; those that are the name of one venue together leave as one. */
#include <string.h>

#include "base/text.h"
#include "list/forms/forms.h"
#include "list/words/words.h"

/* Parts of a name, words of a part. */
enum { MOST_PARTS = 6, PART_WORDS = 5 };

/* "Int. Conf. on Machines (ICM), 2019": the bracket belongs to the name in front. */
static bool
is_acronym_of(const struct forms_atom *name, const struct forms_atom *bracket)
{
	return name->slot.role == FORMS_VENUE && name->slot.known >= FORMS_CALLED &&
	    name->slot.date == NULL && name->words > 2 && bracket->bracket &&
	    bracket->before == GAP_BRACKET && bracket->words == 1 &&
	    bracket->slot.role == FORMS_VENUE && bracket->slot.date == NULL &&
	    bracket->slot.known >= FORMS_CAPITALS && bracket->style == name->style;
}

/* "(ICM)" behind the name it shortens. */
static size_t
join_acronyms(struct stretches *known, const struct told *told, struct forms_atom *atoms,
    size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct forms_atom *name = &atoms[kept - (kept > 0)];
		struct forms_slot slot;
		if (kept == 0 || !is_acronym_of(name, &atoms[i]) ||
		    told->text[atoms[i].end] != ')' ||
		    !forms_stretch_slot(known, told->text + name->from,
			atoms[i].end + 1 - name->from, &slot)) {
			atoms[kept++] = atoms[i];
			continue;
		}
		name->slot.venue = name->slot.text = slot.text;
		name->end = atoms[i].end + 1;
	}
	return kept;
}

/* "Speech", "Man": may it be a part of "Systems, Man, and Cybernetics"? */
static bool
may_be_part(const struct forms_atom *atom, const struct forms_atom *first)
{
	const enum forms_role role = atom->slot.role;

	return atom->before == GAP_COMMA && atom->style == first->style &&
	    atom->bracket == first->bracket && atom->slot.date == NULL &&
	    !atom->slot.bare && !atom->slot.initials && atom->words <= PART_WORDS &&
	    (role == FORMS_VENUE || role >= FORMS_SHORT || atom->slot.weak);
}

/* "and Cybernetics", "Speech and Signal Processing": where the words behind the last "and"
 * begin; NULL: there is none. */
static const char *
past_and(const char *text)
{
	static const char *const signs[] = { "and ", "& ", "und " };
	const char *behind = NULL;

	for (size_t i = 0; i < sizeof signs / sizeof signs[0] && behind == NULL; i++)
		if (text_begins(text, signs[i]) > 0)
			behind = text + strlen(signs[i]);
	for (const char *at = text; (at = strchr(at, ' ')) != NULL; at++) {
		size_t length = strncmp(at, " & ", 3) == 0 ? 3 : text_and_length(at);
		if (length > 0)
			behind = at + length;
	}
	return behind;
}

/* Is there a bracket on both sides of what stands from one place to the other? */
static bool
is_bracketed(const char *text, size_t start, size_t end)
{
	return start > 0 && text_is_any(text[start - 1], "[(") &&
	    text_is_any(text[end], "])");
}

static bool
is_behind_colon(const char *text, size_t at)
{
	at = text_trimmed(text, at, " ");
	return at > 0 && text[at - 1] == ':';
}

/* How many atoms from the first on name one thing: "Audio, Speech, and Music Processing".
 * "Roe, Poe and Moe" are families; what no word says to be a venue stands in a bracket or
 * in front of a date. */
static size_t
series_length(const struct told *told, const struct forms_atom *first, size_t count)
{
	const struct forms_slot *slot = &first->slot;
	size_t last = 0;
	const char *behind = NULL;
	bool called, thing = false, sure;

	if ((slot->role != FORMS_VENUE && slot->role != FORMS_SHORT) || slot->bare ||
	    slot->initials)
		return 1;
	while (behind == NULL) {
		const struct forms_atom *part = &first[++last];
		if (last >= count || last >= MOST_PARTS || !may_be_part(part, first))
			return 1;
		behind = past_and(part->slot.text);
		thing |= behind == NULL && part->words > 1;
	}
	if (!text_is_capital(*behind) || !words_are_capitalised(slot->text) ||
	    !words_are_capitalised(behind))
		return 1;
	called = slot->role == FORMS_VENUE && slot->known >= FORMS_CALLED &&
	    (slot->date != NULL || first->style != ' ' || words_are_called(slot->text));
	sure = is_bracketed(told->text, first->start, first[last].end);
	thing |= called || sure || strchr(behind, ' ') != NULL ||
	    words_hold_thing(told->text + first->start, first[last].end - first->start);
	sure |= called ||
	    (!is_behind_colon(told->text, first->start) && last + 1 < count &&
		first[last + 1].slot.role == FORMS_DATE);
	return thing && sure ? last + 1 : 1;
}

/* Names of venues that their own commas have cut. */
static size_t
join_series(struct stretches *known, const struct told *told, struct forms_atom *atoms,
    size_t count)
{
	size_t kept = 0;

	for (size_t i = 0, length; i < count; i += length) {
		struct forms_atom *atom = &atoms[kept++];
		struct forms_slot slot;
		length = series_length(told, &atoms[i], count - i);
		*atom = atoms[i];
		if (length == 1)
			continue;
		if (!forms_stretch_slot(known, told->text + atom->from,
			atoms[i + length - 1].end - atom->from, &slot) ||
		    (slot.date == NULL &&
			strpbrk(atoms[i + length - 1].slot.text, "0123456789") != NULL)) {
			length = 1;
			continue;
		}
		/* The words in front say best what it is. */
		if (slot.role != FORMS_VENUE && atom->slot.role == FORMS_VENUE) {
			slot.role = FORMS_VENUE;
			slot.venue = slot.text;
			slot.date = atom->slot.date;
			slot.known = atom->slot.known;
			slot.weak = false;
		}
		atom->slot = slot;
		atom->words = slot.words;
		atom->end = atoms[i + length - 1].end;
	}
	return kept;
}

size_t
forms_join_venues(struct stretches *known, const struct told *told,
    struct forms_atom *atoms, size_t count)
{
	count = join_series(known, told, atoms, count);
	return join_acronyms(known, told, atoms, count);
}
