/* Keys and pointers in, pointers out; uthash stays in this file. */
#include "base/strmap.h"

#include <string.h>

#include "base/arena.h"
#include "base/log.h"

#define uthash_fatal(message) log_fatal(71, "out of memory (%s)", message)
#include <uthash.h>

struct pair {
	UT_hash_handle hh;
	void *value;
	char key[];
};

struct strmap {
	struct pair *pairs;
	struct arena *arena; /* of the pairs */
};

struct strmap *
strmap_new(void)
{
	struct arena *arena = arena_new();
	struct strmap *map = arena_alloc(arena, sizeof *map);

	map->arena = arena;
	return map;
}

void
strmap_free(struct strmap *map)
{
	if (map == NULL)
		return;
	HASH_CLEAR(hh, map->pairs);
	arena_free(map->arena);
}

static struct pair *
find_pair(const struct strmap *map, const char *key)
{
	struct pair *pair;

	HASH_FIND(hh, map->pairs, key, strlen(key), pair);
	return pair;
}

void *
strmap_get(const struct strmap *map, const char *key)
{
	struct pair *pair = find_pair(map, key);

	return pair == NULL ? NULL : pair->value;
}

void
strmap_put(struct strmap *map, const char *key, void *value)
{
	struct pair *pair = find_pair(map, key);
	size_t length;

	if (pair == NULL) {
		length = strlen(key);
		pair = arena_alloc(map->arena, sizeof *pair + length + 1);
		memcpy(pair->key, key, length + 1);
		HASH_ADD(hh, map->pairs, key[0], length, pair);
	}
	pair->value = value;
}

size_t
strmap_count(const struct strmap *map)
{
	return HASH_COUNT(map->pairs);
}
