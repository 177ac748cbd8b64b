/*
 * Sources that failed in run after run are left alone for a while: remembered
 * in STATE/pace/SOURCE-….failures, over runs and caches.
 */
#ifndef ENRICH_FETCH_ALONE_H
#define ENRICH_FETCH_ALONE_H

#include <stdint.h>

#include "fetch/note.h"

/*
 * One more failure at `now`.  After the first the next run may try at once;
 * then ten minutes, doubled each time, up to six hours, times `scale`.
 */
void alone_failed(struct note *failures, int64_t now, double scale);

#endif
