/*
 * Entries and the cache enter, judged edges and the works they join leave.
 */
#include <string.h>

#include "base/arena.h"
#include "judge/judge.h"
#include "run.h"

/* What several sources say of one link: it takes all of them to blame it. */
static void
add_opinion(
    struct edge *edge, const struct witness *witness, const struct opinion *opinion)
{
	bool first = !edge->answered;

	/* A paper's answer without a title cannot speak for or against. */
	if (witness->answer.brief.title == NULL && identifier_is_paper(witness->id.kind))
		return;
	edge->answered = true;
	if (first ||
	    (edge->answered_title == NULL && witness->answer.brief.title != NULL)) {
		edge->answered_title = witness->answer.brief.title;
		edge->answered_by = witness->source->name;
	}
	if (first || opinion->judgement == JUDGE_SAME) {
		edge->opinion = *opinion;
	} else if (edge->opinion.judgement != JUDGE_SAME &&
	    opinion->judgement != edge->opinion.judgement) {
		/* One is unsure: so are we. */
		if (edge->opinion.judgement == JUDGE_DIFFERENT)
			edge->opinion = *opinion;
	}
}

static void
add_learned(struct arena *scratch, struct edge *edge, const struct witness *witness)
{
	const struct brief *brief = &witness->answer.brief;
	struct identifier *learned = (struct identifier *)edge->learned;

	for (size_t i = 0; i < brief->id_count; i++) {
		bool known = identifier_equal(brief->ids[i], edge->identifier->id);
		for (size_t j = 0; j < edge->learned_count; j++)
			known |= identifier_equal(brief->ids[i], learned[j]);
		if (known)
			continue;
		learned = arena_push(
		    scratch, learned, edge->learned_count, sizeof *learned);
		learned[edge->learned_count++] = brief->ids[i];
		edge->learned_from = witness->source->name;
	}
	edge->learned = learned;
}

/* What an edge holds outlives the arena it was judged in. */
static void
keep_edge(struct arena *arena, const struct entry *entry, struct edge *edge)
{
	const char **reasons = arena_alloc(
	    arena, edge->opinion.reason_count * sizeof *reasons);
	struct identifier *learned = arena_alloc(
	    arena, edge->learned_count * sizeof *learned);

	for (size_t i = 0; i < edge->opinion.reason_count; i++)
		reasons[i] = arena_text(arena, edge->opinion.reasons[i]);
	edge->opinion.reasons = reasons;
	for (size_t i = 0; i < edge->learned_count; i++)
		learned[i] = (struct identifier){ edge->learned[i].kind,
			arena_text(arena, edge->learned[i].value) };
	edge->learned = learned;
	/* Mostly the very title of the list. */
	if (edge->answered_title != NULL)
		edge->answered_title = strcmp(edge->answered_title, entry->title) == 0
		    ? entry->title
		    : arena_text(arena, edge->answered_title);
}

static void
judge_edge(struct run *run, struct arena *arena, struct arena *scratch,
    const struct entry *entry, int64_t as_of, struct edge *edge)
{
	struct opinion opinions[MOST_SOURCES];
	struct witness witnesses[MOST_SOURCES];
	size_t count = 0;

	edge->opinion.judgement = JUDGE_UNCLEAR;
	if (edge->identifier->wrong)
		return;
	for (size_t s = 0; s < run->source_count; s++) {
		if (!evidence_accepts(run->sources[s], edge->identifier->id.kind))
			continue;
		evidence_witness(
		    run, scratch, s, edge->identifier->id, as_of, &witnesses[count]);
		if (!witnesses[count].has_answer)
			continue;
		opinions[count] = judge_answer(
		    scratch, entry, &witnesses[count].answer.brief);
		add_opinion(edge, &witnesses[count], &opinions[count]);
		count++;
	}
	for (size_t i = 0; i < count; i++)
		if (edge->opinion.judgement != JUDGE_DIFFERENT &&
		    opinions[i].judgement != JUDGE_DIFFERENT)
			add_learned(scratch, edge, &witnesses[i]);
	keep_edge(arena, entry, edge);
}

struct works *
evidence_join(struct run *run, struct arena *arena, int64_t as_of)
{
	struct works *works = works_new(arena, judge_entries);
	struct arena *scratch = arena_new();

	works_entries_lie_in(works, run->arena);
	for (size_t l = 0; l < run->list_count; l++) {
		const struct list *list = &run->lists[l];
		for (size_t e = 0; e < list->entry_count; e++) {
			const struct entry *entry = &list->entries[e];
			evidence_search(run, scratch, entry, as_of);
			struct edge *edges = arena_alloc(
			    arena, (entry->identifier_count + 1) * sizeof *edges);
			for (size_t i = 0; i < entry->identifier_count; i++) {
				edges[i].identifier = &entry->identifiers[i];
				judge_edge(run, arena, scratch, entry, as_of, &edges[i]);
			}
			works_add(works, entry, edges);
			arena_reset(scratch);
			arena_rest_at(arena, e);
			arena_rest_at(run->arena, e);
		}
	}
	works_join(works);
	arena_free(scratch);
	return works;
}
