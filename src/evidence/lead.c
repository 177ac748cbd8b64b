/*
 * An entry without an identifier that is its own enters; its lead, the entry
 * with the one that searches for its title found and that the judge calls the
 * same, leaves.
 */
#include "base/arena.h"
#include "evidence/inside.h"
#include "judge/judge.h"
#include "model/date.h"
#include "model/source.h"
#include "plan/plan.h"

/* Of one title, that are looked at. */
#define MOST_ROWS 4

static uint64_t
hash_entry(const struct entry *entry)
{
	return table_hash(TABLE_HASH, &entry, sizeof(const struct entry *));
}

bool
lead_is_nowhere(struct evidence *evidence, struct arena *scratch,
    const struct entry *entry, struct identifier id)
{
	bool refused = false, filled = id.kind != IDENTIFIER_DOI;

	for (const struct lane *lane = evidence->session->lanes; lane != NULL;
	     lane = lane->next) {
		const struct known *known;
		struct opinion opinion;

		if (!evidence_accepts(lane->source, id.kind))
			continue;
		known = evidence_known(evidence, scratch, lane->source, id);
		if (known->witness.has_answer) {
			opinion = evidence_opinion(
			    evidence, scratch, known, entry, false);
			if (opinion_is_accepted(&opinion))
				return false;
			refused = true;
		} else if (known->witness.outcome == OUTCOME_ABSENT) {
			filled |= lane->source->fills != 0;
		} else if (lane->source->fills == 0 && !refused) {
			return false;
		}
	}
	return refused || filled;
}

static bool
lead_nowhere(struct evidence *evidence, struct arena *scratch, const struct entry *entry)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (!entry->identifiers[i].wrong &&
		    identifier_is_paper(entry->identifiers[i].id.kind) &&
		    !lead_is_nowhere(evidence, scratch, entry, entry->identifiers[i].id))
			return false;
	return true;
}

/* What an entry's identifiers came to, as long as no answer is put. */
struct standing {
	const struct entry *entry;
	size_t age;
	bool nowhere;
};

static bool
all_lead_nowhere(
    struct evidence *evidence, struct arena *scratch, const struct entry *entry)
{
	uint64_t hash = hash_entry(entry);
	struct standing *standing;
	size_t at = 0;

	while ((standing = table_next(&evidence->standings, hash, &at)) != NULL)
		if (standing->entry == entry)
			break;
	if (standing != NULL && standing->age == evidence->age)
		return standing->nowhere;
	if (standing == NULL) {
		standing = arena_alloc(evidence->arena, sizeof *standing);
		standing->entry = entry;
		table_add(&evidence->standings, hash, standing);
	}
	standing->nowhere = lead_nowhere(evidence, scratch, entry);
	standing->age = evidence->age;
	return standing->nowhere;
}

/* Rows of one title are one work (join/) where they are of one time. */
static bool
years_meet(const struct entry *a, const struct entry *b)
{
	int x = date_first_year(a->date), y = date_first_year(b->date);

	return x == 0 || y == 0 || (x - y <= 1 && y - x <= 1);
}

/* Another row says which paper has this title: nobody need be asked. */
static bool
stands_elsewhere(
    struct evidence *evidence, struct arena *scratch, const struct entry *entry)
{
	const struct entry *other;

	for (size_t i = 0; i < MOST_ROWS; i++) {
		other = judge_field_titled(evidence->field, scratch, entry->title, i);
		if (other == NULL)
			return false;
		if (other != entry && years_meet(entry, other) &&
		    !all_lead_nowhere(evidence, scratch, other))
			return true;
	}
	return false;
}

bool
evidence_title(struct evidence *evidence, struct arena *scratch,
    const struct entry *entry, struct identifier *title)
{
	entry = entry_as_read(entry);
	if (plan_title(entry, title))
		return true;
	/* Mostly the first link is right, and asks for nothing more. */
	return all_lead_nowhere(evidence, scratch, entry) &&
	    plan_title_instead(entry, title) &&
	    !stands_elsewhere(evidence, scratch, entry);
}

enum heard
evidence_hear(struct evidence *evidence, struct arena *arena, const struct source *source,
    const struct entry *entry, struct witness *witness)
{
	const struct known *known;
	struct identifier title;

	if (!evidence_title(evidence, arena, entry, &title))
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

/* One that was made before; a search may come to something else meanwhile. */
static struct lead *
look_up(const struct evidence *evidence, const struct entry *entry,
    const struct source *source, struct identifier id)
{
	struct lead *lead;
	size_t at = 0;

	while ((lead = table_next(&evidence->leads, hash_entry(entry), &at)) != NULL)
		if (lead->entry.as_read == entry && lead->found->from == source->name &&
		    identifier_equal(lead->found->id, id))
			return lead;
	return NULL;
}

/* It stands in the entry, and led nowhere. */
static bool
stands_in(const struct entry *entry, struct identifier id)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (identifier_equal(entry->identifiers[i].id, id))
			return true;
	return false;
}

/* Entries are not written to: a copy has the identifier behind its own. */
static const struct entry *
lead_to(struct evidence *evidence, const struct entry *entry, const struct source *source,
    struct identifier id)
{
	struct lead *lead = look_up(evidence, entry, source, id);
	size_t count = entry->identifier_count;
	struct entry_identifier *all;

	if (lead != NULL)
		return &lead->entry;
	lead = arena_alloc(evidence->arena, sizeof *lead);
	all = arena_alloc(evidence->arena, (count + 1) * sizeof *all);
	for (size_t i = 0; i < count; i++)
		all[i] = entry->identifiers[i];
	id.value = arena_text(evidence->arena, id.value);
	all[count] = (struct entry_identifier){ .id = id,
		.link = entry->link_count, /* none */
		.from = source->name };
	lead->entry = *entry;
	lead->entry.as_read = entry;
	lead->entry.identifiers = all;
	lead->entry.identifier_count = count + 1;
	lead->found = &all[count];
	table_add(&evidence->leads, hash_entry(entry), lead);
	return &lead->entry;
}

const struct entry *
evidence_lead(struct evidence *evidence, struct arena *scratch, const struct entry *entry)
{
	const struct identifier *id;
	struct identifier title;
	struct witness witness;

	entry = entry_as_read(entry);
	if (!evidence_title(evidence, scratch, entry, &title))
		return entry;
	for (const struct lane *lane = evidence->session->lanes; lane != NULL;
	     lane = lane->next) {
		const struct source *source = lane->source;
		if (!evidence_accepts(source, IDENTIFIER_TITLE) ||
		    evidence_hear(evidence, scratch, source, entry, &witness) !=
			HEARD_SAME)
			continue;
		id = own_id(source, &witness.answer.brief);
		return id == NULL || stands_in(entry, *id)
		    ? entry
		    : lead_to(evidence, entry, source, *id);
	}
	return entry;
}
