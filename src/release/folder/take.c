/* A file of the release before enters; the same in this one leaves, if it is whole. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "release/folder/folder.h"

/* What its sums ("SUM  PATH" a line) say of it; NULL: nothing. */
const char *
folder_sum_in(struct folder *folder, const struct release_same *same, const char *path)
{
	const char *line = arena_printf(folder->arena, "  %s\n", path);
	const char *at = strstr(same->sums, line);

	return at == NULL || at - same->sums < DIGEST_TEXT - 1 ? NULL
							       : at - (DIGEST_TEXT - 1);
}

bool
folder_had(struct folder *folder, const struct release_same *same, const char *path)
{
	return folder_sum_in(folder, same, path) != NULL;
}

/* false: it could not be read or written. */
static bool
copy(struct folder *folder, int from, int to, struct folder_file *file)
{
	static char room[128 << 10];
	struct digest_sum *sum = digest_begin(folder->arena);
	ssize_t got;

	while ((got = read(from, room, sizeof room)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || !file_write(to, room, (size_t)got))
			return false;
		digest_add(sum, room, (size_t)got);
		file->bytes += (uint64_t)got;
	}
	digest_end(sum, file->digest);
	return file_flush(to);
}

/* Damaged, edited or gone: it is made anew, as any that was never there. */
bool
folder_take(struct folder *folder, const struct release_same *same, const char *path)
{
	const char *wanted = same == NULL ? NULL : folder_sum_in(folder, same, path);
	const char *made = folder_path(folder, path);
	struct folder_file file = { .path = arena_text(folder->arena, path) };
	int from, to;
	bool taken;

	if (wanted == NULL || folder->words != NULL)
		return false;
	from = open(file_join(folder->arena, same->folder, path),
	    O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	to = from < 0 ? -1 : open(made, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	taken = to >= 0 && copy(folder, from, to, &file) &&
	    memcmp(file.digest, wanted, DIGEST_TEXT - 1) == 0;
	if (from >= 0)
		close(from);
	if (to >= 0)
		taken = close(to) == 0 && taken;
	if (to >= 0 && !taken)
		unlink(made);
	if (!taken)
		return false;
	folder->files = arena_push(
	    folder->arena, folder->files, folder->file_count, sizeof *folder->files);
	folder->files[folder->file_count++] = file;
	return true;
}

void
folder_changed(struct folder *folder, const char *path)
{
	for (size_t i = 0; i < folder->file_count; i++)
		if (strcmp(folder->files[i].path, path) == 0)
			folder->files[i].digest[0] = '\0';
	if (!file_sync(folder_path(folder, path)))
		folder_fail(folder, "cannot write", path);
}

void
folder_give_back(struct folder *folder, size_t from)
{
	while (folder->file_count > from)
		unlink(folder_path(folder, folder->files[--folder->file_count].path));
}
