/* Ways in which items are written enter, as numbers; how often each was met leaves. */
#include "list/forms/forms.h"

#include <string.h>

#include "base/arena.h"

enum { PLACES = 8192 };

struct habits {
	uint64_t keys[PLACES];
	unsigned counts[PLACES];
	size_t used;
};

struct habits *
forms_habits_new(struct arena *arena)
{
	struct habits *habits = arena_alloc(arena, sizeof *habits);

	forms_habits_forget(habits);
	return habits;
}

void
forms_habits_forget(struct habits *habits)
{
	memset(habits, 0, sizeof *habits);
}

static size_t
place_of(const struct habits *habits, uint64_t key)
{
	size_t at = (size_t)((key * 0x9E3779B97F4A7C15u) >> 40) % PLACES;

	while (habits->counts[at] > 0 && habits->keys[at] != key)
		at = (at + 1) % PLACES;
	return at;
}

unsigned
forms_habit_count(const struct habits *habits, uint64_t key)
{
	return habits->counts[place_of(habits, key)];
}

void
forms_habit_add(struct habits *habits, uint64_t key)
{
	size_t at = place_of(habits, key);

	/* Beyond that nothing new is learned. */
	if (habits->counts[at] == 0 && habits->used++ > PLACES / 2)
		return;
	habits->keys[at] = key;
	habits->counts[at]++;
}

unsigned
forms_rank(unsigned count)
{
	return count + 1 == 0 ? 0 : 31 - (unsigned)__builtin_clz(count + 1);
}
