/* Records and findings enter as they are written; the same in other forms leaves. */
#include "release/copies.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "release/database/database.h"
#include "release/record/bibtex.h"
#include "release/record/csl.h"
#include "release/site/site.h"

#define DATABASE "data/enrich.sqlite"

static void
open_database(struct copies *c, const struct release_same *same)
{
	const char *path = folder_path(c->folder, DATABASE);

	if (same != NULL && same->findings && same->base.bytes != NULL &&
	    folder_take(c->folder, same, DATABASE)) {
		c->database = database_open_same(c->arena, path, &same->base);
		return;
	}
	c->database_file = folder_create(c->folder, DATABASE);
	if (c->database_file != NULL)
		c->database = database_open(c->arena, path);
}

void
copies_open(struct copies *c, const struct release_settings *settings,
    const struct release_same *same, struct folder *folder, struct buffer *line,
    struct json_writer *writer)
{
	*c = (struct copies){ .arena = arena_new(),
		.scratch = arena_new(),
		.folder = folder,
		.line = line,
		.writer = writer };
	for (size_t i = 0; i < 2; i++)
		c->blocks[i].arena = arena_new();
	if (!folder_take(folder, same, "data/references.bib"))
		c->bibtex = folder_create_large(folder, "data/references.bib");
	if (!folder_take(folder, same, "data/references.json"))
		c->csl = folder_create_large(folder, "data/references.json");
	open_database(c, same);
	if (settings->site == NULL || strcmp(settings->site, "none") != 0)
		c->site = site_open(c->arena, settings, same, folder);
}

static void
flush(struct copies *c, FILE *file)
{
	folder_add(c->folder, file, c->line);
	buffer_clear(c->line);
}

void
copies_write(struct copies *c, struct arena *arena, const struct copied *copied)
{
	const struct telling telling = { arena, &copied->record };

	if (c->database != NULL) {
		database_add_history(c->database, &copied->history);
		database_add(c->database, &telling, &copied->told);
	}
	if (c->site != NULL)
		site_add(c->site, &telling, &copied->told, &copied->history);
}

/* The rest is written at once, or waits. */
static void
copy(struct copies *c, const struct telling *telling, const struct change_told *told,
    const struct buffer *rows)
{
	struct copied_block *block = &c->blocks[c->filling];
	struct copied *copied;

	if (!c->waits)
		arena_reset(block->arena);
	block->v = arena_push(block->arena, c->waits ? block->v : NULL,
	    c->waits ? block->count : 0, sizeof *block->v);
	copied = &block->v[c->waits ? block->count++ : 0];
	*copied = (struct copied){ *telling->record, *told,
		history_parse(block->arena, rows) };
	copied->told.words = arena_text(block->arena, told->words);
	if (!c->waits)
		copies_write(c, block->arena, copied);
}

void
copies_add(struct copies *c, const struct telling *telling,
    const struct change_told *told, const struct buffer *rows)
{
	if (c->database != NULL || c->site != NULL)
		copy(c, telling, told, rows);
	buffer_clear(c->line);
	if (c->bibtex != NULL) {
		bibtex_add(c->line, telling->record);
		flush(c, c->bibtex);
	}
	if (c->csl != NULL) {
		csl_add(c->line, c->writer, telling->arena, telling->record, &c->count);
		flush(c, c->csl);
	} else {
		c->count++;
	}
}

void
copies_add_history(struct copies *c, struct arena *arena, const struct buffer *rows)
{
	const struct history_rows history = history_parse(arena, rows);

	if (c->database != NULL)
		database_add_history(c->database, &history);
}

void
copies_add_finding(
    struct copies *c, const struct telling *telling, const struct finding *finding)
{
	if (c->database != NULL)
		database_add_finding(c->database, telling, finding);
}

/* The end of the data files. */
static void
end(struct copies *c)
{
	const char *words;

	if (c->has_ended)
		return;
	c->has_ended = true;
	words = database_close(c->database);
	if (words != NULL && c->folder->words == NULL)
		c->folder->words = arena_printf(
		    c->arena, "cannot write %s: %s", DATABASE, words);
	folder_close(c->folder, c->bibtex);
	folder_close(c->folder, c->csl);
	if (c->database != NULL && c->database_file == NULL)
		folder_changed(c->folder, DATABASE);
	folder_close(c->folder, c->database_file);
}

void
copies_finish(struct copies *c, const struct about *about)
{
	buffer_clear(c->line);
	/* Some readers take a file without entries for a mistake. */
	if (c->count == 0)
		buffer_text(c->line, "@comment{No works.}\n");
	flush(c, c->bibtex);
	csl_end(c->line, c->count);
	flush(c, c->csl);
	if (c->database != NULL)
		database_finish(c->database, about);
	if (c->site != NULL)
		site_finish(c->site, about);
	end(c);
}

void
copies_place(struct copies *c)
{
	if (c->site != NULL)
		site_place(c->site);
}

void
copies_close(struct copies *c)
{
	end(c);
	database_free(c->database);
	c->database = NULL;
	site_close(c->site);
	c->site = NULL;
	for (size_t i = 0; i < 2; i++)
		arena_free(c->blocks[i].arena);
	arena_free(c->scratch);
	arena_free(c->arena);
}
