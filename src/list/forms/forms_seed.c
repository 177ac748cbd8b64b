/* The order of slots that a curator says enters; the habits of a list that is written so
 * leave. */
#include "list/forms/forms_span.h"

/* As often as the items of a long list that teach. */
enum { OFTEN = 400 };

static void
seed_side(struct habits *habits, const enum forms_role *roles, size_t count, bool front)
{
	/* Any slot may be missing. */
	for (size_t i = 0; i <= count; i++)
		for (size_t k = i; k <= count; k++)
			for (unsigned n = 0; n < OFTEN; n++)
				forms_habit_add(habits,
				    forms_step(front,
					i == 0 ? CODE_NONE : (unsigned)roles[i - 1],
					k == count ? CODE_TITLE : (unsigned)roles[k]));
}

void
forms_stated_seed(struct habits *habits, const struct forms_stated *stated)
{
	uint64_t edges = forms_edges_of(stated->style, stated->before, stated->behind);

	seed_side(habits, stated->front, stated->front_count, true);
	seed_side(habits, stated->back, stated->back_count, false);
	for (unsigned n = 0; n < OFTEN; n++)
		forms_habit_add(habits, edges);
}
