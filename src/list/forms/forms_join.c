/* What an item's atoms are, and its entry as it was read first, enter; the entry leaves
 * as both readings together have it. */
#include <string.h>

#include "base/arena.h"
#include "list/forms/forms.h"
#include "list/words/words.h"

/* Items that are written in the same way, for which a title gives way. */
enum { SUPPORT = 6 };

/* The words of the title; a bracket that it opens is its own. */
static char *
title_of(
    struct arena *arena, const struct forms_item *item, const struct forms_span *span)
{
	const struct told *told = item->told;
	const struct forms_atom *atoms = item->atoms;
	size_t start = atoms[span->first].start, end = atoms[span->last].end;
	char *title;

	if (start > 0 &&
	    ((told->text[start - 1] == '(' &&
		 memchr(told->text + start, ')', end - start) != NULL) ||
		(told->text[start - 1] == '[' &&
		    memchr(told->text + start, ']', end - start) != NULL)))
		start--;
	else if (told->text[end] == ')' &&
	    memchr(told->text + start, '(', end - start) != NULL)
		end++;
	title = arena_text_n(arena, told->text + start, end - start);
	for (char *at = title; *at != '\0'; at++)
		if (*at == FORMS_LINE || *at == FORMS_LABEL)
			*at = ' ';
	return words_title(arena, title);
}

static bool
is_part(const char *text, const char *of)
{
	return text != NULL && of != NULL && strstr(of, text) != NULL;
}

/* The first reading has something else there, or more than its words. */
static void
drop_mistaken(struct entry *entry, const struct entry *said, bool whole)
{
	bool more = is_part(said->authors, entry->authors) &&
	    (is_part(said->venue, entry->authors) || is_part(said->date, entry->authors));

	if ((is_part(entry->venue, said->authors) &&
		(strpbrk(said->authors, ",&") != NULL ||
		    strstr(said->authors, " and ") != NULL)) ||
	    is_part(entry->venue, said->title) ||
	    /* "K. Forest Quarterly" behind "Root, A. & Sedge" */
	    (whole && said->authors != NULL && said->venue != NULL &&
		is_part(said->venue, entry->venue) &&
		strlen(entry->venue) == strlen(said->venue) + strlen("K. ") &&
		entry->venue[1] == '.') ||
	    (whole && is_part(said->authors, entry->venue)))
		entry->venue = NULL;
	if (more ||
	    ((said->name != NULL || said->authors != NULL) &&
		is_part(entry->authors, said->venue)) ||
	    is_part(entry->authors, said->title) ||
	    is_part(entry->authors, said->authors))
		entry->authors = NULL;
}

/* Is it the first date, or a longer one of the same year? */
static bool
says_more(const char *date, const char *than)
{
	return than == NULL || (strlen(than) == 4 && strncmp(date, than, 4) == 0);
}

static void
read_atom(struct arena *arena, const struct forms_slot *slot, enum forms_role role,
    struct entry *said)
{
	if (slot->date != NULL && says_more(slot->date, said->date))
		said->date = slot->date;
	if (role == FORMS_VENUE && said->venue == NULL) {
		said->venue = slot->venue;
		/* A venue for sure. */
		if (slot->role == FORMS_VENUE)
			said->name = slot->venue;
		if (slot->venue == NULL)
			words_venue(arena, slot->text, said);
	}
	if (role == FORMS_PEOPLE && said->authors == NULL)
		said->authors = slot->text;
	if (role == FORMS_INSTITUTE && said->institute == NULL)
		said->institute = slot->text;
}

/* Of an item that also describes, only what is sure counts, and stands in front of that. */
static bool
is_told_in(const struct forms_atom *atom, enum forms_role role)
{
	if (role == FORMS_DATE ||
	    (role == FORMS_VENUE && atom->slot.date != NULL &&
		words_name_place(atom->slot.venue)))
		return true;
	return atom->before != GAP_HYPHEN && atom->before != GAP_DASH &&
	    atom->before != GAP_COLON && atom->before != GAP_STOP &&
	    role < FORMS_INSTITUTE && role == atom->slot.role &&
	    (role != FORMS_VENUE ||
		(atom->slot.date != NULL && (*atom->slot.venue & 0x80) == 0));
}

/* What the atoms outside of the title say. */
static void
read_atoms(struct arena *arena, const struct habits *habits,
    const struct forms_item *item, const struct forms_span *span, bool whole,
    struct entry *said)
{
	bool described = false;

