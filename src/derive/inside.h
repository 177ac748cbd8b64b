/* Inside DERIVE: what derive.c (the story) and derive_parts.c share. */
#ifndef ENRICH_DERIVE_H
#define ENRICH_DERIVE_H

#include "run.h"

/* A work in its place in the release, which is sorted by id. */
struct place {
	const struct work *work;
	const char *id;
	struct registered registered; /* id NULL: never released before */
};

/* What the last release or the cache fixed for a work; the predecessor may
 * be NULL.  false: nothing. */
bool derive_registered(
    struct run *, const struct predecessor *, const struct work *, struct registered *);
/* derive_work.c: the id of a work that was never released before. */
const char *derive_id(struct run *, struct arena *, const struct work *);
/* All works of the run, sorted by id. */
struct place *order_works(struct run *, const struct predecessor *);

/* Append copies that outlive the work they were found in. */
void findings_keep(struct arena *, struct findings *to, const struct findings *from);
/*
 * Compare with the last release and [accept]: new, open, accepted; add what is
 * gone; sort by list, line, part, code.
 */
void findings_settle(struct run *, const struct predecessor *, struct findings *);
const struct findings *findings_copy(struct arena *, const struct findings *);

/* What the release is told about this run.  `derived` is pointed to. */
struct release_settings release_settings_make(struct run *, struct derived *);
/* The result's texts, made to outlive the release. */
struct release_result release_result_keep(struct arena *, const struct release_result *);

#endif
