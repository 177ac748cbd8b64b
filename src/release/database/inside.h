/* Inside release/database/: its tables while they are filled. */
#pragma once

#include "base/buffer.h"
#include "release/database/database.h"
#include "release/database/sqlite.h"

#define MOST_SHEETS 16
enum { SHEET_POWERS = 4 };

/* One table, and how a row gets there. */
struct sheet {
	const char *name;
	const struct shape *shape;
	const struct member *list; /* of the record: rows by position; or NULL */
	const struct member **columns;
	size_t column_count;
	/* Of one row, of two, four, eight at once: that is a third cheaper.  NULL: not
	 * yet needed. */
	struct sqlite_row *rows[SHEET_POWERS];
};

struct database {
	struct arena *arena;
	struct sqlite *sqlite;
	struct sheet sheets[MOST_SHEETS];
	size_t sheet_count;
	struct sheet *works, *conflicts, *findings, *history; /* the others are lists */
	struct sqlite_row *changes;
	const char *path;
	bool is_same;       /* as the one before: nothing is added */
	struct buffer base; /* database_base; not of one that is the same */
	const char *words;  /* what went wrong with it first; NULL */
};

/* finish.c: a row of the table of changes; nothing where nothing changed. */
void database_add_change(
    struct database *, const char *id, const char *title, const struct change_told *);
