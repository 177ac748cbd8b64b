/* Which build of the program this is. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

/*
 * The id that the linker gave it (a digest of all its code and facts): what one
 * build derived another may derive otherwise.  *length 0: it gave none.
 */
const void *build_id(size_t *length);

/*
 * The same of the program with all its libraries: what a library did another
 * version may do otherwise.  false: one of them bears no id.
 */
bool build_all(uint8_t out[DIGEST_BYTES]);
