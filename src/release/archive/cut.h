/* Where a large file is cut, so that what did not change is cut alike. */
#pragma once

#include <stddef.h>

/*
 * Bytes of a piece, at least and at most; of what follows so many are looked at.
 * Other numbers make other archives.
 */
enum { CUT_LEAST = 96 << 10, CUT_MOST = 256 << 10, CUT_AHEAD = 32 };

/*
 * How long the first piece is of bytes that begin one: all, or up to the begin
 * of a line that says so.  Of what ends later there are CUT_MOST + CUT_AHEAD.
 */
size_t cut_next(const char *bytes, size_t length);
