/*
 * An open cache and how much of its past is wanted in; the same without what is
 * older and newer answers have followed, out, now and then.
 */
#include "cache/guard.h"
#include "cache/inside.h"

/* One without a mark gets it, and its turn after half of the time. */
static bool
is_due(struct cache *cache, int64_t now, int64_t history)
{
	const char *before = guard_enter(cache->guard);
	struct mark mark;
	bool due = false;

	/* A clock that went back starts anew. */
	if (!mark_read(cache->store, &mark) || mark.at > now)
		mark_write(cache->store, &(struct mark){ now, 0 });
	else
		due = now - mark.at >= history / 2 &&
		    mark_bytes(cache->store) > mark.bytes + mark.bytes / 4;
	guard_leave(before);
	return due;
}

bool
cache_thin(struct cache *cache, int64_t now, int64_t history, uint64_t *dropped,
    uint64_t *bytes_freed, struct cache_trouble *trouble)
{
	*dropped = *bytes_freed = 0;
	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	if (!disk_has_file(cache, trouble))
		return false;
	return !is_due(cache, now, history) ||
	    gc_replace(cache, now, history > now ? 0 : now - history, dropped,
		bytes_freed, trouble);
}
