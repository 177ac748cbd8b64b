/* Folders made and removed. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"

#define DEEPEST 128 /* folders in folders; one descriptor each */

static bool
make_one(const char *path, mode_t mode)
{
	struct stat status;

	if (mkdir(path, mode) == 0)
		return chmod(path, mode) == 0 || file_has_none(); /* not less the umask */
	if (errno != EEXIST)
		return false;
	if (stat(path, &status) != 0)
		return false;
	if (S_ISDIR(status.st_mode))
		return true;
	errno = ENOTDIR;
	return false;
}

bool
file_may_make(const char *folder)
{
	char path[PATH_MAX];
	size_t length = strlen(folder);

	if (length >= sizeof path) {
		errno = ENAMETOOLONG;
		return false;
	}
	memcpy(path, folder, length + 1);
	/* What is not there is made in the first folder that is. */
	while (access(path[0] == '\0' ? "." : path, F_OK) != 0) {
		char *slash = strrchr(path, '/');

		if (errno != ENOENT)
			return false;
		if (slash == NULL)
			path[0] = '\0';
		else
			slash[slash == path] = '\0';
	}
	return access(path[0] == '\0' ? "." : path, W_OK | X_OK) == 0;
}

bool
file_make_folder(const char *path, mode_t mode)
{
	struct arena *arena = arena_new();
	char *part = arena_text(arena, path);
	bool made = true;
	int error;

	for (char *at = part; made && *at != '\0'; at++) {
		if (*at != '/' || at == part || at[-1] == '/')
			continue;
		*at = '\0';
		made = make_one(part, mode);
		*at = '/';
	}
	made = made && make_one(part, mode);
	error = errno;
	arena_free(arena);
	errno = error;
	return made;
}

static bool
remove_at(int folder, const char *name, int depth)
{
	struct dirent *entry;
	bool removed = true;
	DIR *entries;
	int file;

	if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
		return true;
	if ((errno != EISDIR && errno != EPERM) || depth == 0)
		return false;
	file = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (file < 0)
		return false;
	entries = fdopendir(file);
	if (entries == NULL) {
		close(file);
		return false;
	}
	while ((entry = readdir(entries)) != NULL) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			removed &= remove_at(file, entry->d_name, depth - 1);
	}
	closedir(entries);
	return removed && unlinkat(folder, name, AT_REMOVEDIR) == 0;
}

bool
file_remove_tree(const char *path)
{
	return remove_at(AT_FDCWD, path, DEEPEST);
}

void
file_remove_temporary(const char *folder)
{
	if (!file_remove_tree(folder))
		log_warning("%s stays behind: %s", folder, strerror(errno));
}
