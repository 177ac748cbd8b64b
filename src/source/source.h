/* source/: the registry, one line per adapter. */
#ifndef ENRICH_SOURCE_ROOM_H
#define ENRICH_SOURCE_ROOM_H

#include <stddef.h>

#include "model/contract.h"
#include "model/source.h"

/* All sources, NULL-terminated, in the order they are shown. */
extern const struct source *const sources[];

/* What each form of request takes for granted; the last has no source. */
extern const struct contract source_contracts[];

const struct source *source_by_name(const char *name); /* NULL: none */

#endif
