/*
 * What people and machines are told about a run: the progress lines, the
 * summary, the failure message, summary.json and last-run.json.
 */
#ifndef ENRICH_TELL_H
#define ENRICH_TELL_H

#include <stdbool.h>
#include <stddef.h>

#include "say/history.h"

struct buffer;
struct derived;
struct run;
struct plan;

/* progress.c: one line a source, on a terminal only. */
void progress_open(const struct run *);
void progress_show(const struct run *, const struct plan *);
void progress_close(void);

/* tell.c: last-run.json says that a run goes on, in case it never ends. */
void tell_begun(struct run *);
/*
 * tell.c: everything at the end of a run.  Writes summary.json beside the
 * release and last-run.json in the state folder, prints what is to be printed.
 * Gives the status the program ends with.
 */
int tell(struct run *, const struct derived *, int status);
/* summary.c */
void summary_print(const struct run *, const struct derived *);
/* summary_todo.c: its part on what a person should look at. */
void summary_print_to_do(const struct derived *);
/* plan_print.c */
void plan_print(const struct run *, bool json);
/* summary_json.c: one object, for --json, summary.json and last-run.json. */
void summary_json(const struct run *, const struct derived *, const struct history *,
    int status, struct buffer *);
/* metrics.c: the same for --metrics. */
void metrics_text(const struct run *, const struct derived *, const struct history *,
    int status, struct buffer *);

#endif
