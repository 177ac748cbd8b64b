/*
 * A folder of releases enters; leftovers of dead runs, and releases beyond
 * those to keep, leave it.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "release/facts/settings.h"
#include "release/folder/folder.h"
#include "release/text/escape.h"

static void
remove_beside(struct arena *arena, const char *parent, const char *name)
{
	/* The name was read from a file: it must not lead elsewhere. */
	if (*name != '\0' && *name != '.' && strchr(name, '/') == NULL)
		unlink(file_join(arena, parent, name));
}

/* A run that died between its renames left archive and sums alone. */
static void
take_back(struct arena *arena, const char *parent, const char *hidden)
{
	struct buffer text;
	char *base, *packed, *end;

	buffer_init(&text, 4096);
	if (!file_read(file_join(arena, hidden, "commit"), &text)) {
		buffer_free(&text);
		return;
	}
	base = arena_text(arena, text.bytes);
	buffer_free(&text);
	packed = strchr(base, '\n');
	if (packed == NULL)
		return;
	*packed++ = '\0';
	end = strchr(packed, '\n');
	if (end == NULL)
		return;
	*end = '\0';
	if (file_exists(file_join(arena, parent, base)))
		return;
	remove_beside(arena, parent, packed);
	remove_beside(arena, parent, arena_printf(arena, "%s.SHA256SUMS", base));
}

/* ".NAME-YYYY-MM-DD.part-PID", perhaps with numbers behind date and PID, or -old. */
static bool
is_leftover(const char *entry)
{
	static const char mark[] = ".part-", form[] = "-dddd-dd-dd";
	const char *part = strstr(entry, mark), *end, *tail;

	if (entry[0] != '.' || part == NULL || strstr(part + 1, mark) != NULL)
		return false;
	tail = part + strlen(mark);
	if (strcmp(tail, "old") != 0 &&
	    (*tail == '\0' || tail[strspn(tail, "0123456789-")] != '\0'))
		return false;
	/* ".2" behind the date: the second of a day. */
	for (end = part; end > entry && end[-1] >= '0' && end[-1] <= '9'; end--)
		;
	if (end == entry || end == part || end[-1] != '.')
		end = part;
	else
		end--;
	if (end - entry < (ptrdiff_t)strlen(form) + 2)
		return false;
	end -= strlen(form);
	for (size_t i = 0; form[i] != '\0'; i++)
		if (form[i] == 'd' ? end[i] < '0' || end[i] > '9' : end[i] != form[i])
			return false;
	return true;
}

static void
sweep_one(struct arena *arena, const char *parent, const char *name)
{
	const char *path = file_join(arena, parent, name);
	int lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	struct stat status;

	if (lock < 0)
		return;
	if (fstat(lock, &status) == 0 && status.st_uid == geteuid() &&
	    flock(lock, LOCK_EX | LOCK_NB) == 0) {
		take_back(arena, parent, path);
		file_remove_tree(path);
	}
	close(lock);
}

void
folder_sweep(struct arena *arena, const char *parent)
{
	DIR *folder = opendir(parent);
	struct dirent *entry;

	if (folder == NULL)
		return;
	while ((entry = readdir(folder)) != NULL)
		if (is_leftover(entry->d_name))
			sweep_one(arena, parent, entry->d_name);
	closedir(folder);
}

struct kept {
	const char *entry;
	char date[11];
	unsigned number;
};

static int
newest_first(const void *left, const void *right)
{
	const struct kept *a = left, *b = right;
	int order = strcmp(b->date, a->date);

	if (order != 0)
		return order;
	return a->number == b->number ? 0 : a->number < b->number ? 1 : -1;
}

/* The folder first becomes a leftover, so that a kill leaves no half. */
static void
remove_release(struct arena *arena, const char *parent, const char *entry)
{
	const char *path = file_join(arena, parent, entry);
	const char *hidden = arena_printf(arena, "%s/.%s.part-old", parent, entry);

	if (rename(path, hidden) != 0)
		return;
	file_remove_tree(hidden);
	for (const char *const *s = folder_suffixes; *s != NULL; s++)
		unlink(arena_printf(arena, "%s%s", path, *s));
	unlink(arena_printf(arena, "%s.SHA256SUMS", path));
	unlink(arena_printf(arena, "%s.summary.json", path));
}

void
release_sweep(const struct release_settings *settings, unsigned keep)
{
	struct arena *arena = arena_new();
	const char *name = escape_file_name(arena, settings->name);
	DIR *folder = opendir(settings->folder);
	struct dirent *entry;
	struct kept *all = NULL, one;
	size_t count = 0;

	while (folder != NULL && keep > 0 && (entry = readdir(folder)) != NULL) {
		const char *path = file_join(arena, settings->folder, entry->d_name);

		if (!folder_parse_name(entry->d_name, name, one.date, &one.number) ||
		    !file_exists(file_join(arena, path, "bagit.txt")))
			continue;
		one.entry = arena_text(arena, entry->d_name);
		all = arena_push(arena, all, count, sizeof *all);
		all[count++] = one;
	}
	if (folder != NULL)
		closedir(folder);
	if (count > 1)
		qsort(all, count, sizeof *all, newest_first);
	for (size_t i = keep; keep > 0 && i < count; i++)
		remove_release(arena, settings->folder, all[i].entry);
	arena_free(arena);
}
