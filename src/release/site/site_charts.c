/* What was counted enters, the figures leave: SVG, each with its numbers as a table. */
#include "base/buffer.h"
#include "release/report/page.h"
#include "release/site/site.h"
#include "release/text/escape.h"

enum { WIDTH = 640, LEFT = 44, TOP = 12, BOTTOM = 200, HEIGHT = 228 };

static void
begin_svg(struct buffer *out, const char *title)
{
	buffer_printf(
	    out, "<svg role=\"img\" viewBox=\"0 0 %d %d\"><title>", WIDTH, HEIGHT);
	escape_html(out, title);
	buffer_text(out, "</title>\n");
}

static void
begin_table(struct buffer *out, const char *caption, const char *const *heads)
{
	buffer_printf(out,
	    "<details><summary>As a table</summary><section class=\"scroll\" "
	    "tabindex=\"0\" "
	    "aria-label=\"%s\"><table><caption>%s</caption><thead><tr>",
	    caption, caption);
	for (size_t i = 0; heads[i] != NULL; i++)
		buffer_printf(out, "<th scope=\"col\"%s>%s</th>",
		    i == 0 ? "" : " class=\"n\"", heads[i]);
	buffer_text(out, "</tr></thead><tbody>\n");
}

static void
end_table(struct buffer *out)
{
	buffer_text(out, "</tbody></table></section></details>\n");
}

/*
 * The years that are shown: from where all but a fortieth of the works lie, and at
 * least eight.  What is older is counted with the first.
 */
static size_t
first_year(const struct site_counts *c)
{
	size_t first = 0, whole = 0, before = 0;

	for (size_t i = 0; i < SITE_YEARS; i++)
		whole += c->by_year[i][0] + c->by_year[i][1];
	while (first + 8 < SITE_YEARS) {
		before += c->by_year[first][0] + c->by_year[first][1];
		if (before * 40 > whole)
			break;
		first++;
	}
	return first;
}

/* With what is older in it, where it is the first. */
static size_t
works_at(const struct site_counts *c, size_t at, size_t first, size_t which)
{
	size_t works = c->by_year[at][which];

	for (size_t i = 0; at == first && i < first; i++)
		works += c->by_year[i][which];
	return works;
}

static size_t
cited_at(const struct site_counts *c, size_t at, size_t first, size_t bin)
{
	size_t papers = c->cited[at][bin];

	for (size_t i = 0; at == first && i < first; i++)
		papers += c->cited[i][bin];
	return papers;
}

static int
year_at(const struct site_counts *c, size_t at)
{
	return c->last_year - SITE_YEARS + 1 + (int)at;
}

static void
add_grid(struct buffer *out, size_t largest)
{
	for (size_t i = 0; i <= 2; i++) {
		int y = BOTTOM - (int)i * (BOTTOM - TOP) / 2;

		buffer_printf(
		    out, "<path class=\"axis\" d=\"M%d %d.5H%d\"/>", LEFT, y, WIDTH);
		buffer_printf(out, "<text class=\"end\" x=\"%d\" y=\"%d\">%zu</text>\n",
		    LEFT - 6, y + 4, largest * i / 2);
	}
}

/* Below each year, or so many of them that they have room. */
static void
add_year_labels(struct buffer *out, const struct site_counts *c, size_t first)
{
	size_t shown = SITE_YEARS - first, step = shown > 24 ? 5 : shown > 12 ? 2 : 1;
	int width = (WIDTH - LEFT) / (int)shown;

	for (size_t i = first; i < SITE_YEARS; i++)
		if ((SITE_YEARS - 1 - i) % step == 0)
			buffer_printf(out, "<text x=\"%d\" y=\"%d\">%d</text>\n",
			    LEFT + (int)(i - first) * width + width / 2, HEIGHT - 8,
			    year_at(c, i));
}

static void
add_years(const struct site_counts *c, struct buffer *out)
{
	static const char *const heads[] = { "year", "papers", "others", NULL };
	size_t first = first_year(c), largest = 2;
	int width = (WIDTH - LEFT) / (int)(SITE_YEARS - first);

	for (size_t i = first; i < SITE_YEARS; i++)
		if (works_at(c, i, first, 0) + works_at(c, i, first, 1) > largest)
			largest = works_at(c, i, first, 0) + works_at(c, i, first, 1);
	page_figure(out, "Works by year",
	    "<span class=\"dot c1\"></span>papers <span class=\"dot c2\"></span>models, "
	    "data, code and pages");
	begin_svg(out, "Works by year");
	add_grid(out, largest);
	for (size_t i = first; i < SITE_YEARS; i++) {
		int papers = (int)(works_at(c, i, first, 0) * (BOTTOM - TOP) / largest);
		int others = (int)(works_at(c, i, first, 1) * (BOTTOM - TOP) / largest);
		int x = LEFT + (int)(i - first) * width + width / 8;

		if (papers + others == 0)
			continue;
		buffer_printf(out, "<g><title>%d: %zu papers, %zu others</title>",
		    year_at(c, i), works_at(c, i, first, 0), works_at(c, i, first, 1));
		buffer_printf(out,
		    "<rect class=\"c1\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
		    x, BOTTOM - papers, width - width / 4, papers);
		buffer_printf(out,
		    "<rect class=\"c2\" x=\"%d\" y=\"%d\" width=\"%d\" "
		    "height=\"%d\"/></g>\n",
		    x, BOTTOM - papers - others, width - width / 4, others);
	}
	add_year_labels(out, c, first);
	buffer_text(out, "</svg>\n");
	begin_table(out, "Works by year", heads);
	for (size_t i = SITE_YEARS; i-- > first;)
		if (works_at(c, i, first, 0) + works_at(c, i, first, 1) > 0)
			buffer_printf(out,
			    "<tr><th scope=\"row\">%d%s</th><td class=\"n\">%zu</td>"
			    "<td class=\"n\">%zu</td></tr>\n",
			    year_at(c, i), i == first ? " and before" : "",
			    works_at(c, i, first, 0), works_at(c, i, first, 1));
	end_table(out);
	buffer_text(out, "</figure>\n");
}

