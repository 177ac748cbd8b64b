/* Sets of line numbers, filled in rising order, asked by range. */
#include "base/arena.h"
#include "list/words/repair.h"

void
line_set_add(struct arena *arena, struct line_set *set, unsigned line)
{
	if (set->count > 0 && set->lines[set->count - 1] >= line)
		return;
	set->lines = arena_push(arena, set->lines, set->count, sizeof *set->lines);
	set->lines[set->count++] = line;
}

bool
line_set_touches(const struct line_set *set, unsigned first, unsigned last)
{
	size_t low = 0, high = set->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (set->lines[middle] < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low < set->count && set->lines[low] <= last;
}
