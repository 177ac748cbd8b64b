/*
 * What a curator may decide in overrides.csv: the fields by name, and what a
 * value of each may look like.
 */
#pragma once

#include <stdbool.h>

#include "model/identifier.h"

struct arena;

/* How a curator calls an identifier of a paper: "arxiv", or "arxiv_id". */
const char *override_id_field(struct arena *, enum identifier_kind, bool with_id);

/*
 * NULL when a curator may write `value` for `field`; else what is wrong with
 * it, in words that follow the file's name and line ("there is no field titel").
 */
const char *override_trouble(struct arena *, const char *field, const char *value);
