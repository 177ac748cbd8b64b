/* An archive of a release enters, its files leave, or why it is none. */
#include "release/archive/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

#define MOST_FILES 100000
#define MOST_BYTES ((int64_t)8 << 30)
#define LONGEST    400 /* of a path */

struct unpacking {
	struct arena *arena, *scratch;
	struct archive *archive;
	const char *folder;
	const char *top; /* the one folder in it */
	unsigned files;
	int64_t bytes;
	const char *words;
};

static bool
fail(struct unpacking *u, const char *words, const char *path)
{
	u->words = path == NULL ? arena_text(u->arena, words)
				: arena_printf(u->arena, "%s: %.80s", words, path);
	return false;
}

/* "data/works.jsonl" behind the top folder; "": the folder itself; NULL: harmful. */
static const char *
inner_path(struct unpacking *u, const char *path)
{
	const char *slash;
	size_t length;

	while (strncmp(path, "./", 2) == 0)
		path += 2;
	if (*path == '/' || strlen(path) > LONGEST || strchr(path, '\\') != NULL)
		return NULL;
	for (const char *at = path; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f ||
		    (strncmp(at, "..", 2) == 0 && (at == path || at[-1] == '/') &&
			(at[2] == '/' || at[2] == '\0')) ||
		    strncmp(at, "//", 2) == 0)
			return NULL;
	slash = strchr(path, '/');
	length = slash == NULL ? strlen(path) : (size_t)(slash - path);
	if (length == 0)
		return "";
	if (u->top == NULL)
		u->top = arena_text_n(u->arena, path, length);
	if (strlen(u->top) != length || strncmp(u->top, path, length) != 0)
		return NULL;
	return slash == NULL ? "" : slash + 1;
}

static bool
write_file(struct unpacking *u, const char *inner)
{
	const char *path = file_join(u->scratch, u->folder, inner);
	char *folder = arena_text_n(u->scratch, path, (size_t)(file_name(path) - path));
	const void *block;
	size_t length;
	int64_t place;
	int file, got;

	if (!file_make_folder(folder, 0700))
		return fail(u, strerror(errno), inner);
	file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file < 0)
		return fail(u, errno == EEXIST ? "a file twice" : strerror(errno), inner);
	while ((got = archive_read_data_block(u->archive, &block, &length, &place)) ==
	    ARCHIVE_OK) {
		u->bytes += (int64_t)length;
		if (u->bytes > MOST_BYTES || place > MOST_BYTES) {
			fail(u, "more than 8 GiB", NULL);
			break;
		}
		if (pwrite(file, block, length, place) != (ssize_t)length) {
			fail(u, strerror(errno), inner);
			break;
		}
	}
	if (got != ARCHIVE_EOF && u->words == NULL)
		fail(u, "cannot be read to the end", inner);
	close(file);
	return u->words == NULL;
}

static bool
take(struct unpacking *u, struct archive_entry *entry)
{
	const char *path = archive_entry_pathname(entry), *inner;

	arena_reset(u->scratch);
	if (path == NULL || (inner = inner_path(u, path)) == NULL)
		return fail(u, "a path that does not lie in its one folder",
		    path == NULL ? "" : path);
	if (archive_entry_hardlink(entry) != NULL ||
	    (archive_entry_filetype(entry) != AE_IFREG &&
		archive_entry_filetype(entry) != AE_IFDIR))
		return fail(u, "no plain file", path);
	if (++u->files > MOST_FILES)
		return fail(u, "more than 100000 files", NULL);
	if (archive_entry_filetype(entry) == AE_IFDIR || *inner == '\0')
		return true;
	return write_file(u, inner);
}

static void
read_archive(struct unpacking *u, const char *path)
{
	struct archive_entry *entry;
	int got;

	/* None that would start another program. */
	archive_read_support_filter_gzip(u->archive);
	archive_read_support_filter_zstd(u->archive);
	archive_read_support_filter_xz(u->archive);
	archive_read_support_format_tar(u->archive);
	archive_read_support_format_zip(u->archive);
	if (archive_read_open_filename(u->archive, path, 1 << 16) != ARCHIVE_OK) {
		fail(u, "no archive of a release", NULL);
		return;
	}
	while ((got = archive_read_next_header(u->archive, &entry)) == ARCHIVE_OK ||
	    got == ARCHIVE_WARN)
		if (!take(u, entry))
			return;
	if (got != ARCHIVE_EOF)
		fail(u, "cannot be read to its end", NULL);
	else if (u->files == 0)
		fail(u, "an empty archive", NULL);
}

static const char *
unpack(struct arena *arena, const char *path, const char **words)
{
	struct unpacking u = { .arena = arena, .folder = file_temporary_folder(arena) };

	if (u.folder == NULL) {
		*words = arena_printf(
		    arena, "no place for temporary files: %s", strerror(errno));
		return NULL;
	}
	u.scratch = arena_new();
	u.archive = archive_read_new();
	read_archive(&u, path);
	archive_read_free(u.archive);
	arena_free(u.scratch);
	if (u.words == NULL)
		return u.folder;
	file_remove_temporary(u.folder);
	*words = u.words;
	return NULL;
}

const char *
unpack_open(struct arena *arena, const char *path, bool *unpacked, const char **words)
{
	struct stat status;

	*unpacked = false;
	if (stat(path, &status) != 0) {
		*words = strerror(errno);
		return NULL;
	}
	if (S_ISDIR(status.st_mode))
		return path;
	if (!S_ISREG(status.st_mode)) {
		*words = "neither a folder nor an archive";
		return NULL;
	}
	path = unpack(arena, path, words);
	*unpacked = path != NULL;
	return path;
}
