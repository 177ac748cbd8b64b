/*
 * A claim: one field's value according to one answer, a list or an override.
 *
 * Values are text; numbers in decimal, booleans "true"/"false", dates EDTF.
 * Authors are a list and have no text.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct identifier;

/* The fields, of a work and then of an artifact, and the words for them. */
#define FIELDS(FIELD)                                                                    \
	FIELD(TITLE, "title")                                                            \
	FIELD(AUTHORS, "authors")                                                        \
	FIELD(VENUE, "venue") /* journal, proceedings; also "arXiv.org" */               \
	FIELD(PUBLISHER, "publisher")                                                    \
	FIELD(ISSUED, "issued")             /* date of the version described */          \
	FIELD(FIRST_PUBLIC, "first_public") /* first known day it was public */          \
	FIELD(TYPE, "type")                 /* CSL type */                               \
	FIELD(LICENSE, "license")           /* as the source says; see license_status */ \
	FIELD(CITED_BY_COUNT, "cited_by_count")                                          \
	FIELD(OPEN_ACCESS, "is_open_access")                                             \
	FIELD(RETRACTED, "is_retracted")                                                 \
	FIELD(WITHDRAWN, "is_withdrawn")                                                 \
	FIELD(INSTITUTE, "institute")                                                    \
	FIELD(LIKES, "likes")         /* this and what follows: of an artifact */        \
	FIELD(DOWNLOADS, "downloads") /* the last 30 days */                             \
	FIELD(STARS, "stars")                                                            \
	FIELD(GATED, "gated") /* "false", "auto", "manual" */                            \
	FIELD(ARCHIVED, "archived")                                                      \
	FIELD(DISABLED, "disabled")                                                      \
	FIELD(BASE_MODEL, "base_model") /* HF model id, ", " between several */          \
	FIELD(RENAMED_TO, "renamed_to") /* the id it answers to now */                   \
	FIELD(HOMEPAGE, "homepage")                                                      \
	FIELD(AGENCY, "agency")       /* of a DOI's prefix: who registers */             \
	FIELD(CORRECTED, "corrected") /* where an erratum stands */                      \
	FIELD(DECISION, "decision")   /* of a venue: rejected, withdrawn … */          \
	FIELD(PRINTED, "printed")     /* day of the issue, where there is one */

#define FIELD_ENUM(name, word) FIELD_##name,
enum field { FIELDS(FIELD_ENUM) FIELD_COUNT };
#undef FIELD_ENUM

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

/* People of one claim; what names more is told (authors-cut). */
#define CLAIM_MOST_AUTHORS 10000

struct claim {
	enum field field;
	const char *text; /* NULL only for FIELD_AUTHORS */
	const struct author *authors;
	size_t author_count;
};

/* Of one field: the same text, or the same people in the same order. */
bool claim_equal(const struct claim *, const struct claim *);
