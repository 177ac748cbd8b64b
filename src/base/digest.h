/* SHA-256 (nettle). */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DIGEST_BYTES 32
#define DIGEST_TEXT  65 /* hexadecimal with NUL */

void digest_bytes(const void *bytes, size_t length, uint8_t out[DIGEST_BYTES]);
void digest_text(const void *bytes, size_t length, char out[DIGEST_TEXT]);
/* Of bytes as they come, in the arena; `end` gives what came so far. */
struct arena;
struct digest_sum;
struct digest_sum *digest_begin(struct arena *);
void digest_add(struct digest_sum *, const void *bytes, size_t length);
void digest_end(struct digest_sum *, char out[DIGEST_TEXT]);
/* Digest and size of a file; false with errno set. */
bool digest_file(const char *path, char out[DIGEST_TEXT], uint64_t *bytes);
