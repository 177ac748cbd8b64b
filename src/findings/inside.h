/* What the files of findings/ share.  Not for others. */
#ifndef ENRICH_FINDINGS_INSIDE_H
#define ENRICH_FINDINGS_INSIDE_H

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
	struct findings *findings;
	size_t first; /* the work's first finding among them */
};

/* draft.c: appends with place, title, work and key filled from the entry. */
void finding_add(struct finding_draft *, const struct entry *, const char *code,
    enum finding_class, struct finding);
/* links.c */
void find_links(struct finding_draft *, const struct entry *, const struct edge *);
/* row.c */
void find_flags(struct finding_draft *, const struct entry *, const struct edge *);
/* date.c */
void find_dates(struct finding_draft *, const struct entry *);
void find_venues(struct finding_draft *, const struct entry *);
/* base.c */
void find_looser_license(
    struct finding_draft *, const struct entry *, const struct artifact *);
/* work.c */
void find_artifacts(struct finding_draft *, const struct entry *);
/* label.c */
void find_label(struct finding_draft *, const struct entry *);
/* gone.c */
void find_gone(struct finding_draft *, const struct entry *);
/* work.c */
void find_states(struct finding_draft *, const struct entry *);
void find_twice(struct finding_draft *);
/* falls.c */
void find_falls(struct finding_draft *);

#endif
