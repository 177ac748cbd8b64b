/* An arena from the inside. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/spool.h"

#define ARENA_ALIGNMENT   16
#define ARENA_SPOOL_STAYS ((uint64_t)256 << 20) /* in memory, of all spools */

struct block {
	struct block *next;
	size_t size; /* of what follows the header */
	size_t used;
	bool spooled;
};

#define BLOCK_HEADER                                                                     \
	((sizeof(struct block) + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1))

struct arena {
	struct block *blocks; /* the one being filled comes first */
	struct block *spare;  /* of the usual size, kept when it was reset */
	size_t spares;
	size_t used;
	bool in_memory; /* never in a spool */
	struct spool spool;
};

/* A block of `size` bytes in the spool, in whole pages. */
size_t arena_spooled_bytes(size_t size);
/* memcpy that keeps but a piece of both in memory at a time. */
void arena_copy_resting(struct arena *, void *to, const void *from, size_t size);
