/* A folder of releases enters, the newest of a name leaves. */
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "release/folder/folder.h"
#include "release/text/escape.h"

/* The newest dated before the clock's day; of one day the last. */
const char *
newest_release(
    struct arena *arena, const struct release_settings *settings, const char **why)
{
	const char *name = escape_file_name(arena, settings->name);
	const char *today = clock_date_text(arena, settings->clock);
	const char *found = NULL;
	DIR *folder = opendir(settings->folder);
	struct dirent *entry;
	char date[11], best[11] = "";
	unsigned number, best_number = 0;

	/* Only what is not there is no release; what cannot be read may be one. */
	if (folder == NULL && errno != ENOENT && errno != ENOTDIR)
		*why = arena_text(arena, strerror(errno));
	while (folder != NULL && (errno = 0, entry = readdir(folder)) != NULL) {
		const char *path;

		if (!folder_parse_name(entry->d_name, name, date, &number) ||
		    strcmp(date, today) >= 0)
			continue;
		path = file_join(arena, settings->folder, entry->d_name);
		if (!file_exists(file_join(arena, path, "bagit.txt")))
			continue;
		if (strcmp(date, best) < 0 ||
		    (strcmp(date, best) == 0 && number < best_number))
			continue;
		memcpy(best, date, sizeof best);
		best_number = number;
		found = path;
	}
	if (folder != NULL && errno != 0)
		*why = arena_text(arena, strerror(errno));
	if (folder != NULL)
		closedir(folder);
	return found;
}

const char *
release_newest(struct arena *arena, const struct release_settings *settings)
{
	const char *why = NULL;

	return newest_release(arena, settings, &why);
}
