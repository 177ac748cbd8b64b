/* A group of tests enters; one arena for all of them, freed at the end. */
#pragma once

#include "base/arena.h"

static struct arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}
