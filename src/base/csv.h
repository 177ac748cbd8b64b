/* Reading CSV (RFC 4180): quoted cells, doubled quotes, CRLF or LF. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct csv_row {
	const char **cells; /* NUL-terminated, in the arena */
	size_t count;
	unsigned line; /* 1-based line the row starts at */
};

/* Where reading stands; start with at, end and line 1. */
struct csv {
	const char *at, *end;
	unsigned line;
	char separator;      /* 0: a comma */
	const char *trouble; /* why csv_next stopped early, or NULL */
};

/* The next row that is not empty; false at the end or on trouble. */
bool csv_next(struct arena *, struct csv *, struct csv_row *);
