/* The title of both readings enters; whether that of the first one stays leaves, and its
 * venue. */
#include <string.h>

#include "base/text.h"
#include "list/forms/forms.h"
#include "list/words/words.h"

bool
forms_is_part(const char *text, const char *of)
{
	return text != NULL && of != NULL && strstr(of, text) != NULL;
}

/* The atoms that are the title as it was read first; false: there are none. */
bool
forms_first_span(const struct forms_item *item, struct forms_span *span)
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

/* Are all words outside of the title code spans behind it, or brackets in front of
 * what is set apart? */
bool
forms_leaves_tags(const struct forms_item *item, const struct forms_span *span)
{
	const struct forms_atom *atoms = item->atoms;

	for (size_t i = 0; i < item->count; i++)
		if ((i < span->first &&
			(!atoms[i].bracket || atoms[span->first].style == ' ')) ||
		    (i > span->last && atoms[i].style != 'c'))
			return false;
	return span->last + 1 < item->count || span->first > 0;
}

/* Neither people nor a venue for sure, nor a date. */
static bool
is_named(const struct forms_slot *slot)
{
	return slot->date == NULL && (slot->role != FORMS_PEOPLE || slot->weak) &&
	    slot->known < FORMS_NAMED;
}

/* From a bracket that opens at `at` on, is all in brackets? */
static bool
is_bracketed(const struct forms_item *item, size_t at, size_t last)
{
	bool inside = item->atoms[at].before == GAP_BRACKET;

	for (; at <= last; at++)
		inside &= item->atoms[at].bracket;
	return inside;
}

/* "[DeepMap](u) (2020) Draws maps": a link, and no label for what is behind it. */
static bool
is_linked_name(const struct forms_item *item, const struct forms_span *first,
    const struct forms_span *span)
{
	const struct forms_slot *slot = &item->atoms[first->first].slot;

	return item->atoms[first->first].style == 'l' && slot->date == NULL &&
	    slot->role != FORMS_PEOPLE && slot->known < FORMS_NAMED &&
	    strchr(item->told->text + item->atoms[span->last].end, FORMS_LABEL) == NULL;
}

/* "This repository holds …", "TreeLM is a model of …" */
static bool
is_prose(const char *title)
{
	return strncmp(title, "This ", 5) == 0 || strstr(title, " is a ") != NULL ||
	    strstr(title, " is an ") != NULL || strstr(title, " are ") != NULL;
}

static bool
is_made(const struct forms_item *item, const struct forms_atom *behind)
{
	return behind->from > behind->start && behind->before < GAP_STOP &&
	    strncasecmp(item->told->text + behind->start, "by ", 3) == 0;
}

/* Is the title of the first reading better than this?  It leaves words out that have a
 * role, or it is the name of what the rest describes. */
bool
forms_keeps(const struct entry *entry, const struct forms_item *item,
    const struct forms_span *first, const struct forms_span *span, const char *title)
{
	const struct forms_atom *atom = &item->atoms[span->first];
	bool linked;

	if (forms_is_part(entry->title, title))
		return !is_of_one(item->atoms, span) ||
		    forms_is_part(entry->venue, title) ||
		    forms_is_part(entry->authors, title);
	/* "#### Bark and Twig Counter (BTC)⏎ - Counts twigs" */
	if (span->first > first->first && span->first <= first->last &&
	    span->last > first->last && item->atoms[first->last + 1].before == GAP_LINE)
		return true;
	/* "[TreeLM](u) - 2019⏎ - "TreeLM is made for trees"" */
	if (first->last < span->first && atom->style == 'q' && atom->before == GAP_LINE &&
	    span->last + 1 == item->count && is_linked_name(item, first, span))
		return true;
	if (first->last >= span->first || atom->style != ' ')
		return false;
	/* "TreeLM (a model of trees) [code](u)" */
	if (is_bracketed(item, first->last + 1, span->first) &&
	    is_named(&item->atoms[first->first].slot))
		return true;
	/* "**TreeLM** by Ann Roe. Learns trees [code](u)" */
	if (is_made(item, &item->atoms[first->last + 1]))
		return true;
	if (item->atoms[first->first].style == ' ')
		return false;
	linked = is_linked_name(item, first, span);
	/* "[TreeLM](u) - This repository holds models of trees (Roe et al., 2024)" */
	if (linked && is_prose(title))
		return true;
	for (size_t i = span->last + 1; i < item->count; i++)
		if (item->atoms[i].slot.date != NULL ||
		    item->atoms[i].slot.role == FORMS_PEOPLE)
			return false;
	return linked || atom->before == GAP_HYPHEN || atom->before == GAP_DASH ||
	    atom->before == GAP_COLON;
}

/* The first reading took people for the title, and a link or bold words are it. */
bool
forms_mistakes_people(const struct forms_item *item, const struct forms_span *span)
{
	struct forms_span first;

	if (!forms_first_span(item, &first) || item->atoms[span->first].style == ' ' ||
	    item->atoms[span->first].style == 'i')
		return false;
	for (size_t i = first.first; i <= first.last; i++)
		if (item->atoms[i].slot.role != FORMS_PEOPLE || item->atoms[i].slot.weak)
			return false;
	return true;
}

/* By how much one of two roles is sure. */
enum { SURE = 3 };

/* "StreamingLLM", "Buoy-Trim", no "Dataset", "Some Group". */
static bool
is_coined(const char *name)
{
	size_t capitals = 0;

	for (const char *at = name; *at != '\0'; at++)
		capitals += text_is_capital(*at);
	return strchr(name, ' ') == NULL && capitals < strlen(name) &&
	    capitals > (strchr(name, '-') == NULL ? 2 : 1);
}

/* "(Ann Roe, 2018)", where others are people; "[RootNet] Title", where others are names;
 * "[about roots] Title", of which nobody would say that it is one. */
void
forms_doubt_venue(
    const struct forms_look *look, const struct forms_span *span, struct entry *entry)
{
	for (size_t i = 0; i < look->item->count && entry->venue != NULL; i++) {
		const struct forms_slot *slot = &look->item->atoms[i].slot;
		const struct forms_evidence *found = i < span->first ? &look->front[i]
								     : &look->back[i];
		if ((i >= span->first && i <= span->last) ||
		    (!found->open && slot->role != FORMS_OTHER) ||
		    strcmp(slot->text, entry->venue) != 0)
			continue;
		if (i > span->last && slot->full &&
		    found->people >= found->venue + SURE) {
			entry->authors = entry->authors != NULL ? entry->authors
								: entry->venue;
			entry->venue = NULL;
		} else if (i < span->first && look->item->atoms[i].bracket &&
		    (!found->open || found->venue < -SURE) && slot->known < FORMS_NAMED &&
		    strpbrk(slot->text, "0123456789!") == NULL) {
			if (entry->name == NULL && is_coined(slot->text))
				entry->name = entry->venue;
			entry->venue = NULL;
		}
	}
}
