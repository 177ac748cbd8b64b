/*
 * One SQLite file that is written from its beginning to its end: the same bytes
 * for the same statements and version of the library.  After the first mistake
 * nothing more is done; sqlite_close tells it.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct arena;

struct sqlite;
struct sqlite_row; /* an INSERT whose values are given from left to right */

/* The file is there and empty, and nobody else's.  Lives in the arena. */
struct sqlite *sqlite_open(struct arena *, const char *path);
/* Numbers of pages. */
struct sqlite_pages {
	unsigned v[16];
	size_t count;
};
/* On which the tables and indexes begin that this SELECT tells. */
void sqlite_find_pages(struct sqlite *, const char *select, struct sqlite_pages *);
/* One or more statements. */
void sqlite_say(struct sqlite *, const char *sql);
struct sqlite_row *sqlite_prepare(struct sqlite *, const char *sql);
/* NULL is unknown; the text stays where it is until the row is inserted. */
void sqlite_text(struct sqlite_row *, const char *text);
void sqlite_number(struct sqlite_row *, int64_t number);
void sqlite_real(struct sqlite_row *, double number);
void sqlite_null(struct sqlite_row *);
void sqlite_insert(struct sqlite_row *);
/* NULL is allowed.  What went wrong first, in the arena; NULL: all is written. */
const char *sqlite_close(struct sqlite *);
