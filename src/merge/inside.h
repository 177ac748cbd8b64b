/* What the files of merge/ share.  Not for others. */
#ifndef ENRICH_MERGE_INSIDE_H
#define ENRICH_MERGE_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "merge/merge.h"

/* ---- ids.c: what the identifiers of a work are worth ---- */

/*
 * The spelling under which identifiers join: identifier_key(), and an arXiv or
 * ACL DOI is the arXiv or ACL id it is made of.
 */
char *join_key(struct arena *, struct identifier);
/* Zenodo's, Hugging Face's …: issued for anything that is put there. */
bool doi_is_deposit(const char *doi);
/* Believed: no placeholder, not judged to be about another. */
bool edge_is_accepted(const struct edge *);
/*
 * The paper behind a link that does not say "this work's paper" (a data set's,
 * a database's, some other link): about another work, and no mistake.
 */
bool edge_is_aside(const struct entry *, const struct edge *);
/* Does the entry have an accepted identifier of a paper? */
bool edges_have_paper(const struct entry *, const struct edge *);
/*
 * Every identifier that stands in the entries or was learned, each once, in
 * order of preference; wrong only when nothing speaks for it.
 */
void work_fill_ids(struct arena *, struct arena *scratch, struct work *);
/* The first link of the entry that a reader would open; NULL: none. */
const char *entry_main_url(const struct entry *);
/* The same, links judged to be about another work aside. */
const char *entry_right_url(const struct entry *, const struct edge *);
/* A good identifier that only preprints have. */
bool work_has_preprint_id(const struct work *);
bool link_is_badge(const struct link *);
/* URL in the spelling under which entries join. */
char *url_join_key(struct arena *, const char *url);
/* The label promises Hugging Face and the link goes to GitHub, or so. */
bool link_breaks_promise(const struct entry *, const struct entry_identifier *);

/* ---- works_title.c ---- */

/* Folded title without the name before it, no blanks; NULL: too short. */
char *title_join_key(struct arena *, const struct entry *);
/*
 * "Chartist: A Model for Charts" and "Plotter: A Model for Charts": two works,
 * as long as the words they share are few.
 */
bool titles_have_other_names(struct arena *, const struct entry *, const struct entry *);
/* Both rows say who wrote it, and nobody stands in both. */
bool titles_have_other_authors(
    struct arena *, const struct entry *, const struct entry *);

/* ---- dates.c ---- */

/* Month an arXiv id was announced, EDTF; false: not to be told. */
bool arxiv_month(const char *id, char out[8]);
/* First and last day; false when there is no date. */
bool date_days(const char *date, int64_t *first, int64_t *last);
int date_first_year(const char *date);

/* ---- venue.c ---- */

enum venue_kind {
	VENUE_UNKNOWN,
	VENUE_JOURNAL,
	VENUE_CONFERENCE, /* and workshops */
	VENUE_PREPRINT,   /* a server: no venue, says preprint */
	VENUE_PLATFORM,   /* GitHub, a blog: no venue at all */
};

struct venue {
	enum venue_kind kind;
	const char *key;  /* NULL: not in the table */
	const char *name; /* short name for people, or NULL */
};

struct venue venue_read(struct arena *, const char *text);
bool venue_is_real(const struct venue *);
/* Spellings, abbreviations and acronyms of one venue. */
bool venues_agree(struct arena *, const char *, const char *);

/* venue_claim.c */
/* Known, or looks like one; a company or a remark in its place does not. */
bool venue_is_claim(struct arena *, const char *text);
/* "Journal of …", "… Workshop": cannot be anything else. */
bool venue_is_called_one(const char *text);

/* venue_table.c */
struct venue_row {
	const char *folded; /* without years, ordinals, small words */
	bool inside;        /* may stand inside a longer name */
	enum venue_kind kind;
	const char *key;
	const char *name;
};
extern const struct venue_row venue_rows[]; /* sorted by folded */
extern const size_t venue_row_count;

/* ---- claims.c: everything said about one field, best first ---- */

struct candidate {
	const char *value; /* NULL for authors */
	const struct author *authors;
	size_t author_count;
	const char *source; /* source, "list", "override" */
	const char *method;
	const char *place; /* of a list's claim */
	int64_t retrieved_at;
	unsigned rank; /* row of the merge table */
	const char *why;
	double confidence;
	bool unclear;
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
	bool published;            /* stage, once decided */
	struct identifier subject; /* of an artifact; value NULL: none */
};

