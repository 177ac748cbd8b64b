/*
 * A list and its changes enter; the file with them leaves, and beside it a copy of
 * what it was.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "list/list.h"
#include "patch/inside.h"
#include "status.h"

#define MOST_COPIES 1000

/* Is it still what was read?  0, or a status with its line printed. */
static int
hold_unchanged(const char *path, const struct list *list)
{
	struct buffer now;
	bool read, same;

	buffer_init(&now, list->length + 1);
	read = file_read(path, &now) || errno == EFBIG;
	same = read && now.length == list->length &&
	    (now.length == 0 || memcmp(now.bytes, list->bytes, now.length) == 0);
	buffer_free(&now);
	if (!read)
		log_error("%s: %s; it is as it was", list->source, strerror(errno));
	else if (!same)
		log_error("%s: it has changed while it was read; nothing was written, "
			  "run it again",
		    list->source);
	return same ? 0 : read ? STATUS_LOCKED : STATUS_IO;
}

/* LIST.orig, or LIST.orig.2 where there is one; NULL with errno set. */
static const char *
keep_copy(struct arena *arena, const char *path, const struct list *list, mode_t mode)
{
	const char *copy = arena_join(arena, path, ".orig", NULL);
	struct stat status;

	for (unsigned n = 2; lstat(copy, &status) == 0 && n < MOST_COPIES; n++)
		copy = arena_printf(arena, "%s.orig.%u", path, n);
	if (lstat(copy, &status) == 0)
		errno = EEXIST;
	else if (file_replace(copy, list->bytes, list->length, mode))
		return copy;
	return NULL;
}

static int
write_over(struct arena *arena, const struct patched *patched, const char *path)
{
	const struct list *list = patched->list;
	struct buffer mended;
	struct stat status;
	const char *copy;
	bool done;
	int held;

	if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) ||
	    access(path, W_OK) != 0) {
		log_error("%s: cannot be written: %s", list->source,
		    S_ISREG(status.st_mode) ? strerror(errno) : "no file");
		return STATUS_IO;
	}
	held = hold_unchanged(path, list);
	if (held != 0)
		return held;
	copy = keep_copy(arena, path, list, status.st_mode & 0777);
	buffer_init(&mended, 0);
	edits_apply(patched, &mended);
	done = copy != NULL && file_rewrite(path, mended.bytes, mended.length);
	buffer_free(&mended);
	if (!done) {
		log_error("%s: %s; it is as it was", list->source, strerror(errno));
		return STATUS_IO;
	}
	printf("%s: %zu change%s written; as it was: %s\n", list->source, patched->count,
	    patched->count == 1 ? "" : "s", copy);
	return 0;
}

int
write_list(struct arena *arena, const struct patched *patched)
{
	const char *source = patched->list->source;
	struct stat link;
	char *path;
	int status;

	if (patched->count == 0)
		return 0;
	if (list_is_address(source)) {
		log_error("%s: is on the web: apply the patch where its file is, "
			  "without --write",
		    source);
		return STATUS_USAGE;
	}
	/* A link stays one: what it names is changed. */
	path = lstat(source, &link) == 0 && !S_ISLNK(link.st_mode)
	    ? strdup(source)
	    : realpath(source, NULL);
	if (path == NULL) {
		log_error("%s: %s", source, strerror(errno));
		return STATUS_IO;
	}
	status = write_over(arena, patched, path);
	free(path);
	return status;
}
