/* Semantic Scholar in two halves: asking, and what a record says. */
#ifndef ENRICH_SOURCE_SEMANTICSCHOLAR_H
#define ENRICH_SOURCE_SEMANTICSCHOLAR_H

#include "model/source.h"

extern const struct source semanticscholar;

bool semanticscholar_brief(const char *body, size_t length, struct arena *,
    struct brief *);

#endif
