/*
 * The bytes of a file enter; the file, packed by gzip, leaves: one member of many
 * stretches, for there are readers that take the end of the first member for the
 * end of the file (Ruby's, Rust's, Perl's, those of browsers).
 */
#include "release/archive/gzip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "release/archive/cut.h"
#include "release/archive/stretch.h"

enum {
	/* Bytes of a stretch at most: what stretches do not share costs nothing at
	 * that size, and memory holds it; another number makes other files. */
	MOST = CUT_MOST,
	WORTH = 32 << 10, /* bytes that are worth to be known again */
};

struct gzip {
	int file;
	int before; /* descriptor of an earlier one, or -1 */
	struct stretch *stretch;
	struct arena *arena;
	const struct pieces *known;
	struct pieces *made;
	uint64_t at;       /* bytes written */
	uint32_t sum, all; /* of what was packed: its checksum, its length modulo 2^32 */
	size_t room, held;
	bool passes_over;
	/* Of the file that is being packed. */
	uint64_t file_at;
	uint32_t file_sum;
	struct digest_sum *file_packed;
	unsigned char *bytes, *packed;
};

static bool
set_up(struct gzip *gzip, const char *path, const struct packed_before *before)
{
	gzip->before = -1;
	gzip->stretch = stretch_new(MOST);
	if (gzip->stretch == NULL)
		return false;
	gzip->room = stretch_room(gzip->stretch);
	gzip->bytes = malloc(MOST);
	gzip->packed = malloc(gzip->room);
	if (gzip->bytes == NULL || gzip->packed == NULL)
		return false;
	gzip->file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (gzip->file < 0)
		return false;
	/* Without it all is packed, as it would be anyway. */
	if (before != NULL) {
		gzip->known = &before->pieces;
		gzip->before = open(before->path, O_RDONLY | O_CLOEXEC);
	}
	return true;
}

static void
release(struct gzip *gzip)
{
	if (gzip->before >= 0)
		close(gzip->before);
	stretch_free(gzip->stretch);
	free(gzip->bytes);
	free(gzip->packed);
	free(gzip);
}

static bool
write_all(struct gzip *gzip, const unsigned char *bytes, size_t length)
{
	gzip->at += length;
	return file_write(gzip->file, bytes, length);
}

struct gzip *
gzip_open(struct arena *arena, const char *path, const struct packed_before *before,
    struct pieces *made)
{
	/* Deflate, without name or time, from a system that is not said. */
	static const unsigned char head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff };
	struct gzip *gzip = calloc(1, sizeof *gzip);
	int reason;

	if (gzip == NULL)
		return NULL;
	gzip->arena = arena;
	gzip->made = made;
	if (set_up(gzip, path, before) && write_all(gzip, head, sizeof head))
		return gzip;
	reason = errno;
	release(gzip);
	errno = reason;
	return NULL;
}

/* What an earlier archive has of these bytes, whole, or 0. */
static size_t
take_packed(struct gzip *gzip, struct piece *piece)
{
	const struct piece *known = gzip->before < 0
	    ? NULL
	    : packed_find(gzip->known, piece->bytes);

	if (known == NULL || known->file != 0 || known->length > gzip->room ||
	    pread(gzip->before, gzip->packed, known->length, (off_t)known->at) !=
		(ssize_t)known->length)
		return 0;
	digest_bytes(gzip->packed, known->length, piece->packed);
	return memcmp(piece->packed, known->packed, DIGEST_BYTES) == 0 ? known->length
								       : 0;
}

/* What was packed, by its checksum. */
static void
count_bytes(struct gzip *gzip, uint32_t sum, uint64_t length)
{
	gzip->sum = stretch_sum_join(gzip->sum, sum, length);
	gzip->file_sum = stretch_sum_join(gzip->file_sum, sum, length);
	gzip->all += (uint32_t)length;
}

