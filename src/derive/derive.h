/*
 * derive/: works → release.
 *
 * A pure function of lists, overrides, settings, cache, the last release and
 * the clock: nothing is asked.
 */
#ifndef ENRICH_DERIVE_H
#define ENRICH_DERIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "evidence/evidence.h"
#include "merge/merge.h"
#include "reading/reading.h"
#include "release/release.h"
#include "session/session.h"

/* What it came to. */
struct derived {
	struct release_result release;
	struct findings findings; /* sorted, states set */
	size_t entries_in, entries_undated, entries_older;
	size_t works_known, works_askable; /* in scope */
	double coverage;
	const char *partial;            /* one sentence, or NULL … */
	struct release_source *sources; /* … about those of these that lack */
	size_t source_count;
};

/* 0, 3, 69, 73 or 74; fills *derived when something was written. */
int derive(struct session *, struct evidence *, const struct reading *, struct derived *);

/* What the last release or the cache fixed for a work; the predecessor may
 * be NULL.  false: nothing. */
bool derive_registered(const struct session *, const struct predecessor *,
    const struct work *, struct registered *);
/* One work's record and findings as a release has them (explain). */
void derive_work(const struct session *, struct evidence *, struct arena *,
    const struct work *, const struct registered *, struct merge_input *, struct record *,
    struct findings *);

#endif
