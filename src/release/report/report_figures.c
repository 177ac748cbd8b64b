/* What was counted enters, the sections with figures leave. */

#include "base/arena.h"
#include "base/buffer.h"
#include "release/report/page.h"
#include "release/report/report.h"

static const char *const cover_names[COVERS] = { "authors", "date", "venue", "DOI",
	"citations", "licence", "licence" };

static void
add_cover(const struct about *about, enum cover which, struct buffer *out)
{
	const struct coverage *c = &about->tally->coverage[which];
	const struct bar_part parts[] = {
		{ "registry", "c1", c->by[ORIGIN_REGISTRY] },
		{ "aggregator", "c2", c->by[ORIGIN_AGGREGATOR] },
		{ "list or override", "c3", c->by[ORIGIN_LIST] },
		{ "unknown", "c0", c->by[ORIGIN_NONE] },
	};
	size_t filled = parts[0].count + parts[1].count + parts[2].count;

	buffer_printf(out, "<tr><th scope=\"row\">%s%s</th><td class=\"g\">",
	    cover_names[which],
	    which == COVER_ARTIFACT_LICENSE ? " (models, data, code)" : "");
	page_svg_bar(out,
	    arena_printf(about->arena,
		"%s: %zu by a registry, %zu by an aggregator, %zu by list or "
		"override, %zu unknown",
		cover_names[which], parts[0].count, parts[1].count, parts[2].count,
		parts[3].count),
	    parts, 4);
	buffer_printf(out, "</td><td class=\"n\">%s of %s</td>",
	    card_number(about->arena, filled),
	    card_number(about->arena, filled + parts[3].count));
	buffer_printf(out,
	    "<td class=\"n w\">%zu</td><td class=\"n w\">%zu"
	    "</td><td class=\"n w\">%zu</td></tr>\n",
	    parts[0].count, parts[1].count, parts[2].count);
}

void
report_write_coverage(const struct about *about, struct buffer *out)
{
	static const struct bar_part legend[] = {
		{ "registry", "c1", 0 },
		{ "aggregator", "c2", 0 },
		{ "list or override", "c3", 0 },
		{ "unknown", "c0", 0 },
	};

	page_section(out, "coverage", "Coverage");
	page_svg_legend(out, legend, 4);
	buffer_text(out,
	    "<table><caption>Fields that are filled, of the "
	    "works in scope, by who says so</caption><thead><tr>"
	    "<th scope=\"col\">field</th><th scope=\"col\">share</th>"
	    "<th scope=\"col\" class=\"n\">filled</th>"
	    "<th scope=\"col\" class=\"n w\">registry</th>"
	    "<th scope=\"col\" class=\"n w\">aggregator</th>"
	    "<th scope=\"col\" class=\"n w\">list</th>"
	    "</tr></thead><tbody>\n");
	for (enum cover c = 0; c < COVERS; c++)
		add_cover(about, c, out);
	buffer_text(out, "</tbody></table>\n");
	page_section_end(out);
}

static void
add_top(const struct about *about, struct buffer *out)
{
	const struct tally *t = about->tally;

	if (t->top_count == 0)
		return;
	buffer_text(out,
	    "<div class=\"scroll\"><table><caption>Most cited</caption><thead><tr>"
	    "<th scope=\"col\">work</th><th scope=\"col\" class=\"w\">venue"
	    "</th><th scope=\"col\" class=\"n\">year</th>"
	    "<th scope=\"col\" class=\"n\">citations</th></tr></thead>"
	    "<tbody>\n");
	for (size_t i = 0; i < t->top_count; i++) {
		const struct cited *c = &t->top[i];

		buffer_text(out, "<tr><th scope=\"row\">");
		page_link(out, c->url, c->title);
		buffer_text(out, "</th>");
		page_element(out, "td", "w", c->venue);
		if (c->year > 0)
			buffer_printf(out, "<td class=\"n\">%d</td>", c->year);
		else
			buffer_text(out, "<td></td>");
		page_number_cell(out, about->arena, (size_t)c->count);
		buffer_text(out, "</tr>\n");
	}
	buffer_text(out, "</tbody></table></div>\n");
}

static void
add_bins(struct buffer *out, const char *const *labels, const size_t *bins)
{
	buffer_text(out,
	    "<details><summary>As a table</summary><table>"
	    "<caption>Papers by number of citations</caption><thead><tr>"
	    "<th scope=\"col\">citations</th>"
	    "<th scope=\"col\" class=\"n\">papers</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < TALLY_BINS; i++)
		buffer_printf(out,
		    "<tr><th scope=\"row\">%s</th>"
		    "<td class=\"n\">%zu</td></tr>\n",
		    labels[i], bins[i]);
	buffer_text(out, "</tbody></table></details>\n");
}

void
report_write_citations(const struct about *about, struct buffer *out)
{
	static const char *const ranges[TALLY_BINS] = { "0", "1–2", "3–9", "10–29",
		"30–99", "100–299", "300–999", "1000–2999", "3000+" };
	static const char *const labels[TALLY_BINS] = { "0", "1+", "3+", "10+", "30+",
		"100+", "300+", "1000+", "3000+" };
	const struct tally *t = about->tally;
	int64_t median = tally_median(t);

	page_section(out, "citations", "Citations");
	if (median < 0) {
		buffer_text(out, "<p>No citation count is known.</p>\n");
	} else {
		buffer_printf(out,
		    "<p>Median %s; of %s papers no count is "
		    "known.</p>\n",
		    card_number(about->arena, (size_t)median),
		    card_number(about->arena, t->cited_unknown));
		page_svg_columns(out, "Papers by number of citations", labels,
		    t->cited_bins, TALLY_BINS);
		add_bins(out, ranges, t->cited_bins);
	}
	add_top(about, out);
	page_section_end(out);
}
