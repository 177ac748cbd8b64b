/*
 * A work enters; what each source says about it, with opinions, leaves.
 * Shared by ASK (what does it lack?) and DERIVE.
 */
#include <string.h>

#include "base/arena.h"
#include "evidence/inside.h"
#include "merge/merge.h"
#include "model/source.h"

/* The opinion of the entry that fits an answer best. */
static struct opinion
best_opinion(struct evidence *evidence, struct arena *arena, const struct work *work,
    const struct known *known, bool searched)
{
	struct opinion best = { .judgement = JUDGE_DIFFERENT };

	for (size_t i = 0; i < work->entry_count; i++) {
		struct opinion opinion = evidence_opinion(
		    evidence, arena, known, work->entries[i], searched);
		if (i == 0 || opinion_is_better(&opinion, &best))
			best = opinion;
	}
	return best;
}

/* A paper's source that answered under one id need not under the others. */
static size_t
drop_needless(struct witness *witnesses, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		bool needless = false;
		for (size_t j = 0;
		     j < count && witnesses[i].outcome == OUTCOME_NOT_ASKED &&
		     identifier_is_paper(witnesses[i].id.kind);
		     j++)
			needless |= witnesses[j].source == witnesses[i].source &&
			    witnesses[j].outcome != OUTCOME_NOT_ASKED &&
			    witnesses[j].outcome != OUTCOME_ABSENT;
		if (!needless)
			witnesses[kept++] = witnesses[i];
	}
	return kept;
}

/*
 * The searches for the work's title, as far as they went: the next source is
 * asked when the one before does not know it.
 */
static bool
add_search(struct evidence *evidence, struct arena *arena, const struct work *work,
    const struct source *source, struct witness *witness)
{
	const struct entry *entry = NULL;
	struct identifier title;
	enum heard heard;

	for (size_t i = 0; i < work->entry_count && entry == NULL; i++)
		if (evidence_title(evidence, arena, work->entries[i], &title))
			entry = work->entries[i];
	if (entry == NULL)
		return false;
	heard = evidence_hear(evidence, arena, source, entry, witness);
	if (heard == HEARD_OTHER && witness->has_answer)
		witness->outcome = OUTCOME_AMBIGUOUS;
	/* What it found speaks under its own identifier. */
	witness->has_answer = false;
	witness->before = NULL;
	return true;
}

static bool
is_searched(const struct lane *lane, const char *from)
{
	for (; lane != NULL; lane = lane->next)
		if (evidence_accepts(lane->source, IDENTIFIER_TITLE) &&
		    strcmp(lane->source->name, from) == 0)
			return true;
	return false;
}

/* What a source names without teaching it (arXiv, its paper's DOI) is asked about only
 * where something is lacking. */
static bool
is_taught(const struct lane *lane, const struct record_identifier *about)
{
	for (; lane != NULL; lane = lane->next)
		if (strcmp(lane->source->name, about->from) == 0)
			return (lane->source->teaches & IDENTIFIER_BIT(about->id.kind)) !=
			    0;
	return true;
}

/* false: nobody was to be asked about it. */
static bool
add_witness(struct evidence *evidence, struct arena *arena, const struct work *work,
    const struct record_identifier *about, bool needed, struct witness *witness)
{
	const struct source *source = witness->source;
	const struct known *known = evidence_known(evidence, arena, source, about->id);

	*witness = known->witness;
	witness->id = about->id;
	needed = needed &&
	    (source->fills != 0 || is_taught(evidence->session->lanes, about));
	/* That it was tried once, in an outage, is past. */
	if (!witness->has_answer)
		return !record_id_is_refused(about->status) &&
		    (needed || witness->outcome == OUTCOME_ABSENT);
	witness->searched = is_searched(evidence->session->lanes, about->from);
	witness->opinion = best_opinion(evidence, arena, work, known, witness->searched);
	if (!opinion_is_accepted(&witness->opinion)) {
		witness->outcome = OUTCOME_AMBIGUOUS;
		witness->before = NULL;
	}
	return true;
}

/* Who registers a DOI that an agency does not know: nothing of the work itself. */
static bool
add_agency(struct evidence *evidence, struct arena *arena,
    const struct record_identifier *doi, const struct witness *witnesses, size_t count,
    struct witness *witness)
{
	struct identifier prefix;

	if (!merge_wants_agency(witnesses, count, doi))
		return false;
	prefix = merge_prefix(arena, doi->id);
	*witness = evidence_known(evidence, arena, witness->source, prefix)->witness;
	witness->id = prefix;
	witness->opinion.judgement = JUDGE_SAME;
	return true;
}

/* FIELD_BIT set: what any of them is asked about only where it is lacking. */
static unsigned
fields_filled(const struct lane *lane)
{
	unsigned fields = 0;

	for (; lane != NULL; lane = lane->next)
		fields |= lane->source->fills;
	return fields;
}

size_t
evidence_about(struct evidence *evidence, struct arena *arena, const struct work *work,
    struct witness **out)
{
	struct witness *witnesses = NULL;
	size_t count = 0, looked = 0;
	unsigned lacking = fields_filled(evidence->session->lanes);
	bool searching = true;

	for (const struct lane *lane = evidence->session->lanes; lane != NULL;
	     lane = lane->next) {
		const struct source *source = lane->source;
		bool needed = source->fills == 0;

		/* Each witness is looked at but once. */
		if (!needed && lacking != 0 && looked < count)
			lacking = merge_lacks(
			    arena, &witnesses[looked], count - looked, lacking);
		looked = needed ? looked : count;
		needed |= (lacking & source->fills) != 0;
		if (evidence_accepts(source, IDENTIFIER_TITLE) && searching) {
			witnesses = arena_push(
			    arena, witnesses, count, sizeof *witnesses);
			count += add_search(
			    evidence, arena, work, source, &witnesses[count]);
			searching = count > 0 && witnesses[count - 1].source == source &&
			    (witnesses[count - 1].outcome == OUTCOME_ABSENT ||
				witnesses[count - 1].outcome == OUTCOME_AMBIGUOUS);
		}
		for (size_t i = 0; i < work->id_count; i++) {
			if (evidence_accepts(source, IDENTIFIER_PREFIX)) {
				witnesses = arena_push(
				    arena, witnesses, count, sizeof *witnesses);
				witnesses[count] = (struct witness){ .source = source };
				count += add_agency(evidence, arena, &work->ids[i],
				    witnesses, count, &witnesses[count]);
			}
			if (!evidence_accepts(source, work->ids[i].id.kind))
				continue;
			witnesses = arena_push(
			    arena, witnesses, count, sizeof *witnesses);
			witnesses[count] = (struct witness){ .source = source };
			count += add_witness(evidence, arena, work, &work->ids[i],
			    needed &&
				!merge_knows_registry(
				    witnesses, count, source, work->ids[i].id),
			    &witnesses[count]);
		}
	}
	count = drop_needless(witnesses, count);
	*out = witnesses;
	return count;
}

const char *
evidence_date(const struct witness *witnesses, size_t count)
{
	static const enum field dates[] = { FIELD_FIRST_PUBLIC, FIELD_ISSUED };

	for (size_t d = 0; d < 2; d++) {
		for (size_t i = 0; i < count; i++) {
			const char *date = witnesses[i].has_answer &&
				opinion_is_accepted(&witnesses[i].opinion)
			    ? brief_text(&witnesses[i].answer.brief, dates[d])
			    : NULL;
			if (date != NULL && identifier_is_paper(witnesses[i].id.kind))
				return date;
		}
	}
	return NULL;
}
