/*
 * The members of a record, and of what stands in it, one row each: JSON, CSV,
 * the schema, the card, the Data Package and what an override may say all
 * follow from these rows.
 */
#pragma once

#include <stddef.h>

#include "model/claim.h"

#define RECORD_VERSION 2 /* of the schema */

/* How a member lies at its place, and so what it is in each format. */
enum member_kind {
	MEMBER_TEXT,       /* const char *; NULL: unknown, like below */
	MEMBER_LETTERS,    /* char[] */
	MEMBER_DATE,       /* const char *: EDTF */
	MEMBER_DAY,        /* const char *: a whole date */
	MEMBER_NUMBER,     /* int or unsigned; 0: unknown */
	MEMBER_COUNT,      /* int64_t; -1: unknown */
	MEMBER_FLAG,       /* enum tri */
	MEMBER_INSTANT,    /* int64_t; 0: never */
	MEMBER_DAY_OF,     /* the same, shown as its day */
	MEMBER_CONFIDENCE, /* double from 0 to 1 */
	MEMBER_VERSION,    /* RECORD_VERSION */
	MEMBER_LIST,       /* `of`; in CSV `told` in one cell */
	MEMBER_IDENTIFIER, /* the record's good one of the kind `place` */
	MEMBER_TOLD,       /* not at a place, but told of it: `told` */
	MEMBER_ID_KIND,    /* enum identifier_kind */
	MEMBER_YEAR,       /* the year that a record counts for; 0: unknown */
	MEMBER_WORD        /* another enum: one of `words` */
};

/* What release/ tells of a whole record, mention or list. */
enum told {
	TOLD_NOTHING,
	TOLD_WORK,           /* the id of the record it stands in */
	TOLD_DATE,           /* as a mention gives it */
	TOLD_LINKS,          /* of a mention */
	TOLD_ARTIFACT_CLASS, /* of an artifact's licence */
	TOLD_AUTHORS,        /* this and what follows: of a record */
	TOLD_MODEL_LICENSES, /* of its own models … */
	TOLD_CODE_LICENSES,  /* … and repositories */
	TOLD_LICENSE_CLASS,
	TOLD_LISTS, /* what its mentions say */
	TOLD_SECTION,
	TOLD_LIST_VENUE,
	TOLD_LIST_LICENSE,
	TOLD_LIST_DATE,
	TOLD_OUTCOME /* the best over its sources */
};

/* Flags of a member: where it stands, and what holds of it there. */
enum {
	IN_JSON = 1,
	IN_CSV = 2,
	IN_BOTH = IN_JSON | IN_CSV,
	NEVER_NULL = 4,
	OVERRIDES = 8, /* overrides.csv may say it */
	MAY_GROW = 16  /* other words may come: the schema takes any */
};

struct shape;

struct member {
	const char *name;
	enum member_kind kind;
	size_t place; /* bytes from the begin of the struct */
	unsigned flags;
	const char *meaning;      /* in the card and the Data Package; no markup */
	const char *says;         /* in the schema, NULL: nothing */
	const char *const *words; /* all that it can be, up to a NULL; NULL: any */
	const char *facets;       /* of the schema, as JSON; NULL: those of its kind */
	bool plain;               /* text or flag that the best `claim` fills as it is */
	enum field claim;
	enum told told;
	const struct shape *of; /* of a list; … */
	size_t count_place;     /* … how many it has */
};

/* A struct: its members in their order. */
struct shape {
	const struct member *members;
	size_t count;
	size_t size;     /* of one */
	bool by_pointer; /* a list of it has pointers */
};

extern const struct shape record_shape;
extern const struct shape record_shape_artifact;
extern const struct shape record_shape_mention; /* struct entry */
extern const struct shape record_shape_conflict;
extern const struct shape record_shape_finding;
extern const struct shape record_shape_history; /* struct counted */

/* The record's member of this name, or NULL. */
const struct member *record_member(const char *name);
