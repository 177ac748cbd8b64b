/*
 * What a structured list says of one entry, member by member.  A CSV column,
 * a JSON member and a BibTeX field of one name mean the same thing; the table
 * of names is data/field-names.tsv, and nothing else knows it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"
#include "model/identifier.h"

struct arena;
struct author;
struct reader;

enum given {
	/* Texts: the first that is not blank counts. */
	GIVEN_TITLE,
	GIVEN_SUBTITLE,
	GIVEN_NAME,
	GIVEN_TITLE_OF_PAPER, /* words of a column that wants a link */
	GIVEN_TITLE_OF_OTHER,
	GIVEN_AUTHORS,
	GIVEN_FULL_AUTHORS, /* better, where there are both */
	GIVEN_TYPE,         /* of exports: "conferencePaper" */
	GIVEN_DATE,
	GIVEN_YEAR,
	GIVEN_MONTH, /* 11, nov, November */
	GIVEN_DAY,
	GIVEN_OTHER_DATE, /* counts where nothing better does */
	GIVEN_VENUE,
	GIVEN_OTHER_VENUE,
	GIVEN_INSTITUTE,
	GIVEN_LICENSE,
	GIVEN_BASE_MODEL,
	GIVEN_SECTION,
	GIVEN_TEXTS, /* how many texts there are */
	/* Links: URLs, or the owner/name of a repository or a hub's model. */
	GIVEN_LINK = GIVEN_TEXTS,
	GIVEN_PAPER,
	GIVEN_CODE,
	GIVEN_MODEL,
	GIVEN_DATASET,
	GIVEN_SPACE,
	GIVEN_WEBSITE,
	/* Identifiers: become the links they imply. */
	GIVEN_ID, /* with its kind in front: "arxiv:2401.00001" */
	GIVEN_DOI,
	GIVEN_ARXIV,
	GIVEN_ACL,
	GIVEN_PMID,
	GIVEN_PMCID,
	GIVEN_S2_CORPUS,
	GIVEN_EXTRA, /* lines, some of them "PMID: 123" */
	/* Objects of JSON only. */
	GIVEN_IDS,
	GIVEN_ARTIFACTS,
	GIVEN_NOTHING, /* known, and of no use here */
	GIVEN_UNKNOWN,
};

/* data/work-types.tsv: a type of work as exports call it, in CSL's words. */
struct given_type {
	const char *word, *csl;
};
extern const struct given_type given_types[];
extern const size_t given_types_count;
/* NULL: it is none of them. */
const char *given_type_of(const char *word);

/* data/field-names.tsv, by name (folded: case, "_" and "-" do not matter). */
struct given_name {
	const char *name;
	enum given given;
};
extern const struct given_name given_names[];
extern const size_t given_names_count;

struct said {
	struct arena *arena;   /* of the entries: what is kept */
	struct arena *scratch; /* of one record */
	const char *text[GIVEN_TEXTS];
	struct link *links; /* each URL once */
	size_t link_count;
	struct author *people; /* family and given apart; none: only the text */
	size_t people_count;
	const char *type; /* CSL type, or NULL */
};

/* What a column, member or field of this name holds; case and signs do not
 * matter. */
enum given given_named(struct arena *scratch, const char *name);

/* One value, as written; NULL and blanks say nothing. */
void said_add(struct said *, enum given, const char *text);
/* A link with its label (NULL: none), when it is a web address. */
void given_add_link(struct said *, const char *url, const char *label, enum link_role);
/* "10.1093/BIB/x", "doi:10…", an address: the link it implies, if it is one. */
void given_add_identifier(struct said *, enum identifier_kind, const char *text);

/* Adds the entry; false: nothing to call it by. */
bool given_settle(struct reader *, struct said *, unsigned line, unsigned last_line);

/* given_people.c: "Last, First" is "First Last"; two commas are somebody's own
 * order. */
const char *given_in_order(struct arena *scratch, const char *name);
/* Names in order, "Last, First" turned round. */
void given_add_people(struct said *, const char *const *names, size_t count);

/* Of "Ann Roe 0001" without the number by which DBLP tells namesakes apart. */
char *given_name_of(struct arena *scratch, const char *text);
/* "Roe, Ann", "Roe, John, Jr.", "An Institute"; a comma that nothing follows
 * says that it is one name.  In the scratch. */
struct author given_person(struct arena *scratch, const char *text);
/* The same where family and given (else NULL) are known; literals in order. */
void given_add_persons(struct said *, const struct author *people, size_t count);

struct json;
/* given_csl.c: {"date-parts": [[2024, 11]]}, {"raw": …}; NULL: it says none. */
const char *given_csl_date(struct arena *scratch, const struct json *);
/* {"family", "given", particles, suffix} or {"literal"}; none: literal NULL. */
struct author given_csl_person(struct arena *scratch, const struct json *);
/* Is it an item of CSL?  *type: one that entries may have, or NULL. */
bool given_csl_type(const struct json *object, const char **type);

/* given_json.c: all members of an object. */
void given_say_json(struct said *, const struct json *object);

/* given_links.c: every web address inside a text becomes a link; how many. */
size_t given_add_links(struct said *, const char *text, enum link_role);
