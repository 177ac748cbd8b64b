/*
 * The release enters; .zenodo.json, what Zenodo is told of it, leaves.
 *
 * developers.zenodo.org, 2026-11: upload_type, publication_date, title, creators
 * (name "Family, Given", affiliation, orcid), description (HTML), access_right,
 * license, keywords, version, language.  The DOI is Zenodo's to give.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "release/about/about.h"
#include "release/text/escape.h"

static void
write_creator(const struct about *about, struct json_writer *w)
{
	const struct release_settings *s = about->settings;

	json_write_key(w, "creators");
	json_write_array(w);
	json_write_object(w);
	json_member(w, "name", package_publisher(about));
	if (s->affiliation != NULL)
		json_member(w, "affiliation", s->affiliation);
	if (s->orcid != NULL)
		json_member(w, "orcid", s->orcid);
	json_write_object_end(w);
	json_write_array_end(w);
}

static const char *
description(const struct about *about)
{
	struct buffer html;
	const char *text;

	buffer_init(&html, 0);
	buffer_text(&html, "<p>");
	escape_html(&html, package_description(about));
	buffer_text(&html, "</p>");
	text = arena_text_n(about->arena, html.bytes, html.length);
	buffer_free(&html);
	return text;
}

void
zenodo_write(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	struct json_writer *w = json_writer_new(out, true);
	const char *word;

	json_write_object(w);
	json_member(w, "upload_type", "dataset");
	json_member(w, "publication_date", about->date);
	json_member(w, "title", about->title);
	write_creator(about, w);
	json_member(w, "description", description(about));
	json_member(w, "access_right", "open");
	/* Its ids are those of SPDX in lower case. */
	if (s->license != NULL)
		json_member(w, "license", text_lower(about->arena, s->license));
	json_member(w, "version", about->version);
	json_member(w, "language", "eng");
	json_write_key(w, "keywords");
	json_write_array(w);
	for (size_t i = 0; (word = package_keyword(about, i)) != NULL; i++)
		json_write_string(w, word);
	json_write_array_end(w);
	if (s->homepage != NULL) {
		json_write_key(w, "related_identifiers");
		json_write_array(w);
		json_write_object(w);
		json_member(w, "identifier", s->homepage);
		json_member(w, "relation", "isDocumentedBy");
		json_write_object_end(w);
		json_write_array_end(w);
	}
	json_write_object_end(w);
	json_writer_free(w);
	buffer_char(out, '\n');
}
