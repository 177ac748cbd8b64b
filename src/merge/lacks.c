/* Witnesses of a paper enter; which fields none of them fills leaves. */
#include "merge/inside.h"

#include <string.h>

#include "base/text.h"
#include "model/brief.h"
#include "model/license.h"
#include "model/source.h"

static bool
fills(struct arena *arena, const struct witness *witness, enum field field)
{
	const struct claim *claim = brief_claim(&witness->answer.brief, field);
	const char *expression;
	struct venue venue;

	if (claim == NULL)
		return false;
	if (field == FIELD_AUTHORS)
		return claim->author_count > 0;
	if (text_is_blank(claim->text))
		return false;
	if (field == FIELD_LICENSE)
		return license_read(arena, witness->source->license_in, claim->text,
			   &expression) == LICENSE_STATED;
	if (field != FIELD_VENUE)
		return true;
	/* A preprint server is no venue. */
	venue = venue_read(arena, claim->text);
	return venue_is_real(&venue);
}

unsigned
merge_lacks(
    struct arena *arena, const struct witness *witnesses, size_t count, unsigned fields)
{
	for (size_t i = 0; i < count; i++) {
		const struct witness *w = &witnesses[i];

		if (!witness_is_believed(w) ||
		    (w->answer.brief.kind != BRIEF_PAPER &&
			w->answer.brief.kind != BRIEF_LICENSE))
			continue;
		for (enum field f = 0; f < FIELD_COUNT; f++)
			if ((fields & FIELD_BIT(f)) != 0 && fills(arena, w, f))
				fields &= ~FIELD_BIT(f);
	}
	return fields;
}

bool
merge_knows_registry(const struct witness *witnesses, size_t count,
    const struct source *source, struct identifier id)
{
	const char *agency;
	bool absent = false;

	if (source->fills == 0 || !witness_source_issues(source, id.kind))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct witness *w = &witnesses[i];

		if (w->source == source || w->id.value == NULL ||
		    !identifier_equal(w->id, id) ||
		    !witness_source_issues(w->source, id.kind))
			continue;
		if (w->has_answer && !w->gone)
			return true;
		absent |= w->outcome == OUTCOME_ABSENT;
	}
	/* One registry has not got it: the next is asked if it may be its own. */
	agency = absent && id.kind == IDENTIFIER_DOI ? merge_agency(witnesses, count, id)
						     : NULL;
	return agency != NULL && !text_equal_nocase(agency, source->service->name);
}
