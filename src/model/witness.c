/*
 * A witness enters; whether it is believed and how sure its word is, by the
 * published table, leave.
 */
#include "model/witness.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/source.h"

/* The published confidence table (docs/sources.md). */
#define CONFIDENCE_ISSUER     1.0  /* identifier, at who issues it */
#define CONFIDENCE_AGGREGATOR 0.95 /* identifier, at who gathers */
#define CONFIDENCE_HIT        0.9  /* title hit, two witnesses more */
#define CONFIDENCE_HIT_ONE    0.7  /* title hit, one witness more */
#define CONFIDENCE_HIT_BARE   0.5  /* title hit, nothing but the title */
#define UNCLEAR_TIMES         0.8

const double witness_list_confidence = 0.3;

double
witness_confidence(const struct witness *witness)
{
	double confidence;

	if (witness->id.value == NULL || witness->searched)
		confidence = witness->opinion.reason_count > 2 ? CONFIDENCE_HIT
		    : witness->opinion.reason_count == 2       ? CONFIDENCE_HIT_ONE
							       : CONFIDENCE_HIT_BARE;
	else
		confidence = witness_source_issues(witness->source, witness->id.kind)
		    ? CONFIDENCE_ISSUER
		    : CONFIDENCE_AGGREGATOR;
	if (witness->opinion.judgement == JUDGE_UNCLEAR &&
	    witness->opinion.reason_count > 0 && identifier_is_paper(witness->id.kind))
		confidence *= UNCLEAR_TIMES;
	return confidence;
}

bool
witness_source_issues(const struct source *source, enum identifier_kind kind)
{
	return (source->service->issues & IDENTIFIER_BIT(kind)) != 0;
}

bool
witness_is_believed(const struct witness *witness)
{
	/* Gone now: the last answer found stays in force. */
	return witness->has_answer &&
	    (witness->outcome == OUTCOME_FOUND || witness->gone) &&
	    witness->answer.state == ANSWER_FOUND &&
	    opinion_is_accepted(&witness->opinion);
}

static int
compare_witnesses(const void *a, const void *b)
{
	const struct witness *x = a, *y = b;
	int order;

	if ((x->id.value == NULL) != (y->id.value == NULL))
		return x->id.value == NULL ? 1 : -1;
	order = x->id.value == NULL ? 0 : identifier_compare(x->id, y->id);
	return order != 0 ? order : strcmp(x->source->name, y->source->name);
}

const struct witness *
witness_sort(struct arena *arena, const struct witness *witnesses, size_t count)
{
	struct witness *v = arena_alloc(arena, (count + 1) * sizeof *v);

	if (count > 0)
		memcpy(v, witnesses, count * sizeof *v);
	if (count > 1)
		qsort(v, count, sizeof *v, compare_witnesses);
	return v;
}
