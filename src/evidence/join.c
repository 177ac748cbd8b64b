/*
 * Entries and the cache enter, judged edges and the works they join leave.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cache/cache.h"
#include "evidence/inside.h"
#include "join/join.h"
#include "judge/judge.h"
#include "model/source.h"

/*
 * Entries or works, before what was read of the cache may go.  Each may touch
 * a page that no other does, and the kernel maps the 15 next to it as well.
 */
#define CACHE_TURNS 192
#define CACHE_STAYS ((size_t)64 << 20) /* its bytes that may stay */

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
	/* One is unsure: so are we. */
	if (first || opinion_is_better(opinion, &edge->opinion))
		edge->opinion = *opinion;
}

/* A row that says no title asks for the one that its own link has. */
static struct opinion
opinion_beside(struct evidence *evidence, struct arena *scratch,
    const struct known *known, const struct entry *entry, const struct brief *teacher)
{
	const struct judge_link link = { evidence->field, known->about };
	struct entry said = *entry;

	if (!text_is_blank(entry->title) || teacher->title == NULL)
		return evidence_opinion(evidence, scratch, known, entry, false);
	said.title = teacher->title;
	return judge_answer(scratch, &said, &known->witness.answer.brief, &link);
}

/*
 * A source may name the DOI of another paper of theirs.  Where somebody has
 * answered about it, and all of them with another title or other people, it is
 * none of this entry's.
 */
static bool
is_anothers(struct evidence *evidence, struct arena *scratch, const struct entry *entry,
    const struct brief *teacher, struct identifier id)
{
	bool refused = false;

	for (const struct lane *lane = evidence->session->lanes;
	     lane != NULL && id.kind == IDENTIFIER_DOI; lane = lane->next) {
		const struct known *known;
		struct opinion opinion;

		if (!evidence_accepts(lane->source, id.kind))
			continue;
		known = evidence_known(evidence, scratch, lane->source, id);
		if (!known->witness.has_answer)
			continue;
		opinion = opinion_beside(evidence, scratch, known, entry, teacher);
		if (opinion_is_accepted(&opinion))
			return false;
		refused = true;
	}
	return refused;
}

/* What a witness teaches that is not known yet; `learned` grows in scratch. */
static struct identifier *
add_learned(struct evidence *evidence, struct arena *scratch, const struct entry *entry,
    struct edge *edge, const struct witness *witness, struct identifier *learned)
{
	const struct brief *brief = &witness->answer.brief;

