/*
 * merge/: edges → works (pass A); claims → record and findings (pass B).
 *
 * Opinions enter (judge/ is asked by the conductor), records leave.  Nothing
 * is looked up here; the clock is an argument.
 */
#ifndef ENRICH_MERGE_H
#define ENRICH_MERGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/work.h"

struct arena;

/* Pass A. */
struct works;

/*
 * `same` answers whether two entries may be one work by what they say
 * themselves (judge_entries, given by the conductor).
 */
struct works *works_new(struct arena *,
    struct opinion (*same)(struct arena *, const struct entry *, const struct entry *));
/* Where the entries lie: with a great many, joining lets it rest at times. */
void works_entries_lie_in(struct works *, struct arena *);
/* One edge for each of the entry's identifiers, in order; all are kept. */
void works_add(struct works *, const struct entry *, const struct edge *edges);
/*
 * Join what belongs together.  Accepted identifiers of papers join (listed or
 * learned; identifiers nobody answered about join two entries only when `same`
 * does not say different); artifacts join only entries that have no paper
 * identifier; equal URLs join (both only when `same` does not say different);
 * equal titles join when nothing contradicts.
 * The result does not depend on the order of works_add.
 */
void works_join(struct works *);
size_t works_count(const struct works *);
const struct work *works_at(const struct works *, size_t index);
/* The work an entry went to (index for works_at). */
size_t works_of(const struct works *, const struct entry *);

/*
 * In scope when any of its entries is: the latest day its date allows is not
 * before `since` (EDTF; NULL: everything is in scope).  An entry without a
 * date has the month its arXiv id implies; else `source_date` (EDTF or NULL).
 */
enum scope merge_scope(const struct work *, const char *since, const char *source_date);
enum scope merge_scope_entry(const struct entry *, const char *since);

/*
 * Of these fields (FIELD_BIT set) the ones that no believed witness about a
 * paper fills: a venue that publishes, a licence that the table knows.
 */
unsigned merge_lacks(
    struct arena *, const struct witness *, size_t count, unsigned fields);

/* Pass B. */
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
 * Decide one work.  The record points into the input and the arena.  Findings
 * are appended (state NEW; the conductor compares with the last release).
 * citation_key is left to the conductor (it must be unique).
 */
void merge_record(
    struct arena *, const struct merge_input *, struct record *, struct findings *);
/* Only the id that merge_record would give. */
const char *merge_id(struct arena *, const struct merge_input *);

/* Findings of a list as a whole (damaged text: one, with all its lines). */
void merge_list_findings(struct arena *, const struct list *, struct findings *);

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

#endif
