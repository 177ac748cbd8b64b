/* The data files enter, croissant.json (Croissant 1.1) leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "release/about/about.h"
#include "release/record/rows.h"
#include "release/text/escape.h"

/* The context of the specification; its terms are read by it. */
static const char context[] =
    "{\"@language\": \"en\", \"@vocab\": \"https://schema.org/\", "
    "\"citeAs\": \"cr:citeAs\", \"column\": \"cr:column\", "
    "\"conformsTo\": \"dct:conformsTo\", \"cr\": \"http://mlcommons.org/croissant/\", "
    "\"data\": {\"@id\": \"cr:data\", \"@type\": \"@json\"}, "
    "\"dataType\": {\"@id\": \"cr:dataType\", \"@type\": \"@vocab\"}, "
    "\"dct\": \"http://purl.org/dc/terms/\", \"extract\": \"cr:extract\", "
    "\"field\": \"cr:field\", \"fileProperty\": \"cr:fileProperty\", "
    "\"fileObject\": \"cr:fileObject\", \"fileSet\": \"cr:fileSet\", "
    "\"format\": \"cr:format\", \"includes\": \"cr:includes\", "
    "\"isLiveDataset\": \"cr:isLiveDataset\", \"jsonPath\": \"cr:jsonPath\", "
    "\"key\": \"cr:key\", \"md5\": \"cr:md5\", \"parentField\": \"cr:parentField\", "
    "\"path\": \"cr:path\", \"recordSet\": \"cr:recordSet\", "
    "\"references\": \"cr:references\", \"regex\": \"cr:regex\", "
    "\"repeated\": \"cr:repeated\", \"replace\": \"cr:replace\", "
    "\"samplingRate\": \"cr:samplingRate\", \"sc\": \"https://schema.org/\", "
    "\"separator\": \"cr:separator\", \"source\": \"cr:source\", "
    "\"subField\": \"cr:subField\", \"transform\": \"cr:transform\"}";

const char *
croissant_media_type(const char *path)
{
	static const char *const types[][2] = { { ".jsonl", "application/jsonlines" },
		{ ".csv", "text/csv" }, { ".json", "application/json" },
		{ ".bib", "application/x-bibtex" }, { ".html", "text/html" },
		{ ".sqlite", "application/vnd.sqlite3" } };
	const char *end = strrchr(path, '.');

	for (size_t i = 0; end != NULL && i < sizeof types / sizeof *types; i++)
		if (strcmp(end, types[i][0]) == 0)
			return types[i][1];
	return "application/octet-stream";
}

static void
add_id(struct json_writer *w, const char *key, const char *id)
{
	json_write_key(w, key);
	json_write_object(w);
	json_member(w, "@id", id);
	json_write_object_end(w);
}

static void
add_files(const struct about *about, struct json_writer *w)
{
	json_write_key(w, "distribution");
	json_write_array(w);
	for (size_t i = 0; i < about->folder->file_count; i++) {
		const char *path = about->folder->files[i].path;
		const struct folder_file *file;

		if (strncmp(path, "data/", 5) != 0 ||
		    (file = folder_digest(about->folder, path)) == NULL)
			continue;
		json_write_object(w);
		json_member(w, "@type", "cr:FileObject");
		json_member(w, "@id", path);
		json_member(w, "name", path + 5);
		json_member(w, "contentUrl", path);
		json_member(w, "contentSize",
		    arena_printf(
			about->arena, "%llu B", (unsigned long long)file->bytes));
		json_member(w, "encodingFormat", croissant_media_type(path));
		json_member(w, "sha256", file->digest);
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

static const char *
data_type(const struct member *column)
{
	const char *type = member_type(column)->column;

	return strcmp(type, "integer") == 0 ? "sc:Integer"
	    : strcmp(type, "boolean") == 0  ? "sc:Boolean"
	    : strcmp(type, "date") == 0     ? "sc:Date"
	    : strcmp(type, "datetime") == 0 ? "sc:DateTime"
	    : strcmp(type, "number") == 0   ? "sc:Float"
					    : "sc:Text";
}

static void
add_field(const struct about *about, struct json_writer *w, const struct table *table,
    const struct member *column)
{
	json_write_object(w);
	json_member(w, "@type", "cr:Field");
	json_member(
	    w, "@id", arena_join(about->arena, table->name, "/", column->name, NULL));
	json_member(w, "name", column->name);
	json_member(w, "description", column->meaning);
	json_member(w, "dataType", data_type(column));
	json_write_key(w, "source");
	json_write_object(w);
	add_id(w, "fileObject", table->path);
	json_write_key(w, "extract");
	json_write_object(w);
	json_member(w, "column", column->name);
	json_write_object_end(w);
	json_write_object_end(w);
	if (strcmp(column->name, "work_id") == 0 &&
	    strcmp(table->name, "findings") != 0 && strcmp(table->name, "history") != 0) {
		json_write_key(w, "references");
		json_write_object(w);
		add_id(w, "field", "works/id");
		json_write_object_end(w);
	}
	json_write_object_end(w);
}

static void
add_records(const struct about *about, struct json_writer *w, const struct table *table)
{
	json_write_object(w);
	json_member(w, "@type", "cr:RecordSet");
	json_member(w, "@id", table->name);
	json_member(w, "name", table->name);
	json_member(w, "description", table->title);
	if (table->key != NULL)
		add_id(w, "key",
		    arena_join(about->arena, table->name, "/", table->key, NULL));
	json_write_key(w, "field");
	json_write_array(w);
	for (size_t i = 0; i < table->shape->count; i++)
		if ((table->shape->members[i].flags & IN_CSV) != 0)
			add_field(about, w, table, &table->shape->members[i]);
	json_write_array_end(w);
	json_write_object_end(w);
}

static const char *
cite_as(const struct about *about, const char *maintainer)
{
	struct buffer out;
	const char *text;

	buffer_init(&out, 0);
	buffer_printf(&out, "@misc{%s-%s, title = {", about->name, about->date);
	escape_bibtex_title(&out, about->title);
	buffer_text(&out, "}, author = {{");
	escape_bibtex(&out, maintainer);
	buffer_printf(
	    &out, "}}, year = {%.4s}, version = {%s}}", about->date, about->version);
	text = arena_text(about->arena, out.bytes);
	buffer_free(&out);
	return text;
}

void
croissant_write(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	const char *maintainer = package_publisher(about), *address = NULL;
	struct json_writer *w = json_writer_new(out, true);

	json_write_object(w);
	json_write_key(w, "@context");
	json_write_raw(w, context, sizeof context - 1);
	json_member(w, "@type", "sc:Dataset");
	json_member(w, "conformsTo", "http://mlcommons.org/croissant/1.1");
	json_member(w, "name", about->name);
	json_member(w, "description", package_description(about));
	json_member(w, "version", about->version);
	json_member(w, "datePublished", about->date);
	if (s->license != NULL)
		address = license_address(about->arena, s->license);
	json_member(w, "license", address != NULL ? address : "LICENSE");
	json_member(w, "url", s->homepage != NULL ? s->homepage : "report.html");
	json_write_key(w, "creator");
	json_write_object(w);
	json_member(w, "@type", "sc:Organization");
	json_member(w, "name", maintainer);
	json_write_object_end(w);
	json_member(w, "citeAs", cite_as(about, maintainer));
	add_files(about, w);
	json_write_key(w, "recordSet");
	json_write_array(w);
	for (enum table_name t = 0; t < TABLES; t++)
		add_records(about, w, rows_table(t));
	json_write_array_end(w);
	json_write_object_end(w);
	json_writer_free(w);
	buffer_char(out, '\n');
}
