/* Crossref in two halves: asking, and what a record says. */
#ifndef ENRICH_SOURCE_CROSSREF_H
#define ENRICH_SOURCE_CROSSREF_H

#include "model/source.h"

extern const struct source crossref;

bool crossref_brief(const char *body, size_t length, struct arena *, struct brief *);

#endif
