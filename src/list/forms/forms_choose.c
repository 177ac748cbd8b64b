/* The titles of both readings enter; which of them an item has leaves: items that are
 * written in one way are read in one way. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/forms/forms_span.h"
#include "list/words/words.h"

/* Items that are written in the same way, for which a title gives way, or the score of an
 * item that is clear by itself; below LEAST it says nothing.  A section says what most of
 * it do when they are FEW, and MOST times as many as others. */
enum { SUPPORT = 6, CLEAR = 8, LEAST = -4, FEW = 3, MOST = 2 };

char *
forms_title_of(
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
	else if ((told->text[end] == ')' &&
		     memchr(told->text + start, '(', end - start) != NULL) ||
	    (told->text[end] == ']' &&
		memchr(told->text + start, '[', end - start) != NULL))
		end++;
	title = arena_text_n(arena, told->text + start, end - start);
	for (char *at = title; *at != '\0'; at++)
		if (*at == FORMS_LINE || *at == FORMS_LABEL)
			*at = ' ';
	return words_title(arena, title);
}

/* Of a short list half do. */
static unsigned
enough(size_t items)
{
	return items < 2 * SUPPORT ? (unsigned)(items + 1) / 2 : SUPPORT;
}

/* Does the title of the first reading stay, as far as the item tells? */
static bool
stays(struct forms_look *look, const struct forms_span *span, const struct entry *entry,
    const char *title)
{
	const struct forms_item *item = look->item;
	struct forms_span first;

	return !span->whole || (!span->sure && !forms_leaves_tags(item, span)) ||
	    words_count(title) < 2 || span->plain < LEAST ||
	    (span->plain < CLEAR &&
		forms_span_support(look, span) < enough(look->items)) ||
	    (forms_first_span(item, &first) &&
		forms_keeps(entry, item, &first, span, title));
}

static bool
has_paper(const struct entry *entry)
{
	for (size_t i = 0; i < entry->link_count; i++)
		if (words_is_paper_address(entry->links[i].url))
			return true;
	return false;
}

/* "with Many Trees" */
static bool
is_title(const char *title)
{
	return words_count(title) >= 2 &&
	    !(text_is_small(title[0]) && text_is_small(title[1]));
}

/* "Pappas: Title of It", "[GCN][ICLR 17] Title of It": does the first one begin with people
 * or a date, and hold the second?  Then it cannot be the title. */
static bool
begins_wrong(struct forms_look *look, const struct forms_span *span)
{
	enum forms_role roles[FORMS_ATOMS];
	struct forms_span first;
	bool usual;

	if (!forms_first_span(look->item, &first) || first.first >= span->first ||
	    first.last < span->last)
		return false;
	forms_roles_of(look, span, roles);
	usual = forms_span_support(look, span) >= SUPPORT;
	for (size_t i = first.first; i < span->first; i++) {
		const struct forms_slot *slot = &look->item->atoms[i].slot;
		if (slot->date != NULL ||
		    (roles[i] == FORMS_PEOPLE &&
			(slot->role == FORMS_PEOPLE ? usual || !slot->weak
						    : usual && slot->full)))
			return true;
	}
	return false;
}

static enum forms_choice
choose_alone(struct forms_look *look, const struct forms_span *span,
    const struct entry *entry, const char *title)
{
	return forms_mistakes_people(look->item, span) ||
		!stays(look, span, entry, title) ||
		(is_title(title) && begins_wrong(look, span))
	    ? FORMS_TAKEN
	    : has_paper(entry) && forms_is_named(look, span) ? FORMS_BEHIND
							     : FORMS_STAYS;
}

/* What is counted of items in which the two titles stand so; in a section, wherever the
 * second one ends. */
static uint64_t
way_of(const struct forms_item *item, const struct forms_span *first,
    const struct forms_span *span, const char *section)
{
	const struct forms_atom *begin = &item->atoms[span->first];
	uint64_t way = forms_edges(item, first) * 3 +
	    (*section == '\0' ? forms_edges(item, span)
			      : forms_edges_of(begin->style, begin->before, GAP_START));

	for (; *section != '\0'; section++)
		way = (way ^ (unsigned char)*section) * 0x100000001B3u;
	return forms_key(KEY_CHOICE, way);
}

/* Are there two, of other words and not only other signs? */
static bool
differ(const struct forms_item *item, const struct forms_span *span,
    struct forms_span *first)
{
	return forms_first_span(item, first) &&
	    (first->first != span->first || first->last != span->last);
}

void
forms_choose_learn(const struct reader *reader, struct forms_look *look,
    struct habits *habits, const struct forms_span *span)
{
	const struct entry *entry = &reader->entries[look->item->told->entry];
	const char *const where[] = { entry->section, "" };
	struct forms_span first;
	bool taken;

	if (!differ(look->item, span, &first))
		return;
	taken = choose_alone(look, span, entry,
		    forms_title_of(reader->scratch, look->item, span)) != FORMS_STAYS;
	for (size_t i = *entry->section == '\0'; i < 2; i++)
		forms_habit_add(
		    habits, way_of(look->item, &first, span, where[i]) + taken);
}

/* Is one a name, and the other what describes it?  Neither people nor a venue that we
 * know are the first. */
static bool
is_described(const struct forms_look *look, const struct forms_span *first,
    const struct forms_span *span)
{
	enum forms_role roles[FORMS_ATOMS];

	if (first->last >= span->first && span->last >= first->first)
		return false;
	forms_roles_of(look, span, roles);
	for (size_t i = first->first; i <= first->last; i++)
		if (roles[i] == FORMS_PEOPLE || roles[i] == FORMS_DATE ||
		    look->item->atoms[i].slot.known == FORMS_NAMED)
			return false;
	return true;
}

/* Is the title of the second reading called like one, and none that holds what was read
 * beside it? */
static bool
may_be(const struct forms_span *span, const struct entry *entry, const char *title)
{
	return (span->whole || span->plain >= LEAST) && is_title(title) &&
	    !forms_is_part(entry->authors, title) && !forms_is_part(entry->venue, title);
}

enum forms_choice
forms_choose(struct forms_look *look, const struct forms_span *span,
    const struct entry *entry, const char *title)
{
	const enum forms_choice choice = choose_alone(look, span, entry, title);
	const char *const where[] = { entry->section, "" };
	struct forms_span first;

	for (size_t i = *entry->section == '\0';
	     i < 2 && differ(look->item, span, &first); i++) {
		uint64_t way = way_of(look->item, &first, span, where[i]);
		unsigned stay = forms_habit_count(look->habits, way);
		unsigned take = forms_habit_count(look->habits, way + 1);
		unsigned clear = i == 0 ? MOST : 1;

		if (stay + take < (i == 0 ? FEW : SUPPORT))
			continue;
		if (stay > clear * take && is_described(look, &first, span))
			return FORMS_STAYS;
		if (take > clear * stay && choice == FORMS_STAYS &&
		    may_be(span, entry, title))
			return span->whole ? FORMS_TAKEN : FORMS_BEHIND;
		if (stay > clear * take || take > clear * stay)
			break;
	}
	return choice;
}
