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
    const struct release_same *same, const struct release_same *some,
    struct folder *folder, struct buffer *line, struct json_writer *writer)
{
	static const char bibtex[] = "data/references.bib";
	static const char csl[] = "data/references.json";

	*c = (struct copies){ .arena = arena_new(),
		.scratch = arena_new(),
		.folder = folder,
		.line = line,
		.writer = writer };
	for (size_t i = 0; i < 2; i++)
		c->blocks[i].arena = arena_new();
	if (!folder_take(folder, same, bibtex))
		c->bibtex = folder_create_large(folder, bibtex);
	folder_from(folder, c->bibtex, some, bibtex, NULL);
	if (!folder_take(folder, same, csl))
		c->csl = folder_create_large(folder, csl);
	folder_from(folder, c->csl, some, csl, NULL);
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
copies_write_block(struct copies *c, struct copied_block *block)
{
	for (size_t i = 0; i < block->count; i++) {
		struct copied *copied = &block->v[i];
		const struct telling telling = { c->scratch, &copied->record };

		if (c->database != NULL) {
			database_add_history(c->database, &copied->history);
			database_add(c->database, &telling, &copied->told);
		}
		if (c->site != NULL)
			site_add(c->site, &telling, &copied->told, &copied->history,
			    copied->bibtex);
		arena_reset(c->scratch);
	}
	arena_reset(block->arena);
	block->v = NULL;
	block->count = 0;
}

static struct copied *
copy(struct copies *c, const struct telling *telling, const struct change_told *told,
    const struct buffer *rows)
{
	struct copied_block *block = &c->blocks[c->filling];
	struct copied *copied;

	block->v = arena_push(block->arena, block->v, block->count, sizeof *block->v);
	copied = &block->v[block->count++];
	*copied = (struct copied){ *telling->record, *told,
		history_parse(block->arena, rows), NULL };
	copied->told.words = arena_text(block->arena, told->words);
	return copied;
}

static bool
take(struct copies *c, FILE *file, const struct release_texts *texts,
    enum release_text text)
{
	return texts->known &&
	    folder_add_from(c->folder, file, texts->behind[text], texts->lengths[text]);
}

/* The entry of references.bib, where it is made. */
static char *
add_texts(struct copies *c, const struct telling *telling, struct release_texts *texts)
{
	/* Who comes first begins otherwise. */
	const bool as_before = (c->count == 0) == (texts->behind[TEXT_CSL] == 0);
	char *bibtex = NULL;

	if (c->bibtex != NULL && !take(c, c->bibtex, texts, TEXT_BIBTEX)) {
		bibtex_add(c->line, telling->record);
		texts->lengths[TEXT_BIBTEX] = c->line->length;
		bibtex = arena_text_n(c->blocks[c->filling].arena,
		    c->line->length > 0 ? c->line->bytes : "", c->line->length);
		flush(c, c->bibtex);
	}
	if (c->csl == NULL || (as_before && take(c, c->csl, texts, TEXT_CSL))) {
		c->count += c->csl == NULL || texts->lengths[TEXT_CSL] > 0;
		return bibtex;
	}
	csl_add(c->line, c->writer, telling->arena, telling->record, &c->count);
	texts->lengths[TEXT_CSL] = c->line->length;
	flush(c, c->csl);
	return bibtex;
}

void
copies_add(struct copies *c, const struct telling *telling,
    const struct change_told *told, const struct buffer *rows,
    struct release_texts *texts)
{
	struct copied *copied = copy(c, telling, told, rows);

	buffer_clear(c->line);
	copied->bibtex = add_texts(c, telling, texts);
	if (!c->waits)
		copies_write_block(c, &c->blocks[c->filling]);
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
