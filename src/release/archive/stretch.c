/*
 * Bytes enter; packed bytes leave that stand in the middle of a deflate stream.
 * libdeflate takes a third of zlib's time, but ends its stream with each call.  zlib,
 * which unpacks what came out, knows at which bit its last block begins.
 */
#include "release/archive/stretch.h"

#include <errno.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum {
	LEVEL = 6,
	LEVEL_IN_HASTE = 1,
	/* An empty stored block, at most: bits up to a byte's end, and two lengths. */
	MARK = 5,
	/* zlib's data_type, when inflate() stops: behind a block, behind the last one,
	 * how many bits of the last byte are not used. */
	BEHIND = 128,
	LAST = 64,
	BITS_UNUSED = 7,
};

struct stretch {
	struct libdeflate_compressor *compressor, *hasty;
	size_t most;
	unsigned char *again; /* what was packed, unpacked */
	z_stream reader;
	bool reads;
};

/* A final block of the fixed code, in which nothing stands. */
const unsigned char stretch_last[STRETCH_LAST_BYTES] = { 0x03, 0x00 };

struct stretch *
stretch_new(size_t most)
{
	struct stretch *stretch = calloc(1, sizeof *stretch);

	if (stretch == NULL)
		return NULL;
	stretch->most = most;
	stretch->compressor = libdeflate_alloc_compressor(LEVEL);
	stretch->hasty = libdeflate_alloc_compressor(LEVEL_IN_HASTE);
	stretch->again = malloc(most);
	stretch->reads = inflateInit2(&stretch->reader, -MAX_WBITS) == Z_OK;
	if (stretch->compressor != NULL && stretch->hasty != NULL &&
	    stretch->again != NULL && stretch->reads)
		return stretch;
	stretch_free(stretch);
	errno = ENOMEM;
	return NULL;
}

void
stretch_free(struct stretch *stretch)
{
	if (stretch == NULL)
		return;
	libdeflate_free_compressor(stretch->compressor);
	libdeflate_free_compressor(stretch->hasty);
	if (stretch->reads)
		inflateEnd(&stretch->reader);
	free(stretch->again);
	free(stretch);
}

size_t
stretch_room(const struct stretch *stretch)
{
	return libdeflate_deflate_compress_bound(stretch->compressor, stretch->most) +
	    MARK;
}

/*
 * Unpacks it block by block: the bit at which the last begins, and how many bits of
 * the last byte are not used.  false: that is not what was packed.
 */
static bool
read_again(struct stretch *stretch, const unsigned char *bytes, size_t length,
    unsigned char *packed, size_t packed_length, size_t *last, unsigned *unused)
{
	z_stream *reader = &stretch->reader;
	int said;

	if (inflateReset(reader) != Z_OK)
		return false;
	reader->next_in = packed;
	reader->avail_in = (uInt)packed_length;
	reader->next_out = stretch->again;
	reader->avail_out = (uInt)length;
	*last = *unused = 0;
	/* Behind each block it stops, and behind the last once more. */
	while ((said = inflate(reader, Z_BLOCK)) == Z_OK) {
		*unused = (unsigned)reader->data_type & BITS_UNUSED;
		if (((unsigned)reader->data_type & (BEHIND | LAST)) == BEHIND)
			*last = (packed_length - reader->avail_in) * 8 - *unused;
	}
	return said == Z_STREAM_END && reader->avail_in == 0 && reader->avail_out == 0 &&
	    memcmp(stretch->again, bytes, length) == 0;
}

size_t
stretch_pack(struct stretch *stretch, const unsigned char *bytes, size_t length,
    unsigned char *packed, bool hastens)
{
	static const unsigned char lengths[] = { 0x00, 0x00, 0xff, 0xff };
	size_t last, done;
	unsigned unused;

	done = libdeflate_deflate_compress(hastens ? stretch->hasty : stretch->compressor,
	    bytes, length, packed, stretch_room(stretch) - MARK);
	if (done == 0 ||
	    !read_again(stretch, bytes, length, packed, done, &last, &unused)) {
		errno = EIO; /* no bytes are packed to that: the machine errs */
		return 0;
	}
	packed[last / 8] &= (unsigned char)~(1u << last % 8);
	/* The block's three bits are zeros, and so are those that nobody uses. */
	if (unused < 3)
		packed[done++] = 0;
	memcpy(packed + done, lengths, sizeof lengths);
	return done + sizeof lengths;
}

uint32_t
stretch_sum(uint32_t before, const unsigned char *bytes, size_t length)
{
	return libdeflate_crc32(before, bytes, length);
}

uint32_t
stretch_sum_join(uint32_t before, uint32_t sum, uint64_t length)
{
	return (uint32_t)crc32_combine(before, sum, (z_off_t)length);
}
