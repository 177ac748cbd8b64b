/* The files of the release enter, ro-crate-metadata.json (RO-Crate 1.2) leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "release/about/about.h"

static void
begin(struct json_writer *w, const char *id, const char *type)
{
	json_write_object(w);
	json_member(w, "@id", id);
	json_member(w, "@type", type);
}

static void
refer(struct json_writer *w, const char *key, const char *id)
{
	json_write_key(w, key);
	json_write_object(w);
	json_member(w, "@id", id);
	json_write_object_end(w);
}

/* What is told of: the data, and the two pages for people. */
static bool
is_part(const char *path)
{
	return strncmp(path, "data/", 5) == 0 || strcmp(path, "report.html") == 0 ||
	    strcmp(path, "site/index.html") == 0;
}

static void
add_root(const struct about *about, struct json_writer *w, const char *license)
{
	begin(w, "./", "Dataset");
	json_member(w, "name", about->title);
	json_member(w, "description", package_description(about));
	json_member(w, "datePublished", about->date);
	json_member(w, "version", about->version);
	refer(w, "license", license);
	refer(w, "publisher", "#publisher");
	if (about->settings->homepage != NULL)
		json_member(w, "url", about->settings->homepage);
	if (about->settings->doi != NULL)
		json_member(w, "identifier",
		    arena_join(
			about->arena, "https://doi.org/", about->settings->doi, NULL));
	json_write_key(w, "hasPart");
	json_write_array(w);
	for (size_t i = 0; i < about->folder->file_count; i++)
		if (is_part(about->folder->files[i].path)) {
			json_write_object(w);
			json_member(w, "@id", about->folder->files[i].path);
			json_write_object_end(w);
		}
	json_write_array_end(w);
	json_write_object_end(w);
}

static void
add_files(const struct about *about, struct json_writer *w)
{
	for (size_t i = 0; i < about->folder->file_count; i++) {
		const char *path = about->folder->files[i].path;
		const struct folder_file *file;

		if (!is_part(path) || (file = folder_digest(about->folder, path)) == NULL)
			continue;
		begin(w, path, "File");
		json_member(w, "name", strrchr(path, '/') == NULL ? path : path + 5);
		json_member(w, "encodingFormat", croissant_media_type(path));
		json_member(w, "contentSize",
		    arena_printf(about->arena, "%llu", (unsigned long long)file->bytes));
		json_member(w, "sha256", file->digest);
		json_write_object_end(w);
	}
}

void
crate_write(const struct about *about, struct buffer *out)
{
	const char *chosen = about->settings->license, *license = NULL;
	struct json_writer *w = json_writer_new(out, true);

	if (chosen != NULL)
		license = license_address(about->arena, chosen);
	if (license == NULL)
		license = "LICENSE";
	json_write_object(w);
	json_member(w, "@context", "https://w3id.org/ro/crate/1.2/context");
	json_write_key(w, "@graph");
	json_write_array(w);
	begin(w, "ro-crate-metadata.json", "CreativeWork");
	refer(w, "conformsTo", "https://w3id.org/ro/crate/1.2");
	refer(w, "about", "./");
	json_write_object_end(w);
	add_root(about, w, license);
	begin(w, license, "CreativeWork");
	json_member(w, "name", chosen != NULL ? chosen : "No licence was chosen");
	json_write_object_end(w);
	begin(w, "#publisher", "Organization");
	json_member(w, "name", package_publisher(about));
	json_write_object_end(w);
	add_files(about, w);
	json_write_array_end(w);
	json_write_object_end(w);
	json_writer_free(w);
	buffer_char(out, '\n');
}
