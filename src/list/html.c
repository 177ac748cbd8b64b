/*
 * A block of raw HTML enters; its table rows, list items and headings leave in
 * the same pieces Markdown gives.
 */
#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "list/inside.h"

enum { DEEPEST = 64 };

struct html {
	struct reader *reader;
	unsigned line;		/* of the block's first line */
	struct columns columns;
	bool in_table;
};

static bool
is(const struct markup *node, const char *name)
{
	return node->name != NULL && text_equal_nocase(node->name, name);
}

static void
collect(struct arena *arena, struct pieces *pieces, const struct markup *node,
    const char *link, bool strong, int depth)
{
	for (node = node->child; node != NULL && depth < DEEPEST;
	     node = node->next) {
		const char *href = link;
		if (node->name == NULL) {
			struct piece *last = pieces->count > 0
			    ? &pieces->v[pieces->count - 1] : NULL;
			if (link != NULL && last != NULL
			    && last->kind == PIECE_LINK && last->url == link) {
				last->text = arena_printf(arena, "%s%s",
				    last->text, node->text);
				continue;
			}
			pieces_add(arena, pieces, (struct piece){
			    link != NULL ? PIECE_LINK : PIECE_TEXT, strong,
			    false, node->text, link });
			continue;
		}
		if (is(node, "ul") || is(node, "ol") || is(node, "table"))
			continue;
		if (is(node, "br"))
			pieces_add(arena, pieces, (struct piece){ PIECE_TEXT,
			    strong, false, " ", NULL });
		if (is(node, "img")) {
			pieces_add(arena, pieces, (struct piece){ PIECE_IMAGE,
			    strong, false, markup_attribute(node, "alt"),
			    markup_attribute(node, "src") });
			continue;
		}
		if (is(node, "a") && markup_attribute(node, "href") != NULL) {
			href = markup_attribute(node, "href");
			if (node->child != NULL && is(node->child, "img"))
				pieces_add(arena, pieces, (struct piece){
				    PIECE_LINK, strong, true, "", href });
		}
		collect(arena, pieces, node, href,
		    strong || is(node, "b") || is(node, "strong"), depth + 1);
	}
}

static unsigned
line_of(const struct html *html, const struct markup *node)
{
	return html->line + (node->line > 0 ? node->line - 1 : 0);
}

static void
read_row(struct html *html, const struct markup *row)
{
	struct pieces cells[MOST_COLUMNS];
	size_t count = 0;
	bool header = false;

	memset(cells, 0, sizeof cells);
	for (const struct markup *cell = row->child;
	     cell != NULL && count < MOST_COLUMNS; cell = cell->next) {
		if (cell->name == NULL || (!is(cell, "td") && !is(cell, "th")))
			continue;
		header |= is(cell, "th");
		collect(html->reader->scratch, &cells[count++], cell, NULL,
		    false, 0);
	}
	if (count == 0)
		return;
	if (header || html->columns.count == 0) {
		html->columns
		    = columns_read(html->reader->scratch, cells, count);
		/* A first row of <td> that names no columns is a row. */
		if (header || html->columns.known)
			return;
	}
	row_read(html->reader, &html->columns, cells, count,
	    line_of(html, row));
}

static void
walk(struct html *html, const struct markup *node, int depth)
{
	for (node = node->child; node != NULL && depth < DEEPEST;
	     node = node->next) {
		struct pieces pieces = { 0 };
		if (node->name == NULL)
			continue;
		if (is(node, "tr")) {
			read_row(html, node);
			continue;
		}
		if (is(node, "table"))
			html->columns = (struct columns){ 0 };
		if (is(node, "li")) {
			collect(html->reader->scratch, &pieces, node, NULL,
			    false, 0);
			item_read(html->reader, &pieces, true,
			    line_of(html, node), line_of(html, node));
		}
		if (strlen(node->name) == 2 && (node->name[0] | 32) == 'h'
		    && node->name[1] >= '2' && node->name[1] <= '6'
		    && html->reader->headings[1] != NULL) {
			collect(html->reader->scratch, &pieces, node, NULL,
			    false, 0);
			const char *text = pieces_text(html->reader->scratch,
			    &pieces);
			if (*text != '\0')
				reader_heading(html->reader,
				    node->name[1] - '0', text);
		}
		walk(html, node, depth + 1);
	}
}

void
html_read(struct reader *reader, const char *text, unsigned line)
{
	struct html html = { .reader = reader, .line = line };
	const struct markup *body;

	/* Most blocks are pictures and anchors: nothing to read. */
	if (text_starts_nocase(text, "<!--")
	    || (text_find_nocase(text, "<tr") == NULL
	        && text_find_nocase(text, "<li") == NULL
	        && text_find_nocase(text, "<h") == NULL))
		return;
	body = markup_parse_html(reader->scratch, text, strlen(text));
	if (body != NULL)
		walk(&html, body, 0);
}
