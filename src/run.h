/* The weekly job. */
#pragma once

struct arena;
struct settings;

/* Lists are read, sources asked, a release written.  The exit status. */
int run_weekly(struct arena *, const struct settings *);
/* The settings do not make a run: tell it as one that failed, give `status`. */
int run_not_begun(struct arena *, const struct settings *, int status);
