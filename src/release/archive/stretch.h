/* libdeflate's and zlib's door: bytes → a stretch of a deflate stream (RFC 1951). */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stretch;

enum { STRETCH_LAST_BYTES = 2 };
/* What ends the stream behind its last stretch: an empty block that says so. */
extern const unsigned char stretch_last[STRETCH_LAST_BYTES];

/* Packs up to `most` bytes at once.  NULL with errno set. */
struct stretch *stretch_new(size_t most);
/* What the packed bytes of one need at most. */
size_t stretch_room(const struct stretch *);
/*
 * Packs the bytes (one at least) so that any other stretch may follow: the end is that
 * of a byte, and no block says that it is the last.  They are unpacked again and
 * compared.  `hastens`: in half of the time, to some more bytes.  How many came out, always
 * as many; 0 with errno set.
 */
size_t stretch_pack(struct stretch *, const unsigned char *bytes, size_t length,
    unsigned char *packed, bool hastens);
/* The checksum of gzip (RFC 1952) of what came before (0: nothing) and these bytes. */
uint32_t stretch_sum(uint32_t before, const unsigned char *bytes, size_t length);
/* That of what came before and of so many bytes whose own it is. */
uint32_t stretch_sum_join(uint32_t before, uint32_t sum, uint64_t length);
/* NULL is allowed. */
void stretch_free(struct stretch *);
