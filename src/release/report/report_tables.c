/* What was counted enters, licences and venues leave. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "release/report/page.h"
#include "release/report/report.h"
#include "release/text/escape.h"

enum { CLASSES = 6, MOST_ROWS = 20 };

static const char *const class_names[CLASSES] = { "public-domain", "permissive",
	"copyleft", "non-commercial", "custom", "none stated" };
static const char *const class_colours[CLASSES] = { "c2", "c1", "c5", "c4", "c3", "c0" };

static size_t
count_classes(const struct counted_set *set, struct bar_part *parts)
{
	size_t whole = 0;

	for (size_t i = 0; i < CLASSES; i++)
		parts[i] = (struct bar_part){ class_names[i], class_colours[i], 0 };
	for (size_t i = 0; i < set->count; i++) {
		size_t class = CLASSES - 2; /* custom */

		for (size_t c = 0; c < CLASSES; c++)
			if (strcmp(set->v[i]->note, class_names[c]) == 0)
				class = c;
		parts[class].count += set->v[i]->count;
		whole += set->v[i]->count;
	}
	return whole;
}

static void
add_classes(const struct about *about, struct buffer *out, const char *what,
    const struct counted_set *set)
{
	struct bar_part parts[CLASSES];
	struct buffer words;
	size_t whole = count_classes(set, parts);

	buffer_init(&words, 0);
	buffer_printf(&words, "%s: ", what);
	for (size_t i = 0; i < CLASSES; i++)
		buffer_printf(&words, "%s%zu %s", i == 0 ? "" : ", ", parts[i].count,
		    parts[i].label);
	buffer_printf(out, "<tr><th scope=\"row\">%s</th><td class=\"g\">", what);
	page_svg_bar(out, words.bytes, parts, CLASSES);
	buffer_text(out, "</td>");
	page_number_cell(out, about->arena, whole);
	for (size_t i = 0; i < CLASSES; i++)
		buffer_printf(out, "<td class=\"n w\">%zu</td>", parts[i].count);
	buffer_text(out, "</tr>\n");
	buffer_free(&words);
}

static void
add_ids(const struct about *about, struct buffer *out, const char *caption,
    const struct counted_set *set)
{
	size_t rest = set->rest;

	if (set->count == 0)
		return;
	buffer_printf(out,
	    "<details><summary>%s</summary><table><caption>%s"
	    "</caption><thead><tr><th scope=\"col\">licence</th>"
	    "<th scope=\"col\">class</th><th scope=\"col\" class=\"n\">"
	    "number</th></tr></thead><tbody>\n",
	    caption, caption);
	for (size_t i = 0; i < set->count; i++) {
		if (i >= MOST_ROWS) {
			rest += set->v[i]->count;
			continue;
		}
		buffer_text(out, "<tr><th scope=\"row\">");
		escape_html(out, set->v[i]->name);
		buffer_text(out, "</th>");
		page_element(out, "td", NULL, set->v[i]->note);
		page_number_cell(out, about->arena, set->v[i]->count);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table>");
	if (rest > 0)
		buffer_printf(out, "<p class=\"soft\">Others: %zu</p>", rest);
	buffer_text(out, "</details>\n");
}

void
report_write_licenses(const struct about *about, struct buffer *out)
{
	const struct tally *t = about->tally;
	struct bar_part legend[CLASSES];

	for (size_t i = 0; i < CLASSES; i++)
		legend[i] = (struct bar_part){ class_names[i], class_colours[i], 0 };
	page_section(out, "licences", "Licences");
	page_svg_legend(out, legend, CLASSES);
	buffer_text(out,
	    "<div class=\"scroll\"><table><caption>Papers in scope, and the models, "
	    "data and code that are their own</caption><thead><tr>"
	    "<th scope=\"col\">what</th><th scope=\"col\">share</th>"
	    "<th scope=\"col\" class=\"n\">all</th>");
	for (size_t i = 0; i < CLASSES; i++)
		buffer_printf(
		    out, "<th scope=\"col\" class=\"n w\">%s</th>", class_names[i]);
	buffer_text(out, "</tr></thead><tbody>\n");
	add_classes(about, out, "papers", &t->work_licenses);
	add_classes(about, out, "artifacts", &t->artifact_licenses);
	buffer_text(out, "</tbody></table></div>\n");
	add_ids(about, out, "Papers by licence", &t->work_licenses);
	add_ids(about, out, "Artifacts by licence", &t->artifact_licenses);
	page_section_end(out);
}

void
report_write_venues(const struct about *about, struct buffer *out)
{
	const struct counted_set *set = &about->tally->venues;

	page_section(out, "venues", "Venues");
	if (set->count == 0) {
		buffer_text(out, "<p>No venue is known.</p>\n");
		page_section_end(out);
		return;
	}
	buffer_text(out,
	    "<div class=\"scroll\"><table><caption>Where the papers in scope "
	    "appeared</caption><thead><tr><th scope=\"col\">venue</th>"
	    "<th scope=\"col\">share</th><th scope=\"col\" class=\"n\">papers"
	    "</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < set->count && i < MOST_ROWS; i++) {
		buffer_text(out, "<tr><th scope=\"row\">");
		escape_html(out, set->v[i]->name);
		buffer_text(out, "</th><td class=\"g\">");
		page_svg_value(out,
		    arena_printf(about->arena, "%zu papers", set->v[i]->count),
		    set->v[i]->count, set->v[0]->count);
		buffer_text(out, "</td>");
		page_number_cell(out, about->arena, set->v[i]->count);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table></div>\n");
	if (set->count > MOST_ROWS)
		buffer_printf(out,
		    "<p class=\"soft\">%zu venues more in "
		    "data/works.csv.</p>\n",
		    set->count - MOST_ROWS);
	page_section_end(out);
}
