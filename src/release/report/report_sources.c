/* What was counted enters, lists and sources with their terms leave. */
#include "base/buffer.h"
#include "base/clock.h"
#include "release/report/page.h"
#include "release/report/report.h"
#include "release/text/escape.h"

void
report_write_lists(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	page_section(out, "lists", "By list");
	buffer_text(out,
	    "<div class=\"scroll\"><table><caption>Works in "
	    "scope; one may stand in several lists</caption><thead><tr>"
	    "<th scope=\"col\">list</th>"
	    "<th scope=\"col\" class=\"n\">entries</th>"
	    "<th scope=\"col\" class=\"n\">works</th>"
	    "<th scope=\"col\" class=\"n\">found</th>"
	    "<th scope=\"col\" class=\"n\">venue</th>"
	    "<th scope=\"col\" class=\"n\">licence</th>"
	    "<th scope=\"col\" class=\"n\">to do</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < s->list_count; i++) {
		const struct list_tally *l = &about->tally->lists[i];

		buffer_text(out, "<tr><th scope=\"row\">");
		page_link(out, s->lists[i].url, s->lists[i].name);
		buffer_text(out, "</th>");
		page_number_cell(out, about->arena, l->entries);
		page_number_cell(out, about->arena, l->works);
		page_number_cell(out, about->arena, l->found);
		page_number_cell(out, about->arena, l->venue);
		page_number_cell(out, about->arena, l->license);
		page_number_cell(out, about->arena, l->findings);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table></div>\n");
	page_section_end(out);
}

static void
add_source_row(
    const struct about *about, const struct release_source *s, struct buffer *out)
{
	buffer_text(out, "<tr><th scope=\"row\">");
	escape_html(out, s->source->title);
	if (s->stand_in)
		buffer_text(out, " (stand-in)");
	buffer_text(out, "</th>");
	page_number_cell(out, about->arena, s->asked);
	page_number_cell(out, about->arena, s->found);
	page_number_cell(out, about->arena, s->absent);
	page_number_cell(out, about->arena, s->ambiguous);
	page_number_cell(out, about->arena, s->not_asked);
	page_number_cell(out, about->arena, s->unanswered);
	buffer_text(out, "</tr>\n");
}

static void
add_terms(const struct about *about, const struct release_source *s, struct buffer *out)
{
	buffer_text(out, "<li>");
	page_link(out, s->source->service->terms, s->source->title);
	buffer_text(out, ": ");
	escape_html(out, s->source->attribution);
	if (s->newest != 0)
		buffer_printf(
		    out, " Newest answer %s.", clock_date_text(about->arena, s->newest));
	if (s->stand_in) {
		buffer_text(out, " In this release a stand-in answered (");
		escape_html(out, s->origin);
		buffer_text(out, ").");
	}
	buffer_text(out, "</li>\n");
}

void
report_write_sources(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	page_section(out, "sources", "Sources and terms");
	if (s->source_count == 0) {
		buffer_text(out, "<p>None was asked.</p>\n");
		page_section_end(out);
		return;
	}
	buffer_text(out,
	    "<div class=\"scroll\"><table><caption>How the "
	    "questions about works in scope ended</caption><thead><tr>"
	    "<th scope=\"col\">source</th>"
	    "<th scope=\"col\" class=\"n\">asked</th>"
	    "<th scope=\"col\" class=\"n\">found</th>"
	    "<th scope=\"col\" class=\"n\">absent</th>"
	    "<th scope=\"col\" class=\"n\">another work</th>"
	    "<th scope=\"col\" class=\"n\">not asked</th>"
	    "<th scope=\"col\" class=\"n\">unanswered</th>"
	    "</tr></thead><tbody>\n");
	for (size_t i = 0; i < s->source_count; i++)
		add_source_row(about, &s->sources[i], out);
	buffer_text(out, "</tbody></table></div>\n<ul>\n");
	for (size_t i = 0; i < s->source_count; i++)
		add_terms(about, &s->sources[i], out);
	buffer_text(out, "</ul>\n");
	page_section_end(out);
}
