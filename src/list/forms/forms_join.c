/* An item's atoms, and its entry as it was read first, enter; both readings joined leave. */
#include <string.h>

#include "base/arena.h"
#include "list/forms/forms_span.h"
#include "list/words/words.h"

enum { USUAL = 3 };

/* Words of the item that have another role now, or none of their own. */
static const char *
unless_told(const char *first, const char *said, const struct told *told)
{
	return said != NULL ? said : forms_is_part(first, told->text) ? NULL : first;
}

/* "*Radiology: Artificial Intelligence*": do the words stand apart from all beside them? */
static bool
is_set_apart(const struct told *told, const char *words)
{
	const char *at = strpbrk(words, ":,") == NULL ? NULL : strstr(told->text, words);
	size_t start = at == NULL ? 0 : (size_t)(at - told->text), end = start;
	char style = told->style[start];

	if (at == NULL || style == ' ' || (start > 0 && told->style[start - 1] == style))
		return false;
	while (told->style[end] == style)
		end++;
	return end - start == strlen(words);
}

/* Is it the first date, or a longer one of the same year? */
static bool
says_more(const char *date, const char *than)
{
	return than == NULL || (strlen(than) == 4 && strncmp(date, than, 4) == 0);
}

/* "Roe, A.", "Roe et al.": the full stop belongs to the last word. */
static bool
ends_short(const char *people, const char *end)
{
	size_t length = strlen(people);

	return (*end == '.' || end[-1] == '.') && length > 3 &&
	    ((strchr(" .", people[length - 2]) != NULL && strchr(people, '.') != NULL) ||
		strcmp(people + length - 3, " al") == 0);
}

static void
read_atom(struct arena *arena, const struct forms_slot *slot, enum forms_role role,
    const char *end, enum forms_known *known, struct entry *said)
{
	/* "LOUHI 2019 at ACL" says as much as "`PLM`" does. */
	enum forms_known knows = slot->date != NULL && slot->known < FORMS_CAPITALS
	    ? FORMS_CAPITALS
	    : slot->known;

	if (slot->date != NULL && says_more(slot->date, said->date))
		said->date = slot->date;
	if (role == FORMS_VENUE && !slot->thing &&
	    (said->venue == NULL || knows > *known)) {
		said->venue = slot->venue;
		*known = knows;
		if (slot->venue == NULL)
			words_venue(arena, words_without_volume(arena, slot->text), said);
	}
	if (role == FORMS_PEOPLE && said->authors == NULL)
		said->authors = ends_short(slot->text, end)
		    ? arena_printf(arena, "%s.", slot->text)
		    : slot->text;
	if (role == FORMS_INSTITUTE && said->institute == NULL)
		said->institute = slot->text;
}

/* Of an item that also describes, only what is sure counts, and stands in front of that. */
static bool
is_told_in(const struct forms_atom *atom, enum forms_role role)
{
	if (role == FORMS_DATE ||
	    (role == FORMS_VENUE && atom->slot.date != NULL &&
		atom->slot.known > FORMS_STRANGE))
		return true;
	return atom->before != GAP_HYPHEN && atom->before != GAP_DASH &&
	    atom->before != GAP_COLON && atom->before != GAP_STOP &&
	    role < FORMS_INSTITUTE && role == atom->slot.role &&
	    (role != FORMS_VENUE ||
		(atom->slot.date != NULL && (*atom->slot.venue & 0x80) == 0));
}

/* Is it what nearly all of the list have right behind the title, a person's name or a
 * venue?  "Card Counting, Dice" are things. */
static bool
is_usual(const struct forms_look *look, const struct forms_span *span, size_t at,
    enum forms_role role)
{
	const struct forms_atom *atom = &look->item->atoms[at];
	const struct forms_evidence *found = &look->back[at];
	bool goes_on = at + 1 < look->item->count && atom[1].before == GAP_COMMA &&
	    atom[1].style == atom->style;

	/* "Ann Roe: Title of It" */
	if (at == 0 && span->first == 1)
		return role == FORMS_PEOPLE && atom->slot.full &&
		    atom[1].before < GAP_QUOTE && look->front[at].people >= USUAL;
	/* "Ann B. Roe's survey of …" */
	if (at != span->last + 1 || !found->open ||
	    (look->item->told->text[atom->end] == '.' && atom->end - atom->from > 2 &&
		look->item->told->text[atom->end - 2] == ' '))
		return false;
	if (role == FORMS_VENUE)
		return atom->slot.known >= FORMS_CALLED && found->venue >= 4 * USUAL &&
		    (atom->slot.known == FORMS_NAMED ||
			(atom->before < GAP_HYPHEN && words_are_called(atom->slot.text)));
	return role == FORMS_PEOPLE && !goes_on && atom->before != GAP_COLON &&
	    ((atom->slot.full && found->people >= USUAL) ||
		(atom->slot.weak && found->people >= 4 * USUAL));
}

/* "… | What it is about | Ann Roe et al., 2014": people and a date, and nothing else, end
 * an item that also describes. */
static bool
is_signed(const struct forms_item *item, size_t at)
{
	const struct forms_atom *atom = &item->atoms[at];

	return atom->before >= GAP_BAR && atom->slot.role == FORMS_PEOPLE &&
	    !atom->slot.weak && at + 2 == item->count && forms_is_date(item, at + 1);
}

