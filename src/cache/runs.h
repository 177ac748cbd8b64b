/*
 * More answers than memory should hold, in the order of their keys: they are sorted some
 * thousands at a time, which makes a run, and the runs are merged at the end.  Those
 * beyond the first 32 MB lie in a file without a name.
 */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cache/bytes.h"

struct buffer;
struct cache_trouble;
struct key;
struct run;
struct value;

struct runs {
	struct run *runs; /* those with answers left, the least of them first */
	size_t count, room;
	bool given;                        /* the first one's answer was: it goes on */
	int file;                          /* its descriptor; 0: there is none yet */
	atomic_uint_least64_t held, filed; /* bytes in memory, and there */
	atomic_int error;                  /* of writing; 0: none */
};

/* An answer joins those that will be a run. */
void runs_encode(struct buffer *, const struct key *, const struct value *);
/* So many more runs; false: trouble says why there is no room for them. */
bool runs_reserve(struct runs *, size_t count, struct cache_trouble *);
/* That one of the runs reserved is these answers; may be called for several at once. */
void runs_fill(struct runs *, size_t number, const struct buffer *answers);
/* Behind the last one: they can be read. */
bool runs_begin(struct runs *, struct cache_trouble *);
/*
 * The next answer as it will lie in the cache, by subject, then time, then as they were
 * put; valid until the next call.  false: none is left, or (count is not 0 then, and
 * trouble says so) the file cannot be read.
 */
bool runs_next(
    struct runs *, struct span *key, struct span *value, struct cache_trouble *);
void runs_close(struct runs *);
