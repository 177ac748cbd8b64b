/* One work under test: its rows, its witnesses, what merge/ decides. */
#pragma once

#include "merge_make.h"

#define IDS(...)                                                                         \
	(const char *const[])                                                            \
	{                                                                                \
		__VA_ARGS__, NULL                                                        \
	}

/* Up to eight rows, up to eight witnesses. */
struct stage {
	struct arena *arena;
	struct entry *entries[8];
	struct edge *edges[8];
	size_t entry_count;
	struct witness witnesses[8];
	struct merge_input input;
	struct record record;
	struct findings findings;
};

/* cmocka's, with a stage for each test. */
int stage_setup(void **state);
int stage_teardown(void **state);
/* A row whose edges nobody answered; the row, to be filled further. */
struct entry *stage_row(
    struct stage *, const char *place, const char *title, const char *const *ids);
void stage_witness(struct stage *, struct witness);
/* Join the rows, decide the work of the first one. */
void stage_decide(struct stage *);
const struct provenance *stage_provenance(const struct record *, const char *field);
