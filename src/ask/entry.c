/*
 * Entries enter; wishes for what they name leave, of those too that only answers
 * joined to what is asked about.
 */
#include "ask/inside.h"
#include "base/arena.h"

void
ask_wish_entry(struct asker *asker, const struct entry *entry)
{
	if (entry->share != ENTRY_ASKED)
		return;
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *named = &entry->identifiers[i];
		for (struct lane *lane = asker->session->lanes;
		     lane != NULL && !named->wrong; lane = lane->next)
			if (lane->source->fills == 0 &&
			    evidence_accepts(lane->source, named->id.kind))
				ask_wish(asker, lane, named->id, entry);
	}
	ask_title(asker, entry);
	ask_settle(asker);
}

bool
ask_concerns(const struct work *work)
{
	for (size_t e = 0; e < work->entry_count; e++)
		if (work->entries[e]->share == ENTRY_ASKED)
			return true;
	return false;
}

/* Is there anything that the entry names and nobody was asked about? */
static bool
is_new(const struct asker *asker, const struct entry *entry)
{
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *named = &entry->identifiers[i];
		for (const struct lane *lane = asker->session->lanes;
		     lane != NULL && !named->wrong; lane = lane->next)
			if (lane->source->fills == 0 &&
			    evidence_accepts(lane->source, named->id.kind) &&
			    !plan_wishes_for(lane->plan, named->id))
				return true;
	}
	return false;
}

static bool
is_in_scope(struct asker *asker, struct arena *scratch, const struct work *work)
{
	struct witness *witnesses;
	size_t count = evidence_about(asker->evidence, scratch, work, &witnesses);

	return ask_concerns(work) &&
	    join_scope(work, asker->session->settings->since,
		evidence_date(witnesses, count)) != SCOPE_OLDER;
}

void
ask_wish_joined(struct asker *asker)
{
	const struct works *works = evidence_works(asker->evidence);
	struct arena *scratch = arena_new();

	for (size_t w = 0; w < works_count(works); w++) {
		const struct work *work = works_at(works, w);
		bool wanted = false;
		for (size_t e = 0; e < work->entry_count && work->entry_count > 1; e++)
			wanted |= is_new(asker, work->entries[e]);
		if (wanted && is_in_scope(asker, scratch, work))
			for (size_t e = 0; e < work->entry_count; e++)
				ask_wish_entry(asker, work->entries[e]);
		arena_reset(scratch);
	}
	arena_free(scratch);
}
