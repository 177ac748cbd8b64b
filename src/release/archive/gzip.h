/* Bytes in pieces → a gzip file of one member, always the same bytes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "release/archive/packed.h"

struct arena;
struct gzip;

/*
 * Makes the file, or empties it.  NULL with errno set.  `made`, which lies in the
 * arena, gets its large stretches.
 */
struct gzip *gzip_open(
    struct arena *, const char *path, const struct packed_before *, struct pieces *made);
/* Behind what came before.  false with errno set. */
bool gzip_put(struct gzip *, const void *bytes, size_t length);
/* A stretch ends here, which packs alike wherever it stands; as it does each
 * CUT_MOST bytes, too.  false with errno set. */
bool gzip_cut(struct gzip *);
/* From the next stretch on: packed in less time to more bytes, or not. */
void gzip_hasten(struct gzip *, bool);
/*
 * A file begins, whose stretches are known together by its sum (64 signs): true, they are
 * there, copied from the archive before, and no more is to be put of it.
 */
bool gzip_take_file(struct gzip *, const char *sum);
/* What is put counts for nothing: it is there already. */
void gzip_pass_over(struct gzip *, bool);
/* All of the file that begins with gzip_take_file was put. */
void gzip_end_file(struct gzip *, const char *sum, uint64_t length);
/* NULL is allowed.  false with errno set. */
bool gzip_close(struct gzip *);
