/* The words of the link itself.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>

#include "model/identifier.h"

struct arena;
struct entry;

/* Are the words of the link that has this identifier the answer's title, of which the
 * entry's is but the beginning: "Corrections to Roe, Poe (2016)" with people cut off? */
bool label_is_title(
    struct arena *, const struct entry *, struct identifier, const char *title);
