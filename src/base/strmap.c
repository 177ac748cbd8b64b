/* Keys and pointers in, pointers out; uthash stays in this file. */
#include "base/strmap.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"

/* Eight bytes at a time.  A product has what its factors' low bits say in its high ones,
 * and those of a key's last bytes (an arXiv id's number) are high: so twice more. */
static unsigned
hash_bytes(const char *bytes, size_t length)
{
	const uint64_t odd = 0x9E3779B97F4A7C15u;
	uint64_t hash = length, eight;

	for (; length >= sizeof eight; bytes += sizeof eight, length -= sizeof eight) {
		memcpy(&eight, bytes, sizeof eight);
		hash = (hash ^ eight) * odd;
		hash ^= hash >> 32;
	}
	for (; length > 0; length--)
		hash = (hash ^ (unsigned char)*bytes++) * odd;
	hash = (hash ^ hash >> 32) * odd;
	return (unsigned)((hash ^ hash >> 29) * odd >> 32);
}

#define uthash_fatal(message)              log_fatal(71, "out of memory (%s)", message)
#define HASH_FUNCTION(bytes, length, hash) (hash) = hash_bytes(bytes, length)
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

void **
strmap_at(struct strmap *map, const char *bytes, size_t length)
{
	struct pair *pair;

	HASH_FIND(hh, map->pairs, bytes, length, pair);
	if (pair == NULL) {
		pair = arena_alloc(map->arena, sizeof *pair + length);
		memcpy(pair->key, bytes, length);
		HASH_ADD(hh, map->pairs, key[0], length, pair);
	}
	return &pair->value;
}

void *
strmap_get(const struct strmap *map, const char *key)
{
	struct pair *pair;

	HASH_FIND(hh, map->pairs, key, strlen(key), pair);
	return pair == NULL ? NULL : pair->value;
}

void
strmap_put(struct strmap *map, const char *key, void *value)
{
	*strmap_at(map, key, strlen(key)) = value;
}

void
strmap_rest(struct strmap *map)
{
	arena_rest(map->arena);
}

size_t
strmap_count(const struct strmap *map)
{
	return HASH_COUNT(map->pairs);
}
