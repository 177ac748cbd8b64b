/*
 * The services that the sources ask: service_table.c, a row each; and the sources that
 * are a file alone, whose constant stands at its end.
 */
#ifndef ENRICH_SOURCE_SERVICE_H
#define ENRICH_SOURCE_SERVICE_H

#include "model/service.h"
#include "model/source.h"

extern const struct service service_semanticscholar;
extern const struct service service_arxiv;
extern const struct service service_arxiv_oai;
extern const struct service service_huggingface;
extern const struct service service_github;
extern const struct service service_crossref;
extern const struct service service_datacite;
extern const struct service service_openalex;

extern const struct source datacite;

#endif
