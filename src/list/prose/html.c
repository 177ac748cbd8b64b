/*
 * A block of raw HTML enters; its table rows, list items and headings leave in
 * the same pieces Markdown gives.
 */
#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "list/prose/inside.h"

enum { DEEPEST = 64 };

struct html {
	struct reader *reader;
	unsigned line; /* of the block's first line */
	/* The table at hand; do its first rows name the columns? */
	struct table_row *rows;
	size_t count;
	bool headed;
	/* How many of the rows below a cell of each column reaches into, and
	 * what it holds. */
	unsigned char spans[MOST_COLUMNS];
	struct pieces reaching[MOST_COLUMNS];
};

static struct pieces
pieces_of(struct html *html, const struct markup *node)
{
	return html_pieces(html->reader, node);
}

static unsigned
line_of(const struct html *html, const struct markup *node)
{
	return html->line + (node->line > 0 ? node->line - 1 : 0);
}

/* rowspan, colspan: 1 when absent or senseless. */
static unsigned
span_of(const struct markup *cell, const char *name)
{
	const char *text = markup_attribute(cell, name);
	unsigned span = 0;

	while (text != NULL && *text >= '0' && *text <= '9' && span < 100)
		span = span * 10 + (unsigned)(*text++ - '0');
	return span == 0 ? 1 : span > 255 ? 255 : span;
}

/* Places that a cell of a row above covers hold what it holds. */
static size_t
add_covered(struct html *html, struct pieces *cells, size_t count)
{
	while (count < MOST_COLUMNS && html->spans[count] > 0) {
		html->spans[count]--;
		cells[count] = html->reaching[count];
		cells[count++].above = true;
	}
	return count;
}

/* *header: each cell is <th>. */
static size_t
read_cells(
    struct html *html, const struct markup *row, struct pieces *cells, bool *header)
{
	size_t count = 0;

	*header = true;
	for (const struct markup *cell = row->child; cell != NULL && count < MOST_COLUMNS;
	     cell = cell->next) {
		unsigned down, right;
		if (cell->name == NULL || (!html_is(cell, "td") && !html_is(cell, "th")))
			continue;
		count = add_covered(html, cells, count);
		*header &= html_is(cell, "th");
		down = span_of(cell, "rowspan") - 1;
		right = span_of(cell, "colspan");
		for (unsigned i = 0; i < right && count < MOST_COLUMNS; i++) {
			html->spans[count] = (unsigned char)down;
			cells[count] = i == 0 ? pieces_of(html, cell)
					      : (struct pieces){ 0 };
			html->reaching[count] = cells[count];
			count++;
		}
	}
	return add_covered(html, cells, count);
}

static void
end_table(struct html *html)
{
	table_read(html->reader, html->rows, html->count, html->headed);
	html->rows = NULL;
	html->count = 0;
	html->headed = false;
}

static void
read_row(struct html *html, const struct markup *row)
{
	struct pieces cells[MOST_COLUMNS], *kept;
	bool header;
	size_t count = read_cells(html, row, cells, &header);
	unsigned line = line_of(html, row);

	if (count == 0)
		return;
	/* Of two rows of names the lower one says more. */
	if (header && html->headed && html->count == 1)
		html->count = 0;
	else if (header)
		end_table(html);
	html->headed |= header;
	kept = arena_alloc(html->reader->scratch, count * sizeof *kept);
	memcpy(kept, cells, count * sizeof *kept);
	html->rows = arena_push(
	    html->reader->scratch, html->rows, html->count, sizeof *html->rows);
	html->rows[html->count++] = (struct table_row){ kept, count, line, line };
}

/* The nested list of an item, when it only says more of it. */
static const struct markup *
nested_details(struct html *html, const struct markup *node, struct pieces *own)
{
	const struct markup *list = markup_child(node, "ul");
	struct pieces with = *own;

	if (list == NULL)
		list = markup_child(node, "ol");
	if (list == NULL)
		return NULL;
	for (const struct markup *sub = list->child; sub != NULL; sub = sub->next) {
		struct pieces inner;
		if (sub->name == NULL)
			continue;
		inner = pieces_of(html, sub);
		if (!item_is_detail(html->reader->scratch, &inner))
			return NULL;
		item_take_detail(html->reader->scratch, &with, &inner);
	}
	*own = with;
	return list;
}

