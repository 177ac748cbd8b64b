/*
 * Bytes in LMDB: where they are, numbers low byte first, and the checksum.
 */
#ifndef ENRICH_CACHE_BYTES_H
#define ENRICH_CACHE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	const char *bytes;
	size_t length;
};

/* The bytes of a text; nothing for NULL. */
struct span bytes_text(const char *text);
bool bytes_equal(struct span, struct span);

void bytes_put_u32(char *at, uint32_t);
void bytes_put_u64(char *at, uint64_t);
uint32_t bytes_get_u32(const char *at);
uint64_t bytes_get_u64(const char *at);

/*
 * 64 bits against damage, not against malice: each word of 8 bytes is mixed
 * in by a step that can be undone, so damage within one word always shows,
 * any other with all but 2^-64.
 */
uint64_t bytes_sum(struct span);
/* Do the first 8 bytes hold the sum of the rest? */
bool bytes_sealed(struct span);

#endif
