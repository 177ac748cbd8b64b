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
void findings_add(struct finding_draft *, const struct entry *, const char *code,
    enum finding_class, struct finding);
/* links.c */
void findings_of_links(struct finding_draft *, const struct entry *, const struct edge *);
/* row.c */
void findings_of_flags(struct finding_draft *, const struct entry *, const struct edge *);
/* date.c */
void findings_of_dates(struct finding_draft *, const struct entry *);
void findings_of_venues(struct finding_draft *, const struct entry *);
/* reference.c */
void findings_of_reference(struct finding_draft *, const struct entry *);
/* base.c */
void findings_of_license(
    struct finding_draft *, const struct entry *, const struct artifact *);
/* work.c */
void findings_of_artifacts(struct finding_draft *, const struct entry *);
/* label.c */
void findings_of_label(struct finding_draft *, const struct entry *);
/* gone.c */
void findings_of_gone(struct finding_draft *, const struct entry *);
/* work.c */
void findings_of_states(struct finding_draft *, const struct entry *);
void findings_of_twice(struct finding_draft *);
/* falls.c */
void findings_of_falls(struct finding_draft *);
/* place.c: the repairs of all that was found become bytes of their rows. */
void findings_place(struct finding_draft *);

#endif
