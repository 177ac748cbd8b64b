/*
 * An entry without an identifier enters; the one that searches for its title
 * found, and that the judge calls the same, stands in it when this returns.
 */
#include "base/arena.h"
#include "judge/judge.h"
#include "run.h"

enum heard
evidence_hear(struct run *run, struct arena *arena, size_t s, const struct entry *entry,
    int64_t as_of, struct witness *witness)
{
	struct identifier title;

	if (!plan_title(entry, &title))
		return HEARD_NOTHING;
	evidence_witness(run, arena, s, title, as_of, witness);
	if (!witness->has_answer)
		return witness->outcome == OUTCOME_ABSENT ? HEARD_OTHER : HEARD_NOTHING;
	witness->opinion = judge_title(arena, entry, &witness->answer.brief);
	return witness->opinion.judgement == JUDGE_SAME ? HEARD_SAME : HEARD_OTHER;
}

/* The answer's own id of the kind its sibling goes by; NULL: none. */
static const struct identifier *
own_id(const struct source *source, const struct brief *brief)
{
	for (size_t i = 0; i < brief->id_count; i++)
		if (brief->ids[i].kind == source->sibling_kind)
			return &brief->ids[i];
	return NULL;
}

static void
forget_found(struct entry *entry)
{
	while (entry->identifier_count > 0 &&
	    entry->identifiers[entry->identifier_count - 1].from != NULL)
		entry->identifier_count--;
}

static void
keep_found(struct run *run, struct entry *entry, const struct source *source,
    const struct identifier *id)
{
	size_t count = entry->identifier_count;
	struct entry_identifier *all = arena_alloc(run->arena, (count + 1) * sizeof *all);

	for (size_t i = 0; i < count; i++)
		all[i] = entry->identifiers[i];
	all[count] = (struct entry_identifier){ .id = { id->kind,
						    arena_text(run->arena, id->value) },
		.link = entry->link_count, /* none */
		.from = source->name };
	entry->identifiers = all;
	entry->identifier_count = count + 1;
}

void
evidence_search(
    struct run *run, struct arena *arena, const struct entry *entry, int64_t as_of)
{
	struct entry *place = (struct entry *)(size_t)entry;
	struct identifier title;
	struct witness witness;

	if (!plan_title(entry, &title))
		return;
	forget_found(place);
	for (size_t s = 0; s < run->source_count; s++) {
		const struct source *source = run->sources[s];
		const struct identifier *id;
		if (!evidence_accepts(source, IDENTIFIER_TITLE))
			continue;
		switch (evidence_hear(run, arena, s, entry, as_of, &witness)) {
		case HEARD_SAME:
			id = own_id(source, &witness.answer.brief);
			if (id != NULL)
				keep_found(run, place, source, id);
			return;
		case HEARD_OTHER:
		case HEARD_NOTHING:
			break;
		}
	}
}
