/* libdeflate's door: bytes in pieces → a gzip file, always the same bytes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "release/archive/packed.h"

struct arena;
struct gzip;

/*
 * Makes the file, or empties it.  NULL with errno set.  `made`, which lies in the
 * arena, gets its large members.
 */
struct gzip *gzip_open(
    struct arena *, const char *path, const struct packed_before *, struct pieces *made);
/* Behind what came before.  false with errno set. */
bool gzip_put(struct gzip *, const void *bytes, size_t length);
/* A member ends here (RFC 1952 §2.2: they stand one behind another).  Long
 * stretches are cut each CUT_MOST bytes, too.  false with errno set. */
bool gzip_cut(struct gzip *);
/* NULL is allowed.  false with errno set. */
bool gzip_close(struct gzip *);
