/*
 * A claim: one field's value according to one answer, a list or an override.
 *
 * Values are text; numbers in decimal, booleans "true"/"false", dates EDTF.
 * Authors are a list and have no text.
 */
#ifndef ENRICH_MODEL_CLAIM_H
#define ENRICH_MODEL_CLAIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct identifier;

enum field {
	/* of a work */
	FIELD_TITLE,
	FIELD_AUTHORS,
	FIELD_VENUE, /* journal, proceedings; also "arXiv.org" */
	FIELD_PUBLISHER,
	FIELD_ISSUED,       /* date of the version described */
	FIELD_FIRST_PUBLIC, /* first known day it was public */
	FIELD_TYPE,         /* CSL type */
	FIELD_LICENSE,      /* as the source says; see license_status */
	FIELD_CITED_BY_COUNT,
	FIELD_OPEN_ACCESS,
	FIELD_RETRACTED,
	FIELD_WITHDRAWN,
	FIELD_INSTITUTE,
	/* of an artifact */
	FIELD_LIKES,
	FIELD_DOWNLOADS, /* the last 30 days */
	FIELD_STARS,
	FIELD_GATED, /* "false", "auto", "manual" */
	FIELD_ARCHIVED,
	FIELD_DISABLED,
	FIELD_BASE_MODEL, /* HF model id, ", " between several */
	FIELD_RENAMED_TO, /* the id it answers to now */
	FIELD_HOMEPAGE,
	FIELD_COUNT
};

/* A set of fields, one bit each. */
#define FIELD_BIT(field) (1u << (field))

const char *claim_field_name(enum field); /* "venue", "cited_by_count" … */

/*
 * The model number `which` (from 0) of a FIELD_BASE_MODEL claim.  false: there
 * are no more, or the text is no model's id (a path of somebody's machine).
 */
bool claim_base_model(
    struct arena *, const char *text, size_t which, struct identifier *);

struct author {
	const char *literal; /* as the source gives it; never NULL */
	const char *family;  /* NULL unless the source splits names */
	const char *given;
	const char *orcid; /* bare 0000-0000-0000-000X or NULL */
};

/*
 * Names that a person wrote one behind the other ("A, B and C"): the next one,
 * squeezed, perhaps "", up to a sign of `stops` or " and "; *text moves behind
 * it.  Only while *text is not "".
 */
char *claim_author_next(struct arena *, const char **text, const char *stops);

struct claim {
	enum field field;
	const char *text; /* NULL only for FIELD_AUTHORS */
	const struct author *authors;
	size_t author_count;
};

#endif
