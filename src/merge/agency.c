/*
 * Witnesses about a DOI enter; whether who does not know it could know it leaves.
 * There are more than ten agencies, and each knows its own DOIs.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/brief.h"
#include "model/source.h"

struct identifier
merge_prefix(struct arena *arena, struct identifier doi)
{
	return (struct identifier){ IDENTIFIER_PREFIX,
		arena_text_n(arena, doi.value, strcspn(doi.value, "/")) };
}

static bool
has_prefix(struct identifier doi, struct identifier prefix)
{
	size_t length = strcspn(doi.value, "/");

	return prefix.kind == IDENTIFIER_PREFIX && strlen(prefix.value) == length &&
	    strncmp(doi.value, prefix.value, length) == 0;
}

bool
merge_agency_is_open(const struct record_identifier *doi)
{
	return doi->id.kind == IDENTIFIER_DOI && strcmp(doi->from, "list") == 0 &&
	    identifier_agency(doi->id.value) == NULL;
}

const char *
merge_agency(const struct witness *witnesses, size_t count, struct identifier doi)
{
	const char *agency = identifier_agency(doi.value);

	for (size_t i = 0; agency == NULL && i < count; i++)
		if (witnesses[i].id.value != NULL && has_prefix(doi, witnesses[i].id) &&
		    witness_is_believed(&witnesses[i]))
			agency = brief_text(&witnesses[i].answer.brief, FIELD_AGENCY);
	return agency;
}

bool
merge_wants_agency(
    const struct witness *witnesses, size_t count, const struct record_identifier *doi)
{
	bool absent = false;

	if (!merge_agency_is_open(doi))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct witness *w = &witnesses[i];

		if (w->id.value == NULL || !identifier_equal(w->id, doi->id) ||
		    !witness_source_issues(w->source, IDENTIFIER_DOI))
			continue;
		if (w->has_answer)
			return false;
		absent |= w->outcome == OUTCOME_ABSENT;
	}
	return absent;
}

bool
merge_may_deny(const struct merge_input *input, const struct witness *witness)
{
	const char *agency;

	if (witness_confidence(witness) < 1.0)
		return false;
	/* What is not public may be there. */
	if (witness->id.kind != IDENTIFIER_DOI)
		return witness->id.kind != IDENTIFIER_OPENREVIEW;
	agency = merge_agency(input->witnesses, input->witness_count, witness->id);
	for (size_t i = 0; agency == NULL && i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		/* A prefix that was given to nobody has no DOI. */
		if (w->id.value != NULL && has_prefix(witness->id, w->id) &&
		    w->outcome == OUTCOME_ABSENT)
			return true;
	}
	return agency != NULL &&
	    text_equal_nocase(agency, witness->source->service->name);
}
