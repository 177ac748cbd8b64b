/* Inside say/: the parts of what is told. */
#pragma once

#include "say/history.h"
#include "say/say.h"

struct buffer;

/* advice.c: of what the release wanted to know nobody was ever asked: one line. */
void advice_print_never_asked(const struct story *);
/* Of which day the oldest answer used is. */
const char *advice_age(const struct story *);
/* "GitHub answers again from 2026-11-29 14:05 UTC on", or that it may be now. */
const char *advice_when_next(const struct session *);
/* "… a key in S2_API_KEY helps", where it would have; once a service.  NULL */
const char *advice_key(const struct session *, const struct lane *);
void advice_print_keys(const struct session *); /* as lines of what failed */
/* summary.c */
void summary_print(const struct story *);
/* summary_todo.c: its part on what a person should look at. */
void summary_print_to_do(const struct story *);
/* summary_json.c: one object, for --json, summary.json and last-run.json. */
void summary_json(
    const struct story *, const struct history *, int status, struct buffer *);
/* metrics.c: the same for --metrics. */
void metrics_text(
    const struct story *, const struct history *, int status, struct buffer *);
