/* enrich explain: one work on a screen. */
#ifndef ENRICH_EXPLAIN_H
#define ENRICH_EXPLAIN_H

struct run;

/* `what`: an id, a title, or LIST:LINE.  0, or 64 with a line printed. */
int explain(struct run *, const char *what);

#endif
