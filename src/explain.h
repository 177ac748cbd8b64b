/* enrich explain: one work on a screen. */
#ifndef ENRICH_EXPLAIN_H
#define ENRICH_EXPLAIN_H

struct run;
struct work;

/* `what`: an id, a title, or LIST:LINE.  0, or 64 with a line printed. */
int explain(struct run *, const char *what);
/* explain_find.c: NULL when nothing of the lists is that. */
const struct work *explain_find(struct run *, const char *what);

#endif
