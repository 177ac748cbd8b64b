/* A written folder and its archive enter; a release beside the others leaves. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "release/folder/folder.h"

static bool
name_taken(struct folder *folder, const char *base)
{
	struct stat status;
	const char *path = file_join(folder->arena, folder->parent, base);

	if (lstat(path, &status) == 0 ||
	    file_exists(arena_printf(folder->arena, "%s.SHA256SUMS", path)))
		return true;
	for (const char *const *s = folder_suffixes; *s != NULL; s++)
		if (file_exists(arena_printf(folder->arena, "%s%s", path, *s)))
			return true;
	return false;
}

/* The first of a day has no number. */
static const char *
free_name(struct folder *folder)
{
	const char *base = folder->base;

	for (unsigned n = 2; name_taken(folder, base); n++)
		base = arena_printf(folder->arena, "%s.%u", folder->base, n);
	return base;
}

static bool
move(struct folder *folder, const char *from, const char *to)
{
	const char *path = file_join(folder->arena, folder->parent, to);

	if (rename(from, path) == 0)
		return true;
	folder_fail(folder, "cannot rename to", path);
	return false;
}

static bool
write_beside(struct folder *folder, const char *name, const char *text)
{
	const char *path = file_join(folder->arena, folder->hidden, name);

	if (file_replace(path, text, strlen(text), 0644))
		return true;
	folder_fail(folder, "cannot write", path);
	return false;
}

/* A symlink cannot be replaced but by renaming another over it. */
static void
point_latest(struct folder *folder, const char *base)
{
	const char *beside = file_join(folder->arena, folder->hidden, "latest");
	const char *path = file_join(folder->arena, folder->parent, "latest");
	struct stat status;

	/* Something else of that name is not ours to replace. */
	if (lstat(path, &status) == 0 && !S_ISLNK(status.st_mode))
		return;
	if (symlink(base, beside) == 0 && rename(beside, path) != 0)
		unlink(beside);
}

/*
 * `commit` names what is about to appear, so that a sweep after a kill knows
 * what to take back.
 */
static bool
rename_all(struct folder *folder, const char *base, const char *archive,
    const char *suffix, const char *sha256)
{
	struct arena *arena = folder->arena;
	const char *sums = arena_printf(arena, "%s.SHA256SUMS", base);
	const char *packed = arena_printf(arena, "%s%s", base, suffix);

	return write_beside(
		   folder, "commit", arena_printf(arena, "%s\n%s\n", base, packed)) &&
	    write_beside(
		folder, "sums", arena_printf(arena, "%s  %s\n", sha256, packed)) &&
	    file_sync(folder->hidden) && move(folder, archive, packed) &&
	    move(folder, file_join(arena, folder->hidden, "sums"), sums) &&
	    file_sync(folder->parent) && move(folder, folder->inside, base);
}

/*
 * Two runs of a day do not take each other's name, where there are locks at all.  Ours hold it for moments; who
 * holds it for long is somebody who may only read the folder, and is not waited for.
 */
static void
lock_for_a_while(int parent, const char *path)
{
	enum { TRIES = 100, PAUSE_MS = 100 };

	for (unsigned i = 0; i < TRIES && flock(parent, LOCK_EX | LOCK_NB) != 0 &&
	     (errno == EWOULDBLOCK || errno == EINTR);
	     i++) {
		if (i + 1 == TRIES)
			log_warning("%s is locked by somebody else for %d s; going on",
			    path, TRIES * PAUSE_MS / 1000);
		poll(NULL, 0, PAUSE_MS);
	}
}

bool
folder_commit(struct folder *folder, const char *archive, const char *suffix,
    const char *sha256, struct committed *committed)
{
	struct arena *arena = folder->arena;
	int parent = open(folder->parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const char *base;
	bool done;

	if (parent < 0) {
		folder_fail(folder, "cannot open", folder->parent);
		return false;
	}
	lock_for_a_while(parent, folder->parent);
	base = free_name(folder);
	done = rename_all(folder, base, archive, suffix, sha256);
	if (done) {
		/* It is there, whatever becomes of this. */
		if (!file_sync(folder->parent))
			log_warning(
			    "%s: %s; %s is whole, but a power cut may take it back",
			    folder->parent, strerror(errno), base);
		committed->folder = file_join(arena, folder->parent, base);
		committed->archive = arena_printf(
		    arena, "%s/%s%s", folder->parent, base, suffix);
		point_latest(folder, base);
		folder_discard(folder);
	} else {
		if (folder->words == NULL)
			folder_fail(folder, "cannot write", folder->parent);
		/* The sweep takes back what was renamed already. */
		close(folder->lock);
		folder->lock = -1;
		folder_sweep(arena, folder->parent);
	}
	close(parent);
	return done;
}
