/* The commands beside the weekly job.  Each gives the exit status. */
#pragma once

#include <stddef.h>

struct answer;
struct arena;
struct settings;

int command_extract(struct arena *, const struct settings *);
int command_plan(struct arena *, const struct settings *);
int command_explain(struct arena *, const struct settings *);
/* What the last release found, a line each. */
int command_todo(struct arena *, const struct settings *);
/* A verdict on each row that is new: 0, 1 where one is as --fail-on says, 3 where
 * somebody did not answer. */
int command_check(struct arena *, const struct settings *);
/* The lists mended, as a diff or in place. */
int command_patch(struct arena *, const struct settings *);
/* Looks at the folder, writes an enrich.conf that was not there. */
int command_init(struct arena *, const struct settings *);
/* What became of the works between two releases. */
int command_diff(struct arena *, const struct settings *);
/* Is a release whole, and is it what it was made of? */
int command_verify(struct arena *, const struct settings *);
int command_sources(struct arena *, const struct settings *);
int command_cache(struct arena *, const struct settings *);
/* What its source reads out of an answer that was imported. */
void command_read_brief(struct arena *, struct answer *);
/* The caches that the arguments from the `first` name are joined into the one of the
 * settings.  0, or a status with its line printed. */
int command_merge(struct arena *, const struct settings *, size_t first);
