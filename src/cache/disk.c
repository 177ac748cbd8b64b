/* An open cache in; whether its disk has room, and whether it is there at all. */
#include <sys/stat.h>

#include "base/file.h"
#include "cache/inside.h"

#define MARGIN (1 << 20) /* pages are copied when they are written */

bool
cache_has_room(const struct cache *cache, uint64_t bytes, struct cache_trouble *trouble)
{
	uint64_t room = file_room(cache->folder);

	if (room >= bytes + MARGIN)
		return true;
	trouble_say(trouble,
	    "%s: %llu kB are free, the answers to come may "
	    "need %llu kB; make room and run again: what was kept before is "
	    "safe",
	    cache->folder, (unsigned long long)(room >> 10),
	    (unsigned long long)((bytes + MARGIN) >> 10));
	return false;
}

void
disk_remember(struct cache *cache)
{
	struct stat about;

	if (stat(cache->path, &about) == 0) {
		cache->device = about.st_dev;
		cache->inode = about.st_ino;
	}
}

bool
disk_has_file(const struct cache *cache, struct cache_trouble *trouble)
{
	struct stat about;

	if (stat(cache->path, &about) == 0 && about.st_ino == cache->inode &&
	    about.st_dev == cache->device)
		return true;
	if (trouble)
		trouble->lost = true;
	trouble_say(trouble,
	    "%s vanished while it was in use, and its answers "
	    "with it; put a copy of it back, or run again to ask anew",
	    cache->path);
	return false;
}
