/*
 * Two answers of one source enter, the newer one not confirmed yet; what fell
 * between them is held back and told as a finding.
 *
 * Sources merge the wrong records, and mend it days later: a count that drops
 * by half, authors lost, a venue or licence that is no longer named.  What the
 * next answer says again is true.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/brief.h"
#include "model/source.h"

#define LEAST_LOST 10 /* citations: below that is noise */

static const enum field watched[] = { FIELD_CITED_BY_COUNT, FIELD_AUTHORS, FIELD_VENUE,
	FIELD_LICENSE };

static bool
count_fell(const char *before, const char *now)
{
	long long old, new;

	if (text_is_blank(before))
		return false;
	old = strtoll(before, NULL, 10);
	new = text_is_blank(now) ? 0 : strtoll(now, NULL, 10);
	return old - new >= LEAST_LOST &&new < old / 2 + old % 2;
}

static bool
authors_fell(const struct claim *before, const struct claim *now)
{
	return before != NULL &&
	    before->author_count > (now == NULL ? 0 : now->author_count);
}

/* A preprint server in the journal's place is a venue lost. */
static bool
venue_fell(struct arena *arena, const char *before, const char *now)
{
	struct venue was = venue_read(arena, before);
	struct venue is = venue_read(arena, now);

	return !text_is_blank(before) && venue_is_real(&was) &&
	    (text_is_blank(now) || !venue_is_real(&is));
}

static bool
fell(struct arena *arena, enum field field, const struct brief *before,
    const struct brief *now)
{
	const char *was = brief_text(before, field);
	const char *is = brief_text(now, field);

	switch ((int)field) {
	case FIELD_CITED_BY_COUNT:
		return count_fell(was, is);
	case FIELD_AUTHORS:
		return authors_fell(brief_claim(before, field), brief_claim(now, field));
	case FIELD_VENUE:
		return venue_fell(arena, was, is);
	case FIELD_LICENSE:
		return !text_is_blank(was) && text_is_blank(is);
	default:
		return false;
	}
}

bool
witness_fell(struct arena *arena, const struct witness *witness, enum field field)
{
	return witness->has_before &&
	    fell(arena, field, &witness->before.brief, &witness->answer.brief);
}

const struct answer *
witness_answer(struct arena *arena, const struct witness *witness, enum field field)
{
	return witness_fell(arena, witness, field) ? &witness->before : &witness->answer;
}

static const char *
said(struct arena *arena, const struct brief *brief, enum field field)
{
	const struct claim *claim = brief_claim(brief, field);

	if (claim == NULL)
		return field == FIELD_AUTHORS ? "no authors" : "nothing";
	if (field == FIELD_AUTHORS)
		return arena_printf(arena, "%zu authors", claim->author_count);
	return text_is_blank(claim->text) ? "nothing" : claim->text;
}

static void
find_fall(struct finding_draft *draft, const struct witness *w, enum field field)
{
	struct arena *arena = draft->arena;
	struct finding finding = { .field = field_name(field),
		.source = w->source->name };
	const char *was = said(arena, &w->before.brief, field);
	const char *is = said(arena, &w->answer.brief, field);

	finding.given = arena_printf(
	    arena, "%s of %s: %s", field_name(field), identifier_text(arena, w->id), is);
	finding.found = was;
	finding.evidence = arena_printf(arena,
	    "%s: %s said %s on %s, %s on "
	    "%s; the older word stays until a later answer confirms the newer",
	    field_name(field), w->source->title, was,
	    clock_date_text(arena, w->before.confirmed_at), is,
	    clock_date_text(arena, w->answer.retrieved_at));
	finding_add(
	    draft, draft->input->work->entries[0], "value-fell", FINDING_NOTE, finding);
}

void
find_falls(struct finding_draft *draft)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];

		if (!witness_is_believed(w))
			continue;
		for (size_t f = 0; f < sizeof watched / sizeof *watched; f++)
			if (witness_fell(draft->arena, w, watched[f]))
				find_fall(draft, w, watched[f]);
	}
}
