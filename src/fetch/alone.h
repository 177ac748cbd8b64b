/*
 * Sources that failed in run after run are left alone for a while: remembered
 * in STATE/pace/SOURCE-….failures, over runs and caches.
 */
#ifndef ENRICH_FETCH_ALONE_H
#define ENRICH_FETCH_ALONE_H

#include <stdbool.h>
#include <stdint.h>

#include "fetch/fetch.h"

struct alone {
	unsigned failures; /* runs in a row that gave it up */
	int64_t until;     /* instant; 0: may be asked */
};

/*
 * One more failure at `now`.  After the first the next run may try at once;
 * then ten minutes, doubled each time, up to six hours, times `scale`.
 */
void alone_failed(struct alone *, int64_t now, double scale);
/* "1 FAILURES UNTIL"; false when it is not of this form or cannot be. */
bool alone_parse(const char *text, int64_t now, struct alone *);

/* What is noted of an endpoint; nothing when there is no folder. */
void alone_read(const struct fetch_settings *, const struct endpoint *, struct alone *);
void alone_write(
    const struct fetch_settings *, const struct endpoint *, const struct alone *);

#endif
