/* What the files of join/ share: entries and the sets they are joined into. */
#pragma once

#include "join/join.h"

struct slot {
	const struct entry *entry;
	const struct edge *edges;
	size_t parent; /* union-find */
	size_t work;   /* once joined */
};

/* Two entries that share an identifier, and whether it may join them. */
struct joined {
	const struct entry *left, *right;
	bool may;
};

struct works {
	struct arena *arena;   /* of the works */
	struct arena *scratch; /* of keys; gone after joining */
	struct arena *entries; /* where they lie, to rest; NULL: unknown */
	struct opinion (*same)(
	    struct arena *, const struct entry *, const struct entry *);
	struct slot *v;
	size_t count;
	struct work *works;
	size_t work_count;
	struct joined *joined;          /* pairs that were judged, while joining */
	struct record_identifier **ids; /* of each work, while joining */
	size_t *by_entry;               /* slots ordered by the address of the entry */
};

/* Something that stands in a slot; equal keys may join their slots. */
struct meeting {
	const char *key;
	uint64_t order; /* of the key: looked at before the key is */
	size_t slot;
	bool sure; /* a source answered: no question of titles */
};

struct meetings {
	struct meeting *v;
	size_t count;
};

/* arena_rest_at, in loops through all slots or works. */
void union_rest_at(struct works *, size_t turn);
size_t union_root(struct works *, size_t slot);
void union_unite(struct works *, size_t, size_t);
void works_meet_add(
    struct works *, struct meetings *, const char *key, size_t slot, bool sure);
/* Sort so that equal keys meet, by slot; `join` sees each group of two and more. */
void works_meet_join(struct works *, struct meetings *,
    void (*join)(struct works *, const struct meeting *, size_t count));
/* The group's sure ones join; the others when their titles allow. */
void join_by_identifier(struct works *, const struct meeting *, size_t count);
/* works_index.c: makes works_of answer. */
void works_index(struct works *);
/* works_join_title.c: titles last, because they need the sets so far. */
void works_join_titles(struct works *);

/* works_ids.c */
/*
 * Every identifier that stands in the entries or was learned, each once, in
 * order of preference; wrong only when nothing speaks for it.  The same array
 * that the work then has, to be written to.
 */
struct record_identifier *works_fill_ids(
    struct arena *, struct arena *scratch, struct work *);
/* works_title.c */
/* Folded title without the name before it, no blanks; NULL: too short. */
char *works_title_key(struct arena *, const struct entry *);
/*
 * "Chartist: A Model for Charts" and "Plotter: A Model for Charts": two works,
 * however many words they share.  A name that stands beside a title only, as a
 * data set's beside its paper's, parts only what shares few.
 */
bool works_title_other_names(struct arena *, const struct entry *, const struct entry *);
/* Both rows say who wrote it, and nobody stands in both. */
bool works_title_other_authors(
    struct arena *, const struct entry *, const struct entry *);
