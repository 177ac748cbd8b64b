/*
 * A work enters; what each source says about it, with opinions, leaves.
 * Shared by ASK (what does it lack?) and DERIVE.
 */
#include <string.h>

#include "base/arena.h"
#include "judge/judge.h"
#include "run.h"

/* What came only once is not yet sure: merge/ can hold back what fell. */
static void
add_before(struct run *run, struct arena *arena, size_t s, struct witness *w)
{
	const struct source *source = run->sources[s];

	if (w->answer.confirmed_at <= w->answer.retrieved_at)
		w->has_before = cache_get_found(run->cache, arena, run->origins[s],
				    source->name, identifier_key(arena, w->id),
				    w->answer.retrieved_at - 1, source->brief_version,
				    false, &w->before) &&
		    evidence_brief(arena, source, &w->before);
}

/* The opinion of the entry that fits an answer best. */
static struct opinion
best_opinion(struct arena *arena, const struct work *work, const struct brief *brief,
    bool searched)
{
	struct opinion best = { .judgement = JUDGE_DIFFERENT };

	for (size_t i = 0; i < work->entry_count; i++) {
		struct opinion opinion = searched
		    ? judge_title(arena, work->entries[i], brief)
		    : judge_answer(arena, work->entries[i], brief);
		if (i == 0 || opinion.judgement < best.judgement)
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
add_search(struct run *run, struct arena *arena, const struct work *work, int64_t as_of,
    size_t s, struct witness *witness)
{
	const struct entry *entry = NULL;
	struct identifier title;
	enum heard heard;

	for (size_t i = 0; i < work->entry_count && entry == NULL; i++)
		if (plan_title(work->entries[i], &title))
			entry = work->entries[i];
	if (entry == NULL)
		return false;
	heard = evidence_hear(run, arena, s, entry, as_of, witness);
	if (heard == HEARD_OTHER && witness->has_answer)
		witness->outcome = OUTCOME_AMBIGUOUS;
	/* What it found speaks under its own identifier. */
	witness->has_answer = false;
	witness->id.value = NULL;
	return true;
}

static bool
is_searched(const struct run *run, const char *from)
{
	for (size_t s = 0; s < run->source_count; s++)
		if (evidence_accepts(run->sources[s], IDENTIFIER_TITLE) &&
		    strcmp(run->sources[s]->name, from) == 0)
			return true;
	return false;
}

size_t
evidence_about(struct run *run, struct arena *arena, const struct work *work,
    int64_t as_of, struct witness **out)
{
	struct witness *witnesses = NULL;
	size_t count = 0;
	bool searching = true;

	for (size_t s = 0; s < run->source_count; s++) {
		unsigned fills = run->sources[s]->fills;
		bool needed = fills == 0 ||
		    merge_lacks(arena, witnesses, count, fills) != 0;
		if (evidence_accepts(run->sources[s], IDENTIFIER_TITLE) && searching) {
			witnesses = arena_push(
			    arena, witnesses, count, sizeof *witnesses);
			count += add_search(
			    run, arena, work, as_of, s, &witnesses[count]);
			searching = count > 0 &&
			    witnesses[count - 1].source == run->sources[s] &&
			    (witnesses[count - 1].outcome == OUTCOME_ABSENT ||
				witnesses[count - 1].outcome == OUTCOME_AMBIGUOUS);
		}
		for (size_t i = 0; i < work->id_count; i++) {
			struct identifier id = work->ids[i].id;
			if (!evidence_accepts(run->sources[s], id.kind))
				continue;
			witnesses = arena_push(
			    arena, witnesses, count, sizeof *witnesses);
			struct witness *witness = &witnesses[count++];
			evidence_witness(run, arena, s, id, as_of, witness);
			if (!witness->has_answer &&
			    (work->ids[i].status == ID_WRONG ||
				(!needed && witness->outcome != OUTCOME_ABSENT))) {
				/*
				 * Nobody was to be asked about it; that it
				 * was tried once, in an outage, is past.
				 */
				count--;
				continue;
			}
			if (!witness->has_answer)
				continue;
			witness->searched = is_searched(run, work->ids[i].from);
			witness->opinion = best_opinion(
			    arena, work, &witness->answer.brief, witness->searched);
			if (witness->opinion.judgement == JUDGE_DIFFERENT)
				witness->outcome = OUTCOME_AMBIGUOUS;
			else
				add_before(run, arena, s, witness);
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
				witnesses[i].opinion.judgement != JUDGE_DIFFERENT
			    ? brief_text(&witnesses[i].answer.brief, dates[d])
			    : NULL;
			if (date != NULL && identifier_is_paper(witnesses[i].id.kind))
				return date;
		}
	}
	return NULL;
}
