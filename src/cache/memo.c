/* What was derived in, the same out in a later run: bytes under a name. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "cache/folder.h"
#include "cache/guard.h"
#include "cache/inside.h"

enum { SUM = 8 }; /* bytes in front */

const char *
cache_memo(struct cache *cache, struct arena *arena, const char *name, size_t *length)
{
	const char *before = guard_enter(cache->guard), *memo = NULL;
	struct key key;
	struct span bytes;

	key_make_name(&key, name);
	if (!cache->no_memos &&
	    store_find(cache->store, STORE_MEMOS, key_span(&key), &bytes) == 0 &&
	    bytes_sealed(bytes, key_span(&key))) {
		*length = bytes.length - SUM;
		memo = arena_text_n(arena, bytes.bytes + SUM, *length);
	}
	guard_leave(before);
	return memo;
}

void
cache_pass_over_memos(struct cache *cache)
{
	cache->no_memos = true;
}

struct cache_age
cache_age(const struct cache *cache)
{
	return (struct cache_age){ .generation = (uint64_t)folder_generation(cache->path),
		.commits = store_age(cache->store) };
}

bool
cache_is_for_writing(const struct cache *cache)
{
	return cache->mode == CACHE_WRITE;
}

void
cache_put_memo(struct cache *cache, const char *name, const void *bytes, size_t length)
{
	struct pending_pair pair = { .table = STORE_MEMOS };
	char *sealed = arena_alloc(cache->waiting, SUM + length);
	struct key key;

	assert(cache->mode == CACHE_WRITE);
	key_make_name(&key, name);
	memcpy(sealed + SUM, bytes, length);
	pair.key = (struct span){ arena_text_n(cache->waiting, key.bytes, key.length),
		key.length };
	bytes_seal(sealed, SUM + length, pair.key);
	pair.value = (struct span){ sealed, SUM + length };
	cache->pairs = arena_push(
	    cache->waiting, cache->pairs, cache->pair_count, sizeof *cache->pairs);
	cache->pairs[cache->pair_count++] = pair;
}
