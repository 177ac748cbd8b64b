/*
 * A filled database enters; what changed and what is told of the release as a whole go in,
 * a file of SQLite's leaves.
 */
#include "release/database/inside.h"

/* data/views.sql */
extern const char views_sql[];

void
database_add_change(struct database *db, const char *id, const char *title,
    const struct change_told *told)
{
	if (told->what == CHANGE_NONE)
		return;
	sqlite_text(db->changes, id);
	sqlite_text(db->changes, changes_words[told->what]);
	sqlite_text(db->changes, title);
	sqlite_text(db->changes, told->words);
	if (told->cited_before < 0)
		sqlite_null(db->changes);
	else
		sqlite_number(db->changes, told->cited_before);
	sqlite_insert(db->changes);
}

/* Those of the last release that no record continues. */
static void
add_removed(struct database *db, const struct changes *changes)
{
	struct change_told told = { .what = CHANGE_REMOVED };
	size_t at = 0;
	const char *id;

	while ((id = changes_removed(changes, &at, &told.cited_before)) != NULL)
		database_add_change(db, id, NULL, &told);
}

/* What hangs on the works alone is whole; where the rest will lie is noted. */
static void
close_base(struct database *db, const struct changes *changes)
{
	struct sqlite_pages pages = { .count = 0 };

	add_removed(db, changes);
	sqlite_say(db->sqlite, views_sql);
	sqlite_find_pages(db->sqlite,
	    "SELECT rootpage FROM sqlite_master WHERE rootpage > 0 AND "
	    "tbl_name IN ('release', 'lists', 'sources')",
	    &pages);
	db->words = sqlite_close(db->sqlite);
	db->sqlite = NULL;
	if (db->words == NULL)
		(void)database_base_keep(db->path, &pages, &db->base);
}

/* Always by a connection of its own, so that a copy is told of with the same bytes. */
void
database_finish(struct database *db, const struct about *about)
{
	if (!db->is_same)
		close_base(db, about->changes);
	if (db->words != NULL)
		return;
	db->sqlite = sqlite_open(db->arena, db->path);
	database_about(db->sqlite, about);
}

struct release_memo
database_base(const struct database *db)
{
	return (struct release_memo){ db->base.length > 0 ? db->base.bytes : NULL,
		db->base.length };
}

const char *
database_close(struct database *db)
{
	const char *words;

	if (db == NULL)
		return NULL;
	words = sqlite_close(db->sqlite);
	db->sqlite = NULL;
	return db->words != NULL ? db->words : words;
}

void
database_free(struct database *db)
{
	if (db != NULL)
		buffer_free(&db->base);
}