void candidates_collect(struct arena *, const struct merge_input *, const struct nature *,
    enum field, struct candidates *);
/* May this witness fill fields of the work itself? */
bool witness_speaks(
    const struct merge_input *, const struct nature *, const struct witness *);
/* Found, and not about another. */
bool witness_is_believed(const struct witness *);
/* confidence.c: 1.0 at who issues the identifier … 0.5 a bare title hit. */
double witness_confidence(const struct witness *);
extern const double list_confidence;

/* ---- falls.c: never a regression ---- */

/*
 * The answer whose word on a field is in force: the older one when the newer
 * looks like a merge gone wrong (citations down by half, authors lost, venue or
 * licence no longer named) and nothing has confirmed it yet.
 */
const struct answer *witness_answer(struct arena *, const struct witness *, enum field);
bool witness_fell(struct arena *, const struct witness *, enum field);

/* claims_list.c */
const char *entry_says(
    struct arena *, const struct entry *, enum field, const struct nature *);
/* "A, B and C" of a list, "A; B" of an override. */
void candidate_read_authors(struct arena *, const char *text, struct candidate *);
bool source_is(const char *name, const char *family);
/* "Renqian Luo, Liai Sun, …" */
const char *authors_text(struct arena *, const struct author *, size_t);

/* precedence_table.c */
enum when { WHEN_ALWAYS, WHEN_PREPRINT, WHEN_PUBLISHED };
struct precedence {
	enum field field;
	const char *source; /* family: "arxiv" is "arxiv-oai" too */
	enum when when;
	const char *why;
};
extern const struct precedence precedence_rows[];
extern const size_t precedence_count;

/* ---- record.c and its helpers ---- */

void nature_decide(struct arena *, const struct merge_input *, struct nature *);
void record_add_provenance(
    struct arena *, struct record *, const char *field, const struct candidate *);
/* Published, preprint or NULL; the CSL type. */
const char *stage_of(struct arena *, const struct merge_input *, const struct nature *,
    const struct record *);
const char *type_of(
    const struct work *, const struct nature *, const struct venue *, const char *said);
void record_fill_identity(
    struct arena *, const struct merge_input *, const struct nature *, struct record *);
void record_fill_fields(
    struct arena *, const struct merge_input *, struct nature *, struct record *);
void record_fill_license(
    struct arena *, const struct merge_input *, const struct nature *, struct record *);
void record_fill_artifacts(
    struct arena *, const struct merge_input *, const struct nature *, struct record *);
void record_fill_outcomes(struct arena *, const struct merge_input *, struct record *);
/* How good an identifier is for naming the work: 0 best, below: not at all. */
int id_worth(const struct record_identifier *);
void record_fill_related(struct arena *, const struct merge_input *, struct record *);
void record_add_conflicts(
    struct arena *, enum field, const struct candidates *, struct record *);
void record_add_conflict(struct arena *, struct record *, const struct conflict *);
const struct override *override_find(const struct merge_input *, const char *field);

/* ---- findings ---- */

struct finding_draft {
	struct arena *arena;
	const struct merge_input *input;
	const struct nature *nature;
	const struct record *record;
	struct findings *findings;
	size_t first; /* the work's first finding among them */
};

/* Appends with place, title, work and key filled from the entry. */
void finding_add(struct finding_draft *, const struct entry *, const char *code,
    enum finding_class, struct finding);
void find_links(struct finding_draft *, const struct entry *, const struct edge *);
void find_flags(struct finding_draft *, const struct entry *, const struct edge *);
void find_dates(struct finding_draft *, const struct entry *);
void find_venues(struct finding_draft *, const struct entry *);
/* findings_base.c */
void find_looser_license(
    struct finding_draft *, const struct entry *, const struct artifact *);
void find_artifacts(struct finding_draft *, const struct entry *);
/* findings_label.c */
void find_label(struct finding_draft *, const struct entry *);
/* findings_gone.c */
void find_gone(struct finding_draft *, const struct entry *);
void find_states(struct finding_draft *, const struct entry *);
void find_twice(struct finding_draft *);
void find_falls(struct finding_draft *);

#endif
