/*
 * Bytes in LMDB: where they are, numbers low byte first, and the checksum.
 */
#pragma once

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
/*
 * The first 8 of `length` bytes become the sum of the key they lie under and of the
 * rest, so that a damaged key shows as a damaged value does.
 */
void bytes_seal(char *at, size_t length, struct span key);
/* Do they hold it?  The sum of the rest alone, as it was written once, counts too. */
bool bytes_sealed(struct span, struct span key);
