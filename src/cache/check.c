/* A cache in; whether it is whole, and what to do if it is not, out. */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "cache/folder.h"
#include "cache/guard.h"
#include "cache/inside.h"

/* The child came back: what it saw, and what opening shows. */
static bool
judge_scan(const char *folder, const char *path, const struct scan *scan,
    struct arena *arena, struct cache_trouble *trouble)
{
	struct store *store;
	char *now;

	if (open_newest(folder, arena, &now, &store, trouble) != CACHE_OK)
		return false;
	store_close(store);
	if (scan->failure != 0)
		trouble_say_result(trouble, "cannot read", path, scan->failure);
	else if (scan->damaged > 0)
		trouble_say(trouble,
		    "%s: %llu of %llu values are damaged; "
		    "`enrich cache gc` drops them to be asked again",
		    path, (unsigned long long)scan->damaged,
		    (unsigned long long)scan->values);
	return scan->failure == 0 && scan->damaged == 0;
}

bool
cache_check(const char *folder, uint64_t *values, uint64_t *damaged,
    struct cache_trouble *trouble)
{
	struct arena *arena = arena_new();
	long generation = folder_newest(folder);
	struct scan scan = { 0 };
	bool whole = false;
	char *path;

	guard_install();
	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	path = folder_data(arena, folder, generation < 0 ? 0 : generation);
	if (generation >= 0 && !scan_file(path, &scan))
		trouble_say_result(trouble, "cannot check", path, errno);
	else if (scan.signal != 0)
		open_say_fatal(path, strsignal(scan.signal), trouble);
	else
		whole = judge_scan(folder, path, &scan, arena, trouble);
	*values = scan.values;
	*damaged = scan.damaged;
	arena_free(arena);
	return whole;
}