bool
gzip_cut(struct gzip *gzip)
{
	bool is_worth = gzip->held >= WORTH;
	struct piece piece = { .at = gzip->at };
	size_t length = 0;

	if (gzip->held == 0)
		return true;
	if (is_worth) {
		digest_bytes(gzip->bytes, gzip->held, piece.bytes);
		length = take_packed(gzip, &piece);
	}
	if (length == 0) {
		length = stretch_pack(
		    gzip->stretch, gzip->bytes, gzip->held, gzip->packed);
		if (length == 0)
			return false;
		if (is_worth)
			digest_bytes(gzip->packed, length, piece.packed);
	}
	piece.length = length;
	if (is_worth)
		packed_add(gzip->arena, gzip->made, &piece);
	count_bytes(gzip, stretch_sum(0, gzip->bytes, gzip->held), gzip->held);
	if (gzip->file_packed != NULL)
		digest_add(gzip->file_packed, gzip->packed, length);
	gzip->held = 0;
	return write_all(gzip, gzip->packed, length);
}

/* Copied as it is read: other bytes than they were are taken back. */
static bool
copy_file(struct gzip *gzip, const struct piece *file)
{
	struct digest_sum *sum = digest_begin(gzip->arena);
	char text[DIGEST_TEXT];
	uint8_t digest[DIGEST_BYTES];

	for (uint64_t done = 0; done < file->length;) {
		size_t part = file->length - done < gzip->room
		    ? (size_t)(file->length - done)
		    : gzip->room;
		ssize_t got = pread(
		    gzip->before, gzip->packed, part, (off_t)(file->at + done));

		if (got <= 0 || !write_all(gzip, gzip->packed, (size_t)got))
			return false;
		digest_add(sum, gzip->packed, (size_t)got);
		done += (uint64_t)got;
	}
	digest_end(sum, text);
	return packed_read_sum(text, digest) &&
	    memcmp(digest, file->packed, DIGEST_BYTES) == 0;
}

bool
gzip_take_file(struct gzip *gzip, const char *sum)
{
	uint8_t digest[DIGEST_BYTES];
	const struct piece *file = gzip->before >= 0 && packed_read_sum(sum, digest)
	    ? packed_find(gzip->known, digest)
	    : NULL;

	gzip->file_at = gzip->at;
	gzip->file_sum = 0;
	gzip->file_packed = digest_begin(gzip->arena);
	if (file == NULL || file->file == 0)
		return false;
	if (!copy_file(gzip, file)) {
		gzip->at = gzip->file_at;
		if (ftruncate(gzip->file, (off_t)gzip->at) == 0)
			(void)lseek(gzip->file, (off_t)gzip->at, SEEK_SET);
		return false;
	}
	gzip->file_packed = NULL;
	count_bytes(gzip, (uint32_t)file->sum, file->file);
	packed_move(gzip->arena, gzip->known, file, gzip->file_at, gzip->made);
	return true;
}

void
gzip_pass_over(struct gzip *gzip, bool over)
{
	gzip->passes_over = over;
}

void
gzip_end_file(struct gzip *gzip, const char *sum, uint64_t length)
{
	struct piece file = { .at = gzip->file_at,
		.length = gzip->at - gzip->file_at,
		.file = length,
		.sum = gzip->file_sum };
	char text[DIGEST_TEXT];

	digest_end(gzip->file_packed, text);
	gzip->file_packed = NULL;
	if (packed_read_sum(text, file.packed) && packed_read_sum(sum, file.bytes))
		packed_add(gzip->arena, gzip->made, &file);
}

bool
gzip_put(struct gzip *gzip, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	while (length > 0 && !gzip->passes_over) {
		size_t part = MOST - gzip->held < length ? MOST - gzip->held : length;

		memcpy(gzip->bytes + gzip->held, at, part);
		gzip->held += part;
		at += part;
		length -= part;
		if (gzip->held == MOST && !gzip_cut(gzip))
			return false;
	}
	return true;
}

/* The end of the stream; then the checksum and the length, low bytes first. */
static bool
write_end(struct gzip *gzip)
{
	const uint32_t numbers[] = { gzip->sum, gzip->all };
	unsigned char end[STRETCH_LAST_BYTES + sizeof numbers];

	memcpy(end, stretch_last, sizeof stretch_last);
	for (size_t i = 0; i < sizeof numbers; i++)
		end[STRETCH_LAST_BYTES + i] = (unsigned char)(numbers[i / 4] >>
		    8 * (i % 4));
	return write_all(gzip, end, sizeof end);
}

bool
gzip_close(struct gzip *gzip)
{
	bool closed;

	if (gzip == NULL)
		return true;
	closed = gzip_cut(gzip) && write_end(gzip);
	closed = close(gzip->file) == 0 && closed;
	release(gzip);
	return closed;
}
