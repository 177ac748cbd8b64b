/* Semantic Scholar: asking by id and by title, and what a record says. */
#pragma once

#include "source/source.h"

extern const struct service semanticscholar_service;

/* Light fields only: with references or citations a batch times out. */
#define SEMANTICSCHOLAR_FIELDS                                                           \
	"externalIds,corpusId,title,venue,publicationVenue,journal,year,"                \
	"publicationDate,publicationTypes,citationCount,isOpenAccess,"                   \
	"openAccessPdf,authors.name"

/* Kinds of ids it goes by; an OpenReview one spoils the batch it stands in. */
#define SEMANTICSCHOLAR_IDS                                                              \
	(IDENTIFIER_PAPER_BITS & ~IDENTIFIER_BIT(IDENTIFIER_OPENREVIEW))

/* semanticscholar_bulk.c */
size_t semanticscholar_bulk(const struct source *, const struct json *record,
    struct arena *, struct identifier *ids, struct answer *);
bool semanticscholar_brief(const struct answer *, struct arena *, struct brief *);
