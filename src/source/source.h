/* source/: the registry, a line a source; each is the constant at the end of its file. */
#pragma once

#include "model/contract.h"
#include "model/source.h"

/*
 * In the order they are shown; a source waits only for those before it.  Of those by
 * title the first that knows it is believed, the next is asked when it does not.
 * Crossref and what stands behind it fill what the others leave open, and who
 * registers it is asked of a DOI that none of them knows; on request,
 * and therefore last, is who mentions a paper.
 */
#define SOURCES(SOURCE)                                                                  \
	SOURCE(semanticscholar)                                                          \
	SOURCE(semanticscholar_title)                                                    \
	SOURCE(arxiv)                                                                    \
	SOURCE(arxiv_oai)                                                                \
	SOURCE(arxiv_title)                                                              \
	SOURCE(crossref_title)                                                           \
	SOURCE(pubmed)                                                                   \
	SOURCE(openreview)                                                               \
	SOURCE(huggingface)                                                              \
	SOURCE(huggingface_collections)                                                  \
	SOURCE(github)                                                                   \
	SOURCE(openreview_1)                                                             \
	SOURCE(crossref)                                                                 \
	SOURCE(doi_agency)                                                               \
	SOURCE(datacite)                                                                 \
	SOURCE(openalex)                                                                 \
	SOURCE(huggingface_mentions)

#define SOURCE_DECLARED(name) extern const struct source name;
SOURCES(SOURCE_DECLARED)

/* All of them, NULL-terminated. */
extern const struct source *const sources[];

/* What each form of request takes for granted; the last has no source. */
extern const struct contract source_contracts[];

const struct source *source_by_name(const char *name); /* NULL: none */

/* What a reply that is none says for itself ("error", "message" … of a JSON object, or
 * a short line of text), as it says it; NULL: nothing that can be read. */
const char *source_words(struct arena *, const struct response *);
