/* arXiv's two interfaces, and what both need to know about its comments. */
#ifndef ENRICH_SOURCE_ARXIV_H
#define ENRICH_SOURCE_ARXIV_H

#include <stdbool.h>

#include "model/source.h"

extern const struct source arxiv;
extern const struct source arxiv_oai;

/*
 * Does an author's comment clearly say that this paper is withdrawn?  Atom
 * has no other sign; a submission withdrawn from a conference is none.
 */
bool says_withdrawn(const char *comment);

#endif
