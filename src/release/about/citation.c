/* The release enters, CITATION.cff (1.2.0) leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "model/license.h"
#include "release/about/about.h"
#include "release/text/escape.h"

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

/* Who is asked in several ways is one database, and has the name of the first of
 * them that is called like it. */
static bool
is_its_own(const struct release_settings *s, size_t i)
{
	const char *name = s->sources[i].source->service->name;

	if (s->sources[i].found == 0)
		return false;
	if (strcmp(s->sources[i].source->name, name) == 0)
		return true;
	for (size_t j = 0; j < s->source_count; j++)
		if (j != i && s->sources[j].found > 0 &&
		    strcmp(s->sources[j].source->service->name, name) == 0 &&
		    (j < i || strcmp(s->sources[j].source->name, name) == 0))
			return false;
	return true;
}

static void
add_references(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	if (s->list_count == 0)
		return;
	buffer_text(out, "references:\n");
	for (size_t i = 0; i < s->source_count; i++)
		if (is_its_own(s, i))
			add_reference(out, "database", s->sources[i].source->title,
			    s->sources[i].source->service->base_url,
			    s->sources[i].stand_in ? card_stand_in()
						   : s->sources[i].source->attribution);
	for (size_t i = 0; i < s->list_count; i++)
		add_reference(out, "generic", s->lists[i].name, s->lists[i].url,
		    arena_printf(about->arena, "A list; SHA-256 of its bytes %s",
			s->lists[i].revision));
}

/* "Family, Given" is a person; whoever else is known by one name. */
static void
add_publisher(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	const char *name = package_publisher(about), *comma = strstr(name, ", ");

	buffer_text(out, "authors:\n");
	if (comma == NULL) {
		add(out, "  - name", name);
	} else {
		add(out, "  - family-names",
		    arena_text_n(about->arena, name, (size_t)(comma - name)));
		add(out, "    given-names", comma + 2);
		if (s->affiliation != NULL)
			add(out, "    affiliation", s->affiliation);
	}
	if (s->orcid != NULL)
		add(out, "    orcid",
		    arena_printf(about->arena, "https://orcid.org/%s", s->orcid));
}

void
citation_write(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	const char *word;

	buffer_text(out, "cff-version: 1.2.0\n");
	add(out, "message",
	    "To cite this snapshot, use these fields; the "
	    "works in it have citations of their own in "
	    "data/references.bib.");
	buffer_text(out, "type: dataset\n");
	add(out, "title", about->title);
	add(out, "version", about->version);
	add(out, "date-released", about->date);
	add_publisher(about, out);
	for (size_t i = 0; (word = package_keyword(about, i)) != NULL; i++) {
		buffer_text(out, i == 0 ? "keywords:\n  - " : "  - ");
		escape_yaml(out, word);
		buffer_char(out, '\n');
	}
	if (s->doi != NULL) {
		buffer_text(out, "doi: ");
		escape_yaml(out, s->doi);
		buffer_char(out, '\n');
	}
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
