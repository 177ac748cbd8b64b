/*
 * The data files enter, datapackage.json (Data Package 2.0 and 1.0) and the
 * schema leave.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "release/about/about.h"
#include "release/record/rows.h"

static void
write_field(struct json_writer *w, const struct member *column, bool unique)
{
	json_write_object(w);
	json_member(w, "name", column->name);
	json_member(w, "type", member_type(column)->column);
	json_member(w, "description", column->meaning);
	if ((column->flags & NEVER_NULL) != 0) {
		json_write_key(w, "constraints");
		json_write_object(w);
		json_member_boolean(w, "required", true);
		if (unique)
			json_member_boolean(w, "unique", true);
		json_write_object_end(w);
	}
	json_write_object_end(w);
}

static void
write_table_schema(struct json_writer *w, const struct table *table)
{
	json_write_key(w, "schema");
	json_write_object(w);
	json_write_key(w, "fields");
	json_write_array(w);
	for (size_t i = 0; i < table->shape->count; i++) {
		const struct member *column = &table->shape->members[i];

		if ((column->flags & IN_CSV) != 0)
			write_field(w, column,
			    table->key != NULL && strcmp(column->name, table->key) == 0);
	}
	json_write_array_end(w);
	json_write_key(w, "missingValues");
	json_write_array(w);
	json_write_string(w, "");
	json_write_array_end(w);
	if (table->key != NULL) {
		json_write_key(w, "primaryKey");
		json_write_array(w);
		json_write_string(w, table->key);
		json_write_array_end(w);
	}
	json_write_object_end(w);
}

static void
write_dialect(struct json_writer *w)
{
	json_write_key(w, "dialect");
	json_write_object(w);
	json_member(w, "delimiter", ",");
	json_member(w, "lineTerminator", "\r\n");
	json_member(w, "quoteChar", "\"");
	json_member_boolean(w, "doubleQuote", true);
	json_member_boolean(w, "skipInitialSpace", false);
	json_member_boolean(w, "header", true);
	json_write_object_end(w);
}

static void
write_size(const struct about *about, struct json_writer *w, const char *path)
{
	const struct folder_file *file = folder_digest(about->folder, path);

	if (file == NULL)
		return;
	json_member_integer(w, "bytes", (int64_t)file->bytes);
	json_member(w, "hash", arena_printf(about->arena, "sha256:%s", file->digest));
}

static void
write_table(const struct about *about, struct json_writer *w, const struct table *table)
{
	json_write_object(w);
	/* The name "works" is that of works.jsonl. */
	json_member(
	    w, "name", strcmp(table->name, "works") == 0 ? "works-table" : table->name);
	json_member(w, "path", table->path);
	json_member(w, "title", table->title);
	json_member(w, "type", "table");
	json_member(w, "profile", "tabular-data-resource");
	json_member(w, "format", "csv");
	json_member(w, "mediatype", "text/csv");
	json_member(w, "encoding", "utf-8");
	write_size(about, w, table->path);
	write_dialect(w);
	write_table_schema(w, table);
	json_write_object_end(w);
}

/* `encoding`: NULL where it is no text. */
static void
write_plain(const struct about *about, struct json_writer *w, const char *name,
    const char *path, const char *title, const char *format, const char *mediatype,
    const char *encoding)
{
	json_write_object(w);
	json_member(w, "name", name);
	json_member(w, "path", path);
	json_member(w, "title", title);
	json_member(w, "format", format);
	json_member(w, "mediatype", mediatype);
	if (encoding != NULL)
		json_member(w, "encoding", encoding);
	write_size(about, w, path);
	json_write_object_end(w);
}

