/* Inside explain/: what is asked about, and who prints which part of it. */
#pragma once

#include "derive/derive.h"
#include "explain/explain.h"
#include "join/join.h"

struct query {
	const char *what; /* as a person typed it */
	struct session *session;
	struct arena *arena; /* the session's */
	struct evidence *evidence;
	const struct reading *reading;
	const struct works *works;
};

/* find.c: the works that are meant; more than one: it is not clear. */
enum { EXPLAIN_MOST = 10 };
size_t explain_find(const struct query *, const struct work *out[EXPLAIN_MOST]);
/* Say on standard error what is not clear, or that nothing is meant. */
void explain_complain(
    const struct query *, const struct work *const *works, size_t count);

/* fields.c: every claim, field by field, best first. */
void explain_fields(struct arena *, const struct merge_input *, const struct record *,
    const struct findings *);
/* links.c: what is linked, what was not believed, what is to do. */
void explain_ids(struct arena *, const struct work *, const struct record *);
void explain_artifacts(struct arena *, const struct work *, const struct record *);
void explain_refused(
    const struct query *, struct arena *, const struct work *, const struct findings *);
/* findings.c */
void explain_findings(struct arena *, const struct findings *);

/* lines.c: as wide as the terminal, at least 80, else 100 columns. */
void explain_wrap(struct arena *, const char *head, const char *text);
/* "a, b": for lists of places and names; NULL and "" add nothing. */
const char *explain_join(struct arena *, const char *all, const char *one);
