/* The files around the data: who writes which. */
#pragma once

#include "release/about/about.h"

/* All but bagit's; `scratch` holds one at a time. */
void writers_run(const struct about *, struct buffer *scratch);
