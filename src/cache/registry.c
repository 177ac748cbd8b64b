/* Identifiers in, what the first release that knew them fixed out. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "cache/guard.h"
#include "cache/inside.h"
#include "model/work.h"

/* sum, then id, citation key, first seen, each with its NUL. */
enum { TEXTS = 3 };

static bool
is_registered(struct cache *cache, struct span key)
{
	const char *before = guard_enter(cache->guard);
	struct span bytes;
	bool known = store_find(cache->store, STORE_REGISTRY, key, &bytes) == 0 &&
	    bytes_sealed(bytes, key);

	guard_leave(before);
	return known;
}

void
cache_register(
    struct cache *cache, const char *identifier, const struct registered *registered)
{
	struct pending_pair pair = { .table = STORE_REGISTRY };
	struct key key;
	struct span texts[TEXTS] = { bytes_text(registered->id),
		bytes_text(registered->citation_key),
		bytes_text(registered->first_seen) };
	size_t length = 8;
	char *start, *bytes;

	assert(cache->mode == CACHE_WRITE);
	key_make_name(&key, identifier);
	/* The first registration stays: most are there for years. */
	if (is_registered(cache, key_span(&key)))
		return;
	for (size_t i = 0; i < TEXTS; i++)
		length += texts[i].length + 1;
	start = arena_alloc(cache->waiting, length);
	pair.value = (struct span){ start, length };
	bytes = start + 8;
	for (size_t i = 0; i < TEXTS; i++) {
		memcpy(bytes, texts[i].bytes, texts[i].length);
		bytes += texts[i].length + 1;
	}
	pair.key = (struct span){ arena_text_n(cache->waiting, key.bytes, key.length),
		key.length };
	bytes_seal(start, length, pair.key);
	cache->pairs = arena_push(
	    cache->waiting, cache->pairs, cache->pair_count, sizeof *cache->pairs);
	cache->pairs[cache->pair_count++] = pair;
}

static bool
decode(struct arena *arena, struct span bytes, struct span key,
    struct registered *registered)
{
	const char **texts[TEXTS] = { &registered->id, &registered->citation_key,
		&registered->first_seen };
	const char *at = bytes.bytes + 8, *end = bytes.bytes + bytes.length;

	if (!bytes_sealed(bytes, key))
		return false;
	for (size_t i = 0; i < TEXTS; i++) {
		const char *stop = memchr(at, '\0', (size_t)(end - at));

		if (!stop)
			return false;
		*texts[i] = stop > at ? arena_text_n(arena, at, (size_t)(stop - at))
				      : NULL;
		at = stop + 1;
	}
	return at == end;
}

bool
cache_registered(struct cache *cache, struct arena *arena, const char *identifier,
    struct registered *registered)
{
	const char *before = guard_enter(cache->guard);
	struct key key;
	struct span bytes;
	bool known;

	key_make_name(&key, identifier);
	known = store_find(cache->store, STORE_REGISTRY, key_span(&key), &bytes) == 0 &&
	    decode(arena, bytes, key_span(&key), registered);
	guard_leave(before);
	return known;
}
