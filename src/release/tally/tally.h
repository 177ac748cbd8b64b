/*
 * What the report, the card and the summary tell, counted as the records go
 * by.  Bounded: lists of the best, counts up to 65,535, 20,000 venues.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/finding.h"
#include "model/record.h"
#include "model/totals.h"

struct arena;
struct release_settings;
struct strmap;

/* The six tiles; works in scope only. */
struct tiles {
	size_t works;
	size_t sourced;       /* some source could be asked */
	size_t found;         /* of those: some source knows it */
	size_t papers, venue; /* papers; those with a venue */
	size_t license;       /* sourced works with a licence */
	size_t gone;
};

/* Whence a filled field comes. */
enum origin {
	ORIGIN_REGISTRY,
	ORIGIN_AGGREGATOR,
	ORIGIN_LIST, /* list text, override or rule */
	ORIGIN_NONE, /* not filled */
	ORIGINS
};

enum cover {
	COVER_AUTHORS,
	COVER_DATE,
	COVER_VENUE,
	COVER_DOI,
	COVER_CITATIONS,
	COVER_LICENSE,
	COVER_ARTIFACT_LICENSE,
	COVERS
};

struct coverage {
	size_t by[ORIGINS];
};

struct counted_name {
	const char *name;
	const char *note; /* of a licence: its class */
	size_t count;
};

struct counted_set {
	struct strmap *map;
	struct counted_name **v;
	size_t count;
	size_t rest; /* what did not fit */
};

struct cited {
	const char *id, *title, *venue, *url;
	int year;
	int64_t count;
};

struct list_tally {
	size_t entries, works, found, venue, license;
	size_t findings; /* fix and decide, new or open */
	size_t stamp;    /* last work counted, to count it once */
};

#define TALLY_TOP   20
#define TALLY_TODO  50
#define TALLY_ROW   12 /* findings of one row that are shown */
#define TALLY_NOTES 20 /* examples a code */
#define TALLY_BINS  9
#define TALLY_EXACT 65536 /* counts below are kept exactly */

struct note_group {
	const char *code;
	size_t count;
	struct finding *v;
	size_t kept;
};

/* One row of a list and all there is to do about it: one line for people. */
struct todo_row {
	enum finding_class class; /* decide when any of them is */
	bool is_new;              /* any of them */
	struct finding *v;        /* at most TALLY_ROW */
	size_t kept;
};

struct tally {
	struct arena *arena;
	const struct release_settings *settings;
	struct totals totals;
	struct tiles tiles;
	struct coverage coverage[COVERS];
	size_t cited_bins[TALLY_BINS]; /* 0, 1-2, 3-9 … see tally_bin */
	size_t cited_unknown;
	uint32_t *cited_counts; /* TALLY_EXACT of them, the last: more */
	struct cited top[TALLY_TOP];
	size_t top_count;
	struct counted_set venues, work_licenses, artifact_licenses;
	struct list_tally *lists;      /* as in the settings */
	struct todo_row *fix, *decide; /* at most TALLY_TODO each */
	size_t fix_kept, decide_kept;
	/* Papers that must not be cited as they stand: at most TALLY_TOP are kept. */
	struct finding *retracted;
	size_t retracted_kept, retracted_count;
	struct todo_row open; /* the row that findings come of now */
	struct arena *open_arena;
	struct note_group *notes;
	size_t note_count;
};

void tally_init(struct tally *, struct arena *, const struct release_settings *);
void tally_free(struct tally *);
void tally_record(struct tally *, const struct record *);
/* In the order of lists and lines: the findings of a row stand together. */
void tally_finding(struct tally *, const struct finding *);
/* After the last finding. */
void tally_finish(struct tally *);

/* tally_todo.c */
void tally_todo_add(struct tally *, const struct finding *);
void tally_todo_close(struct tally *);

/* tally_count.c: the record's part in the totals and tiles. */
void tally_totals(struct totals *, const struct record *);
void tally_tiles(struct tiles *, const struct record *);
/* tally_top.c */
void tally_citations(struct tally *, const struct record *);
size_t tally_bin(int64_t count);
/* Median of the known counts; -1: none is known. */
int64_t tally_median(const struct tally *);
void tally_counted_init(struct counted_set *);
void tally_counted_free(struct counted_set *);
void tally_counted_add(struct counted_set *, struct arena *, const char *key,
    const char *name, const char *note);
/* Most frequent first, then by name. */
void tally_counted_sort(struct counted_set *);
