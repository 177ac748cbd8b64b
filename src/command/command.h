/* The commands beside the weekly job.  Each gives the exit status. */
#ifndef ENRICH_COMMANDS_H
#define ENRICH_COMMANDS_H

struct arena;
struct settings;

int command_extract(struct arena *, const struct settings *);
int command_plan(struct arena *, const struct settings *);
int command_explain(struct arena *, const struct settings *);
/* What the last release found, a line each. */
int command_todo(struct arena *, const struct settings *);
int command_sources(struct arena *, const struct settings *);
int command_cache(struct arena *, const struct settings *);

#endif
