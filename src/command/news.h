/* Which rows of a list are new: those that it had not before, as they are now. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "reading/reading.h"

struct arena;
struct buffer;

/* How a list was held against what it had been. */
enum news_against {
	NEWS_NOTHING, /* there was nothing to hold it against: all rows */
	NEWS_RUN,     /* the last weekly run */
	NEWS_REVISION /* --base */
};

/*
 * Marks the entries of all lists (entry->share): new, in the same work perhaps, left.
 * Each list is held against `base` (a revision of git's, where it was forked off;
 * NULL: the last run).  0, or 64, 66 with the line printed; how many are new, and
 * against what.
 */
int news_mark(const struct session *, struct reading *, const char *base, size_t *count,
    enum news_against *);

/*
 * news_git.c: the file as it was at the revision from which both have grown, into the
 * buffer; *there is false when it did not exist.  false: the line was printed.
 */
bool news_git_show(struct arena *, const char *revision, const char *path,
    struct buffer *out, bool *there);
