/*
 * What sources say of a row's identifiers of papers enters; those that lead to
 * nothing leave.  Only who issues an identifier can say that it is gone; and
 * of a DOI there are more who issue, so one nobody ever knew must stand in the
 * row itself, and be of the agency that does not know it.
 */
#include "findings/inside.h"

#include "base/arena.h"
#include "base/text.h"
#include "model/source.h"

/* Written in a link, not made up from where the link leads. */
static bool
stands_in_link(const struct entry *entry, struct identifier id)
{
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *own = &entry->identifiers[i];

		if (!own->wrong && identifier_equal(own->id, id))
			return own->link < entry->link_count &&
			    entry->links[own->link].url != NULL &&
			    text_find_nocase(entry->links[own->link].url, id.value) !=
			    NULL;
	}
	return false;
}

/*
 * Of a DOI anybody's word counts.  Of any other the issuer's alone, who has more than
 * one door: a new paper stands in arXiv's API days before OAI-PMH has it.
 */
static bool
is_known(const struct merge_input *input, struct identifier id)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (w->id.value != NULL && identifier_equal(w->id, id) &&
		    w->outcome == OUTCOME_FOUND &&
		    (id.kind == IDENTIFIER_DOI ||
			witness_source_issues(w->source, id.kind)))
			return true;
	}
	return false;
}

static bool
is_gone(
    const struct finding_draft *draft, const struct entry *entry, const struct witness *w)
{
	if (w->id.value == NULL || !identifier_is_paper(w->id.kind) ||
	    witness_confidence(w) < 1.0)
		return false;
	if (w->gone)
		return w->id.kind == IDENTIFIER_DOI || !is_known(draft->input, w->id);
	return w->outcome == OUTCOME_ABSENT && stands_in_link(entry, w->id) &&
	    merge_may_deny(draft->input, w) && !is_known(draft->input, w->id);
}

static bool
is_linked(const struct entry *entry, struct identifier id)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (!entry->identifiers[i].wrong &&
		    identifier_equal(entry->identifiers[i].id, id))
			return true;
	return false;
}

void
findings_of_gone(struct finding_draft *draft, const struct entry *entry)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		struct finding finding = { .field = "url" };

		if (!is_gone(draft, entry, w) || !is_linked(entry, w->id))
			continue;
		finding.given = identifier_url(draft->arena, w->id);
		finding.source = w->source->name;
		finding.evidence = arena_printf(draft->arena,
		    w->gone ? "%s knew %s once and does not any more"
			    : "%s does not know %s",
		    w->source->title, identifier_text(draft->arena, w->id));
		findings_add(draft, entry, "gone", FINDING_DECIDE, finding);
	}
}
