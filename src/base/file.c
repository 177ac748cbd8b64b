/* Paths in, whole bounded contents out; and whole synced files written. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/spool.h"

/* Close and keep the errno of what went wrong before. */
static bool
fail_closing(int file)
{
	int error = errno;

	close(file);
	errno = error;
	return false;
}

/* A pipe may never say anything, and hold us for ever. */
static int
open_to_read(const char *path)
{
	int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	struct stat status;

	if (file < 0)
		return -1;
	if (fstat(file, &status) == 0 &&
	    (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode))) {
		close(file);
		errno = ENOTSUP;
		return -1;
	}
	(void)!fcntl(file, F_SETFL, 0);
	return file;
}

const char *
file_trouble(void)
{
	return errno == ENOTSUP ? "a pipe, no file" : strerror(errno);
}

bool
file_read(const char *path, struct buffer *buffer)
{
	static char chunk[64 * 1024];
	bool is_input = strcmp(path, "-") == 0;
	int file = is_input ? STDIN_FILENO : open_to_read(path);
	ssize_t got;

	if (file < 0)
		return false;
	buffer_clear(buffer);
	/* An empty file, too, gives a text that ends. */
	buffer_add(buffer, "", 0);
	while ((got = read(file, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got > 0 && buffer_add(buffer, chunk, (size_t)got))
			continue;
		if (got > 0)
			errno = EFBIG;
		return is_input ? false : fail_closing(file);
	}
	if (!is_input)
		close(file);
	return true;
}

bool
file_write(int file, const void *from, size_t length)
{
	const char *bytes = from;

	while (length > 0) {
		ssize_t wrote = write(file, bytes, length);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return false;
		bytes += wrote;
		length -= (size_t)wrote;
	}
	return true;
}

static bool
sync_folder_of(struct arena *arena, const char *path)
{
	const char *name = file_name(path);
	size_t length = (size_t)(name - path);

	return file_sync(length == 0 ? "." : arena_text_n(arena, path, length));
}

static bool
replace(struct arena *arena, const char *path, const void *bytes, size_t length,
    mode_t mode, const struct stat *owned)
{
	char *beside = arena_printf(arena, "%s.part-XXXXXX", path);
	int file = mkostemp(beside, O_CLOEXEC), error;

	if (file < 0)
		return false;
	/* fchmod: the mode asked for, whatever the umask is. */
	if (!file_write(file, bytes, length) ||
	    (owned != NULL && fchown(file, owned->st_uid, owned->st_gid) != 0) ||
	    (fchmod(file, mode) != 0 && !file_has_none()) || !file_flush(file)) {
		fail_closing(file);
	} else if (close(file) == 0 && rename(beside, path) == 0) {
		return sync_folder_of(arena, path);
	}
	error = errno;
	unlink(beside);
	errno = error;
	return false;
}

static bool
replace_as(const char *path, const void *bytes, size_t length, mode_t mode,
    const struct stat *owned)
{
	struct arena *arena = arena_new();
	bool done = replace(arena, path, bytes, length, mode, owned);
	int error = errno;

	arena_free(arena);
	errno = error;
	return done;
}

bool
file_replace(const char *path, const void *bytes, size_t length, mode_t mode)
{
	return replace_as(path, bytes, length, mode, NULL);
}

bool
file_rewrite(const char *path, const void *bytes, size_t length)
{
	struct stat status;

	return stat(path, &status) == 0 &&
	    replace_as(path, bytes, length, status.st_mode & 07777, &status);
}

bool
file_has_none(void)
{
	return errno == EPERM || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

bool
file_flush(int file)
{
	return fsync(file) == 0 || file_has_none();
}

bool
file_sync(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);

	if (file < 0)
		return false;
	if (!file_flush(file))
		return fail_closing(file);
	close(file);
	return true;
}

char *
file_temporary_folder(struct arena *arena)
{
	return mkdtemp(file_join(arena, spool_folder(), "enrich-XXXXXX"));
}

bool
file_exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0;
}

char *
file_join(struct arena *arena, const char *folder, const char *name)
{
	size_t length = strlen(folder);
	bool ends = length == 0 || folder[length - 1] == '/';

	return arena_printf(arena, "%s%s%s", folder, ends ? "" : "/", name);
}

const char *
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

uint64_t
file_room(const char *path)
{
	struct statvfs about;

	return statvfs(path, &about) == 0 ? (uint64_t)about.f_bavail * about.f_frsize
					  : UINT64_MAX;
}
