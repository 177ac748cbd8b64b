/* What was counted enters; figures of licences, venues, base models and growth leave. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "release/report/page.h"
#include "release/site/site.h"
#include "release/text/escape.h"

enum { MOST_BARS = 12, CLASSES = 6, WIDTH = 640, LEFT = 44, TOP = 12, BOTTOM = 200 };

static const char *const class_names[CLASSES] = { "public domain", "permissive",
	"copyleft", "non-commercial", "custom", "none stated" };
static const char *const class_colours[CLASSES] = { "c2", "c1", "c5", "c4", "c3", "c0" };

static const char *const kind_names[] = { "papers", "models", "data sets", "code" };

/* Of one kind; how many. */
static size_t
count_kind(const struct site *site, size_t kind, struct bar_part *parts)
{
	size_t whole = 0;

	for (size_t i = 0; i < CLASSES; i++) {
		parts[i] = (struct bar_part){ class_names[i], class_colours[i],
			site->counts.classes[kind][i] };
		whole += parts[i].count;
	}
	return whole;
}

static void
add_class_table(const struct site *site, struct buffer *out)
{
	struct bar_part parts[CLASSES];

	buffer_text(out,
	    "<details><summary>As a table</summary><section class=\"scroll\" "
	    "tabindex=\"0\" "
	    "aria-label=\"Licences by class\"><table><caption>Licences "
	    "by class</caption><thead><tr><th scope=\"col\">of</th>");
	for (size_t i = 0; i < CLASSES; i++)
		buffer_printf(
		    out, "<th scope=\"col\" class=\"n\">%s</th>", class_names[i]);
	buffer_text(out, "</tr></thead><tbody>\n");
	for (size_t k = 0; k < 4; k++) {
		if (count_kind(site, k, parts) == 0)
			continue;
		buffer_printf(out, "<tr><th scope=\"row\">%s</th>", kind_names[k]);
		for (size_t i = 0; i < CLASSES; i++)
			buffer_printf(out, "<td class=\"n\">%zu</td>", parts[i].count);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table></section></details>\n");
}

static void
add_classes(const struct site *site, const struct about *about, struct buffer *out)
{
	struct bar_part parts[CLASSES];

	page_figure(out, "Licences", "What is asked of those who build on a work");
	(void)count_kind(site, 0, parts);
	page_svg_legend(out, parts, CLASSES);
	buffer_text(out,
	    "<table class=\"bars\"><caption>Licences by class</caption><thead><tr><th "
	    "scope=\"col\">of</th><th scope=\"col\">share</th><th scope=\"col\" "
	    "class=\"n\">works</th></tr></thead><tbody>\n");
	for (size_t k = 0; k < 4; k++) {
		size_t whole = count_kind(site, k, parts);

		if (whole == 0)
			continue;
		buffer_printf(
		    out, "<tr><th scope=\"row\">%s</th><td class=\"g\">", kind_names[k]);
		page_svg_bar(out, kind_names[k], parts, CLASSES);
		buffer_text(out, "</td>");
		page_number_cell(out, about->arena, whole);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table>\n");
	add_class_table(site, out);
	buffer_text(out, "</figure>\n");
}

/* The most frequent names, a bar each. */
static void
add_names(const struct about *about, const char *caption, const char *note,
    const char *what, const struct counted_set *set, struct buffer *out)
{
	if (set->count == 0)
		return;
	page_figure(out, caption, note);
	buffer_printf(out,
	    "<table class=\"bars\"><caption>%s</caption><thead><tr><th "
	    "scope=\"col\">%s</th><th scope=\"col\">share</th><th scope=\"col\" "
	    "class=\"n\">works</th></tr></thead><tbody>\n",
	    caption, what);
	for (size_t i = 0; i < set->count && i < MOST_BARS; i++) {
		buffer_text(out, "<tr><th scope=\"row\">");
		escape_html(out, set->v[i]->name);
		buffer_text(out, "</th><td class=\"g\">");
		page_svg_value(out, set->v[i]->name, set->v[i]->count, set->v[0]->count);
		buffer_text(out, "</td>");
		page_number_cell(out, about->arena, set->v[i]->count);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table>\n");
	if (set->count > MOST_BARS)
		buffer_printf(
		    out, "<p class=\"soft\">and %zu more</p>\n", set->count - MOST_BARS);
	buffer_text(out, "</figure>\n");
}

static int
by_date(const void *left, const void *right)
{
	return strcmp((*(struct counted_name *const *)left)->name,
	    (*(struct counted_name *const *)right)->name);
}

static int64_t
day_of(const char *date)
{
	int64_t first = 0, last;

	(void)clock_parse_date(date, &first, &last);
	return first;
}

/* A step at each release that had works no earlier one had. */
static void
add_line(const struct site *site, struct buffer *out)
{
	const struct counted_set *seen = &site->counts.seen;
	int64_t begin = day_of(seen->v[0]->name);
	int64_t days = day_of(seen->v[seen->count - 1]->name) - begin;
	size_t sum = 0, whole = site->counts.works;

	buffer_printf(out,
	    "<svg role=\"img\" viewBox=\"0 0 %d %d\"><title>Works over releases</title>\n"
	    "<path class=\"axis\" d=\"M%d %d.5H%d\"/>"
	    "<text class=\"end\" x=\"%d\" y=\"%d\">%zu</text>"
	    "<path class=\"line\" d=\"M%d %d",
	    WIDTH, BOTTOM + 28, LEFT, BOTTOM, WIDTH, LEFT - 6, TOP + 8, whole, LEFT,
	    BOTTOM);
	for (size_t i = 0; i < seen->count; i++) {
		sum += seen->v[i]->count;
		buffer_printf(out, "H%dV%d",
		    LEFT +
			(int)((day_of(seen->v[i]->name) - begin) * (WIDTH - LEFT) / days),
		    BOTTOM - (int)(sum * (BOTTOM - TOP) / whole));
	}
	buffer_printf(out,
	    "\"/>\n<text class=\"start\" x=\"%d\" y=\"%d\">%s</text>"
	    "<text class=\"end\" x=\"%d\" y=\"%d\">%s</text></svg>\n",
	    LEFT, BOTTOM + 20, seen->v[0]->name, WIDTH, BOTTOM + 20,
	    seen->v[seen->count - 1]->name);
}

static void
add_growth(struct site *site, const struct about *about, struct buffer *out)
{
	struct counted_set *seen = &site->counts.seen;
	size_t sum = 0;

	if (seen->count < 2)
		return;
	qsort(seen->v, seen->count, sizeof(void *), by_date);
	page_figure(out, "Growth over releases",
	    "Works of this release, by the release that had them first");
	add_line(site, out);
	buffer_text(out,
	    "<details><summary>As a table</summary><table><caption>Works by the release "
	    "that had them first</caption><thead><tr><th scope=\"col\">release</th><th "
	    "scope=\"col\" class=\"n\">new</th><th scope=\"col\" class=\"n\">in "
	    "all</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < seen->count; i++) {
		sum += seen->v[i]->count;
		buffer_printf(out, "<tr><th scope=\"row\">%s</th>", seen->v[i]->name);
		page_number_cell(out, about->arena, seen->v[i]->count);
		page_number_cell(out, about->arena, sum);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table></details>\n</figure>\n");
}

void
site_shares(struct site *site, const struct about *about, struct buffer *out)
{
	struct site_counts *c = &site->counts;

	tally_counted_sort(&c->venues);
	tally_counted_sort(&c->bases);
	add_classes(site, about, out);
	add_names(about, "Venues", "Where most of it appeared", "venue", &c->venues, out);
	add_names(about, "Base models", "What the lists' models are made from", "model",
	    &c->bases, out);
	add_growth(site, about, out);
}
