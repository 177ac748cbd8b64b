/* A folder in, an open cache out; the writer's lock. */
#include "cache/cache.h"

#include <errno.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "cache/folder.h"
#include "cache/guard.h"
#include "cache/inside.h"

static const char opening[] =
    "enrich: the cache's file is cut off or "
    "damaged; put a copy of it back, or move it away to start anew\n";

static enum cache_status
take_lock(struct cache *cache, struct cache_trouble *trouble)
{
	char *path = file_join(cache->arena, cache->folder, "lock");
	pid_t holder = 0;

	if (!file_make_folder(cache->folder, 0700)) {
		trouble_say_result(
		    trouble, "cannot make the folder", cache->folder, errno);
		return CACHE_FAILED;
	}
	cache->lock = file_lock(path, &holder);
	if (cache->lock >= 0)
		return CACHE_OK;
	if (errno != EWOULDBLOCK) {
		trouble_say_result(trouble, "cannot lock", path, errno);
		return CACHE_FAILED;
	}
	if (trouble)
		trouble->holder = holder > 0 ? holder : -1;
	if (holder > 0)
		trouble_say(trouble,
		    "process %ld is writing the cache in %s; "
		    "wait until it has ended",
		    (long)holder, cache->folder);
	else
		trouble_say(trouble,
		    "another process is writing the cache in "
		    "%s; wait until it has ended",
		    cache->folder);
	return CACHE_LOCKED;
}

/* A new file is built beside and renamed: whole or absent. */
static enum cache_status
make_first(struct cache *cache, size_t map, struct cache_trouble *trouble)
{
	char *part = folder_part(cache->arena, cache->folder);
	struct store *store = NULL;
	int result;

	unlink(part);
	result = store_open(part, STORE_BUILD, map, &store);
	if (result == 0)
		result = store_open_tables(store);
	if (result == 0)
		result = store_begin(store);
	if (result == 0)
		result = store_put(
		    store, STORE_ABOUT, bytes_text("format"), bytes_text("1"));
	if (result == 0)
		result = store_commit(store);
	if (result == 0)
		result = store_sync(store);
	store_close(store);
	if (result == 0 && !folder_install(cache->folder, 0))
		result = errno;
	if (result == 0)
		return CACHE_OK;
	trouble_say_result(trouble, "cannot make", part, result);
	unlink(part);
	return CACHE_FAILED;
}

_Static_assert(CACHE_FORMAT == 1, "make_first and gc write it as \"1\"");

static enum cache_status
open_for_writing(struct cache *cache, size_t map, struct cache_trouble *trouble)
{
	const char *foreign = folder_foreign(cache->arena, cache->folder);
	enum cache_status status;
	long generation;

	if (foreign != NULL) {
		trouble_say(trouble, "%s: not used as a cache", foreign);
		return CACHE_FAILED;
	}
	status = take_lock(cache, trouble);
	if (status != CACHE_OK)
		return status;
	generation = folder_newest(cache->folder);
	if (generation == -2) {
		trouble_say_result(trouble, "cannot read", cache->folder, errno);
		return CACHE_FAILED;
	}
	if (generation < 0) {
		if ((status = make_first(cache, map, trouble)) != CACHE_OK)
			return status;
		generation = 0;
	}
	folder_sweep_old(cache->folder, generation);
	folder_tag(cache->folder);
	cache->path = folder_data(cache->arena, cache->folder, generation);
	status = open_store(cache->path, STORE_WRITE, map, &cache->store, trouble);
	if (status == CACHE_MISSING) {
		trouble_say(trouble, "%s vanished while it was opened", cache->path);
		return CACHE_FAILED;
	}
	return status;
}

enum cache_status
cache_open(const char *folder, enum cache_mode mode, size_t map, struct cache **out,
    struct cache_trouble *trouble)
{
	struct arena *arena = arena_new();
	struct cache *cache = arena_alloc(arena, sizeof *cache);
	const char *before = guard_enter(opening);
	enum cache_status status;

	guard_install();
	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	cache->arena = arena;
	cache->waiting = arena_new_in_memory();
	cache->scratch = arena_new();
	buffer_init(&cache->encoded, 0);
	buffer_init(&cache->ages, 0);
	cache->folder = arena_text(arena, folder);
	cache->mode = mode;
	cache->lock = -1;
	status = mode == CACHE_WRITE
	    ? open_for_writing(cache, map, trouble)
	    : open_newest(folder, arena, &cache->path, &cache->store, trouble);
	guard_leave(before);
	if (status != CACHE_OK) {
		cache_close(cache);
		cache = NULL;
	} else {
		disk_remember(cache);
		cache->guard = arena_printf(arena,
		    "enrich: %s was cut off or "
		    "cannot be read while it was in use; run: enrich cache "
		    "check\n",
		    cache->path);
	}
	*out = cache;
	return status;
}

void
cache_close(struct cache *cache)
{
	const char *before;

	if (!cache)
		return;
	before = guard_enter(cache->guard ? cache->guard : opening);
	store_close(cache->store);
	guard_leave(before);
	asked_free(&cache->asked);
	file_unlock(cache->lock);
	buffer_free(&cache->encoded);
	buffer_free(&cache->ages);
	arena_free(cache->waiting);
	arena_free(cache->scratch);
	arena_free(cache->arena);
}

void
cache_rest(struct cache *cache, size_t stays)
{
	store_rest(cache->store, stays);
}
