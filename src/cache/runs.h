/*
 * More answers than memory should hold, in the order of their keys: what waits in an
 * open cache is sorted and put aside as a run, in a file without a name, and the runs
 * are merged at the end.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "cache/bytes.h"

struct cache;
struct cache_trouble;
struct run;

struct runs {
	FILE *file;       /* NULL: there are none yet */
	struct run *runs; /* those with answers left, the least of them first */
	size_t count, room;
	bool given; /* the first one's answer was: it goes on */
};

/* What waits in the cache becomes a run and waits no more; false: trouble says why. */
bool runs_add(struct runs *, struct cache *, struct cache_trouble *);
/* Behind the last one: they can be read. */
bool runs_begin(struct runs *, struct cache_trouble *);
/*
 * The next answer as it will lie in the cache, by subject, then time, then as they were
 * put; valid until the next call.  false: none is left, or (trouble) the file cannot be read.
 */
bool runs_next(
    struct runs *, struct span *key, struct span *value, struct cache_trouble *);
void runs_close(struct runs *);
