/* OpenAlex in two halves: asking, and what a record says. */
#ifndef ENRICH_SOURCE_OPENALEX_H
#define ENRICH_SOURCE_OPENALEX_H

#include "model/source.h"

bool openalex_brief(const char *body, size_t length, struct arena *, struct brief *);

#endif
