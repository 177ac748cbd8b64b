/* Witnesses enter; how each source's asking ended for this work leaves. */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/source.h"

/* Found anywhere is found; an outage is told before what nobody asked. */
static int
order_of(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_FOUND:
		return 0;
	case OUTCOME_AMBIGUOUS:
		return 1;
	case OUTCOME_UNANSWERED:
		return 2;
	case OUTCOME_ABSENT:
		return 3;
	case OUTCOME_NOT_ASKED:
	case OUTCOMES:
		break;
	}
	return 4;
}

static enum outcome
outcome_of(const struct witness *witness)
{
	if (witness->outcome == OUTCOME_FOUND && witness->has_answer &&
	    !opinion_is_accepted(&witness->opinion))
		return OUTCOME_AMBIGUOUS;
	return witness->outcome;
}

static int
compare_outcomes(const void *a, const void *b)
{
	const struct record_outcome *x = a, *y = b;

	return strcmp(x->source, y->source);
}

void
merge_fill_outcomes(
    struct arena *arena, const struct merge_input *input, struct record *record)
{
	struct record_outcome *v = NULL;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];
		struct record_outcome *known = NULL;
		enum outcome outcome = outcome_of(w);

		for (size_t k = 0; k < record->outcome_count; k++)
			if (strcmp(v[k].source, w->source->name) == 0)
				known = &v[k];
		if (known == NULL) {
			v = arena_push(arena, v, record->outcome_count, sizeof *v);
			known = &v[record->outcome_count++];
			*known = (struct record_outcome){ .source = w->source->name,
				.outcome = outcome };
		}
		if (order_of(outcome) < order_of(known->outcome))
			known->outcome = outcome;
		if (w->asked_at > known->asked_at)
			known->asked_at = w->asked_at;
	}
	if (record->outcome_count > 1)
		qsort(v, record->outcome_count, sizeof *v, compare_outcomes);
	record->outcomes = v;
}