	for (size_t i = 0; i < brief->id_count; i++) {
		bool known = identifier_equal(brief->ids[i], edge->identifier->id);
		for (size_t j = 0; j < edge->learned_count; j++)
			known |= identifier_equal(brief->ids[i], learned[j]);
		if (known || is_anothers(evidence, scratch, entry, brief, brief->ids[i]))
			continue;
		learned = arena_push(
		    scratch, learned, edge->learned_count, sizeof *learned);
		learned[edge->learned_count++] = brief->ids[i];
		edge->learned_from = witness->source->name;
	}
	return learned;
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
judge_edge(struct evidence *evidence, struct arena *arena, struct arena *scratch,
    const struct entry *entry, struct edge *edge)
{
	struct identifier id = edge->identifier->id;
	const struct witness **about = NULL;
	struct identifier *learned = NULL;
	struct opinion opinion;
	size_t count = 0;

	edge->opinion.judgement = JUDGE_UNCLEAR;
	if (edge->identifier->wrong)
		return;
	for (const struct lane *lane = evidence->session->lanes; lane != NULL;
	     lane = lane->next) {
		const struct known *known;
		if (!evidence_accepts(lane->source, id.kind))
			continue;
		known = evidence_known(evidence, scratch, lane->source, id);
		if (!known->witness.has_answer)
			continue;
		opinion = evidence_opinion(evidence, scratch, known, entry, false);
		add_opinion(edge, &known->witness, &opinion);
		if (!opinion_is_accepted(&opinion))
			continue;
		about = arena_push(scratch, about, count, sizeof(struct witness *));
		about[count++] = &known->witness;
	}
	edge->nowhere = !edge->answered && identifier_is_paper(id.kind) &&
	    lead_is_nowhere(evidence, scratch, entry, id);
	for (size_t i = 0; i < count && opinion_is_accepted(&edge->opinion); i++)
		learned = add_learned(evidence, scratch, entry, edge, about[i], learned);
	edge->learned = learned;
	keep_edge(arena, entry, edge);
}

/* Once, before anything is judged: of the lists alone. */
static struct judge_field *
weigh_words(struct evidence *evidence)
{
	struct judge_field *field = judge_field_new(
	    evidence->arena, session_latest_year(evidence->session));
	struct arena *scratch = arena_new();

	for (size_t l = 0; l < evidence->list_count; l++)
		for (size_t e = 0; e < evidence->lists[l].entry_count; e++) {
			judge_field_add(field, scratch, &evidence->lists[l].entries[e]);
			arena_reset(scratch);
			arena_rest_at(evidence->session->arena, e);
		}
	arena_free(scratch);
	return field;
}

/* What was read of it is kept here. */
static void
rest_cache(const struct evidence *evidence, size_t turn)
{
	if (evidence->session->cache != NULL && turn % CACHE_TURNS == CACHE_TURNS - 1)
		cache_rest(evidence->session->cache, CACHE_STAYS);
}

static struct works *
join(struct evidence *evidence)
{
	struct arena *entries = evidence->session->arena; /* where they lie */
	struct arena *arena = evidence->of_works, *scratch = arena_new();
	struct works *works = works_new(arena, judge_entries);
	size_t turn = 0;

	if (evidence->field == NULL)
		evidence->field = weigh_words(evidence);

	works_entries_lie_in(works, entries);
	for (size_t l = 0; l < evidence->list_count; l++) {
		const struct list *list = &evidence->lists[l];
		for (size_t e = 0; e < list->entry_count; e++) {
			const struct entry *entry;
			struct edge *edges;

			if (list->entries[e].share == ENTRY_LEFT)
				continue;
			entry = evidence_lead(evidence, scratch, &list->entries[e]);
			edges = arena_alloc(
			    arena, (entry->identifier_count + 1) * sizeof *edges);
			for (size_t i = 0; i < entry->identifier_count; i++) {
				edges[i].identifier = &entry->identifiers[i];
				judge_edge(evidence, arena, scratch, entry, &edges[i]);
			}
			works_add(works, entry, edges);
			arena_reset(scratch);
			evidence_rest_at(evidence, turn++);
		}
	}
	works_join(works);
	rest_cache(evidence, CACHE_TURNS - 1);
	judge_field_rest(evidence->field);
	arena_free(scratch);
	return works;
}

const struct works *
evidence_works(struct evidence *evidence)
{
	if (evidence->works == NULL) {
		arena_free(evidence->of_works);
		evidence->of_works = arena_new();
		evidence->works = join(evidence);
	}
	return evidence->works;
}

void
evidence_rest_at(struct evidence *evidence, size_t turn)
{
	arena_rest_at(evidence->session->arena, turn);
	rest_cache(evidence, turn);
	if (view_is_large(evidence))
		arena_rest_at(evidence->arena, turn);
	if (evidence->of_works != NULL)
		arena_rest_at(evidence->of_works, turn);
}

void
evidence_rest_scattered_at(struct evidence *evidence, size_t turn)
{
	arena_rest_scattered_at(evidence->session->arena, turn);
	rest_cache(evidence, turn);
	if (view_is_large(evidence)) {
		arena_rest_scattered_at(evidence->arena, turn);
		arena_rest_scattered_at(evidence->opinions, turn);
	}
	if (evidence->of_works != NULL)
		arena_rest_scattered_at(evidence->of_works, turn);
}
