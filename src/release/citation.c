/* The release enters, CITATION.cff (1.2.0) leaves. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "model/license.h"
#include "release/about.h"
#include "release/escape.h"

static bool
is_web(const char *url)
{
	return url != NULL &&
	    (text_starts_nocase(url, "http://") || text_starts_nocase(url, "https://"));
}

static void
add(struct buffer *out, const char *label, const char *value)
{
	buffer_text(out, label);
	buffer_text(out, ": ");
	escape_yaml(out, value);
	buffer_char(out, '\n');
}

static void
add_reference(struct buffer *out, const char *type, const char *title, const char *url,
    const char *notes)
{
	buffer_printf(out, "  - type: %s\n", type);
	add(out, "    title", title);
	buffer_text(out, "    authors:\n");
	add(out, "      - name", title);
	if (is_web(url))
		add(out, "    url", url);
	if (notes != NULL)
		add(out, "    notes", notes);
}

static void
add_references(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	if (s->source_count + s->list_count == 0)
		return;
	buffer_text(out, "references:\n");
	for (size_t i = 0; i < s->source_count; i++)
		add_reference(out, "database", s->sources[i].source->title,
		    s->sources[i].source->service->base_url,
		    s->sources[i].stand_in ? card_stand_in()
					   : s->sources[i].source->attribution);
	for (size_t i = 0; i < s->list_count; i++)
		add_reference(out, "generic", s->lists[i].name, s->lists[i].url,
		    arena_printf(about->arena, "A list; SHA-256 of its bytes %s",
			s->lists[i].revision));
}

void
citation_write(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	buffer_text(out, "cff-version: 1.2.0\n");
	add(out, "message",
	    "To cite this snapshot, use these fields; the "
	    "works in it have citations of their own in "
	    "data/references.bib.");
	buffer_text(out, "type: dataset\n");
	add(out, "title", about->title);
	add(out, "version", about->version);
	add(out, "date-released", about->date);
	buffer_text(out, "authors:\n");
	add(out, "  - name", package_publisher(about));
	if (s->license != NULL && license_cff_id(s->license) != NULL)
		add(out, "license", license_cff_id(s->license));
	if (is_web(s->homepage))
		add(out, "url", s->homepage);
	if (about->stand_in || s->partial != NULL)
		add(out, "abstract",
		    arena_printf(about->arena, "%s%s%s",
			about->stand_in ? card_stand_in() : "",
			about->stand_in && s->partial != NULL ? " " : "",
			s->partial != NULL ? "This release is partial." : ""));
	add_references(about, out);
}
