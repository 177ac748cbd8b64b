/* enrich explain: one work on a screen. */
#ifndef ENRICH_EXPLAIN_H
#define ENRICH_EXPLAIN_H

#include <stddef.h>

struct arena;
struct findings;
struct merge_input;
struct record;
struct run;
struct work;

/* `what`: an id, a title, or LIST:LINE.  0, or 64 with lines printed. */
int explain(struct run *, const char *what);

/* explain_find.c: the works that are meant; more than one: it is not clear. */
enum { EXPLAIN_MOST = 10 };
size_t explain_find(struct run *, const char *what, const struct work *out[EXPLAIN_MOST]);
/* Say on standard error what is not clear, or that nothing is meant. */
void explain_complain(
    struct run *, const char *what, const struct work *const *works, size_t count);

/* explain_fields.c: every claim, field by field, best first. */
void explain_fields(struct arena *, const struct merge_input *, const struct record *,
    const struct findings *);
/* explain_links.c: what is linked, what was not believed, what is to do. */
void explain_ids(struct arena *, const struct work *, const struct record *);
void explain_artifacts(struct arena *, const struct work *, const struct record *);
void explain_refused(
    struct run *, struct arena *, const struct work *, const struct findings *);
/* explain_findings.c */
void explain_findings(struct arena *, const struct findings *);

/* explain_lines.c: as wide as the terminal, at least 80, else 100 columns. */
void explain_wrap(struct arena *, const char *head, const char *text);
/* "a, b": for lists of places and names; NULL and "" add nothing. */
const char *explain_join(struct arena *, const char *all, const char *one);

#endif
