/*
 * derive/: works → release.
 *
 * A pure function of lists, overrides, settings, cache, the last release and
 * the clock: nothing is asked.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "evidence/evidence.h"
#include "findings/findings.h"
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
	const char *previous;           /* the release compared with; NULL: none */
	const char *partial;            /* one sentence, or NULL … */
	struct release_source *sources; /* … about those of these that lack */
	size_t source_count;
};

/*
 * quiet.c: nothing has changed since the last release was derived, nothing was to be asked then and
 * nothing is now: the lanes' tallies say what asking would come to.
 */
bool derive_is_asked(struct session *, const struct reading *);
/* 0, 3, 69, 73 or 74; fills *derived when something was written. */
int derive(struct session *, struct evidence *, const struct reading *, struct derived *);

/* What the last release or the cache fixed for a work; the predecessor may
 * be NULL.  false: nothing. */
bool derive_registered(const struct session *, const struct predecessor *,
    const struct work *, struct registered *);
/* A work as a release has it. */
struct derived_work {
	struct merge_input input;
	struct record record;
	struct findings findings;
};
void derive_work(const struct session *, struct evidence *, struct arena *,
    const struct work *, const struct registered *, struct spellings *,
    struct derived_work *);
/*
 * What a release of now would say, nothing is written: `see` is shown each record,
 * by id, as long as it is called; then derived->findings are there.  0, 74 or 78.
 */
int derive_look(struct session *, struct evidence *, const struct reading *,
    void (*see)(void *context, const struct record *), void *context, struct derived *);
