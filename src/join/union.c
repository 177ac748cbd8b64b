/*
 * Slots enter; the sets they are united in leave (union-find).  And the rest
 * that arenas take in loops through all of them.
 */
#include "base/arena.h"
#include "join/inside.h"

void
union_rest_at(struct works *works, size_t turn)
{
	arena_rest_at(works->arena, turn);
	arena_rest_at(works->scratch, turn);
	if (works->entries != NULL)
		arena_rest_at(works->entries, turn);
}

size_t
union_root(struct works *works, size_t slot)
{
	while (works->v[slot].parent != slot) {
		works->v[slot].parent = works->v[works->v[slot].parent].parent;
		slot = works->v[slot].parent;
	}
	return slot;
}

/* The smaller slot leads, so that a set's root does not depend on the way. */
void
union_unite(struct works *works, size_t a, size_t b)
{
	a = union_root(works, a);
	b = union_root(works, b);
	if (a < b)
		works->v[b].parent = a;
	else
		works->v[a].parent = b;
}
