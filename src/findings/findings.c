/*
 * One work with its witnesses and its record enters; all its findings leave,
 * row by row, then those about the work as a whole.
 */
#include <string.h>

#include "findings/inside.h"

static void
find_all(struct finding_draft *draft)
{
	const struct work *work = draft->input->work;

	for (size_t i = 0; i < work->entry_count; i++) {
		const struct entry *entry = work->entries[i];

		findings_of_links(draft, entry, work->edges[i]);
		findings_of_flags(draft, entry, work->edges[i]);
		findings_of_venues(draft, entry);
		findings_of_dates(draft, entry);
		findings_of_reference(draft, entry, work->edges[i]);
		findings_of_artifacts(draft, entry);
		findings_of_states(draft, entry);
	}
	findings_of_twice(draft);
	findings_of_falls(draft);
}

void
findings_of_work(struct arena *arena, const struct merge_input *input,
    const struct record *record, struct spellings *spellings, struct findings *findings)
{
	struct merge_input sorted = *input;
	struct finding_draft draft = { arena, &sorted, strcmp(record->kind, "paper") == 0,
		record, spellings, findings, findings->count };

	/* Whoever asked first, the same is found. */
	sorted.witnesses = witness_sort(arena, input->witnesses, input->witness_count);
	find_all(&draft);
	findings_place(&draft);
}
