/* Counts and names enter; histograms, medians and top lists leave. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "release/facts/facts.h"
#include "release/tally/tally.h"

#define MOST_NAMES 20000

static void
keep_top(struct tally *t, const struct record *r)
{
	size_t at = t->top_count;

	/* Equal counts stay in the order of the records, which is by id. */
	while (at > 0 && t->top[at - 1].count < r->cited_by_count)
		at--;
	if (at == TALLY_TOP)
		return;
	if (t->top_count < TALLY_TOP)
		t->top_count++;
	memmove(&t->top[at + 1], &t->top[at], (t->top_count - at - 1) * sizeof t->top[0]);
	t->top[at].id = arena_text(t->arena, r->id);
	t->top[at].title = arena_text(t->arena, facts_title(r));
	t->top[at].venue = arena_text(t->arena, r->container_title);
	t->top[at].url = arena_text(t->arena, r->url);
	t->top[at].year = r->year;
	t->top[at].count = r->cited_by_count;
}

void
tally_citations(struct tally *t, const struct record *r)
{
	if (r->cited_by_count < 0) {
		t->cited_unknown++;
		return;
	}
	t->cited_bins[tally_bin(r->cited_by_count)]++;
	t->cited_counts[r->cited_by_count < TALLY_EXACT - 1 ? r->cited_by_count
							    : TALLY_EXACT - 1]++;
	keep_top(t, r);
}

int64_t
tally_median(const struct tally *t)
{
	size_t known = 0, seen = 0;

	for (size_t i = 0; i < TALLY_BINS; i++)
		known += t->cited_bins[i];
	for (int64_t i = 0; known > 0 && i < TALLY_EXACT; i++) {
		seen += t->cited_counts[i];
		if (seen * 2 >= known)
			return i;
	}
	return -1;
}

void
tally_counted_init(struct counted_set *set)
{
	memset(set, 0, sizeof *set);
	set->map = strmap_new();
}

void
tally_counted_free(struct counted_set *set)
{
	strmap_free(set->map);
	free(set->v);
}

void
tally_counted_add(struct counted_set *set, struct arena *arena, const char *key,
    const char *name, const char *note)
{
	struct counted_name *counted = strmap_get(set->map, key);

	if (counted == NULL && set->count == MOST_NAMES) {
		set->rest++;
		return;
	}
	if (counted == NULL) {
		counted = arena_alloc(arena, sizeof *counted);
		counted->name = arena_text(arena, name);
		counted->note = note;
		strmap_put(set->map, key, counted);
		if (set->v == NULL)
			set->v = calloc(MOST_NAMES, sizeof(void *));
		if (set->v == NULL)
			abort();
		set->v[set->count++] = counted;
	}
	counted->count++;
}

static int
by_count(const void *left, const void *right)
{
	const struct counted_name *a = *(struct counted_name *const *)left;
	const struct counted_name *b = *(struct counted_name *const *)right;

	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return strcmp(a->name, b->name);
}

void
tally_counted_sort(struct counted_set *set)
{
	if (set->count > 1)
		qsort(set->v, set->count, sizeof(void *), by_count);
}
