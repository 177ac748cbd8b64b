/* An atom that has no role enters; whether it needs none leaves: labels, tags, names; and
 * beside what it stands. */
#include "list/forms/forms_span.h"
#include "list/words/words.h"

/* "[paper](u) [NL, Coq]", "[open] Title": few words in brackets behind labels or in front
 * sort the item. */
static bool
is_sorting(const struct forms_item *item, size_t at, bool front)
{
	const struct forms_atom *atom = &item->atoms[at];

	if (!atom->bracket || atom->words > 2)
		return false;
	if (front)
		return atom->style == ' ';
	while (
	    at > 0 && item->atoms[at].before == GAP_COMMA && item->atoms[at - 1].bracket)
		at--;
	return item->atoms[at].before == GAP_LABEL;
}

/* "[данные](u)" behind labels: few words over an address. */
static bool
is_label(const struct forms_atom *atom)
{
	return atom->style == 'l' && atom->words <= 2 && atom->slot.role >= FORMS_SHORT &&
	    (atom->before == GAP_LABEL || atom->before == GAP_BRACKET ||
		atom->before == GAP_STYLE);
}

bool
forms_is_tag(const struct forms_item *item, size_t at, bool front)
{
	const struct forms_atom *atom = &item->atoms[at];

	return atom->style == 'c' || atom->slot.bare || (!front && is_label(atom)) ||
	    is_sorting(item, at, front);
}

/* "(for beginners) **Title**": does what is set otherwise follow the bracket? */
static bool
is_set_apart(const struct forms_item *item, size_t at)
{
	char style = item->atoms[at].style;

	while (at < item->count && item->atoms[at].bracket)
		at++;
	return at < item->count && item->atoms[at].style != style &&
	    item->atoms[at].style != ' ' && item->atoms[at].style != 'c';
}

/* Words of one that is set apart in front of a title are its name. */
bool
forms_is_name(const struct forms_item *item, size_t at)
{
	const struct forms_atom *atom = &item->atoms[at];

	/* "Treelab | Title of Its Paper | …" */
	if (at + 1 < item->count && atom->style == ' ' && atom->words == 1 &&
	    !atom->bracket && (atom[1].before == GAP_BAR || atom[1].before == GAP_DASH))
		return true;
	if (atom->bracket && is_set_apart(item, at))
		return true;
	return at + 1 < item->count && atom->style != ' ' && atom->style != 'q' &&
	    atom->style != 'c' && atom->style != atom[1].style && !atom->bracket &&
	    atom->words <= LONGEST_NAME_WORDS;
}

bool
forms_is_date(const struct forms_item *item, size_t at)
{
	return at < item->count && item->atoms[at].slot.role == FORMS_DATE;
}

/* Is a date the next slot, on one side? */
bool
forms_is_beside_date(const struct forms_item *item, size_t at)
{
	return (forms_is_date(item, at + 1) && item->atoms[at + 1].before < GAP_LABEL) ||
	    (at > 0 && forms_is_date(item, at - 1) && item->atoms[at].before < GAP_LABEL);
}

/* "…, Ann Roe, ICML": in front of a venue that we know? */
bool
forms_is_beside_venue(const struct forms_item *item, size_t at)
{
	return at + 1 < item->count && item->atoms[at + 1].slot.known == FORMS_NAMED &&
	    item->atoms[at + 1].before < GAP_LABEL;
}

bool
forms_is_linked_in(const struct forms_item *item, size_t at)
{
	const struct forms_atom *atom = &item->atoms[at];
	const struct told *told = item->told;
	size_t start = atom->start;
	bool colon = atom->bracket && told->text[atom->end] == ')' &&
	    told->text[atom->end + 1] == ':';

	if (atom->style != 'l' || atom->slot.date != NULL || told->end == told->title)
		return false;
	/* "[Title: A Subtitle. Things](u)": a sentence ends it. */
	for (size_t i = at + 1; i-- > 0 && item->atoms[i].start > told->title;)
		if (item->atoms[i].before == GAP_STOP ||
		    item->atoms[i].before == GAP_QUESTION)
			return false;
	for (; start > told->title && told->style[start - 1] == 'l'; start--)
		colon |= told->text[start - 1] == ':';
	return colon && start == told->title;
}

bool
forms_is_alone(const struct forms_item *item, size_t at, bool front)
{
	const struct forms_atom *atom = &item->atoms[at];

	/* 'Ann Roe, "Title"' */
	if (front)
		return !atom->bracket && at + 1 < item->count &&
		    atom[1].before == GAP_QUOTE;
	return atom->before != GAP_COMMA &&
	    (at + 1 == item->count || atom[1].slot.date != NULL ||
		(atom[1].before != GAP_COMMA && !atom[1].slot.full));
}
