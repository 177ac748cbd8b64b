/* libdeflate's door: bytes in pieces → a gzip file, always the same bytes. */
#ifndef ENRICH_RELEASE_GZIP_H
#define ENRICH_RELEASE_GZIP_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Bytes a member holds, the last one fewer: whoever writes cuts there.  Large
 * enough that what members do not share costs nothing, small enough for memory;
 * another number makes other files.
 */
enum { GZIP_MEMBER = 1 << 20 };

struct gzip;

/* Makes the file, or empties it.  NULL with errno set. */
struct gzip *gzip_open(const char *path);
/* One member (RFC 1952 §2.2: they stand one behind another), at most
 * GZIP_MEMBER bytes of it.  false with errno set. */
bool gzip_write(struct gzip *, const void *bytes, size_t length);
/* NULL is allowed.  false with errno set. */
bool gzip_close(struct gzip *);

#endif