static void
read_heading(struct html *html, const struct markup *node)
{
	struct pieces pieces = pieces_of(html, node);
	const char *text = pieces_text(html->reader->scratch, &pieces);

	/* In front of the first heading of Markdown they are a banner. */
	if (*text != '\0' && html->reader->headings[1] != NULL)
		reader_heading(html->reader, node->name[1] - '0', text);
}

/* <details><summary>Title</summary> … <a>paper</a></details>: what is folded
 * away says more of its summary. */
static bool
read_folded(struct html *html, const struct markup *node)
{
	const struct markup *summary = markup_child(node, "summary");
	struct arena *arena = html->reader->scratch;
	struct pieces own, folded;

	if (summary == NULL)
		return false;
	own = pieces_of(html, summary);
	if (item_leads_work(arena, &own))
		return item_read(
		    html->reader, &own, true, line_of(html, node), line_of(html, node));
	folded = pieces_of(html, node);
	if (!item_may_title(arena, &own) || !pieces_have_link(&folded))
		return false;
	for (size_t i = 0; i < folded.count; i++)
		if (folded.v[i].kind == PIECE_LINK && !folded.v[i].holds_image &&
		    !words_link_is_label(arena, &folded.v[i]))
			return false;
	item_take_detail(arena, &own, &folded);
	return item_read(
	    html->reader, &own, true, line_of(html, node), line_of(html, node));
}

/* <dl><dt>Title</dt><dd>… <a>paper</a></dd>…</dl>: each term with what is said of it. */
static void
read_terms(struct html *html, const struct markup *list)
{
	struct pieces own = { 0 };
	unsigned line = 0;

	for (const struct markup *node = list->child;; node = node->next) {
		bool term = node != NULL && node->name != NULL && html_is(node, "dt");
		struct pieces more;

		if ((node == NULL || term) && pieces_have_link(&own))
			item_read(html->reader, &own, true, line, line);
		if (node == NULL)
			return;
		if (term || (node->name != NULL && html_is(node, "dd"))) {
			more = pieces_of(html, node);
			if (term) {
				own = more;
				line = line_of(html, node);
				continue;
			}
			pieces_add(html->reader->scratch, &own,
			    (struct piece){ .text = "\n", .broken = true });
			for (size_t i = 0; i < more.count; i++)
				pieces_add(html->reader->scratch, &own, more.v[i]);
		}
	}
}

static void
walk(struct html *html, const struct markup *node, int depth)
{
	for (node = node->child; node != NULL && depth < DEEPEST; node = node->next) {
		if (node->name == NULL)
			continue;
		if (html_is(node, "tr")) {
			read_row(html, node);
			continue;
		}
		if (html_is(node, "dl"))
			read_terms(html, node);
		if (html_is(node, "table"))
			memset(html->spans, 0, sizeof html->spans);
		if (html_is(node, "details") && read_folded(html, node))
			continue;
		if (html_is(node, "li") || html_is(node, "p")) {
			struct pieces own = pieces_of(html, node);
			const struct markup *details = nested_details(html, node, &own);
			item_read(html->reader, &own, html_is(node, "li"),
			    line_of(html, node), line_of(html, node));
			if (details != NULL)
				continue;
		}
		if (strlen(node->name) == 2 && (node->name[0] | 32) == 'h' &&
		    node->name[1] >= '2' && node->name[1] <= '6')
			read_heading(html, node);
		walk(html, node, depth + 1);
		if (html_is(node, "table"))
			end_table(html);
	}
}

void
html_read(struct reader *reader, const char *text, unsigned line)
{
	static const char *const kept[] = { "<tr", "<li", "<h", "<p", "<summary", "<dt" };
	struct html html = { .reader = reader, .line = line };
	const struct markup *body;
	bool any = false;

	/* Most blocks are pictures and anchors: nothing to read. */
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
		any |= text_find_nocase(text, kept[i]) != NULL;
	if (!any || text_starts_nocase(text, "<!--"))
		return;
	body = markup_parse_html(reader->scratch, text, strlen(text));
	if (body != NULL)
		walk(&html, body, 0);
	end_table(&html);
}
