/*
 * Witnesses about models enter; what the cache knows of the models they were
 * made from leaves: a card must not promise more than its base model's.
 */
#include "base/arena.h"
#include "run.h"

size_t
evidence_bases(struct run *run, struct arena *arena, const struct witness *witnesses,
    size_t count, int64_t as_of, struct witness **out)
{
	struct witness *bases = NULL;
	struct identifier base;
	size_t found = 0, s;

	for (size_t i = 0; i < count; i++) {
		const struct witness *w = &witnesses[i];
		const char *text = w->has_answer
		    ? brief_text(&w->answer.brief, FIELD_BASE_MODEL)
		    : NULL;

		for (s = 0; run->sources[s] != w->source; s++)
			;
		for (size_t n = 0; claim_base_model(arena, text, n, &base); n++) {
			bases = arena_push(arena, bases, found, sizeof *bases);
			evidence_witness(run, arena, s, base, as_of, &bases[found]);
			found += bases[found].has_answer;
		}
	}
	*out = bases;
	return found;
}