/* What the atoms outside of the title say. */
static void
read_atoms(struct arena *arena, const struct forms_look *look,
    const struct forms_span *span, bool whole, struct entry *said)
{
	const struct forms_item *item = look->item;
	enum forms_role roles[FORMS_ATOMS];
	bool described = false;
	enum forms_known known = FORMS_STRANGE; /* of the venue */

	forms_roles_of(look, span, roles);
	for (size_t i = 0; i < item->count; i++) {
		const struct forms_atom *atom = &item->atoms[i];
		enum forms_role role = roles[i];

		if (i >= span->first && i <= span->last)
			continue;
		described |= !whole && i > span->last && role >= FORMS_SHORT &&
		    !atom->slot.bare;
		if (described ? (role == FORMS_DATE &&
				    (atom->bracket || atom->style != ' ' ||
					i + 1 == item->count)) ||
			    is_signed(item, i)
			      : whole || is_told_in(atom, role) ||
			    is_usual(look, span, i, role))
			read_atom(arena, &atom->slot, role, item->told->text + atom->end,
			    &known, said);
	}
}

static void
take(struct reader *reader, struct entry *entry, const struct entry *said)
{
	if (said->venue != NULL && entry->venue == NULL && !words_name_thing(said->venue))
		entry->venue = arena_text(reader->arena, said->venue);
	if (said->date != NULL && says_more(said->date, entry->date))
		entry->date = arena_text(reader->arena, said->date);
	if (said->authors != NULL && entry->authors == NULL)
		entry->authors = arena_text(
		    reader->arena, words_people(reader->scratch, said->authors));
	if (said->institute != NULL && entry->institute == NULL)
		entry->institute = arena_text(reader->arena, said->institute);
}

/* What was read as a title first is a name: no slot of it has a role. */
static bool
is_name(const struct forms_look *look, const struct forms_span *span)
{
	enum forms_role roles[FORMS_ATOMS];
	struct forms_span first;

	if (!forms_first_span(look->item, &first))
		return false;
	forms_roles_of(look, span, roles);
	for (size_t i = first.first; i <= first.last; i++)
		if (roles[i] < FORMS_SHORT)
			return false;
	return true;
}

/* "TwigNet: Title of It, ICML 2020", "[TwigNet][ICLR 17] Title of It": the name that the
 * first reading knew, or that a bracket holds; NULL: none. */
static const char *
name_left(const struct forms_item *item, const struct forms_span *span, const char *known)
{
	struct forms_span first;
	const struct forms_atom *atom;

	if (known != NULL)
		return strchr(known, ' ') == NULL ? known : NULL;
	if (!forms_first_span(item, &first) || first.first + 1 >= span->first)
		return NULL;
	atom = &item->atoms[first.first];
	return atom->bracket && atom[1].before == GAP_BRACKET && atom->words == 1 &&
		atom->slot.date == NULL && atom->slot.known < FORMS_NAMED &&
		!atom->slot.bare
	    ? atom->slot.text
	    : NULL;
}

enum forms_joined
forms_join(struct reader *reader, struct forms_look *look, const struct forms_span *span)
{
	const struct forms_item *item = look->item;
	struct entry *entry = &reader->entries[item->told->entry], said = { 0 };
	struct arena *arena = reader->scratch;
	char *title = forms_title_of(arena, item, span);
	bool same = entry->title != NULL && strcmp(title, entry->title) == 0;
	struct forms_span first;
	enum forms_choice choice = same ? FORMS_TAKEN
					: forms_choose(look, span, entry, title);

	if (forms_first_span(item, &first))
		forms_doubt_venue(look, &first, entry);
	if (choice == FORMS_STAYS) {
		if (forms_first_span(item, &first)) {
			read_atoms(arena, look, &first, false, &said);
			take(reader, entry, &said);
		}
		return FORMS_APART;
	}
	/* Then they were not read whole, either. */
	if (!same && forms_mistakes_people(item, span))
		entry->authors = NULL;
	read_atoms(arena, look, span, span->whole && choice == FORMS_TAKEN, &said);
	if (!same) {
		const char *name = words_name(arena, title);
		/* "**Tool**⏎  - Title of Its Paper" */
		if (name == NULL && !forms_is_part(entry->title, title) &&
		    !forms_is_part(title, entry->title) &&
		    words_count(entry->title) <= LONGEST_NAME_WORDS &&
		    item->told->title < item->atoms[span->first].start &&
		    is_name(look, span))
			name = entry->title;
		else if (name == NULL && forms_is_part(title, entry->title))
			name = name_left(item, span, entry->name);
		entry->title = arena_text(reader->arena, title);
		entry->name = arena_text(reader->arena, name);
	}
	said.title = title;
	if (span->whole && !item->told->is_cell) {
		/* "ICML — Ann Roe" in front */
		if (forms_is_part(said.venue, entry->name) ||
		    forms_is_part(said.authors, entry->name))
			entry->name = NULL;
		/* "": it has a publisher, and that is none. */
		if ((entry->venue == NULL || *entry->venue != '\0') &&
		    !(forms_is_part(said.venue, entry->venue) &&
			is_set_apart(item->told, entry->venue)))
			entry->venue = unless_told(entry->venue,
			    arena_text(reader->arena, said.venue), item->told);
		entry->authors = said.authors != NULL
		    ? NULL
		    : unless_told(entry->authors, NULL, item->told);
	}
	take(reader, entry, &said);
	return !same ? FORMS_WON : span->whole ? FORMS_AGREED : FORMS_APART;
}
