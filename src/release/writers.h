/* The files around the data: who writes which. */
#ifndef ENRICH_RELEASE_WRITERS_H
#define ENRICH_RELEASE_WRITERS_H

#include "release/about/about.h"

/* All but bagit's; `scratch` holds one at a time. */
void writers_run(const struct about *, struct buffer *scratch);

#endif
