/*
 * The lead of an item: what stands in front of a title that is not first.
 *
 * An item's words enter with a mark that may part lead and title; the slots of the
 * lead and the place of the title leave.
 */
#ifndef ENRICH_LIST_PROSE_FORMS_LEAD_H
#define ENRICH_LIST_PROSE_FORMS_LEAD_H

#include "list/prose/forms.h"

/* What parts the title from what stands in front of it; the last ones may stand
 * anywhere, so that the first that fits is taken. */
enum lead_mark {
	MARK_DASH = 1,
	MARK_EN,
	MARK_HYPHEN,
	MARK_BAR,
	MARK_SIGN,
	MARK_COLON,
	MARK_QUOTE,
	MARK_SEMICOLON,
	MARK_CLOSE,
	MARK_STOP,
	MARK_STYLE,
	LEAD_MARKS
};

struct lead {
	size_t title, end; /* where the title begins and its field ends */
	struct forms_tail slots;
};

/* The lead in front of the nth such mark (from 0); the arena lives longer than the
 * stretches, to which the slots' texts belong; a venue that
 * has no date is a SHORT slot with its venue set.  false: there is none. */
bool forms_lead_cut(struct arena *, struct stretches *, const struct told *,
    enum lead_mark, size_t nth, struct lead *);
/* The words of the title, in the arena, without its marks of quotation. */
char *forms_lead_title(struct arena *, const struct told *, const struct lead *);
/* Is what stands in the place of the title something else for sure? */
bool forms_lead_is_odd(
    struct arena *, struct stretches *, const struct told *, const struct lead *);
/* Does the item say when it was published, in front of its title or behind it? */
bool forms_lead_is_published(
    struct arena *, const struct told *, const struct lead *, enum lead_mark);
/* How many of the texts, which are put in order, differ; per hundred. */
size_t forms_lead_distinct(char **texts, size_t count);

#endif
