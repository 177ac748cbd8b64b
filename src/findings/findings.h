/*
 * findings/: a work's record and witnesses, and a list as a whole → what a
 * person should look at.
 *
 * Findings are appended with state NEW; the conductor compares with the last
 * release.
 */
#ifndef ENRICH_FINDINGS_H
#define ENRICH_FINDINGS_H

#include "merge/merge.h"
#include "model/work.h"

struct arena;

/* Of one work: `record` is what merge_record made of the input. */
void findings_of_work(
    struct arena *, const struct merge_input *, const struct record *, struct findings *);
/* Of a list (damaged text: one, with all its lines). */
void findings_of_list(struct arena *, const struct list *, struct findings *);

#endif
