/*
 * A venue that a list names enters; what a source says of how it decided leaves: a
 * paper that it did not take has not been published there.
 */
#include <string.h>

#include "base/text.h"
#include "merge/inside.h"
#include "model/brief.h"

const char *
merge_told(const struct merge_input *input, enum field field, const struct source **by)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];
		const char *text = witness_is_believed(w)
		    ? brief_text(&w->answer.brief, field)
		    : NULL;

		if (text != NULL) {
			*by = w->source;
			return text;
		}
	}
	return NULL;
}

const char *
merge_refusal(struct arena *arena, const struct merge_input *input, const char *venue,
    const struct source **by)
{
	const char *decision = merge_told(input, FIELD_DECISION, by);
	const char *where = decision == NULL ? NULL : strstr(decision, ": ");

	return where == NULL || venue == NULL ||
		text_starts_nocase(decision, "accepted") ||
		!venue_agrees(arena, venue, where + 2)
	    ? NULL
	    : decision;
}