	for (size_t i = 0; i < item->count; i++) {
		const struct forms_atom *atom = &item->atoms[i];
		enum forms_role role;

		if (i >= span->first && i <= span->last)
			continue;
		role = forms_role_of(habits, item, span, i);
		described |= !whole && i > span->last && role >= FORMS_SHORT &&
		    !atom->slot.bare;
		if (described ? role == FORMS_DATE &&
			    (atom->bracket || atom->style != ' ' || i + 1 == item->count)
			      : whole || is_told_in(atom, role))
			read_atom(arena, &atom->slot, role, said);
	}
}

/* The atoms that are the title as it was read first; false: there are none. */
static bool
first_span(const struct forms_item *item, struct forms_span *span)
{
	const struct told *told = item->told;
	bool any = false;

	*span = (struct forms_span){ 0 };
	for (size_t i = 0; i < item->count; i++) {
		if (item->atoms[i].end <= told->title ||
		    item->atoms[i].start >= told->end)
			continue;
		if (!any)
			span->first = i;
		span->last = i;
		any = true;
	}
	return any;
}

/* Do all words of the title stand in the same way? */
static bool
is_of_one(const struct forms_atom *atoms, const struct forms_span *span)
{
	for (size_t i = span->first; i < span->last; i++)
		if (atoms[i].style != atoms[span->last].style)
			return false;
	return true;
}

/* Are all words outside of the title code spans, behind it? */
static bool
leaves_tags(const struct forms_item *item, const struct forms_span *span)
{
	for (size_t i = 0; i < item->count; i++)
		if (i < span->first || (i > span->last && item->atoms[i].style != 'c'))
			return false;
	return span->last + 1 < item->count;
}

/* Is the title of the first reading better than this?  It leaves words out that have a
 * role, or it is the name of what the rest describes. */
static bool
keeps(const struct entry *entry, const struct forms_item *item,
    const struct forms_span *first, const struct forms_span *span, const char *title)
{
	const struct forms_atom *atom = &item->atoms[span->first];

	if (is_part(entry->title, title))
		return !is_of_one(item->atoms, span) || is_part(entry->venue, title) ||
		    is_part(entry->authors, title);
	for (size_t i = span->last + 1; i < item->count; i++)
		if (item->atoms[i].slot.date != NULL ||
		    item->atoms[i].slot.role == FORMS_PEOPLE)
			return false;
	return first->last < span->first && item->atoms[first->first].style != ' ' &&
	    atom->style == ' ' &&
	    (atom->before == GAP_HYPHEN || atom->before == GAP_DASH ||
		atom->before == GAP_COLON);
}

static void
take(struct reader *reader, struct entry *entry, const struct entry *said)
{
	if (said->venue != NULL && entry->venue == NULL)
		entry->venue = arena_text(reader->arena, said->venue);
	if (said->date != NULL && says_more(said->date, entry->date))
		entry->date = arena_text(reader->arena, said->date);
	if (said->authors != NULL && entry->authors == NULL)
		entry->authors = arena_text(
		    reader->arena, words_people(reader->scratch, said->authors));
	if (said->institute != NULL && entry->institute == NULL)
		entry->institute = arena_text(reader->arena, said->institute);
}

enum forms_joined
forms_join(struct reader *reader, const struct habits *habits,
    const struct forms_item *item, const struct forms_span *span)
{
	struct entry *entry = &reader->entries[item->told->entry], said = { 0 };
	struct arena *arena = reader->scratch;
	char *title = title_of(arena, item, span);
	bool same = entry->title != NULL && strcmp(title, entry->title) == 0;
	struct forms_span first;

	if (!same &&
	    (!span->whole || (!span->sure && !leaves_tags(item, span)) ||
		words_count(title) < 2 ||
		forms_span_support(habits, item, span) < SUPPORT ||
		(first_span(item, &first) && keeps(entry, item, &first, span, title)))) {
		if (first_span(item, &first)) {
			read_atoms(arena, habits, item, &first, false, &said);
			take(reader, entry, &said);
		}
		return FORMS_APART;
	}
	read_atoms(arena, habits, item, span, span->whole, &said);
	if (!same) {
		const char *name = words_name(arena, title);
		/* "**Tool**⏎  - Title of Its Paper" */
		if (name == NULL && !is_part(entry->title, title) &&
		    !is_part(title, entry->title) &&
		    words_count(entry->title) <= LONGEST_NAME_WORDS &&
		    item->told->title < item->atoms[span->first].start)
			name = entry->title;
		entry->title = arena_text(reader->arena, title);
		entry->name = arena_text(reader->arena, name);
	}
	said.title = title;
	if (!item->told->is_cell)
		drop_mistaken(entry, &said, span->whole);
	take(reader, entry, &said);
	return !same ? FORMS_WON : span->whole ? FORMS_AGREED : FORMS_APART;
}
