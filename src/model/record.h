/*
 * The record: one work as it is published.  Field by field as in
 * schema/works.schema.json; all keys always there in the JSON.
 *
 * Made by merge/ one work at a time, read by release/ and explain, then
 * forgotten.  Texts are NULL where unknown, numbers -1.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/answer.h"
#include "model/claim.h"
#include "model/entry.h"
#include "model/identifier.h"
#include "model/license.h"

enum tri { TRI_UNKNOWN = -1, TRI_FALSE = 0, TRI_TRUE = 1 };

enum scope { SCOPE_IN, SCOPE_UNDATED, SCOPE_OLDER };

enum identifier_status {
	ID_GOOD,
	ID_WRONG,
	ID_UNCLEAR,   /* as the list gave it; something contradicts, so unused */
	ID_UNCHECKED, /* of the list, and nobody has answered about it */
	ID_GONE,
	ID_RENAMED
};

struct record_identifier {
	struct identifier id;
	enum identifier_status status;
	const char *from; /* "list", or the source that taught it */
	bool shared;      /* stands in other works too: no work's own id */
};

enum tie { TIE_SELF, TIE_DECLARED, TIE_LISTED };

struct artifact {
	struct identifier id; /* HF model/dataset/space or GitHub */
	const char *kind;     /* "model", "dataset", "space", "code" */
	const char *url;
	enum tie tie;
	const char *claimed_by; /* "list", "huggingface", "github" … */
	const char *license;    /* SPDX or NULL */
	enum license_status license_status;
	const char *license_raw;
	const char *base_model;
	const char *base_license;        /* SPDX of that model's, several by "; " */
	const char *license_drops;       /* what that asks for and `license` does
				      not: license_terms_words; NULL */
	const char *created;             /* day on which its host first had it */
	int64_t likes, downloads, stars; /* -1: unknown */
	const char *gated;               /* "false", "auto", "manual" or NULL */
	enum tri archived;
	const char *status;     /* "found", "gone", "renamed", "disabled",
				   "not-asked", "unanswered" */
	bool own_word;          /* declared by its host, not by a paper's record */
	const char *renamed_to; /* its id now, or NULL */
	int64_t first_answered; /* what stands here, by its host; 0: never */
};

struct record_outcome {
	const char *source;
	enum outcome outcome;
	int64_t asked_at; /* 0: never */
};

struct provenance {
	const char *field;
	const char *source;     /* source name, "list", "override", "rule" */
	const char *method;     /* lookup, search, list-text, override, rule */
	double confidence;      /* 0 … 1, the published table */
	int64_t retrieved_at;   /* the answer; 0: null */
	int64_t first_answered; /* the value */
};

struct conflict {
	const char *field;
	const char *chosen_source, *chosen_value;
	const char *other_source, *other_value;
	const char *rule; /* why the chosen one won */
};

struct related {
	const char *relation; /* DataCite relationType */
	const char *id;
};

struct record {
	const char *id; /* "doi:10.1093/bib/bbac409"; kept for ever */
	const char *citation_key;
	const char *kind;  /* paper, model, dataset, code, space, webpage */
	const char *type;  /* CSL type */
	const char *stage; /* "preprint", "published" or NULL */
	enum scope scope;
	const char *title;
	const char *name; /* from the list */
	const struct author *authors;
	size_t author_count;
	bool authors_more;  /* the list says "et al.", and nobody else who */
	const char *issued; /* EDTF */
	const char *first_public;
	int year;                    /* of issued; 0 unknown */
	const char *container_title; /* NULL for a preprint */
	const char *venue_key;
	const char *venue_name; /* for people, years and ordinals aside */
	const char *publisher;
	const char *institute;
	const char *base_model;
	const char *url;
	const char *license; /* SPDX expression or NULL */
	enum license_status license_status;
	const char *license_raw;
	const char *license_of; /* "published", "preprint", "artifact"; NULL */
	enum tri is_open_access, is_retracted, is_withdrawn;
	int64_t cited_by_count; /* -1 unknown */
	const char *cited_by_source;
	int64_t counted_at; /* when it was first this; 0 unknown */
	const struct record_identifier *ids;
	size_t id_count;
	const struct artifact *artifacts;
	size_t artifact_count;
	const struct entry *const *mentions;
	size_t mention_count;
	const struct related *related;
	size_t related_count;
	const struct record_outcome *outcomes;
	size_t outcome_count;
	const struct provenance *provenance;
	size_t provenance_count;
	const struct conflict *conflicts; /* not in works.jsonl */
	size_t conflict_count;
	const char *first_seen; /* date of a release */
};

extern const char *const record_scopes[]; /* in undated older */
extern const char *const record_id_statuses[];
/* Wrong or unclear: no column, no id, and nothing is asked or filled by it. */
bool record_id_is_refused(enum identifier_status);
extern const char *const record_ties[]; /* self declared listed */
/*
 * May it be a column, an id, a field of BibTeX?  Good, or unchecked and no other
 * work's: two that claim the same cannot both be right.
 */
bool record_id_is_good(const struct record_identifier *);
/* The good identifier of a kind, or NULL. */
const char *record_identifier_value(const struct record *, enum identifier_kind);
