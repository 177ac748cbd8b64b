/* Statements and rows enter, a file of SQLite's leaves. */
#include "release/database/sqlite.h"

#include <sqlite3.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/arena.h"

struct sqlite_row {
	struct sqlite *db;
	sqlite3_stmt *statement; /* NULL: it could not be prepared */
	int at;
	struct sqlite_row *next;
};

struct sqlite {
	struct arena *arena;
	sqlite3 *handle;
	struct sqlite_row *rows;
	const char *words; /* what went wrong first, or NULL */
};

static void
look(struct sqlite *db, int status)
{
	if (status != SQLITE_OK && status != SQLITE_DONE && db->words == NULL)
		db->words = arena_text(db->arena, sqlite3_errmsg(db->handle));
}

void
sqlite_say(struct sqlite *db, const char *sql)
{
	if (db->words == NULL)
		look(db, sqlite3_exec(db->handle, sql, NULL, NULL, NULL));
}

struct sqlite *
sqlite_open(struct arena *arena, const char *path)
{
	struct sqlite *db = arena_alloc(arena, sizeof *db);

	db->arena = arena;
	/* Nobody asks it what memory it has; it would lock for each piece. */
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	/* Nobody reads it before it is whole: no lock, no journal, no sync; and but
	 * one thread writes it. */
	look(db,
	    sqlite3_open_v2(path, &db->handle,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, "unix-none"));
	sqlite_say(db,
	    "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';"
	    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
	    "PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN");
	return db;
}

static int
add_page(void *context, int columns, char **values, char **names)
{
	struct sqlite_pages *pages = context;

	(void)names;
	if (columns != 1 || pages->count == sizeof pages->v / sizeof *pages->v)
		return 1;
	pages->v[pages->count++] = (unsigned)strtoul(values[0], NULL, 10);
	return 0;
}

void
sqlite_find_pages(struct sqlite *db, const char *select, struct sqlite_pages *pages)
{
	pages->count = 0;
	if (db->words == NULL)
		look(db, sqlite3_exec(db->handle, select, add_page, pages, NULL));
}

struct sqlite_row *
sqlite_prepare(struct sqlite *db, const char *sql)
{
	struct sqlite_row *row = arena_alloc(db->arena, sizeof *row);

	row->db = db;
	row->next = db->rows;
	db->rows = row;
	if (db->words == NULL)
		look(db,
		    sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
			&row->statement, NULL));
	return row;
}

void
sqlite_text(struct sqlite_row *row, const char *text)
{
	row->at++;
	if (text != NULL)
		sqlite3_bind_text(row->statement, row->at, text, -1, SQLITE_STATIC);
}

void
sqlite_number(struct sqlite_row *row, int64_t number)
{
	sqlite3_bind_int64(row->statement, ++row->at, number);
}

void
sqlite_real(struct sqlite_row *row, double number)
{
	sqlite3_bind_double(row->statement, ++row->at, number);
}

void
sqlite_null(struct sqlite_row *row)
{
	row->at++;
}

void
sqlite_insert(struct sqlite_row *row)
{
	if (row->db->words == NULL)
		look(row->db, sqlite3_step(row->statement));
	row->at = 0;
	if (row->statement == NULL)
		return;
	sqlite3_reset(row->statement);
	sqlite3_clear_bindings(row->statement);
}

const char *
sqlite_close(struct sqlite *db)
{
	if (db == NULL)
		return NULL;
	sqlite_say(db, "COMMIT");
	for (struct sqlite_row *row = db->rows; row != NULL; row = row->next)
		sqlite3_finalize(row->statement);
	look(db, sqlite3_close(db->handle));
	return db->words;
}
