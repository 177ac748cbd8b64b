/* Where a large file is cut, so that what did not change is cut alike. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/*
 * Bytes of a piece, at least (but for the last one) and at most; of what follows so
 * many are looked at.  Other numbers make other archives.
 */
enum { CUT_LEAST = 48 << 10, CUT_MOST = 256 << 10, CUT_AHEAD = 64 };
/* Of a database, whose pages all move with one row more. */
enum { CUT_DATABASE = 128 << 10 };

/*
 * How long the first piece is of bytes that begin one: all, or up to the begin
 * of a line that says so.  Of what ends later there are CUT_MOST + CUT_AHEAD.
 */
size_t cut_next(const char *bytes, size_t length);
/* Do a file's first bytes say that it is one of SQLite's?  It is cut anywhere, and packed
 * for speed. */
bool cut_is_database(const char *bytes, size_t length);
