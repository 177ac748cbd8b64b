/* Which build of the program this is. */
#ifndef ENRICH_BASE_BUILD_H
#define ENRICH_BASE_BUILD_H

#include <stddef.h>

/*
 * The id that the linker gave it (a digest of all its code and facts): what one
 * build derived another may derive otherwise.  *length 0: it gave none.
 */
const void *build_id(size_t *length);

#endif
