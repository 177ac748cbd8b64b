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
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *found = &entry->identifiers[i];
		for (struct lane *lane = asker->session->lanes;
		     lane != NULL && found->from != NULL; lane = lane->next)
			if (lane->source->fills == 0 &&
			    evidence_accepts(lane->source, found->id.kind))
				ask_wish(asker, lane, found->id, entry);
	}
}

void
ask_title(struct asker *asker, const struct entry *entry)
{
	enum heard heard = HEARD_OTHER;
	struct identifier title;
	struct witness witness;
	struct arena *scratch;

	entry = entry_as_read(entry);
	if (!plan_title(entry, &title))
		return;
	scratch = arena_new();
	for (struct lane *lane = asker->session->lanes;
	     lane != NULL && heard == HEARD_OTHER; lane = lane->next) {
		if (!evidence_accepts(lane->source, IDENTIFIER_TITLE))
			continue;
		/* Its answer brings us here again. */
		if (ask_wish(asker, lane, title, entry))
			heard = HEARD_NOTHING;
		else
			heard = evidence_hear(
			    asker->evidence, scratch, lane->source, entry, &witness);
		if (heard == HEARD_NOTHING && lane->state == LANE_SKIPPED)
			heard = HEARD_OTHER;
	}
	if (heard == HEARD_SAME)
		wish_for_found(asker, evidence_lead(asker->evidence, scratch, entry));
	arena_free(scratch);
}
