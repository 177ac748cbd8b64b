/*
 * Keys that stand in entries enter; entries that share one and may be one
 * work are united.
 */
#include "join/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Titles compared within one group: more would be quadratic for a hub. */
#define MOST_COMPARED 64
/* Pairs whose judgement is remembered, each until another takes its place. */
#define MOST_JOINED 16381

/*
 * Any order serves that is the same everywhere.  By FNV-1a numbers are
 * compared, and the keys themselves, all over the memory, hardly ever.
 */
static uint64_t
order_of(const char *key)
{
	uint64_t order = UINT64_C(0xcbf29ce484222325);

	for (; *key != '\0'; key++)
		order = (order ^ (unsigned char)*key) * UINT64_C(0x100000001b3);
	return order;
}

void
works_meet_add(struct works *works, struct meetings *meetings, const char *key,
    size_t slot, bool sure)
{
	meetings->v = arena_push(
	    works->scratch, meetings->v, meetings->count, sizeof *meetings->v);
	meetings->v[meetings->count++] = (struct meeting){
		.key = key, .order = order_of(key), .slot = slot, .sure = sure
	};
}

static int
compare_meetings(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;
	int order = (x->order > y->order) - (x->order < y->order);

	if (order == 0 && x->key != y->key)
		order = strcmp(x->key, y->key);
	if (order == 0)
		order = (x->slot > y->slot) - (x->slot < y->slot);
	return order != 0 ? order : y->sure - x->sure;
}

void
works_meet_join(struct works *works, struct meetings *meetings,
    void (*join)(struct works *, const struct meeting *, size_t count))
{
	size_t from = 0;

	if (meetings->count < 2)
		return;
	qsort(meetings->v, meetings->count, sizeof *meetings->v, compare_meetings);
	while (from < meetings->count) {
		size_t to = from + 1;

		while (to < meetings->count &&
		    meetings->v[to].order == meetings->v[from].order &&
		    strcmp(meetings->v[to].key, meetings->v[from].key) == 0)
			to++;
		if (to - from > 1)
			join(works, &meetings->v[from], to - from);
		from = to;
	}
}

/* The judge knows two entries by title and name: an order of both. */
static uint64_t
order_of_pair(const struct entry *a, const struct entry *b)
{
	const uint64_t prime = UINT64_C(0x100000001b3);
	uint64_t order = order_of(a->title) * prime + order_of(b->title);

	if (a->name != NULL)
		order += order_of(a->name) * prime * prime;
	return order * prime + (b->name == NULL ? 0 : order_of(b->name));
}

static bool
is_called_alike(const struct entry *a, const struct entry *b)
{
	return a == b ||
	    (strcmp(a->title, b->title) == 0 && (a->name == NULL) == (b->name == NULL) &&
		(a->name == NULL || strcmp(a->name, b->name) == 0));
}

/* Lists that repeat works give the same two titles over and over. */
static bool
may_join(struct works *works, size_t a, size_t b)
{
	const struct entry *left = works->v[a].entry, *right = works->v[b].entry;
	struct joined *known;
	struct arena *arena;

	if (works->joined == NULL)
		works->joined = arena_alloc(
		    works->scratch, MOST_JOINED * sizeof *works->joined);
	known = &works->joined[order_of_pair(left, right) % MOST_JOINED];
	if (known->left != NULL && is_called_alike(known->left, left) &&
	    is_called_alike(known->right, right))
		return known->may;
	arena = arena_new();
	*known = (struct joined){ left, right,
		works->same(arena, left, right).judgement != JUDGE_DIFFERENT };
	arena_free(arena);
	return known->may;
}

static bool
are_one(struct works *works, const struct meeting *group, size_t count)
{
	size_t root = union_root(works, group->slot);

	for (size_t i = 1; i < count; i++)
		if (union_root(works, group[i].slot) != root)
			return false;
	return true;
}

void
join_by_identifier(struct works *works, const struct meeting *group, size_t count)
{
	size_t most = count < MOST_COMPARED ? count : MOST_COMPARED;
	const struct meeting *sure = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!group[i].sure)
			continue;
		if (sure != NULL)
			union_unite(works, sure->slot, group[i].slot);
		sure = &group[i];
	}
	/* Every doubtful one with every other: titles decide. */
	for (size_t i = 0; i < count && !are_one(works, group, count); i++)
		for (size_t k = 0; k < most; k++)
			if (k != i && !(group[i].sure && group[k].sure) &&
			    union_root(works, group[i].slot) !=
				union_root(works, group[k].slot) &&
			    may_join(works, group[i].slot, group[k].slot))
				union_unite(works, group[i].slot, group[k].slot);
}
