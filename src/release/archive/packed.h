/*
 * The large stretches of a gzip archive: which bytes were packed to which of its
 * own.  What the next archive has again is taken from there: one library packs
 * the same bytes the same way.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

struct arena;
struct buffer;
struct release_memo;

struct piece {
	uint8_t bytes[DIGEST_BYTES];  /* SHA-256 of what was packed … */
	uint8_t packed[DIGEST_BYTES]; /* … and of what it was packed to … */
	uint64_t at;                  /* … which begins here … */
	uint64_t length;              /* … and is so long */
	/* It is a whole file, all its stretches: of so many bytes, with this checksum of
	 * gzip's; 0: one stretch. */
	uint64_t file;
	uint64_t sum;
};

struct pieces {
	const char *archive; /* name of the file */
	struct piece *v;
	size_t count;
};

/* An earlier archive, and what its stretches are known to be. */
struct packed_before {
	const char *path;
	struct pieces pieces; /* sorted */
};

void packed_add(struct arena *, struct pieces *, const struct piece *);
/* A file and its stretches, which now begin at `at`. */
void packed_move(struct arena *, const struct pieces *from, const struct piece *file,
    uint64_t at, struct pieces *to);
/* The 64 signs of a sum; false: they are none. */
bool packed_read_sum(const char *text, uint8_t sum[DIGEST_BYTES]);
/* NULL: not in it. */
const struct piece *packed_find(const struct pieces *, const uint8_t bytes[DIGEST_BYTES]);

/*
 * As bytes for the cache, good for the program and the libraries that run now: of
 * this archive (which is sorted) and of the one before it, which the next may follow
 * again.  false: there is nothing to be known by.
 */
bool packed_keep(struct pieces *, const struct pieces *before, struct buffer *);
/* What they tell of the archive of a release; false: nothing. */
bool packed_recall(struct arena *, const struct release_memo *, const char *folder,
    const char *suffix, struct packed_before *);
