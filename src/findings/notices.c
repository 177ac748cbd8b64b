/*
 * What sources say was said of a paper since enters; an erratum, and a venue of the
 * row's that did not take it, leave.
 */
#include "base/arena.h"
#include "findings/inside.h"
#include "model/source.h"

/* It leaves the work standing, but may change what is quoted of it. */
static void
find_erratum(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "status", .given = draft->record->id };
	const struct source *by;
	const char *where = merge_told(draft->input, FIELD_CORRECTED, &by);

	if (where == NULL)
		return;
	finding.source = by->name;
	finding.evidence = arena_printf(draft->arena, "corrected since: %s", where);
	findings_add(draft, entry, "corrected", FINDING_NOTE, finding);
}

static void
find_cut(struct finding_draft *draft, const struct entry *entry)
{
	const struct record *record = draft->record;
	const struct provenance *from = findings_provenance(record, "authors");
	struct finding finding = { .field = "authors", .given = record->id };

	if (record->author_count < CLAIM_MOST_AUTHORS || from == NULL)
		return;
	finding.source = from->source;
	finding.evidence = arena_printf(draft->arena,
	    "%s names %d people or more: no more than these are kept", from->source,
	    CLAIM_MOST_AUTHORS);
	findings_add(draft, entry, "authors-cut", FINDING_NOTE, finding);
}

/* "rejected: ICLR 2024", and the row says ICLR. */
static void
find_decision(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "venue", .given = entry->venue };
	const struct source *by;
	const char *decision = merge_refusal(
	    draft->arena, draft->input, entry->venue, &by);

	if (decision == NULL)
		return;
	finding.found = decision;
	finding.source = by->name;
	finding.evidence = arena_printf(draft->arena, "the list says %s, %s says %s",
	    entry->venue, by->title, decision);
	findings_add(draft, entry, "not-accepted", FINDING_DECIDE, finding);
}

void
findings_of_notices(struct finding_draft *draft, const struct entry *entry)
{
	find_erratum(draft, entry);
	find_cut(draft, entry);
	find_decision(draft, entry);
}
