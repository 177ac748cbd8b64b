/*
 * What is known of an endpoint over runs, whatever the cache: a count and until
 * when it holds, in STATE/pace/SOURCE-….KIND, the dots being a digest of its
 * origin.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "fetch/fetch.h"

struct note {
	unsigned count; /* 0: nothing is noted */
	int64_t until;  /* instant; 0: it is over */
};

struct note_kind {
	const char *name;
	unsigned most; /* a larger count cannot be */
	int64_t life;  /* seconds that `until` is away at most */
};

/* Questions that were taken after more of them were too long. */
extern const struct note_kind note_size;
/* Runs in a row that gave a source up, which is then left alone for a while. */
extern const struct note_kind note_failures;
/*
 * One more failure at `now`.  After the first the next run may try at once;
 * then ten minutes, doubled each time, up to six hours, times `scale`.
 */
void note_failed(struct note *failures, int64_t now, double scale);

/* "1 COUNT UNTIL"; false, and *note stays, when it is not or cannot be. */
bool note_parse(
    const struct note_kind *, const char *text, int64_t now, struct note *note);

/* Nothing when there is none, or no folder to keep it in. */
struct note note_read(
    const struct fetch_settings *, const struct endpoint *, const struct note_kind *);
/* A count of 0 removes it.  What cannot be written is only not known. */
void note_write(const struct fetch_settings *, const struct endpoint *,
    const struct note_kind *, struct note);
