/* Inside say/: the parts of what is told. */
#ifndef ENRICH_SAY_INSIDE_H
#define ENRICH_SAY_INSIDE_H

#include "say/history.h"
#include "say/say.h"

struct buffer;

/* summary.c */
void summary_print(const struct story *);
/* summary_todo.c: its part on what a person should look at. */
void summary_print_to_do(const struct derived *);
/* summary_json.c: one object, for --json, summary.json and last-run.json. */
void summary_json(
    const struct story *, const struct history *, int status, struct buffer *);
/* metrics.c: the same for --metrics. */
void metrics_text(
    const struct story *, const struct history *, int status, struct buffer *);

#endif
