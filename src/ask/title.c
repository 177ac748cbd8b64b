/*
 * An entry without an identifier enters; wishes to search for its title, one
 * source after the other, and then for what was found, leave.
 */
#include "ask/inside.h"

#include "base/arena.h"

/* What was found is an identifier like any other from here on. */
static bool
wish_for_found(struct asker *asker, const struct entry *entry)
{
	bool comes = false;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *found = &entry->identifiers[i];
		for (struct lane *lane = asker->session->lanes;
		     lane != NULL && found->from != NULL; lane = lane->next)
			if (lane->source->fills == 0 &&
			    evidence_accepts(lane->source, found->id.kind))
				comes |= ask_wish(asker, lane, found->id, entry);
	}
	return comes;
}

/* Which links lead nowhere no plan knows: what it takes is told apart. */
static void
count_instead(struct asker *asker, const struct entry *entry)
{
	struct lane *lane = asker->session->lanes;
	struct identifier title;

	for (; lane != NULL && !plan_title(entry, &title); lane = lane->next)
		if ((lane->source->accepts &
			(IDENTIFIER_BIT(IDENTIFIER_TITLE) | IDENTIFIER_PAPER_BITS)) != 0)
			lane->tally.alone++;
}

/* For a verdict on a row that names no paper's venue or people, the word of who hosts
 * what it links is enough. */
static bool
is_vouched_for(const struct session *session, const struct entry *entry)
{
	for (size_t i = 0;
	     (session->needs & FIELD_BIT(FIELD_LICENSE)) == 0 && entry->venue == NULL &&
	     entry->authors == NULL && i < entry->identifier_count;
	     i++)
		for (const struct lane *lane = session->lanes; lane != NULL;
		     lane = lane->next)
			if (identifier_is_artifact(entry->identifiers[i].id.kind) &&
			    evidence_accepts(lane->source, entry->identifiers[i].id.kind))
				return true;
	return false;
}

bool
ask_title(struct asker *asker, const struct entry *entry)
{
	enum heard heard = HEARD_OTHER;
	struct identifier title;
	struct witness witness;
	struct arena *scratch = arena_new();
	bool comes = false;

	entry = entry_as_read(entry);
	if (is_vouched_for(asker->session, entry) ||
	    !evidence_title(asker->evidence, scratch, entry, &title)) {
		arena_free(scratch);
		return false;
	}
	for (struct lane *lane = asker->session->lanes;
	     lane != NULL && heard == HEARD_OTHER; lane = lane->next) {
		if (!evidence_accepts(lane->source, IDENTIFIER_TITLE))
			continue;
		/* Its answer brings us here again. */
		comes = ask_wish(asker, lane, title, entry);
		if (comes) {
			count_instead(asker, entry);
			heard = HEARD_NOTHING;
		} else {
			heard = evidence_hear(
			    asker->evidence, scratch, lane->source, entry, &witness);
		}
		if (heard == HEARD_NOTHING && lane->state == LANE_SKIPPED)
			heard = HEARD_OTHER;
	}
	if (heard == HEARD_SAME)
		comes = wish_for_found(
		    asker, evidence_lead(asker->evidence, scratch, entry));
	arena_free(scratch);
	return comes;
}
