/*
 * Lists and cache enter; every wish there is before the first answer leaves.
 */
#include "ask/inside.h"
#include "base/arena.h"

void
ask_wish_all(struct asker *asker)
{
	const struct works *works = evidence_works(asker->evidence);
	struct arena *arena = arena_new(), *scratch = arena_new();
	bool *gaps = arena_alloc(arena, works_count(works) + 1);

	for (size_t w = 0; w < works_count(works); w++) {
		const struct work *work = works_at(works, w);
		struct witness *witnesses;
		size_t count = evidence_about(asker->evidence, scratch, work, &witnesses);
		if (ask_concerns(work) &&
		    join_scope(work, asker->session->settings->since,
			evidence_date(witnesses, count)) != SCOPE_OLDER) {
			for (size_t e = 0; e < work->entry_count; e++)
				ask_wish_entry(asker, work->entries[e]);
			gaps[w] = ask_has_gap(asker, scratch, work, witnesses, count);
		}
		arena_reset(scratch);
		evidence_rest_at(asker->evidence, w);
	}
	if (!ask_has_queue(asker))
		ask_hear_turned(asker);
	/* With all else fresh, what the works lack is known already. */
	if (!ask_has_queue(asker) && asker->elsewhere == 0)
		ask_fill_works(asker, works, gaps);
	ask_look_ahead(asker, works, gaps);
	arena_free(scratch);
	arena_free(arena);
}
