/* What the files of merge/ share.  Not for others. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "merge/merge.h"
#include "model/date.h"
#include "model/witness.h"
#include "model/work_ids.h"

/* "Journal of …", "… Workshop": cannot be anything else. */
bool venue_is_called_one(const char *text);

/* ---- claims.c: everything said about one field, best first ---- */

struct candidate {
	const char *value; /* NULL for authors */
	const struct author *authors;
	size_t author_count;
	bool authors_more;       /* "et al." */
	const char *source;      /* source, "list", "override" */
	const struct source *by; /* NULL: list, override, rule */
	const char *method;
	const char *place; /* of a list's claim */
	int64_t retrieved_at;
	int64_t since; /* it says so */
	unsigned rank; /* row of the merge table */
	const char *why;
	double confidence;
	bool unclear;
	bool by_others;       /* the title is the list's, the authors are others */
	bool held;            /* a fall that waits for its confirmation */
	struct identifier id; /* asked about; value NULL: none */
};

struct candidates {
	struct candidate *v;
	size_t count;
};

/* Facts about the work that the table depends on. */
struct nature {
	const char *kind; /* "paper", "model" … */
	bool paper;
	bool posted;               /* a registered preprint, on whatever server */
	bool published;            /* stage, once decided */
	struct identifier subject; /* of an artifact; value NULL: none */
};

void claims_collect(struct arena *, const struct merge_input *, const struct nature *,
    enum field, struct candidates *);
/* The value of a claim that nobody made: who should have said it said nothing. */
extern const char *const claims_silence;
/* May this witness fill fields of the work itself? */
bool claims_witness_speaks(
    const struct merge_input *, const struct nature *, const struct witness *);
/* claims_list.c */
const char *claims_entry_says(
    struct arena *, const struct entry *, enum field, const struct nature *);
/* "A, B and C" of a list, "A; B" of an override. */
void claims_read_authors(struct arena *, const char *text, struct candidate *);
/* What a list says of its people, family and given apart. */
void claims_take_people(struct arena *, const struct entry *, struct candidate *);
/* "Renqian Luo, Liai Sun, …" */
const char *claims_authors_text(struct arena *, const struct author *, size_t);

/* data/precedence.tsv: the merge table, best first. */
enum when { WHEN_ALWAYS, WHEN_PREPRINT, WHEN_PUBLISHED };
struct precedence {
	enum field field;
	const char *service; /* its name: "arxiv" are both its interfaces */
	enum when when;
	const char *why;
};
extern const struct precedence precedence_rows[];
extern const size_t precedence_rows_count;

/* ---- record.c and its helpers ---- */

void nature_decide(struct arena *, const struct merge_input *, struct nature *);
/* A record while it is made: the lists that grow, to be written to. */
struct record_draft {
	struct record *record;
	struct provenance *provenance;
	struct conflict *conflicts;
};
void merge_add_provenance(
    struct arena *, struct record_draft *, const char *field, const struct candidate *);
/* Published, preprint or NULL; the CSL type. */
const char *stage_of(struct arena *, const struct merge_input *, const struct nature *,
    const struct record *);
const char *stage_type(
    const struct work *, const struct nature *, const struct venue *, const char *said);
void merge_fill_identity(
    struct arena *, const struct merge_input *, const struct nature *, struct record *);
void merge_fill_fields(
    struct arena *, const struct merge_input *, struct nature *, struct record_draft *);
void merge_fill_license(struct arena *, const struct merge_input *, const struct nature *,
    struct record_draft *);
void merge_fill_artifacts(
    struct arena *, const struct merge_input *, const struct nature *, struct record *);
/* base.c: its base models' licences, and what they ask for that it does not. */
void merge_fill_base(struct arena *, const struct merge_input *, struct artifact *);
void merge_fill_outcomes(struct arena *, const struct merge_input *, struct record *);
/* How good an identifier is for naming the work: 0 best, below: not at all. */
int identity_worth(const struct record_identifier *);
void merge_fill_related(struct arena *, const struct merge_input *, struct record *);
void merge_add_conflicts(
    struct arena *, enum field, const struct candidates *, struct record_draft *);
void merge_add_conflict(struct arena *, struct record_draft *, const struct conflict *);
const struct override *claims_override(const struct merge_input *, const char *field);

/* id_status.c: what the sources say of an identifier. */
enum identifier_status id_status_of(
    const struct merge_input *, const struct record_identifier *);
