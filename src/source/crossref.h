/* Crossref: records however they are asked for, and the parts that take more than a line to read. */
#pragma once

#include "source/draft.h"

/* Members a list may be asked for, and all that is kept of a record. */
#define CROSSREF_MEMBERS                                                                 \
	"DOI,type,title,subtitle,author,container-title,publisher,issued,"               \
	"published,published-online,published-print,posted,license,relation,"            \
	"updated-by,is-referenced-by-count"

extern const struct service crossref_service;

void crossref_keep(struct kept *, const struct json *record, bool listed);
bool crossref_brief(const struct answer *, struct arena *, struct brief *);

void crossref_read_authors(struct draft *, const struct json *list);
void crossref_read_dates(struct draft *, const struct json *record);
void crossref_read_license(struct draft *, const struct json *list);
void crossref_read_relations(struct draft *, const struct json *relation);
/* Notices about this record: a retraction, or a correction, which leaves it standing. */
void crossref_read_notices(struct draft *, const struct json *notices);
