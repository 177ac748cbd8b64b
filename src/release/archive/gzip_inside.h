/* A gzip file that is being made, from the inside. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/crew.h"
#include "release/archive/cut.h"
#include "release/archive/gzip.h"

struct digest_sum;
struct stretch;

enum {
	/* Bytes of a stretch at most: what stretches do not share costs nothing at
	 * that size, and memory holds it; another number makes other files. */
	MOST = CUT_MOST,
	WORTH = 32 << 10, /* bytes that are worth to be known again */
	EACH = 4,         /* stretches that wait for each who packs */
	SLOTS = EACH * CREW_MOST,
};

/* Bytes of a stretch, and what they are packed to. */
struct slot {
	unsigned char *bytes, *packed;
	size_t held, length;
	uint32_t sum; /* of the bytes */
	bool hastens;
	struct piece piece;
	int trouble; /* errno, where it was not packed */
};

struct gzip {
	int file;
	int before; /* descriptor of an earlier one, or -1 */
	struct arena *arena;
	const struct pieces *known;
	struct pieces *made;
	uint64_t at;       /* bytes written */
	uint32_t sum, all; /* of what was packed: its checksum, its length modulo 2^32 */
	size_t room;       /* of what is packed */
	size_t filling;    /* the slot; those before it wait to be packed side by side */
	struct slot slots[SLOTS];
	size_t slot_count;
	struct stretch *stretches[CREW_MOST]; /* of each who packs */
	bool failed; /* something was not packed, or not written */
	bool passes_over, hastens;
	/* Of the file that is being packed. */
	uint64_t file_at;
	uint32_t file_sum;
	struct digest_sum *file_packed;
};

/* false with errno set. */
bool gzip_write(struct gzip *, const unsigned char *bytes, size_t length);
/* What waits is packed side by side, and written one behind the other.  false with
 * errno set, now or before. */
bool gzip_pack_all(struct gzip *);
/* What was packed, by its checksum. */
void gzip_count(struct gzip *, uint32_t sum, uint64_t length);