/* An SPDX id, or the file LICENSE for whatever is no plain id. */
static void
write_license(const struct about *about, struct json_writer *w)
{
	const char *license = about->settings->license;
	size_t plain;

	if (license == NULL)
		return;
	plain = strspn(license,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789.-_");
	json_write_key(w, "licenses");
	json_write_array(w);
	json_write_object(w);
	if (license[plain] == '\0')
		json_member(w, "name", license);
	json_member(w, "path", "LICENSE");
	json_write_object_end(w);
	json_write_array_end(w);
}

/* The lists as they were read, then who was asked and when, once a source. */
static void
write_sources(const struct about *about, struct json_writer *w)
{
	const struct release_settings *settings = about->settings;

	if (settings->list_count + settings->source_count == 0)
		return;
	json_write_key(w, "sources");
	json_write_array(w);
	for (size_t i = 0; i < settings->list_count; i++) {
		const struct release_list *list = &settings->lists[i];

		json_write_object(w);
		json_member(w, "title", list->name);
		if (list->url != NULL)
			json_member(w, "path", list->url);
		json_member(w, "version",
		    arena_printf(about->arena, "sha256:%s", list->revision));
		json_write_object_end(w);
	}
	for (size_t i = 0; i < settings->source_count; i++) {
		const struct release_source *source = &settings->sources[i];

		json_write_object(w);
		json_member(w, "title", source->source->title);
		json_member(w, "path", source->origin);
		if (source->newest != 0) {
			json_member(w, "oldest_answer",
			    clock_date_text(about->arena, source->oldest));
			json_member(w, "newest_answer",
			    clock_date_text(about->arena, source->newest));
		}
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

const char *
package_keyword(const struct about *about, size_t i)
{
	const char *at = about->settings->keywords;

	for (; at != NULL && *at != '\0'; at += strspn(at, ", ")) {
		size_t length = strcspn(at, ","), used = length;

		while (used > 0 && at[used - 1] == ' ')
			used--;
		if (used > 0 && i-- == 0)
			return arena_text_n(about->arena, at, used);
		at += length;
	}
	return NULL;
}

static void
write_keywords(const struct about *about, struct json_writer *w)
{
	const char *word = package_keyword(about, 0);

	if (word == NULL)
		return;
	json_write_key(w, "keywords");
	json_write_array(w);
	for (size_t i = 0; (word = package_keyword(about, i)) != NULL; i++)
		json_write_string(w, word);
	json_write_array_end(w);
}

static const char *
lower_name(const struct about *about)
{
	char *name = arena_text(about->arena, about->name);

	for (char *c = name; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return name;
}

const char *
package_publisher(const struct about *about)
{
	return about->settings->maintainer != NULL
	    ? about->settings->maintainer
	    : arena_join(about->arena, "The maintainers of ", about->title, NULL);
}

const char *
package_description(const struct about *about)
{
	const struct release_settings *settings = about->settings;

	return arena_printf(about->arena,
	    "Works named by %zu curated list%s, with authors, venues, citation "
	    "counts and licences.%s%s%s",
	    settings->list_count, settings->list_count == 1 ? "" : "s",
	    about->stand_in ? " " : "", about->stand_in ? card_stand_in() : "",
	    settings->partial != NULL ? " This release is partial." : "");
}

void
package_write(const struct about *about, struct buffer *out)
{
	struct json_writer *w = json_writer_new(out, true);

	json_write_object(w);
	json_member(
	    w, "$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
	json_member(w, "name", lower_name(about));
	json_member(w, "title", about->title);
	json_member(w, "description", package_description(about));
	json_member(w, "version", about->version);
	json_member(
	    w, "created", clock_instant_text(about->arena, about->settings->clock));
	if (about->settings->homepage != NULL)
		json_member(w, "homepage", about->settings->homepage);
	if (about->settings->doi != NULL)
		json_member(w, "id",
		    arena_printf(
			about->arena, "https://doi.org/%s", about->settings->doi));
	write_keywords(about, w);
	write_license(about, w);
	write_sources(about, w);
	json_write_key(w, "resources");
	json_write_array(w);
	write_plain(about, w, "works", "data/works.jsonl",
	    "Works, one JSON object a line; schema/works.schema.json", "jsonl",
	    "application/jsonl", "utf-8");
	for (enum table_name t = 0; t < TABLES; t++)
		write_table(about, w, rows_table(t));
	write_plain(about, w, "references", "data/references.bib",
	    "The same works for BibTeX", "bib", "application/x-bibtex", "utf-8");
	write_plain(about, w, "references-csl", "data/references.json",
	    "The same works as CSL JSON", "json",
	    "application/vnd.citationstyles.csl+json", "utf-8");
	write_plain(about, w, "database", "data/enrich.sqlite",
	    "All tables, typed, with keys, indexes and views, for SQLite", "sqlite",
	    "application/vnd.sqlite3", NULL);
	json_write_array_end(w);
	json_write_object_end(w);
	json_writer_free(w);
	buffer_char(out, '\n');
}
