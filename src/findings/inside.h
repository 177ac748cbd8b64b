/* What the files of findings/ share.  Not for others. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "findings/findings.h"
#include "model/date.h"
#include "model/witness.h"
#include "model/work_ids.h"

struct finding_draft {
	struct arena *arena;
	const struct merge_input *input;
	bool paper; /* what the record is */
	const struct record *record;
	struct spellings *spellings; /* or NULL */
	struct findings *findings;
	size_t first; /* the work's first finding among them */
};

/* draft.c: appends with place, title, work and key filled from the entry. */
void findings_add(struct finding_draft *, const struct entry *, const char *code,
    enum finding_class, struct finding);
/* What was found, or not, is so only before this instant. */
void findings_hold_until(struct finding_draft *, int64_t instant);
/* Where a record's field comes from; NULL: nowhere. */
const struct provenance *findings_provenance(const struct record *, const char *field);
/* links.c */
void findings_of_links(struct finding_draft *, const struct entry *, const struct edge *);
/* row.c */
void findings_of_flags(struct finding_draft *, const struct entry *, const struct edge *);
/* date.c */
void findings_of_dates(struct finding_draft *, const struct entry *);
/* venue.c */
void findings_of_venues(struct finding_draft *, const struct entry *);
/* people.c */
void findings_of_people(struct finding_draft *, const struct entry *);
/* Do the people whom the row names stand at a source, all of them? */
bool findings_people_agree(struct finding_draft *, const struct entry *);
/* Told: a search found this very title, by nobody whom the row names. */
bool findings_by_others(struct finding_draft *, const struct entry *);
/* reference.c */
void findings_of_reference(
    struct finding_draft *, const struct entry *, const struct edge *);
/* base.c */
void findings_of_license(
    struct finding_draft *, const struct entry *, const struct artifact *);
/* work.c */
void findings_of_artifacts(struct finding_draft *, const struct entry *);
/* label.c */
void findings_of_label(struct finding_draft *, const struct entry *);
/* notices.c */
void findings_of_notices(struct finding_draft *, const struct entry *);
/* gone.c */
void findings_of_gone(struct finding_draft *, const struct entry *);
/* work.c */
void findings_of_states(struct finding_draft *, const struct entry *);
void findings_of_twice(struct finding_draft *);
/* falls.c */
void findings_of_falls(struct finding_draft *);
/* spellings.c: as the list writes it mostly; NULL: it never does. */
const char *spellings_of_venue(struct spellings *, const char *list, const char *key);
const char *spellings_of_license(
    struct spellings *, const char *list, const char *expression);
/* A row's bytes, and where in them something stands. */
struct row {
	struct arena *arena;
	const struct entry *entry;
	const char *bytes;
	size_t length;
};

/* A stretch of a row and what to write for it. */
struct stretch {
	const char *from;
	size_t length;
	const char *repair;
};

/*
 * stretch.c: where words stand by themselves in a row.  Each fills from and length
 * (and of _everywhere the repair: all places mended); false: nowhere, or nobody knows
 * which place is meant.
 */
bool stretch_words(const struct row *, const char *given, struct stretch *);
bool stretch_everywhere(const struct row *, const char *given, struct stretch *);
/* With what stands around it in its line, until it stands in the row only once. */
bool stretch_widen(const struct row *, struct stretch *);
/* Behind "Arxiv": the length of ", 2024.02", the row's date; 0: not there. */
size_t stretch_date(const struct row *, const char *at);

/* written.c: as bytes of a list written so; NULL: it cannot stand in them. */
const char *written_as(struct arena *, enum writing, bool url, const char *text);
/* place.c: the repairs of all that was found become bytes of their rows. */
void findings_place(struct finding_draft *);
