/*
 * Another cache in; its answers, failed attempts and registrations kept here, as
 * far as they were not there yet.
 */
#include <string.h>

#include "base/arena.h"
#include "cache/guard.h"
#include "cache/inside.h"

enum { BATCH_PAIRS = 2000, BATCH_BYTES = 32 << 20 };

static struct span
copy(struct arena *arena, struct span bytes)
{
	return (
	    struct span){ arena_text_n(arena, bytes.bytes, bytes.length), bytes.length };
}

static bool
is_whole(struct span key, struct span bytes)
{
	struct key_parts parts;
	struct value value;

	return key_split(key, &parts) && value_decode(bytes, key, &value) &&
	    value_body_is_whole(&value);
}

static void
take_pair(struct cache *cache, enum store_table table, struct span key, struct span bytes)
{
	if (!bytes_sealed(bytes, key))
		return;
	cache->pairs = arena_push(
	    cache->waiting, cache->pairs, cache->pair_count, sizeof *cache->pairs);
	cache->pairs[cache->pair_count++] = (struct pending_pair){ .table = table,
		.key = copy(cache->waiting, key),
		.value = copy(cache->waiting, bytes) };
}

/* 0, or a failure of the other's store, or (trouble's words) of this one. */
static bool
take_table(struct cache *cache, struct cache *other, enum store_table table,
    uint64_t *counted, struct cache_trouble *trouble)
{
	struct span key = { 0 }, bytes;
	size_t waiting = 0, bytes_waiting = 0;
	int result = store_seek(other->store, table, &key, &bytes);

	for (; result == 0; result = store_next(other->store, table, &key, &bytes)) {
		if (table == STORE_ANSWERS && is_whole(key, bytes))
			put_stored(cache, key, bytes);
		else if (table == STORE_ANSWERS)
			continue;
		else
			take_pair(cache, table, key, bytes);
		bytes_waiting += bytes.length;
		if (++waiting < BATCH_PAIRS && bytes_waiting < BATCH_BYTES)
			continue;
		if (!commit_waiting(cache, counted, trouble))
			return false;
		waiting = bytes_waiting = 0;
	}
	if (result != STORE_NONE) {
		trouble_say_result(trouble, "cannot read", other->path, result);
		return false;
	}
	return commit_waiting(cache, counted, trouble);
}

bool
cache_merge(struct cache *cache, const char *folder, uint64_t *counted,
    struct cache_trouble *trouble)
{
	static const enum store_table tables[] = { STORE_ANSWERS, STORE_ATTEMPTS,
		STORE_REGISTRY };
	struct cache *other;
	const char *before;
	bool merged = cache_open(folder, CACHE_READ, 0, &other, trouble) == CACHE_OK;

	*counted = 0;
	if (!merged)
		return false;
	before = guard_enter(other->guard);
	for (size_t t = 0; t < sizeof tables / sizeof tables[0] && merged; t++)
		merged = take_table(cache, other, tables[t], counted, trouble);
	guard_leave(before);
	cache_close(other);
	return merged;
}
