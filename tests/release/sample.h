/* Records as nasty as lists and services can make them, for the tests. */
#pragma once

#include "model/work.h"
#include "release/predecessor/predecessor.h"
#include "release/release.h"

#define SAMPLE_CLOCK   1795212000 /* 2026-11-20T22:00:00Z */
#define SAMPLE_HOSTILE 12         /* the first records are written by hand */

/* `count` records sorted by id; later ones are made up from their number. */
struct record *sample_records(struct arena *, size_t count);
struct finding *sample_findings(struct arena *, size_t count);
/* Two lists, four sources; `stand_in` for all of them. */
void sample_settings(struct release_settings *, const char *folder, bool stand_in);
/* Writes a whole release. */
enum release_status sample_release(struct arena *, const struct release_settings *,
    size_t works, const struct predecessor *, struct release_result *);
