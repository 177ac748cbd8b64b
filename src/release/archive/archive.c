/*
 * A folder's files enter, one archive leaves: members sorted, owner 0, one
 * time, nothing of this machine.
 */
#include "release/archive/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/crew.h"
#include "base/file.h"
#include "release/archive/compression.h"
#include "release/archive/cut.h"
#include "release/archive/gzip.h"

static bool
is_gzip(const struct compression *compression)
{
	return strcmp(compression->word, "gz") == 0;
}

static la_ssize_t
write_member(struct archive *archive, void *context, const void *bytes, size_t length)
{
	struct gzip **gzip = context;

	if (gzip_put(*gzip, bytes, length))
		return (la_ssize_t)length;
	archive_set_error(archive, errno, "%s", strerror(errno));
	return ARCHIVE_FATAL;
}

static int
close_members(struct archive *archive, void *context)
{
	struct gzip **gzip = context, *open = *gzip;

	*gzip = NULL;
	if (gzip_close(open))
		return ARCHIVE_OK;
	archive_set_error(archive, errno, "%s", strerror(errno));
	return ARCHIVE_FATAL;
}

static bool
open_file(struct arena *arena, struct archive *archive, const struct archive_order *order,
    const char *path, struct gzip **gzip)
{
	if (!is_gzip(compression_find(order->compress)))
		return archive_write_open_filename(archive, path) == ARCHIVE_OK;
	*gzip = gzip_open(arena, path, order->before, order->pieces);
	/* Without blocks all is handed out at once, and where gzip cuts is ours. */
	return *gzip != NULL &&
	    archive_write_set_bytes_per_block(archive, 0) == ARCHIVE_OK &&
	    archive_write_open(archive, gzip, NULL, write_member, close_members) ==
	    ARCHIVE_OK;
}

static bool
set_up(struct archive *archive, const struct compression *compression)
{
	if (compression->filter == NULL && !is_gzip(compression))
		return archive_write_set_format_zip(archive) == ARCHIVE_OK &&
		    archive_write_zip_set_compression_deflate(archive) == ARCHIVE_OK;
	if (archive_write_set_format_pax_restricted(archive) != ARCHIVE_OK)
		return false;
	if (is_gzip(compression))
		return true;
	if (archive_write_add_filter_by_name(archive, compression->filter) != ARCHIVE_OK)
		return false;
	/* In parts of a size of zstd's own: the same bytes, whoever packs them.  A library
	 * without threads packs alone, otherwise. */
	if (strcmp(compression->filter, "zstd") == 0)
		archive_write_set_filter_option(archive, "zstd", "threads",
		    (char[]){ (char)('0' + crew_size()), '\0' });
	for (const char *const(*o)[2] = compression->options; (*o)[0] != NULL; o++)
		if (archive_write_set_filter_option(
			archive, compression->filter, (*o)[0], (*o)[1]) != ARCHIVE_OK)
			return false;
	return true;
}

static bool
add_member(
    struct archive *archive, const char *name, mode_t type, int64_t size, int64_t when)
{
	struct archive_entry *entry = archive_entry_new();
	bool done;

	archive_entry_set_pathname(entry, name);
	archive_entry_set_filetype(entry, type);
	archive_entry_set_perm(entry, type == AE_IFDIR ? 0755 : 0644);
	archive_entry_set_uid(entry, 0);
	archive_entry_set_gid(entry, 0);
	archive_entry_set_mtime(entry, (time_t)when, 0);
	archive_entry_set_size(entry, size);
	done = archive_write_header(archive, entry) == ARCHIVE_OK;
	archive_entry_free(entry);
	return done;
}

static char room[CUT_MOST + CUT_AHEAD];

/* Reads on until the room is full or the file ends. */
static bool
fill(int file, size_t *held)
{
	while (*held < sizeof room) {
		ssize_t got = read(file, room + *held, sizeof room - *held);

		if (got == 0)
			break;
		if (got < 0 && errno != EINTR)
			return false;
		if (got > 0)
			*held += (size_t)got;
	}
	return true;
}

/* A large file's pieces are stretches of their own: none has a header in it. */
static bool
copy_bytes(struct archive *archive, int file, struct gzip *gzip, bool cuts)
{
	size_t held = 0, length;
	bool begins = true, is_database = false, done = true;

	for (; done; begins = false) {
		done = fill(file, &held);
		if (!done || held == 0)
			break;
		is_database = begins ? cut_is_database(room, held) : is_database;
		length = held < CUT_DATABASE ? held : CUT_DATABASE;
		if (!is_database)
			length = cut_next(room, held);
		if (cuts)
			gzip_hasten(gzip, is_database);
		done = archive_write_data(archive, room, length) == (la_ssize_t)length &&
		    (!cuts || gzip_cut(gzip));
		held -= length;
		memmove(room, room + length, held);
	}
	if (cuts)
		gzip_hasten(gzip, false);
	return done;
}

