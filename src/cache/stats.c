/* An open cache in, its numbers out. */
#include <stdio.h>
#include <string.h>

#include "cache/guard.h"
#include "cache/inside.h"

/* Answers come sorted by origin and source: the row is the last, or new. */
static struct cache_source_stats *
row_of(struct cache_stats *stats, const struct key_parts *parts)
{
	struct cache_source_stats *row;
	char origin[sizeof row->origin];

	snprintf(origin, sizeof origin, "%s", parts->origin);
	if (stats->source_count > 0) {
		row = &stats->by_source[stats->source_count - 1];
		if (strcmp(row->origin, origin) == 0 &&
		    strcmp(row->source, parts->source) == 0)
			return row;
	}
	if (stats->source_count == sizeof stats->by_source / sizeof *stats->by_source)
		return NULL;
	row = &stats->by_source[stats->source_count++];
	memcpy(row->origin, origin, sizeof origin);
	snprintf(row->source, sizeof row->source, "%s", parts->source);
	row->newest = parts->at;
	return row;
}

static void
count(struct cache_stats *stats, const struct key_parts *parts, const struct value *value)
{
	struct cache_source_stats *row = row_of(stats, parts);
	bool found = value->state == ANSWER_FOUND;

	if (stats->answers == 0 || parts->at < stats->oldest)
		stats->oldest = parts->at;
	if (stats->answers == 0 || parts->at > stats->newest)
		stats->newest = parts->at;
	stats->answers++;
	stats->found += found;
	stats->absent += !found;
	stats->body_bytes += value->body.length;
	if (!row)
		return;
	row->found += found;
	row->absent += !found;
	if (parts->at > row->newest)
		row->newest = parts->at;
}

static int
count_all(struct cache *cache, struct cache_stats *stats)
{
	struct span key = { 0 }, bytes;
	struct key_parts parts;
	struct value value;
	int result;

	for (result = store_seek(cache->store, STORE_ANSWERS, &key, &bytes); result == 0;
	     result = store_next(cache->store, STORE_ANSWERS, &key, &bytes))
		if (key_split(key, &parts) && value_decode(bytes, key, &value))
			count(stats, &parts, &value);
	if (result != STORE_NONE)
		return result;
	result = store_count(cache->store, STORE_ATTEMPTS, &stats->attempts);
	if (result == 0)
		result = store_count(cache->store, STORE_REGISTRY, &stats->registered);
	return result;
}

bool
cache_stats(struct cache *cache, struct cache_stats *stats)
{
	const char *before = guard_enter(cache->guard);
	uint64_t needed;
	bool done;

	memset(stats, 0, sizeof *stats);
	done = count_all(cache, stats) == 0;
	stats->map_bytes = store_map_bytes(cache->store);
	store_extent(cache->store, &needed, &stats->file_bytes);
	guard_leave(before);
	return done;
}
