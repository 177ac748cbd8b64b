/*
 * An entry without an identifier enters; wishes to search for its title, one
 * source after the other, and then for what was found, leave.
 */
#include "ask/inside.h"

#include "base/arena.h"

/* What was found is an identifier like any other from here on. */
static void
wish_for_found(struct asker *asker, const struct entry *entry)
{
	const struct run *run = asker->run;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *found = &entry->identifiers[i];
		for (size_t s = 0; s < run->source_count && found->from != NULL; s++)
			if (run->sources[s]->fills == 0 &&
			    evidence_accepts(run->sources[s], found->id.kind))
				ask_wish(asker, s, found->id, entry);
	}
}

void
ask_title(struct asker *asker, const struct entry *entry)
{
	struct run *run = asker->run;
	struct arena *scratch;
	struct identifier title;
	struct witness witness;
	enum heard heard = HEARD_OTHER;

	entry = entry_as_read(entry);
	if (!plan_title(entry, &title))
		return;
	scratch = arena_new();
	for (size_t s = 0; s < run->source_count && heard == HEARD_OTHER; s++) {
		if (!evidence_accepts(run->sources[s], IDENTIFIER_TITLE))
			continue;
		/* Its answer brings us here again. */
		if (ask_wish(asker, s, title, entry))
			heard = HEARD_NOTHING;
		else
			heard = evidence_hear(
			    run->evidence, scratch, run->sources[s], entry, &witness);
		if (heard == HEARD_NOTHING && run->skipped[s])
			heard = HEARD_OTHER;
	}
	if (heard == HEARD_SAME)
		wish_for_found(asker, evidence_lead(run->evidence, scratch, entry));
	arena_free(scratch);
}
