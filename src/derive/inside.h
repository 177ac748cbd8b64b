/* Inside derive/: a release in the making, and what its files do for it. */
#pragma once

#include "derive/derive.h"
#include "release/predecessor/predecessor.h"

struct keeper;

struct maker {
	struct session *session;
	struct arena *arena; /* the session's */
	struct evidence *evidence;
	const struct reading *reading;
	const struct works *works;       /* order_works */
	struct predecessor *predecessor; /* NULL: none */
	struct spellings *spellings;
	struct derived *derived;   /* so far */
	struct keeper *keeper;     /* quiet.h; NULL: who only looks */
	struct strmap *overridden; /* identifiers of overrides that a work has; NULL */
};

/* A work in its place in the release, which is sorted by id. */
struct place {
	const struct work *work;
	const char *id;
	struct registered registered; /* id NULL: never released before */
	bool is_own; /* the id is one of its identifiers, or of nothing */
};

/* begin.c: all of it; 0, or 74, 78 with its line printed. */
int derive_begin(struct maker *, struct session *, struct evidence *,
    const struct reading *, struct derived *, struct release_settings *);
/* Under which the cache knows what a release left to the next: `what` … */
const char *derive_memo_name(const struct maker *, const char *what);
#define DERIVE_WORKS  "works"  /* release_index */
#define DERIVE_PACKED "packed" /* release_packed */
#define DERIVE_BASE   "tables" /* release_base */
struct release_memo derive_recall(const struct maker *, const char *what);

/* work.c: derive_work in two steps: what is known of it; what that comes to. */
void derive_gather(const struct session *, struct evidence *, struct arena *,
    const struct work *, const struct registered *, struct derived_work *);
void derive_decide(struct arena *, struct spellings *, struct derived_work *);
/* work.c: the identifiers that its overrides name. */
const char *const *derive_overridden(struct arena *, const struct merge_input *);
/* work.c: the id of a work that was never released before. */
const char *derive_id(const struct maker *, struct arena *, const struct work *);
/* work.c: the id of the work in the release, in what was found of it, too. */
void derive_name(struct derived_work *, const char *id);
/* order.c: all works, sorted by id. */
struct place *order_works(struct maker *);

/* settle.c: copies that outlive the work they were found in. */
void derive_keep_findings(struct maker *, const struct findings *);
/*
 * Compare with the last release and [accept]: new, open, accepted; add what is
 * gone; sort by list, line, part, code.
 */
void derive_settle_findings(struct maker *);

/* count.c: sources before anything is counted. */
void derive_open_counts(struct maker *);
/* What the sources said about a work in scope. */
void derive_count(struct maker *, const struct merge_input *);
/* One sentence when a source or list answered too little, or NULL. */
const char *derive_partial(struct maker *);

/* register.c: its citation key, which no other work of the release has; `used`: how often each
 * plain one was wanted.  What the cache is to know of it, with the next commit. */
const char *derive_citation_key(struct maker *, struct arena *, struct strmap *used,
    const struct registered *, const struct record *);
void derive_register(struct cache *, struct arena *scratch, const struct record *);
