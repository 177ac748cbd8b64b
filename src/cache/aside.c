/*
 * A folder whose cache is damaged enters; the same without it leaves: the file lies
 * beside under another name, for whoever wants to look, and is never removed.
 */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "cache/folder.h"
#include "cache/inside.h"

/* The first name of the day that is free. */
static char *
name_aside(struct arena *arena, const char *folder)
{
	const char *date = clock_date_text(arena, clock_now());
	char *path = file_join(
	    arena, folder, arena_printf(arena, "damaged-%s.mdb", date));

	for (unsigned n = 2; file_exists(path); n++)
		path = file_join(
		    arena, folder, arena_printf(arena, "damaged-%s.%u.mdb", date, n));
	return path;
}

static bool
move_aside(struct arena *arena, const char *folder, struct cache_trouble *trouble)
{
	long generation = folder_newest(folder);
	char *data = folder_data(arena, folder, generation < 0 ? 0 : generation);
	char *aside = name_aside(arena, folder);

	if (generation < 0 || rename(data, aside) != 0) {
		trouble_say_result(trouble, "cannot move", data, errno);
		return false;
	}
	unlink(arena_printf(arena, "%s-lock", data));
	file_sync(folder);
	trouble_say(trouble,
	    "the cache is damaged; it lies as %s now, and all is asked again", aside);
	return true;
}

bool
cache_set_aside(const char *folder, struct cache_trouble *trouble)
{
	struct arena *arena = arena_new();
	int lock = file_lock(file_join(arena, folder, "lock"), NULL);
	bool done = false;

	if (lock >= 0)
		done = move_aside(arena, folder, trouble);
	file_unlock(lock);
	arena_free(arena);
	return done;
}
