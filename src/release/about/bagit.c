/*
 * The files written so far enter, the four files that make the folder a bag
 * leave (RFC 8493).
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "release/about/about.h"
#include "release/predecessor/known.h"
#include "release/text/escape.h"

static bool
is_payload(const char *path)
{
	return strncmp(path, "data/", 5) == 0;
}

/* Size and number of the payload files. */
static void
add_manifest(struct folder *folder, bool payload, struct buffer *out, uint64_t *bytes,
    size_t *files)
{
	const struct folder_file *file;

	folder_sort(folder);
	*bytes = 0;
	*files = 0;
	for (size_t i = 0; i < folder->file_count; i++) {
		if (is_payload(folder->files[i].path) != payload)
			continue;
		file = folder_digest(folder, folder->files[i].path);
		if (file == NULL)
			return;
		buffer_printf(out, "%s  %s\n", file->digest, file->path);
		*bytes += file->bytes;
		*files += 1;
	}
}

static void
add_line(struct buffer *out, const char *label, const char *value)
{
	if (value == NULL)
		return;
	buffer_printf(out, "%s: ", label);
	escape_line(out, value);
	buffer_char(out, '\n');
}

static void
add_origins(const struct about *about, struct buffer *out)
{
	const struct release_settings *settings = about->settings;

	for (size_t i = 0; i < settings->source_count; i++) {
		const struct release_source *s = &settings->sources[i];

		if (s->stand_in)
			add_line(out, "Enrich-Origin",
			    arena_printf(about->arena,
				"%s answers came from a stand-in (%s): not for "
				"publication",
				s->source->name, s->origin));
	}
}

static void
add_lists(const struct about *about, struct buffer *out)
{
	const struct release_settings *settings = about->settings;

	for (size_t i = 0; i < settings->list_count; i++) {
		const struct release_list *list = &settings->lists[i];

		add_line(out, "Enrich-List",
		    arena_printf(about->arena, "%s, SHA-256 %s%s%s", list->name,
			list->revision, list->url == NULL ? "" : ", ",
			list->url == NULL ? "" : list->url));
	}
}

static void
add_info(const struct about *about, struct buffer *out, uint64_t bytes, size_t files)
{
	const struct release_settings *settings = about->settings;

	add_line(out, "Source-Organization", settings->maintainer);
	add_line(out, "Bag-Software-Agent", settings->program);
	buffer_printf(out, "Bagging-Date: %s\n", about->date);
	buffer_printf(out, "External-Identifier: %s-%s\n", about->name, about->version);
	add_line(out, "External-Description", about->title);
	buffer_printf(out, "Payload-Oxum: %llu.%zu\n", (unsigned long long)bytes, files);
	add_line(out, "Enrich-Since", settings->since);
	add_line(out, "Enrich-State",
	    settings->partial == NULL
		? "complete"
		: arena_printf(about->arena, "partial: %s", settings->partial));
	add_lists(about, out);
	add_origins(about, out);
	if (about->previous != NULL)
		add_line(out, "Enrich-Predecessor",
		    arena_printf(about->arena, "%s, SHA-256 of its manifest %s",
			about->previous->identity, about->previous->manifest));
	else
		add_line(out, "Enrich-Predecessor", "none");
}

void
bagit_write(const struct about *about, struct folder *folder)
{
	struct buffer out;
	uint64_t bytes;
	size_t files;

	buffer_init(&out, 0);
	buffer_text(&out,
	    "BagIt-Version: 1.0\n"
	    "Tag-File-Character-Encoding: UTF-8\n");
	folder_write(folder, "bagit.txt", &out);
	buffer_clear(&out);
	add_manifest(folder, true, &out, &bytes, &files);
	folder_write(folder, "manifest-sha256.txt", &out);
	buffer_clear(&out);
	add_info(about, &out, bytes, files);
	folder_write(folder, "bag-info.txt", &out);
	buffer_clear(&out);
	add_manifest(folder, false, &out, &bytes, &files);
	folder_write(folder, "tagmanifest-sha256.txt", &out);
	buffer_free(&out);
	folder_sort(folder);
}
