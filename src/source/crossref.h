/* Crossref: the parts of a record that take more than a line to read. */
#ifndef ENRICH_SOURCE_CROSSREF_H
#define ENRICH_SOURCE_CROSSREF_H

#include "source/draft.h"

void crossref_read_authors(struct draft *, const struct json *list);
void crossref_read_dates(struct draft *, const struct json *record);
void crossref_read_license(struct draft *, const struct json *list);
void crossref_read_relations(struct draft *, const struct json *relation);
/* Notices about this record; a correction leaves it standing. */
bool crossref_is_retracted(const struct json *notices);

#endif
