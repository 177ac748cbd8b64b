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

void
copies_open(struct copies *c, struct arena *arena,
    const struct release_settings *settings, struct folder *folder, struct buffer *line,
    struct json_writer *writer)
{
	*c = (struct copies){
		.arena = arena, .folder = folder, .line = line, .writer = writer
	};
	c->bibtex = folder_create_large(folder, "data/references.bib");
	c->csl = folder_create_large(folder, "data/references.json");
	c->database_file = folder_create(folder, DATABASE);
	if (c->database_file != NULL)
		c->database = database_open(arena, folder_path(folder, DATABASE));
	if (settings->site == NULL || strcmp(settings->site, "none") != 0)
		c->site = site_open(arena, settings, folder);
}

static void
flush(struct copies *c, FILE *file)
{
	folder_add(c->folder, file, c->line);
	buffer_clear(c->line);
}

void
copies_add(
    struct copies *c, const struct telling *telling, const struct change_told *told)
{
	buffer_clear(c->line);
	bibtex_add(c->line, telling->record);
	flush(c, c->bibtex);
	csl_add(c->line, c->writer, telling->arena, telling->record, &c->csl_count);
	flush(c, c->csl);
	if (c->database != NULL)
		database_add(c->database, telling, told);
	if (c->site != NULL)
		site_add(c->site, telling, told, &c->history);
}

void
copies_add_history(struct copies *c, struct arena *arena, const struct buffer *rows)
{
	c->history = history_parse(arena, rows);
	if (c->database != NULL)
		database_add_history(c->database, &c->history);
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
	const char *words = database_close(c->database);

	if (words != NULL && c->folder->words == NULL)
		c->folder->words = arena_printf(
		    c->arena, "cannot write %s: %s", DATABASE, words);
	folder_close(c->folder, c->bibtex);
	folder_close(c->folder, c->csl);
	folder_close(c->folder, c->database_file);
	c->database = NULL;
	c->bibtex = c->csl = c->database_file = NULL;
}

void
copies_finish(struct copies *c, const struct about *about)
{
	buffer_clear(c->line);
	/* Some readers take a file without entries for a mistake. */
	if (c->csl_count == 0)
		buffer_text(c->line, "@comment{No works.}\n");
	flush(c, c->bibtex);
	csl_end(c->line, c->csl_count);
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
	site_close(c->site);
	c->site = NULL;
}
