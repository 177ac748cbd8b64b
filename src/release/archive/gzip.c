/*
 * The bytes of a file enter; the file, packed by gzip member by member, leaves.
 * libdeflate takes a third of zlib's time, and packs only what is there whole.
 */
#include "release/archive/gzip.h"

#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "release/archive/cut.h"

enum {
	LEVEL = 6,
	/* Bytes of a member at most: what members do not share costs nothing at
	 * that size, and memory holds it; another number makes other files. */
	MEMBER = CUT_MOST,
	WORTH = 32 << 10, /* bytes that are worth to be known again */
};

struct gzip {
	int file;
	int before; /* descriptor of an earlier one, or -1 */
	struct libdeflate_compressor *compressor;
	struct arena *arena;
	const struct pieces *known;
	struct pieces *made;
	uint64_t at; /* bytes written */
	size_t room, held;
	unsigned char *bytes, *packed;
};

static bool
set_up(struct gzip *gzip, const char *path, const struct packed_before *before)
{
	gzip->before = -1;
	gzip->compressor = libdeflate_alloc_compressor(LEVEL);
	if (gzip->compressor == NULL) {
		errno = ENOMEM;
		return false;
	}
	gzip->room = libdeflate_gzip_compress_bound(gzip->compressor, MEMBER);
	gzip->bytes = malloc(MEMBER);
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
	libdeflate_free_compressor(gzip->compressor);
	free(gzip->bytes);
	free(gzip->packed);
	free(gzip);
}

struct gzip *
gzip_open(struct arena *arena, const char *path, const struct packed_before *before,
    struct pieces *made)
{
	struct gzip *gzip = calloc(1, sizeof *gzip);
	int reason;

	if (gzip == NULL)
		return NULL;
	gzip->arena = arena;
	gzip->made = made;
	if (set_up(gzip, path, before))
		return gzip;
	reason = errno;
	release(gzip);
	errno = reason;
	return NULL;
}

static bool
write_all(int file, const unsigned char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t done = write(file, bytes, length);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		bytes += done;
		length -= (size_t)done;
	}
	return true;
}

/* What an earlier archive has of these bytes, whole, or 0. */
static size_t
take_packed(struct gzip *gzip, struct piece *piece)
{
	const struct piece *known = gzip->before < 0
	    ? NULL
	    : packed_find(gzip->known, piece->bytes);

	if (known == NULL || known->length > gzip->room ||
	    pread(gzip->before, gzip->packed, known->length, (off_t)known->at) !=
		(ssize_t)known->length)
		return 0;
	digest_bytes(gzip->packed, known->length, piece->packed);
	return memcmp(piece->packed, known->packed, DIGEST_BYTES) == 0 ? known->length
								       : 0;
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
		/* Without a time; what bounds it never has too little room. */
		length = libdeflate_gzip_compress(
		    gzip->compressor, gzip->bytes, gzip->held, gzip->packed, gzip->room);
		if (is_worth)
			digest_bytes(gzip->packed, length, piece.packed);
	}
	piece.length = length;
	if (is_worth)
		packed_add(gzip->arena, gzip->made, &piece);
	gzip->held = 0;
	gzip->at += length;
	return write_all(gzip->file, gzip->packed, length);
}

bool
gzip_put(struct gzip *gzip, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	while (length > 0) {
		size_t part = MEMBER - gzip->held < length ? MEMBER - gzip->held : length;

		memcpy(gzip->bytes + gzip->held, at, part);
		gzip->held += part;
		at += part;
		length -= part;
		if (gzip->held == MEMBER && !gzip_cut(gzip))
			return false;
	}
	return true;
}

bool
gzip_close(struct gzip *gzip)
{
	bool closed;

	if (gzip == NULL)
		return true;
	closed = gzip_cut(gzip);
	closed = close(gzip->file) == 0 && closed;
	release(gzip);
	return closed;
}
