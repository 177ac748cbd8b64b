/*
 * The tables of data/: records and findings enter, rows of CSV (RFC 4180, UTF-8,
 * CRLF) leave.
 */
#pragma once

#include "release/record/member.h"

struct finding;

enum table_name {
	TABLE_WORKS,
	TABLE_MENTIONS,
	TABLE_ARTIFACTS,
	TABLE_CONFLICTS,
	TABLE_FINDINGS,
	TABLE_HISTORY,
	TABLES
};

struct table {
	const char *name; /* "works" */
	const char *path; /* "data/works.csv" */
	const char *title;
	const char *key;           /* the column that is unique, or NULL */
	const struct shape *shape; /* of what stands in CSV the columns */
};

const struct table *rows_table(enum table_name);
void rows_header(struct buffer *, const struct table *);
/* All rows of a table that a record has; settings and record are the telling's. */
void rows_add(struct buffer *, const struct telling *, enum table_name);
void rows_add_finding(struct buffer *, const struct telling *, const struct finding *);
