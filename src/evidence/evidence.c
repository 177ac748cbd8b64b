/*
 * The cache's word about identifiers: they enter, witnesses leave.  Shared by
 * ASK (may a learned id be followed?) and DERIVE.
 */
#include "base/arena.h"
#include "run.h"

bool
evidence_accepts(const struct source *source, enum identifier_kind kind)
{
	return (source->accepts & IDENTIFIER_BIT(kind)) != 0;
}

bool
evidence_brief(struct arena *arena, const struct source *source, struct answer *answer)
{
	if (answer->brief_version != 0)
		return true;
	if (answer->body == NULL ||
	    !source->brief(answer->body, answer->body_length, arena, &answer->brief))
		return false;
	answer->brief_version = source->brief_version;
	return true;
}

void
evidence_witness(struct run *run, struct arena *arena, size_t s, struct identifier id,
    int64_t as_of, struct witness *witness)
{
	const struct source *source = run->sources[s];
	const char *subject = identifier_key(arena, id);
	const char *note;
	int64_t attempted = 0;

	*witness =
	    (struct witness){ .source = source, .id = id, .outcome = OUTCOME_NOT_ASKED };
	if (run->cache == NULL)
		return;
	if (cache_get_attempt(run->cache, arena, run->origins[s], source->name, subject,
		as_of, &attempted, &note))
		witness->outcome = OUTCOME_UNANSWERED;
	witness->asked_at = attempted;
	if (!cache_get(run->cache, arena, run->origins[s], source->name, subject, as_of,
		source->brief_version, false, &witness->answer))
		return;
	witness->carried = attempted > witness->answer.confirmed_at;
	witness->asked_at = witness->answer.confirmed_at;
	if (witness->answer.state == ANSWER_ABSENT) {
		witness->outcome = OUTCOME_ABSENT;
		/* An absence after a find erases nothing. */
		witness->gone = cache_get_found(run->cache, arena, run->origins[s],
		    source->name, subject, as_of, source->brief_version, false,
		    &witness->answer);
		witness->has_answer = witness->gone &&
		    evidence_brief(arena, source, &witness->answer);
		return;
	}
	witness->has_answer = evidence_brief(arena, source, &witness->answer);
	witness->outcome = witness->has_answer ? OUTCOME_FOUND : OUTCOME_UNANSWERED;
}
