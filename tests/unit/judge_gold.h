/*
 * The hand-checked lists beside the checkout, as entries and descriptions.
 * Read only where they are; never shipped.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"

struct arena;
struct json;

#define GOLD_SEEDS 4

/* A file of $ENRICH_SHARED, one JSON value a line; NULL: not there. */
const struct json **gold_lines(struct arena *, const char *name, size_t *count);

/* Entries of the four lists; wrong ids are among the identifiers. */
struct gold {
	struct entry *entries;
	size_t count;
};
bool gold_read(struct arena *, struct gold *);
/* Is that identifier of the entry marked as another work's? */
bool gold_is_wrong(const struct entry *, const struct entry_identifier *);
const struct entry *gold_entry(const struct gold *, const char *list, unsigned line);
