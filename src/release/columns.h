/*
 * The tables of data/: one list of columns each, from which the header row,
 * the Table Schema in datapackage.json and the card are written.
 */
#ifndef ENRICH_RELEASE_COLUMNS_H
#define ENRICH_RELEASE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/record.h"

struct arena;
struct buffer;

struct column {
	const char *name;
	const char *type; /* of Table Schema: string, integer, … */
	bool required;
	const char *meaning; /* one sentence, no markup */
};

enum table_name {
	TABLE_WORKS,
	TABLE_MENTIONS,
	TABLE_ARTIFACTS,
	TABLE_CONFLICTS,
	TABLE_FINDINGS,
	TABLES
};

struct table {
	const char *name; /* "works" */
	const char *path; /* "data/works.csv" */
	const char *title;
	const char *key; /* the column that is unique, or NULL */
	const struct column *columns;
	size_t column_count;
};

const struct table *columns_table(enum table_name);

/* A row being written; row_end asserts that it has all cells. */
struct row {
	struct arena *arena; /* for the texts of instants */
	struct buffer *out;
	const struct table *table;
	size_t cells;
};

void row_header(struct buffer *, const struct table *);
void row_begin(struct row *, struct arena *, struct buffer *, enum table_name);
void row_text(struct row *, const char *text);
void row_integer(struct row *, int64_t value, int64_t unknown);
void row_tri(struct row *, enum tri);
void row_instant(struct row *, int64_t instant); /* 0: empty */
void row_end(struct row *);

#endif