/* libarchive counts what it is given of a member; what it is given is gzip's. */
static bool
pass_over(struct archive *archive, uint64_t size, struct gzip *gzip)
{
	uint64_t done = 0;

	gzip_pass_over(gzip, true);
	while (done < size) {
		size_t part = size - done < sizeof room ? (size_t)(size - done)
							: sizeof room;

		if (archive_write_data(archive, room, part) != (la_ssize_t)part)
			break;
		done += part;
	}
	gzip_pass_over(gzip, false);
	return done == size;
}

static bool
add_bytes(
    struct archive *archive, int file, uint64_t size, struct gzip *gzip, const char *sum)
{
	if (gzip == NULL || size <= CUT_LEAST)
		return copy_bytes(archive, file, gzip, false);
	if (!gzip_cut(gzip))
		return false;
	if (*sum == '\0')
		return copy_bytes(archive, file, gzip, true);
	if (gzip_take_file(gzip, sum))
		return pass_over(archive, size, gzip);
	if (!copy_bytes(archive, file, gzip, true))
		return false;
	gzip_end_file(gzip, sum, size);
	return true;
}

static bool
add_file(struct arena *arena, struct archive *archive, const struct archive_order *order,
    struct gzip *gzip, const char *file, const char *sum)
{
	int source = open(file_join(arena, order->folder, file), O_RDONLY | O_CLOEXEC);
	struct stat status;
	bool done;

	if (source < 0)
		return false;
	done = fstat(source, &status) == 0 &&
	    add_member(archive, arena_printf(arena, "%s/%s", order->top, file), AE_IFREG,
		status.st_size, order->time) &&
	    add_bytes(archive, source, (uint64_t)status.st_size, gzip, sum);
	close(source);
	return done;
}

/* A folder comes before the first file in it. */
static bool
add_all(struct arena *arena, struct archive *archive, const struct archive_order *order,
    struct gzip *gzip)
{
	const char *folder = "";

	if (!add_member(archive, arena_printf(arena, "%s/", order->top), AE_IFDIR, 0,
		order->time))
		return false;
	for (size_t i = 0; i < order->file_count; i++) {
		const char *file = order->files[i];
		const char *slash = strchr(file, '/');

		if (slash != NULL &&
		    strncmp(file, folder, (size_t)(slash - file) + 1) != 0) {
			folder = arena_text_n(arena, file, (size_t)(slash - file) + 1);
			if (!add_member(archive,
				arena_printf(arena, "%s/%s", order->top, folder),
				AE_IFDIR, 0, order->time))
				return false;
		}
		if (!add_file(arena, archive, order, gzip, file, order->sums[i]))
			return false;
	}
	return true;
}

/* zip knows only local times, so this place is at UTC while it is packed. */
static void
set_zone(const char *zone)
{
	if (zone == NULL)
		unsetenv("TZ");
	else
		setenv("TZ", zone, 1);
	tzset();
}

static bool
pack(struct arena *arena, struct archive *archive, const struct archive_order *order,
    const char *path, struct gzip **gzip, const char **words)
{
	const struct compression *compression = compression_find(order->compress);

	if (set_up(archive, compression) &&
	    open_file(arena, archive, order, path, gzip) &&
	    add_all(arena, archive, order, *gzip) &&
	    archive_write_close(archive) == ARCHIVE_OK && file_sync(path))
		return true;
	*words = arena_printf(arena, "cannot pack %s: %s", file_name(path),
	    archive_error_string(archive) != NULL ? archive_error_string(archive)
						  : strerror(errno));
	return false;
}

bool
archive_pack(struct arena *arena, const struct archive_order *order, const char *path,
    const char **words)
{
	struct archive *archive = archive_write_new();
	const char *zone = arena_text(arena, getenv("TZ"));
	struct gzip *gzip = NULL;
	bool done;

	if (archive == NULL) {
		*words = "cannot pack: out of memory";
		return false;
	}
	set_zone("UTC0");
	done = pack(arena, archive, order, path, &gzip, words);
	set_zone(zone);
	archive_write_free(archive);
	gzip_close(gzip); /* where it was never opened whole */
	return done;
}
