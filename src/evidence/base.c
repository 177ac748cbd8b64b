/*
 * Witnesses about models enter; what the cache knows of the models they were
 * made from leaves: a card must not promise more than its base model's.
 */
#include "base/arena.h"
#include "evidence/evidence.h"

size_t
evidence_bases(struct evidence *evidence, struct arena *arena,
    const struct witness *witnesses, size_t count, struct witness **out)
{
	struct witness *bases = NULL;
	struct identifier base;
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		const struct witness *w = &witnesses[i];
		const char *text = w->has_answer
		    ? brief_text(&w->answer.brief, FIELD_BASE_MODEL)
		    : NULL;

		for (size_t n = 0; claim_base_model(arena, text, n, &base); n++) {
			bases = arena_push(arena, bases, found, sizeof *bases);
			bases[found] =
			    evidence_known(evidence, arena, w->source, base)->witness;
			bases[found].id = base;
			found += bases[found].has_answer;
		}
	}
	*out = bases;
	return found;
}
