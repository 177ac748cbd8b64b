/*
 * An entry without an identifier enters; the one that searches for its title
 * found, and that the judge calls the same, stands in it when this returns.
 */
#include "base/arena.h"
#include "evidence/evidence.h"
#include "model/source.h"
#include "plan/plan.h"

enum heard
evidence_hear(struct evidence *evidence, struct arena *arena, const struct source *source,
    const struct entry *entry, struct witness *witness)
{
	const struct known *known;
	struct identifier title;

	if (!plan_title(entry, &title))
		return HEARD_NOTHING;
	known = evidence_known(evidence, arena, source, title);
	*witness = known->witness;
	witness->id = title;
	if (!witness->has_answer)
		return witness->outcome == OUTCOME_ABSENT ? HEARD_OTHER : HEARD_NOTHING;
	witness->opinion = evidence_opinion(evidence, arena, known, entry, true);
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
keep_found(struct arena *keep, struct entry *entry, const struct source *source,
    const struct identifier *id)
{
	size_t count = entry->identifier_count;
	struct entry_identifier *all = arena_alloc(keep, (count + 1) * sizeof *all);

	for (size_t i = 0; i < count; i++)
		all[i] = entry->identifiers[i];
	all[count] = (struct entry_identifier){ .id = { id->kind,
						    arena_text(keep, id->value) },
		.link = entry->link_count, /* none */
		.from = source->name };
	entry->identifiers = all;
	entry->identifier_count = count + 1;
}

void
evidence_search(struct evidence *evidence, struct arena *keep, struct arena *scratch,
    const struct entry *entry)
{
	struct entry *place = (struct entry *)(size_t)entry;
	struct identifier title;
	struct witness witness;

	if (!plan_title(entry, &title))
		return;
	forget_found(place);
	for (const struct source *const *s = evidence_sources(evidence); *s != NULL;
	     s++) {
		const struct identifier *id;
		if (!evidence_accepts(*s, IDENTIFIER_TITLE))
			continue;
		switch (evidence_hear(evidence, scratch, *s, entry, &witness)) {
		case HEARD_SAME:
			id = own_id(*s, &witness.answer.brief);
			if (id != NULL)
				keep_found(keep, place, *s, id);
			return;
		case HEARD_OTHER:
		case HEARD_NOTHING:
			break;
		}
	}
}
