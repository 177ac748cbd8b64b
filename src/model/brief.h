/*
 * A brief: what a reader got out of an answer.  Stored beside the answer's
 * bytes with the reader's version; derived and disposable.
 *
 * Made by a source's `brief`, kept by cache/, read by judge/ and merge/.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/claim.h"
#include "model/identifier.h"

struct arena;
struct buffer;

enum brief_kind {
	BRIEF_PAPER,
	BRIEF_LICENSE, /* speaks of the licence only (OAI-PMH) */
	BRIEF_MODEL,
	BRIEF_DATASET,
	BRIEF_SPACE,
	BRIEF_CODE,
	BRIEF_MENTIONS, /* `names` are what mentions the subject */
	BRIEF_PREFIX,   /* of DOIs: FIELD_AGENCY, nothing of any work */
};

struct brief {
	enum brief_kind kind;
	const char *title; /* NULL: the source gives none */
	int year;          /* 0: unknown */
	/* What the source says the subject is also called (same work). */
	const struct identifier *ids;
	size_t id_count;
	/* Papers an artifact's card or repository names, artifacts a paper's
	 * own record names: no identity. */
	const struct identifier *names;
	size_t name_count;
	const struct claim *claims; /* at most one a field */
	size_t claim_count;
};

const struct claim *brief_claim(const struct brief *, enum field);
/* NULL: the brief says nothing about that field. */
const char *brief_text(const struct brief *, enum field);

/*
 * Bytes for the cache and back.  decode gives false on anything that is not
 * exactly what encode writes (then the brief is read again from the answer);
 * the texts point into `bytes`, which must outlive the brief.
 */
void brief_encode(const struct brief *, struct buffer *);
bool brief_decode(struct arena *, const char *bytes, size_t length, struct brief *);
