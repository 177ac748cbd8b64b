/*
 * Works enter; which of them an entry went to leaves.  By address: nothing
 * that is written depends on it.
 */
#include "join/inside.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"

struct place {
	const struct entry *entry;
	size_t slot;
};

static int
compare_places(const void *a, const void *b)
{
	const struct entry *x = ((const struct place *)a)->entry;
	const struct entry *y = ((const struct place *)b)->entry;

	return (x > y) - (x < y);
}

void
works_index(struct works *works)
{
	struct place *places = arena_alloc(
	    works->scratch, (works->count + 1) * sizeof *places);

	for (size_t i = 0; i < works->count; i++)
		places[i] = (struct place){ entry_as_read(works->v[i].entry), i };
	if (works->count > 1)
		qsort(places, works->count, sizeof *places, compare_places);
	works->by_entry = arena_alloc(
	    works->arena, (works->count + 1) * sizeof *works->by_entry);
	for (size_t i = 0; i < works->count; i++)
		works->by_entry[i] = places[i].slot;
}

size_t
works_of(const struct works *works, const struct entry *entry)
{
	size_t low = 0, high = works->count;

	entry = entry_as_read(entry);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (entry_as_read(works->v[works->by_entry[middle]].entry) < entry)
			low = middle + 1;
		else
			high = middle;
	}
	assert(low < works->count &&
	    entry_as_read(works->v[works->by_entry[low]].entry) == entry);
	return works->v[works->by_entry[low]].work;
}
