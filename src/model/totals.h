/*
 * The numbers that the report, the summary and --json share: counted once,
 * by release/ from the very records it writes.
 */
#pragma once

#include <stddef.h>

struct totals_row {
	size_t works; /* in scope (in, undated) */
	size_t authors_before, authors_after;
	size_t venue_before, venue_after; /* before: from the list */
	size_t citations_after;
	size_t license_before, license_after;
};

struct totals {
	size_t lists, entries; /* mentions */
	size_t works, works_in, works_undated, works_older;
	struct totals_row papers;    /* in scope only, all three rows */
	struct totals_row artifacts; /* models, data sets, spaces, code */
	size_t websites;             /* in scope, nothing to ask */
	size_t fix, decide, note;    /* new and open */
	size_t fix_new, decide_new, note_new;
	/* Rows of lists with something to do; decide when any of it is. */
	size_t rows_fix, rows_decide, rows_new;
	size_t accepted, gone;
	size_t conflicts;
	/* Against the predecessor; `changed` is more than citation counts. */
	size_t added, changed, removed, counts_only;
};