static const char *const bins[SITE_BINS] = { "0", "1–2", "3–9", "10–29", "30–99",
	"100–299", "300–999", "1,000–2,999", "3,000+" };
static const char *const lows[SITE_BINS] = { "0", "1", "3", "10", "30", "100", "300",
	"1,000", "3,000" };

/* An area is as large as the number of papers; the largest has a radius of 13. */
static int
radius_of(size_t count, size_t largest)
{
	int radius = 1;

	while (
	    radius < 13 && (size_t)((radius + 1) * (radius + 1)) * largest <= count * 169)
		radius++;
	return radius < 3 ? 3 : radius;
}

static void
add_bubbles(const struct site_counts *c, size_t first, struct buffer *out)
{
	size_t largest = 1;
	int width = (WIDTH - LEFT) / (int)(SITE_YEARS - first);
	int step = (BOTTOM - TOP) / SITE_BINS;

	for (size_t i = first; i < SITE_YEARS; i++)
		for (size_t b = 0; b < SITE_BINS; b++)
			if (cited_at(c, i, first, b) > largest)
				largest = cited_at(c, i, first, b);
	for (size_t b = 0; b < SITE_BINS; b++) {
		int y = BOTTOM - (int)b * step - step / 2;

		buffer_printf(
		    out, "<path class=\"axis\" d=\"M%d %d.5H%d\"/>", LEFT, y, WIDTH);
		buffer_printf(out, "<text class=\"end\" x=\"%d\" y=\"%d\">%s</text>\n",
		    LEFT - 6, y + 4, lows[b]);
	}
	for (size_t i = first; i < SITE_YEARS; i++)
		for (size_t b = 0; b < SITE_BINS; b++)
			if (cited_at(c, i, first, b) > 0)
				buffer_printf(out,
				    "<circle class=\"c1 dim\" cx=\"%d\" cy=\"%d\" "
				    "r=\"%d\"><title>%d: %zu paper%s cited %s "
				    "times</title></circle>\n",
				    LEFT + (int)(i - first) * width + width / 2,
				    BOTTOM - (int)b * step - step / 2,
				    radius_of(cited_at(c, i, first, b), largest),
				    year_at(c, i), cited_at(c, i, first, b),
				    cited_at(c, i, first, b) == 1 ? "" : "s", bins[b]);
}

static void
add_cited(const struct site_counts *c, struct buffer *out)
{
	static const char *const heads[] = { "year", "0", "1–2", "3–9", "10–29", "30–99",
		"100–299", "300–999", "1,000–2,999", "3,000+", NULL };
	size_t first = first_year(c);

	page_figure(out, "Citations by year",
	    "A circle is the papers of a year that are cited so often; its area their "
	    "number");
	begin_svg(out, "Citations by year of the paper");
	add_bubbles(c, first, out);
	add_year_labels(out, c, first);
	buffer_text(out, "</svg>\n");
	begin_table(out, "Papers by year and citations", heads);
	for (size_t i = SITE_YEARS; i-- > first;) {
		buffer_printf(out, "<tr><th scope=\"row\">%d</th>", year_at(c, i));
		for (size_t b = 0; b < SITE_BINS; b++)
			buffer_printf(
			    out, "<td class=\"n\">%zu</td>", cited_at(c, i, first, b));
		buffer_text(out, "</tr>\n");
	}
	end_table(out);
	buffer_text(out, "</figure>\n");
}

void
site_charts(struct site *site, const struct about *about, struct buffer *out)
{
	if (site->count == 0)
		return;
	buffer_text(out,
	    "<section id=\"figures\" class=\"figures\" aria-labelledby=\"f\">\n<h2 "
	    "id=\"f\">Figures</h2>\n");
	add_years(&site->counts, out);
	add_cited(&site->counts, out);
	site_shares(site, about, out);
	buffer_text(out, "</section>\n");
}
