/* Names of files in a cache's folder in, the right one out. */
#include "cache/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"

#define PART "data.part"

/* https://bford.info/cachedir/ */
static const char tag[] =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Answers kept by enrich.  They can be asked for again, but not as they\n"
    "# were: keep this folder if you want to repeat an old release.\n";

/* The generation a name says, -1: none. */
static long
generation_of(const char *name)
{
	long generation = 0;
	const char *at;

	if (strcmp(name, "data.mdb") == 0)
		return 0;
	if (strncmp(name, "data.", 5) != 0 || name[5] < '1' || name[5] > '9')
		return -1;
	for (at = name + 5; *at >= '0' && *at <= '9'; at++) {
		if (generation > 99999999)
			return -1;
		generation = generation * 10 + (*at - '0');
	}
	return strcmp(at, ".mdb") == 0 ? generation : -1;
}

long
folder_newest(const char *folder)
{
	DIR *names = opendir(folder);
	struct dirent *name;
	long newest = -1;

	if (!names)
		return errno == ENOENT ? -1 : -2;
	while ((name = readdir(names)) != NULL) {
		long generation = generation_of(name->d_name);

		if (generation > newest)
			newest = generation;
	}
	closedir(names);
	return newest;
}

char *
folder_data(struct arena *arena, const char *folder, long generation)
{
	if (generation == 0)
		return file_join(arena, folder, "data.mdb");
	return file_join(arena, folder, arena_printf(arena, "data.%ld.mdb", generation));
}

long
folder_generation(const char *path)
{
	return generation_of(file_name(path));
}

char *
folder_part(struct arena *arena, const char *folder)
{
	return file_join(arena, folder, PART);
}

static bool
is_left_over(const char *name, long generation)
{
	char data[40];
	size_t length = strlen(name);
	long of;

	if (strcmp(name, PART) == 0)
		return true;
	/* An older file, or the lock file LMDB made for it. */
	if (length > 5 && strcmp(name + length - 5, "-lock") == 0)
		length -= 5;
	if (length >= sizeof data)
		return false;
	memcpy(data, name, length);
	data[length] = '\0';
	of = generation_of(data);
	return of >= 0 && of < generation;
}

void
folder_sweep_old(const char *folder, long generation)
{
	DIR *names = opendir(folder);
	struct arena *arena = arena_new();
	struct dirent *name;

	while (names && (name = readdir(names)) != NULL)
		if (is_left_over(name->d_name, generation))
			unlink(file_join(arena, folder, name->d_name));
	if (names)
		closedir(names);
	arena_free(arena);
}

bool
folder_install(const char *folder, long generation)
{
	struct arena *arena = arena_new();
	bool done = rename(folder_part(arena, folder),
			folder_data(arena, folder, generation)) == 0 &&
	    file_sync(folder);
	int error = errno;

	arena_free(arena);
	errno = error;
	return done;
}

void
folder_tag(const char *folder)
{
	struct arena *arena = arena_new();
	char *path = file_join(arena, folder, "CACHEDIR.TAG");

	if (!file_exists(path) && !file_replace(path, tag, sizeof tag - 1, 0644))
		log_info("%s: %s", path, strerror(errno));
	arena_free(arena);
}

static const char *
foreign_file(struct arena *arena, const char *path)
{
	struct stat status;

	if (lstat(path, &status) != 0 || S_ISDIR(status.st_mode))
		return NULL;
	if (!S_ISREG(status.st_mode) || status.st_nlink > 1)
		return arena_printf(arena, "%s is a link", path);
	return status.st_uid == geteuid()
	    ? NULL
	    : arena_printf(arena, "%s is another user's", path);
}

const char *
folder_foreign(struct arena *arena, const char *folder)
{
	const char *why = NULL;
	struct stat status;
	struct dirent *name;
	DIR *names;

	if (stat(folder, &status) != 0)
		return NULL;
	if (status.st_uid != geteuid())
		return arena_printf(arena, "%s is another user's", folder);
	if ((status.st_mode & S_IWOTH) != 0)
		return arena_printf(arena, "%s can be written to by everybody", folder);
	names = opendir(folder);
	while (why == NULL && names != NULL && (name = readdir(names)) != NULL)
		if (strncmp(name->d_name, "data.", 5) == 0 ||
		    strcmp(name->d_name, "lock") == 0)
			why = foreign_file(arena, file_join(arena, folder, name->d_name));
	if (names != NULL)
		closedir(names);
	return why;
}
