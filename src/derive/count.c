/*
 * What sources said of works enters; the figures of the release, and whether
 * it is partial, leave.
 */
#include "base/arena.h"
#include "derive/inside.h"

void
derive_open_counts(struct maker *maker)
{
	struct derived *derived = maker->derived;

	for (const struct lane *lane = maker->session->lanes; lane != NULL;
	     lane = lane->next) {
		derived->sources = arena_push(maker->arena, derived->sources,
		    derived->source_count, sizeof *derived->sources);
		derived->sources[derived->source_count++] =
		    (struct release_source){ .source = lane->source,
			    .origin = lane->origin,
			    .stand_in = lane->stand_in };
	}
}

static void
count_witness(struct release_source *count, const struct witness *witness)
{
	int64_t at = witness->answer.confirmed_at;

	count->asked++;
	count->found += witness->outcome == OUTCOME_FOUND;
	count->absent += witness->outcome == OUTCOME_ABSENT;
	count->ambiguous += witness->outcome == OUTCOME_AMBIGUOUS;
	count->not_asked += witness->outcome == OUTCOME_NOT_ASKED;
	count->unanswered += witness->outcome == OUTCOME_UNANSWERED || witness->carried;
	if (!witness->has_answer)
		return;
	if (count->oldest == 0 || at < count->oldest)
		count->oldest = at;
	if (at > count->newest)
		count->newest = at;
}

void
derive_count(struct maker *maker, const struct merge_input *input)
{
	bool askable = false, known = false;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *witness = &input->witnesses[i];
		const struct lane *lane = session_lane(maker->session, witness->source);
		struct release_source *count = maker->derived->sources;

		while (count->source != witness->source)
			count++;
		/* Whom nobody was to ask is no reason to write nothing. */
		askable |= lane->state != LANE_SKIPPED || witness->has_answer;
		known |= witness->has_answer || witness->outcome == OUTCOME_ABSENT;
		count_witness(count, witness);
	}
	maker->derived->works_askable += askable;
	maker->derived->works_known += known;
}

const char *
derive_partial(struct maker *maker)
{
	double least = maker->session->settings->min_answered;
	const char *words = NULL;

	for (size_t i = 0; i < maker->derived->source_count; i++) {
		struct release_source *count = &maker->derived->sources[i];
		size_t asked = count->asked - count->not_asked;
		/* A source that said nothing at all is missing, however few. */
		bool is_silent = count->unanswered == asked && least > 0;

		if (count->unanswered == 0 ||
		    (!is_silent &&
			(count->unanswered < 5 ||
			    (double)(asked - count->unanswered) >=
				least * (double)asked)))
			continue;
		count->lacks = true;
		words = arena_printf(maker->arena,
		    "%s%s%s left %zu of %zu questions unanswered",
		    words != NULL ? words : "", words != NULL ? "; " : "",
		    count->source->title, count->unanswered, asked);
	}
	return reading_lacking(maker->reading, words);
}
