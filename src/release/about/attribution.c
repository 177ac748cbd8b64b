/* Lists and sources enter, ATTRIBUTION.md leaves. */
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "release/about/about.h"
#include "release/text/escape.h"

static void
add_dates(
    const struct about *about, const struct release_source *source, struct buffer *out)
{
	const char *oldest, *newest;

	if (source->newest == 0)
		return;
	oldest = clock_date_text(about->arena, source->oldest);
	newest = clock_date_text(about->arena, source->newest);
	if (strcmp(oldest, newest) == 0)
		buffer_printf(out, " Answers of %s.", newest);
	else
		buffer_printf(out, " Answers of %s to %s.", oldest, newest);
}

static void
add_source(
    const struct about *about, const struct release_source *source, struct buffer *out)
{
	buffer_printf(out, "- **%s** (", source->source->title);
	escape_markdown(out, source->source->service->base_url);
	buffer_text(out, "): ");
	escape_markdown(out, source->source->attribution);
	if (source->source->service->terms != NULL)
		buffer_printf(
		    out, " [Terms of use](%s).", source->source->service->terms);
	add_dates(about, source, out);
	if (source->stand_in) {
		buffer_text(out,
		    " In this release a stand-in answered in "
		    "its place (");
		escape_markdown(out, source->origin);
		buffer_text(out, ").");
	}
	buffer_char(out, '\n');
}

void
attribution_write(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	buffer_text(out, "# Attribution\n\n");
	if (about->stand_in)
		buffer_printf(out, "**%s**\n\n", card_stand_in());
	buffer_text(out, "## Lists\n\n");
	for (size_t i = 0; i < s->list_count; i++) {
		buffer_text(out, "- ");
		escape_markdown(out, s->lists[i].name);
		if (s->lists[i].url != NULL) {
			buffer_text(out, ", ");
			escape_markdown(out, s->lists[i].url);
		}
		buffer_printf(out, ", SHA-256 `%s`\n", s->lists[i].revision);
	}
	if (s->list_count == 0)
		buffer_text(out, "None.\n");
	buffer_text(out, "\n## Services\n\n");
	for (size_t i = 0; i < s->source_count; i++)
		add_source(about, &s->sources[i], out);
	if (s->source_count == 0)
		buffer_text(out, "None was asked.\n");
	buffer_text(out,
	    "\nWhoever publishes a release reads the terms of these services "
	    "first. It holds\nneither abstracts nor raw replies.\n");
}
