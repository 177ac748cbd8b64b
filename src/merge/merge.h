/*
 * merge/: what witnesses, lists and overrides claim of a work → its record;
 * and what a venue's spelling says.
 *
 * Nothing is looked up here; the clock is an argument.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/venue.h"
#include "model/work.h"

struct arena;

/*
 * Of these fields (FIELD_BIT set) the ones that no believed witness about a
 * paper fills: a venue that publishes, a licence that the table knows.
 */
unsigned merge_lacks(
    struct arena *, const struct witness *, size_t count, unsigned fields);

/*
 * Is an id that this source (one that fills gaps) issues the like of another registry's:
 * by that one's answer or, where one has not got it, by who registers its prefix?  An
 * id is of one registry; no other knows it.
 */
bool merge_knows_registry(
    const struct witness *, size_t count, const struct source *, struct identifier);

struct merge_input {
	const struct work *work;
	const struct witness *witnesses; /* every source that could speak */
	size_t witness_count;
	/* What is known of the models that its models were made from. */
	const struct witness *bases;
	size_t base_count;
	const struct override *overrides; /* those of this work */
	size_t override_count;
	const struct registered *registered; /* NULL: first seen now */
	enum scope scope;
	int64_t clock;
};

/*
 * The record's id: the registered one, else the best good identifier that
 * stands in no other work (doi, arxiv, acl, a preprint's doi, pmid, pmcid, s2;
 * of an artifact its own), else url:URL, else list:NAME:8 hex digits.
 *
 * Decide one work.  The record points into the input and the arena.
 * citation_key is left to the conductor (it must be unique).
 */
void merge_record(struct arena *, const struct merge_input *, struct record *);
/* Only the id that merge_record would give. */
const char *merge_id(struct arena *, const struct merge_input *);

/*
 * Family + year + first word, ASCII, lower case: "luo2022biogpt".  Without
 * authors the owner of a repository, else name or title first: "ohsumed1994".
 */
char *merge_citation_key(struct arena *, const struct record *);

/*
 * Every claim on one field, best first, for `explain`: what won and why.
 */
struct weighed_claim {
	enum field field;
	const char *value;
	const char *source; /* source name, "list", "override" */
	const char *place;  /* LIST:LINE for a list's claim, else NULL */
	int64_t retrieved_at;
	const char *why; /* reason of the row of the merge table */
	bool chosen;
};
size_t merge_claims(
    struct arena *, const struct merge_input *, enum field, struct weighed_claim **out);

/* decision.c: the first believed word on a field and whose it is; NULL: none. */
const char *merge_told(const struct merge_input *, enum field, const struct source **by);
/* "rejected: ICLR 2024" of a venue that has not taken the paper; NULL: nobody says so. */
const char *merge_refusal(struct arena *, const struct merge_input *, const char *venue,
    const struct source **by);

/* Who registers a DOI (agency.c): only that agency can say that there is none. */

/* Its prefix, to ask by. */
struct identifier merge_prefix(struct arena *, struct identifier doi);
/* Who registers it, by data/doi-prefixes.tsv or who was asked; NULL: unknown. */
const char *merge_agency(const struct witness *, size_t count, struct identifier doi);
/* A DOI of the lists' whose prefix does not stand in data/doi-prefixes.tsv. */
bool merge_agency_is_open(const struct record_identifier *);
/* … and that an agency does not know, nor another: who its own is, is to be asked. */
bool merge_wants_agency(
    const struct witness *, size_t count, const struct record_identifier *);
/* Can this witness say that there is no such thing as it was asked about? */
bool merge_may_deny(const struct merge_input *, const struct witness *);
/* What a base model's licence is by its host's own word, and whose; NULL: unknown. */
const char *merge_base_license(struct arena *, const struct merge_input *,
    struct identifier base, const struct source **);

/* Never a regression. */

/*
 * The answer whose word on a field is in force: the older one when the newer
 * looks like a merge gone wrong (citations down by half, authors lost, a venue no
 * longer named, a licence that says less: license_status) and nothing has
 * confirmed it yet.
 */
const struct answer *falls_answer(struct arena *, const struct witness *, enum field);
bool falls_witness_fell(struct arena *, const struct witness *, enum field);
/* The fields that can fall: `which` from 0; FIELD_COUNT: no more. */
enum field merge_watched(size_t which);
/* Any of them fell: the next answer decides. */
bool merge_holds_back(struct arena *, const struct witness *);

/* What a spelling of a venue says. */
struct venue {
	enum venue_kind kind;
	const char *key;  /* NULL: not in the table */
	const char *name; /* short name for people, or NULL */
};

/* `text` may be NULL: unknown. */
struct venue venue_read(struct arena *, const char *text);
bool venue_is_real(const struct venue *);
/* Spellings, abbreviations and acronyms of one venue. */
bool venue_agrees(struct arena *, const char *, const char *);
/* Called a conference or journal, and no word of it begins as any of the other's. */
bool venue_is_stranger(struct arena *, const char *, const char *other);
/* Known, or looks like one; a company or a remark in its place does not. */
bool venue_is_claim(struct arena *, const char *text);
