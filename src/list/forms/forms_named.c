/* A title behind a name enters, and what the list does; whether it is one leaves. */
#include "list/forms/forms_span.h"

/* So many items, and one in SOME of those that look so, name a title for sure. */
enum { NAMED = 6, SOME = 5 };

/* How a title is set apart from the name in front of it, in an item that says more of the
 * work, or in any; 0: there is none. */
static uint64_t
naming_of(struct forms_look *look, const struct forms_span *span, bool sure)
{
	const struct forms_atom *first = &look->item->atoms[span->first];
	const struct forms_side *front = &forms_sides_of(look, span)->front[span->first];

	return span->first != 1 || front->code != CODE_NAME || !front->whole
	    ? 0
	    : forms_key(KEY_NAMED,
		  (uint64_t)(unsigned char)first[-1].style << 24 |
		      (uint64_t)(unsigned char)first->style << 16 |
		      (uint64_t)first->before << 8 | sure);
}

bool
forms_is_named(struct forms_look *look, const struct forms_span *span)
{
	const struct forms_item *item = look->item;
	uint64_t sure = naming_of(look, span, true);
	unsigned count = sure == 0 ? 0 : forms_habit_count(look->habits, sure);
	struct forms_span first;

	return count >= NAMED && forms_first_span(item, &first) && first.last == 0 &&
	    count * SOME >=
	    forms_habit_count(look->habits, naming_of(look, span, false)) &&
	    (span->last + 1 == item->count ||
		item->atoms[span->last + 1].before >= GAP_HYPHEN);
}

void
forms_named_learn(
    struct forms_look *look, struct habits *habits, const struct forms_span *span)
{
	uint64_t named = naming_of(look, span, false);

	if (named != 0)
		forms_habit_add(habits, named);
	if (named != 0 && span->whole && span->sure)
		forms_habit_add(habits, naming_of(look, span, true));
}
