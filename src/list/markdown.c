/*
 * A slice of Markdown enters; headings, rows and items leave.  cmark-gfm's
 * door: no other file knows its nodes.
 */
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "list/inside.h"
#include "list/markdown.h"

enum { DEEPEST = 48 };

static unsigned
line_of(const struct reader *reader, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);

	return reader->base + (unsigned)(line > 0 ? line : 1);
}

static unsigned
last_line_of(const struct reader *reader, cmark_node *node)
{
	int line = cmark_node_get_end_line(node);
	unsigned first = line_of(reader, node);

	return line > 0 && reader->base + (unsigned)line > first
	    ? reader->base + (unsigned)line : first;
}

static struct pieces
pieces_of(struct reader *reader, cmark_node *parent)
{
	struct pieces pieces = { 0 };

	markdown_collect(reader->scratch, &pieces, parent);
	return pieces;
}

static void
read_table(struct reader *reader, cmark_node *table)
{
	struct columns columns = { 0 };
	bool header = true;

	for (cmark_node *row = cmark_node_first_child(table); row != NULL;
	     row = cmark_node_next(row)) {
		struct pieces cells[MOST_COLUMNS];
		size_t count = 0, filled = 0;
		for (cmark_node *cell = cmark_node_first_child(row);
		     cell != NULL && count < MOST_COLUMNS;
		     cell = cmark_node_next(cell)) {
			cells[count] = pieces_of(reader, cell);
			filled += cells[count++].count > 0;
		}
		if (header)
			columns = columns_read(reader->scratch, cells, count);
		else if (filled > 0)
			row_read(reader, &columns, cells, count,
			    line_of(reader, row));
		header = false;
	}
}

static void read_list(struct reader *, cmark_node *list, int depth);

static void
take_details(struct reader *reader, struct pieces *own, cmark_node *list)
{
	for (cmark_node *sub = cmark_node_first_child(list); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = pieces_of(reader, sub);
		item_take_detail(reader->scratch, own, &inner);
	}
}

/* The item's own text, and the nested items that only say more of it. */
static void
read_item(struct reader *reader, cmark_node *item, int depth)
{
	struct pieces own = { 0 };
	cmark_node *nested = NULL;
	bool had_text = false;

	for (cmark_node *child = cmark_node_first_child(item); child != NULL;
	     child = cmark_node_next(child)) {
		if (cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
			if (had_text)
				markdown_blank(reader->scratch, &own);
			markdown_collect(reader->scratch, &own, child);
			had_text = true;
		} else if (cmark_node_get_type(child) == CMARK_NODE_LIST) {
			bool details = had_text;
			for (cmark_node *sub = cmark_node_first_child(child);
			     sub != NULL && details;
			     sub = cmark_node_next(sub)) {
				struct pieces inner = pieces_of(reader, sub);
				details = item_is_detail(reader->scratch,
				    &inner);
			}
			if (details) {
				take_details(reader, &own, child);
			} else if (nested == NULL) {
				nested = child;
			}
		}
	}
	item_read(reader, &own, true, line_of(reader, item),
	    nested != NULL ? line_of(reader, item)
	                   : last_line_of(reader, item));
	for (; nested != NULL; nested = cmark_node_next(nested))
		if (cmark_node_get_type(nested) == CMARK_NODE_LIST)
			read_list(reader, nested, depth + 1);
}

static void
read_list(struct reader *reader, cmark_node *list, int depth)
{
	if (depth > DEEPEST)
		return;
	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item))
		read_item(reader, item, depth);
}

static void
read_heading(struct reader *reader, cmark_node *node)
{
	struct pieces pieces = pieces_of(reader, node);

	if (cmark_node_get_heading_level(node) > 1)
		item_read(reader, &pieces, false, line_of(reader, node),
		    line_of(reader, node));
	reader_heading(reader, cmark_node_get_heading_level(node),
	    pieces_text(reader->scratch, &pieces));
}

static void
read_block(struct reader *reader, cmark_node *node)
{
	struct pieces pieces;

	if (strcmp(cmark_node_get_type_string(node), "table") == 0) {
		read_table(reader, node);
		return;
	}
	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		read_heading(reader, node);
		break;
	case CMARK_NODE_LIST:
		read_list(reader, node, 0);
		break;
	case CMARK_NODE_PARAGRAPH:
		pieces = pieces_of(reader, node);
		item_read(reader, &pieces, false, line_of(reader, node),
		    last_line_of(reader, node));
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_read(reader, cmark_node_get_literal(node),
		    line_of(reader, node));
		break;
	default:
		break;
	}
}

static void
register_extensions(void)
{
	cmark_gfm_core_extensions_ensure_registered();
}

void
markdown_read(struct reader *reader, const char *bytes, size_t length)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	static const char *const names[]
	    = { "table", "autolink", "strikethrough" };
	cmark_parser *parser;
	cmark_node *document;

	pthread_once(&once, register_extensions);
	parser = cmark_parser_new(CMARK_OPT_UNSAFE);
	for (size_t i = 0; i < 3; i++) {
		cmark_syntax_extension *extension
		    = cmark_find_syntax_extension(names[i]);
		if (extension != NULL)
			cmark_parser_attach_syntax_extension(parser, extension);
	}
	cmark_parser_feed(parser, bytes, length);
	document = cmark_parser_finish(parser);
	for (cmark_node *node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node))
		read_block(reader, node);
	cmark_node_free(document);
	cmark_parser_free(parser);
}
