/* Records and findings enter, rows of the CSV files leave. */
#ifndef ENRICH_RELEASE_ROWS_H
#define ENRICH_RELEASE_ROWS_H

#include "model/finding.h"
#include "model/record.h"

struct arena;
struct buffer;
struct release_settings;

void rows_add_work(struct arena *, struct buffer *, const struct record *);
void rows_add_mentions(struct arena *, struct buffer *, const struct record *,
    const struct release_settings *);
void rows_add_artifacts(struct arena *, struct buffer *, const struct record *);
void rows_add_conflicts(struct arena *, struct buffer *, const struct record *);
void rows_add_finding(struct arena *, struct buffer *, const struct finding *);

#endif
