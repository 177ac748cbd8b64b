/* Texts and numbers enter, escaped HTML and SVG leave. */
#include "release/report/page.h"

#include "base/buffer.h"
#include "base/text.h"
#include "release/about/about.h"
#include "release/text/escape.h"

void
page_section(struct buffer *out, const char *id, const char *heading)
{
	buffer_printf(out, "<section id=\"%s\">\n<h2>%s</h2>\n", id, heading);
}

void
page_section_end(struct buffer *out)
{
	buffer_text(out, "</section>\n");
}

void
page_element(struct buffer *out, const char *tag, const char *class, const char *text)
{
	if (class == NULL)
		buffer_printf(out, "<%s>", tag);
	else
		buffer_printf(out, "<%s class=\"%s\">", tag, class);
	escape_html(out, text);
	buffer_printf(out, "</%s>", tag);
}

void
page_figure(struct buffer *out, const char *caption, const char *note)
{
	buffer_printf(out, "<figure>\n<figcaption><h3>%s</h3><p>%s</p></figcaption>\n",
	    caption, note);
}

void
page_number_cell(struct buffer *out, struct arena *arena, size_t number)
{
	buffer_printf(out, "<td class=\"n\">%s</td>", card_number(arena, number));
}

/* Blanks and quotes would end the attribute or make it an invalid URL. */
static void
add_href(struct buffer *out, const char *url)
{
	for (; *url != '\0'; url++) {
		unsigned char c = (unsigned char)*url;

		if (c <= 0x20 || c >= 0x7f || c == '"' || c == '<' || c == '>' ||
		    c == '\\' || c == '^' || c == '`' || c == '{' || c == '|' ||
		    c == '}' || c == '[' || c == ']')
			buffer_printf(out, "%%%02X", c);
		else if (c == '&')
			buffer_text(out, "&amp;");
		else if (c == '\'')
			buffer_text(out, "%27");
		else
			buffer_char(out, *url);
	}
}

void
page_link(struct buffer *out, const char *url, const char *text)
{
	bool is_web = url != NULL &&
	    (text_starts_nocase(url, "http://") || text_starts_nocase(url, "https://"));

	if (is_web) {
		buffer_text(out, "<a href=\"");
		add_href(out, url);
		buffer_text(out, "\" rel=\"noreferrer\">");
	}
	escape_html(out, text);
	if (is_web)
		buffer_text(out, "</a>");
}

/* Thousandths, so that no floating point is printed. */
static size_t
share(size_t part, size_t whole)
{
	return whole == 0 ? 0 : part * 1000 / whole;
}

static void
begin_stretched(struct buffer *out, const char *title)
{
	buffer_text(out,
	    "<svg class=\"bar\" role=\"img\" viewBox=\"0 0 1000 "
	    "10\" preserveAspectRatio=\"none\"><title>");
	escape_html(out, title);
	buffer_text(out, "</title>");
}

void
page_svg_bar(
    struct buffer *out, const char *title, const struct bar_part *parts, size_t count)
{
	size_t whole = 0, before = 0;

	for (size_t i = 0; i < count; i++)
		whole += parts[i].count;
	begin_stretched(out, title);
	if (whole == 0)
		buffer_text(out,
		    "<rect class=\"c0\" width=\"1000\" "
		    "height=\"10\"/>");
	for (size_t i = 0; i < count; i++) {
		size_t from = share(before, whole);
		size_t to = share(before + parts[i].count, whole);

		before += parts[i].count;
		if (parts[i].count > 0)
			buffer_printf(out,
			    "<rect class=\"%s\" x=\"%zu\" "
			    "width=\"%zu\" height=\"10\"/>",
			    parts[i].class, from, to > from ? to - from : 1);
	}
	buffer_text(out, "</svg>");
}

void
page_svg_value(struct buffer *out, const char *title, size_t value, size_t largest)
{
	begin_stretched(out, title);
	buffer_printf(out,
	    "<rect class=\"c1\" width=\"%zu\" "
	    "height=\"10\"/></svg>",
	    value > 0 && share(value, largest) == 0 ? 1 : share(value, largest));
}

void
page_svg_columns(struct buffer *out, const char *title, const char *const *labels,
    const size_t *values, size_t count)
{
	size_t largest = 1, width = 640 / count;

	for (size_t i = 0; i < count; i++)
		if (values[i] > largest)
			largest = values[i];
	buffer_text(out,
	    "<svg class=\"columns\" role=\"img\" viewBox=\"0 0 "
	    "640 190\"><title>");
	escape_html(out, title);
	buffer_text(out, "</title><path class=\"axis\" d=\"M0 160.5H640\"/>");
	for (size_t i = 0; i < count; i++) {
		size_t height = values[i] * 130 / largest;
		size_t x = i * width, middle = x + width / 2;

		if (values[i] > 0 && height < 2)
			height = 2;
		if (values[i] > 0)
			buffer_printf(out,
			    "<rect class=\"c1\" x=\"%zu\" "
			    "y=\"%zu\" width=\"%zu\" height=\"%zu\" rx=\"2\"/>",
			    x + 6, 160 - height, width - 12, height);
		buffer_printf(out, "<text x=\"%zu\" y=\"%zu\">%zu</text>", middle,
		    154 - height, values[i]);
		buffer_printf(out,
		    "<text class=\"label\" x=\"%zu\" "
		    "y=\"180\">%s</text>",
		    middle, labels[i]);
	}
	buffer_text(out, "</svg>\n");
}

void
page_svg_legend(struct buffer *out, const struct bar_part *parts, size_t count)
{
	buffer_text(out, "<ul class=\"legend\">");
	for (size_t i = 0; i < count; i++) {
		buffer_printf(out, "<li><span class=\"dot %s\"></span>", parts[i].class);
		escape_html(out, parts[i].label);
		buffer_text(out, "</li>");
	}
	buffer_text(out, "</ul>\n");
}
