/*
 * One line about an endpoint that outlives the run, whatever the cache:
 * STATE/pace/SOURCE-….KIND, the dots being a digest of its origin.
 */
#ifndef ENRICH_FETCH_NOTE_H
#define ENRICH_FETCH_NOTE_H

#include "fetch/fetch.h"

struct arena;

/* NULL: there is none, or no folder to keep it in. */
const char *note_read(struct arena *, const struct fetch_settings *,
    const struct endpoint *, const char *kind);
/* A text of NULL removes it.  What cannot be written is only not known. */
void note_write(const struct fetch_settings *, const struct endpoint *, const char *kind,
    const char *text);

#endif
