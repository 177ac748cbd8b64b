/*
 * Entries with their judged edges enter; works leave.  Everything is sorted
 * by list, line and part first, so the order of adding makes no difference.
 */
#include "join/inside.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/work_ids.h"

struct works *
works_new(struct arena *arena,
    struct opinion (*same)(struct arena *, const struct entry *, const struct entry *))
{
	struct works *works = arena_alloc(arena, sizeof *works);

	works->arena = arena;
	works->same = same;
	return works;
}

void
works_entries_lie_in(struct works *works, struct arena *entries)
{
	works->entries = entries == works->arena ? NULL : entries;
}

void
works_add(struct works *works, const struct entry *entry, const struct edge *edges)
{
	works->v = arena_push(works->arena, works->v, works->count, sizeof *works->v);
	works->v[works->count++] = (struct slot){ .entry = entry, .edges = edges };
}

static int
compare_slots(const void *a, const void *b)
{
	return entry_compare(
	    ((const struct slot *)a)->entry, ((const struct slot *)b)->entry);
}

/* A source answered, and with this very title.  What is unclear asks the titles. */
static bool
is_sure(const struct edge *edge)
{
	return edge->answered && edge->opinion.judgement == JUDGE_SAME;
}

static void
collect_papers(struct works *works, size_t slot, struct meetings *papers)
{
	const struct slot *s = &works->v[slot];

	for (size_t i = 0; i < s->entry->identifier_count; i++) {
		const struct edge *edge = &s->edges[i];

		if (!work_accepts_edge(edge) ||
		    !identifier_is_paper(edge->identifier->id.kind))
			continue;
		works_meet_add(works, papers,
		    work_join_key(works->scratch, edge->identifier->id), slot,
		    is_sure(edge));
		for (size_t k = 0; k < edge->learned_count; k++)
			if (identifier_is_paper(edge->learned[k].kind))
				works_meet_add(works, papers,
				    work_join_key(works->scratch, edge->learned[k]), slot,
				    is_sure(edge));
	}
}

/* Where an address alone tells nothing, only rows of one title meet. */
static const char *
meeting_url(struct works *works, const struct entry *entry, const char *url)
{
	const char *key = work_url_key(works->scratch, url);

	return work_url_joins(url) ? key
				   : arena_printf(works->scratch, "%s\n%s", key,
					 text_fold(works->scratch, entry->title));
}

/* A collection is no work; its address may be all that a row is known by. */
static bool
names_nothing(const struct entry *entry)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (entry->identifiers[i].id.kind != IDENTIFIER_HF_COLLECTION)
			return false;
	return true;
}

static void
collect_rest(struct works *works, size_t slot, struct meetings *rest)
{
	const struct slot *s = &works->v[slot];
	const struct entry *entry = s->entry;
	const char *url = work_main_url(entry);

	/* A paper's own page joins whatever else stands beside it. */
	for (size_t i = 0; i < entry->link_count; i++)
		if (entry->links[i].role == LINK_PAPER && entry->links[i].url != NULL &&
		    names_nothing(entry))
			works_meet_add(works, rest,
			    meeting_url(works, entry, entry->links[i].url), slot, false);
	if (work_edges_have_paper(entry, s->edges))
		return;
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct edge *edge = &s->edges[i];

		if (!work_accepts_edge(edge) ||
		    !identifier_is_artifact(edge->identifier->id.kind))
			continue;
		works_meet_add(works, rest,
		    work_join_key(works->scratch, edge->identifier->id), slot, false);
		/* The name that it has now. */
		for (size_t k = 0; k < edge->learned_count; k++)
			if (identifier_is_artifact(edge->learned[k].kind))
				works_meet_add(works, rest,
				    work_join_key(works->scratch, edge->learned[k]), slot,
				    false);
	}
	if (names_nothing(entry) && url != NULL)
		works_meet_add(works, rest, meeting_url(works, entry, url), slot, false);
}

/* The writable side of a work's arrays, while they are filled. */
struct work_draft {
	const struct entry **entries;
	const struct edge **edges;
	size_t count;
};

