/* Two answers of one source enter; what fell between them leaves. */
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "findings/inside.h"
#include "model/brief.h"
#include "model/source.h"

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
	struct finding finding = { .field = claim_field_name(field),
		.source = w->source->name };
	const char *was = said(arena, &w->before->brief, field);
	const char *is = said(arena, &w->answer.brief, field);

	finding.given = arena_printf(arena, "%s of %s: %s", claim_field_name(field),
	    identifier_text(arena, w->id), is);
	finding.found = was;
	finding.evidence = arena_printf(arena,
	    "%s: %s said %s on %s, %s on "
	    "%s; the older word stays until a later answer confirms the newer",
	    claim_field_name(field), w->source->title, was,
	    clock_date_text(arena, w->before->confirmed_at), is,
	    clock_date_text(arena, w->answer.retrieved_at));
	findings_add(
	    draft, draft->input->work->entries[0], "value-fell", FINDING_NOTE, finding);
}

void
findings_of_falls(struct finding_draft *draft)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];

		if (!witness_is_believed(w))
			continue;
		for (size_t f = 0; merge_watched(f) != FIELD_COUNT; f++)
			if (falls_witness_fell(draft->arena, w, merge_watched(f)))
				find_fall(draft, w, merge_watched(f));
	}
}
