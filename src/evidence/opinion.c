/*
 * Witnesses and entries enter, the judge's opinions leave, each asked for but
 * once.
 */
#include "base/arena.h"
#include "evidence/inside.h"
#include "judge/judge.h"

static struct opinion
judge(const struct evidence *evidence, struct arena *arena, const struct known *known,
    const struct entry *entry, bool searched)
{
	const struct brief *brief = &known->witness.answer.brief;
	const struct judge_link link = { evidence->field, known->about };

	return searched ? judge_title(arena, entry, brief, evidence->field)
			: judge_answer(arena, entry, brief, &link);
}

static uint64_t
hash_pair(const struct known *known, const struct entry *entry)
{
	const void *pair[] = { known, entry };

	return table_hash(TABLE_HASH, pair, sizeof pair);
}

static struct opinion
keep_opinion(struct arena *arena, const struct opinion *opinion)
{
	struct opinion kept = *opinion;
	const char **reasons = arena_alloc(
	    arena, opinion->reason_count * sizeof *reasons);

	for (size_t i = 0; i < opinion->reason_count; i++)
		reasons[i] = arena_text(arena, opinion->reasons[i]);
	kept.reasons = reasons;
	return kept;
}

struct opinion
evidence_opinion(struct evidence *evidence, struct arena *arena,
    const struct known *known, const struct entry *entry, bool searched)
{
	uint64_t hash = hash_pair(known, entry_as_read(entry));
	const struct opinion *remembered = NULL;
	struct judged *judged;
	struct opinion opinion;
	size_t at = 0;

	/* What a search found says nothing about the entry itself. */
	entry = entry_as_read(entry);
	while ((judged = table_next(&evidence->judged, hash, &at)) != NULL)
		if (judged->known == known && judged->entry == entry &&
		    judged->searched == searched)
			return judged->opinion;
	if (!known->is_kept || !view_has_room(evidence))
		return judge(evidence, arena, known, entry, searched);
	judged = arena_alloc(evidence->opinions, sizeof *judged);
	*judged = (struct judged){ known, entry, searched, .key = { 0 } };
	if (remember_key(evidence, known, entry, searched, judged->key))
		remembered = remember_find(evidence, judged->key);
	if (remembered != NULL) {
		judged->opinion = *remembered;
	} else {
		arena_reset(evidence->scratch);
		opinion = judge(evidence, evidence->scratch, known, entry, searched);
		judged->opinion = keep_opinion(evidence->opinions, &opinion);
		evidence->has_new_opinions = true;
	}
	table_add(&evidence->judged, hash, judged);
	return judged->opinion;
}