static void
count_entries(struct works *works)
{
	for (size_t i = 0; i < works->count; i++)
		if (union_root(works, i) == i)
			works->v[i].work = works->work_count++;
	works->works = arena_alloc(
	    works->arena, (works->work_count + 1) * sizeof *works->works);
	for (size_t i = 0; i < works->count; i++) {
		works->v[i].work = works->v[union_root(works, i)].work;
		works->works[works->v[i].work].entry_count++;
	}
}

static void
build_works(struct works *works)
{
	struct work_draft *drafts;

	count_entries(works);
	drafts = arena_alloc(works->scratch, (works->work_count + 1) * sizeof *drafts);
	works->ids = arena_alloc(
	    works->scratch, (works->work_count + 1) * sizeof *works->ids);
	for (size_t i = 0; i < works->work_count; i++) {
		struct work *work = &works->works[i];

		drafts[i].entries = arena_alloc(
		    works->arena, work->entry_count * sizeof *work->entries);
		drafts[i].edges = arena_alloc(
		    works->arena, work->entry_count * sizeof *work->edges);
		work->entries = drafts[i].entries;
		work->edges = drafts[i].edges;
		union_rest_at(works, i);
	}
	for (size_t i = 0; i < works->count; i++) {
		struct work_draft *draft = &drafts[works->v[i].work];

		draft->entries[draft->count] = works->v[i].entry;
		draft->edges[draft->count++] = works->v[i].edges;
		union_rest_at(works, i);
	}
	for (size_t i = 0; i < works->work_count; i++) {
		works->ids[i] = works_fill_ids(
		    works->arena, works->scratch, &works->works[i]);
		union_rest_at(works, i);
	}
}

/* What stands in two works can be the id of neither. */
static void
mark_shared(struct works *works, const struct meeting *group, size_t count)
{
	bool shared = false;

	for (size_t i = 1; i < count; i++)
		shared |= group[i].slot != group[0].slot;
	if (!shared)
		return;
	for (size_t i = 0; i < count; i++) {
		struct work *work = &works->works[group[i].slot];
		struct record_identifier *ids = works->ids[group[i].slot];

		if (strncmp(group[i].key, "url:", 4) == 0)
			work->url_shared = true;
		for (size_t k = 0; k < work->id_count; k++)
			if (strcmp(work_join_key(works->scratch, ids[k].id),
				group[i].key) == 0)
				ids[k].shared = true;
	}
}

static void
find_shared(struct works *works)
{
	struct meetings all = { 0 };

	for (size_t i = 0; i < works->work_count; i++) {
		const struct work *work = &works->works[i];
		const char *url = work_right_url(work->entries[0], work->edges[0]);

		for (size_t k = 0; k < work->id_count; k++)
			if (work->ids[k].status == ID_GOOD)
				works_meet_add(works, &all,
				    work_join_key(works->scratch, work->ids[k].id), i,
				    true);
		if (url != NULL)
			works_meet_add(
			    works, &all, work_url_key(works->scratch, url), i, true);
		union_rest_at(works, i);
	}
	works_meet_join(works, &all, mark_shared);
}

void
works_join(struct works *works)
{
	struct meetings papers = { 0 }, rest = { 0 };

	works->scratch = arena_new();
	if (works->count > 1)
		qsort(works->v, works->count, sizeof *works->v, compare_slots);
	for (size_t i = 0; i < works->count; i++)
		works->v[i].parent = i;
	for (size_t i = 0; i < works->count; i++) {
		collect_papers(works, i, &papers);
		collect_rest(works, i, &rest);
		union_rest_at(works, i);
	}
	works_meet_join(works, &papers, join_by_identifier);
	works_meet_join(works, &rest, join_by_identifier);
	works_join_titles(works);
	build_works(works);
	find_shared(works);
	works_index(works);
	arena_free(works->scratch);
	works->scratch = NULL;
	works->joined = NULL;
	works->ids = NULL;
}

size_t
works_count(const struct works *works)
{
	return works->work_count;
}

const struct work *
works_at(const struct works *works, size_t index)
{
	assert(index < works->work_count);
	return &works->works[index];
}
