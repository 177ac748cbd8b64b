/* The name of a release enters; files in a hidden folder leave. */
#include "release/folder/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "release/facts/settings.h"
#include "release/text/escape.h"

#define LARGE_BUFFER (64u << 10)

void
folder_fail(struct folder *folder, const char *what, const char *path)
{
	if (folder->words == NULL)
		folder->words = arena_printf(
		    folder->arena, "%s %s: %s", what, path, strerror(errno));
}

static bool
enough_space(struct folder *folder, uint64_t needed)
{
	uint64_t free_bytes = file_room(folder->parent);

	if (free_bytes >= needed)
		return true;
	folder->words = arena_printf(folder->arena,
	    "%s: %llu MB are free, a release may need %llu MB; make room and "
	    "run again",
	    folder->parent, (unsigned long long)(free_bytes >> 20),
	    (unsigned long long)(needed >> 20));
	return false;
}

/* Whoever holds the lock on a hidden folder is alive. */
static bool
make_hidden(struct folder *folder)
{
	for (unsigned try = 0; try < 1000; try++) {
		folder->hidden = try == 0
		    ? arena_printf(folder->arena, "%s/.%s.part-%ld", folder->parent,
			  folder->base, (long)getpid())
		    : arena_printf(folder->arena, "%s/.%s.part-%ld-%u", folder->parent,
			  folder->base, (long)getpid(), try);
		if (mkdir(folder->hidden, 0700) == 0)
			break;
		if (errno != EEXIST)
			return false;
	}
	folder->lock = open(folder->hidden, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return folder->lock >= 0 &&
	    (flock(folder->lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK);
}

bool
folder_make(struct folder *folder, const char *path)
{
	const char *whole = folder_path(folder, path);

	if (mkdir(whole, 0755) == 0)
		return true;
	folder_fail(folder, "cannot create", whole);
	return false;
}

bool
folder_open(struct folder *folder, struct arena *arena,
    const struct release_settings *settings, uint64_t needed)
{
	memset(folder, 0, sizeof *folder);
	umask(022); /* a release is for all, whoever makes it */
	folder->lock = -1;
	folder->arena = arena;
	folder->parent = settings->folder;
	folder->base = arena_printf(arena, "%s-%s",
	    escape_file_name(arena, settings->name),
	    clock_date_text(arena, settings->clock));
	if (!file_make_folder(folder->parent, 0755)) {
		folder_fail(folder, "cannot create", folder->parent);
		return false;
	}
	folder_sweep(arena, folder->parent);
	if (!enough_space(folder, needed))
		return false;
	if (!make_hidden(folder)) {
		folder_fail(folder, "cannot create", folder->hidden);
		return false;
	}
	folder->inside = file_join(arena, folder->hidden, folder->base);
	if (mkdir(folder->inside, 0755) != 0 || !folder_make(folder, "data") ||
	    !folder_make(folder, "schema")) {
		folder_fail(folder, "cannot create", folder->inside);
		folder_discard(folder);
		return false;
	}
	return true;
}

char *
folder_path(const struct folder *folder, const char *path)
{
	return file_join(folder->arena, folder->inside, path);
}

FILE *
folder_create(struct folder *folder, const char *path)
{
	FILE *file = fopen(folder_path(folder, path), "wbxe");

	if (file == NULL) {
		folder_fail(folder, "cannot create", path);
		return NULL;
	}
	folder->files = arena_push(
	    folder->arena, folder->files, folder->file_count, sizeof *folder->files);
	folder->files[folder->file_count++] =
	    (struct folder_file){ .path = arena_text(folder->arena, path),
		    .file = file,
		    .sum = digest_begin(folder->arena),
		    .from = -1 };
	return file;
}

FILE *
folder_create_large(struct folder *folder, const char *path)
{
	FILE *file = folder_create(folder, path);

	if (file != NULL) /* without room of ours glibc takes 4 kB */
		setvbuf(
		    file, arena_alloc(folder->arena, LARGE_BUFFER), _IOFBF, LARGE_BUFFER);
	return file;
}

/* The last ones made are mostly those that are written to.  NULL: one that is no
 * part of the release. */
struct folder_file *
folder_file_of(struct folder *folder, FILE *file)
{
	size_t at = folder->file_count;

	while (at > 0 && folder->files[at - 1].file != file)
		at--;
	return at == 0 ? NULL : &folder->files[at - 1];
}

void
folder_add_waiting(struct folder *folder, struct folder_file *made)
{
	static char room[LARGE_BUFFER];

	while (made->from_length > 0 && folder->words == NULL) {
		size_t part = made->from_length < sizeof room ? made->from_length
							      : sizeof room;
		ssize_t got = pread(made->from, room, part, (off_t)made->from_at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || fwrite(room, 1, (size_t)got, made->file) != (size_t)got) {
			folder_fail(folder, "cannot copy", made->path);
			return;
		}
		digest_add(made->sum, room, (size_t)got);
		made->bytes += (uint64_t)got;
		made->from_at += (uint64_t)got;
		made->from_length -= (uint64_t)got;
	}
}

void
folder_add(struct folder *folder, FILE *file, const struct buffer *bytes)
{
	struct folder_file *made;

	if (file == NULL || bytes->length == 0)
		return;
	made = folder_file_of(folder, file);
	if (made != NULL) {
		folder_add_waiting(folder, made);
		digest_add(made->sum, bytes->bytes, bytes->length);
		made->bytes += bytes->length;
	}
	if (fwrite(bytes->bytes, 1, bytes->length, file) != bytes->length)
		folder_fail(folder, "cannot write", folder->base);
}

void
folder_close(struct folder *folder, FILE *file)
{
	struct folder_file *made;

	if (file == NULL)
		return;
	made = folder_file_of(folder, file);
	if (made != NULL)
		folder_add_waiting(folder, made);
	if (made != NULL && made->from >= 0)
		close(made->from);
	/* What nothing was added to others may have written to. */
	if (made != NULL && made->bytes > 0)
		digest_end(made->sum, made->digest);
	if (made != NULL)
		made->file = NULL;
	if (fflush(file) != 0 || !file_flush(fileno(file)))
		folder_fail(folder, "cannot write", folder->base);
	if (fclose(file) != 0)
		folder_fail(folder, "cannot write", folder->base);
}

void
folder_write(struct folder *folder, const char *path, const struct buffer *bytes)
{
	FILE *file = folder_create(folder, path);

	folder_add(folder, file, bytes);
	folder_close(folder, file);
}

const struct folder_file *
folder_digest(struct folder *folder, const char *path)
{
	for (size_t i = 0; i < folder->file_count; i++) {
		struct folder_file *file = &folder->files[i];

		if (strcmp(file->path, path) != 0)
			continue;
		if (file->digest[0] != '\0' ||
		    digest_file(folder_path(folder, path), file->digest, &file->bytes))
			return file;
	}
	folder_fail(folder, "cannot read", path);
	return NULL;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(
	    ((const struct folder_file *)a)->path, ((const struct folder_file *)b)->path);
}

void
folder_sort(struct folder *folder)
{
	if (folder->file_count > 1)
		qsort(folder->files, folder->file_count, sizeof *folder->files, by_bytes);
}

void
folder_discard(struct folder *folder)
{
	if (folder->lock < 0)
		return;
	file_remove_tree(folder->hidden);
	close(folder->lock);
	folder->lock = -1;
}
