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
#include "base/markup.h"
#include "base/text.h"
#include "list/inside.h"

enum { DEEPEST = 48 };

/* State while the inlines of an item are collected. */
struct collecting {
	struct arena *arena;
	struct pieces *pieces;
	bool strong;
	const char *link;	/* inside a link: its URL */
	const char *html_link;	/* inside <a href>: its URL */
};

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

static void
add_text(struct collecting *state, const char *text)
{
	const char *link = state->link != NULL ? state->link
	                                       : state->html_link;
	struct pieces *pieces = state->pieces;

	/* A label comes in several nodes: one piece all the same. */
	if (link != NULL && pieces->count > 0
	    && pieces->v[pieces->count - 1].kind == PIECE_LINK
	    && pieces->v[pieces->count - 1].url == link) {
		struct piece *last = &pieces->v[pieces->count - 1];
		last->text = arena_printf(state->arena, "%s%s", last->text,
		    text);
		return;
	}
	pieces_add(state->arena, pieces, (struct piece){
	    link != NULL ? PIECE_LINK : PIECE_TEXT, state->strong, false,
	    arena_text(state->arena, text), link });
}

/* Inline HTML: <br> is a blank, <a href> a link, <img> an image. */
static void
add_html(struct collecting *state, const char *html)
{
	const struct markup *body, *tag;

	if (text_starts_nocase(html, "<br")) {
		add_text(state, " ");
		return;
	}
	if (text_starts_nocase(html, "</a")) {
		state->html_link = NULL;
		return;
	}
	if (!text_starts_nocase(html, "<a ")
	    && !text_starts_nocase(html, "<img "))
		return;
	body = markup_parse_html(state->arena, html, strlen(html));
	tag = markup_child(body, "a");
	if (tag != NULL && markup_attribute(tag, "href") != NULL) {
		state->html_link = arena_text(state->arena,
		    markup_attribute(tag, "href"));
		return;
	}
	tag = markup_child(body, "img");
	if (tag != NULL)
		pieces_add(state->arena, state->pieces, (struct piece){
		    PIECE_IMAGE, state->strong, false,
		    markup_attribute(tag, "alt"),
		    markup_attribute(tag, "src") });
}

static void
add_image(struct collecting *state, cmark_node *node)
{
	cmark_node *alt = cmark_node_first_child(node);
	const char *text = alt != NULL ? cmark_node_get_literal(alt) : NULL;

	pieces_add(state->arena, state->pieces, (struct piece){ PIECE_IMAGE,
	    state->strong, false, arena_text(state->arena, text),
	    arena_text(state->arena, cmark_node_get_url(node)) });
}

static bool
is_image_only(cmark_node *link)
{
	cmark_node *child = cmark_node_first_child(link);

	return child != NULL && cmark_node_get_type(child) == CMARK_NODE_IMAGE
	    && cmark_node_next(child) == NULL;
}

static void collect(struct collecting *, cmark_node *parent, int depth);

static void
add_link(struct collecting *state, cmark_node *node, int depth)
{
	char *url = arena_text(state->arena, cmark_node_get_url(node));

	if (is_image_only(node)) {
		/* A badge that can be clicked: where it leads, what it shows. */
		pieces_add(state->arena, state->pieces, (struct piece){
		    PIECE_LINK, state->strong, true, "", url });
		add_image(state, cmark_node_first_child(node));
		return;
	}
	state->link = url;
	if (cmark_node_first_child(node) == NULL)
		add_text(state, "");
	collect(state, node, depth + 1);
	state->link = NULL;
}

static void
collect_one(struct collecting *state, cmark_node *node, int depth)
{
	bool strong = state->strong;

	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		add_text(state, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		add_text(state, " ");
		break;
	case CMARK_NODE_HTML_INLINE:
		add_html(state, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_IMAGE:
		add_image(state, node);
		break;
	case CMARK_NODE_LINK:
		add_link(state, node, depth);
		break;
	case CMARK_NODE_STRONG:
		state->strong = true;
		collect(state, node, depth + 1);
		state->strong = strong;
		break;
	default:
		collect(state, node, depth + 1);
		break;
	}
}

static void
collect(struct collecting *state, cmark_node *parent, int depth)
{
	if (depth > DEEPEST)
		return;
	for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
	     node = cmark_node_next(node))
		collect_one(state, node, depth);
}

static struct pieces
pieces_of(struct reader *reader, cmark_node *parent)
{
	struct pieces pieces = { 0 };
	struct collecting state
	    = { .arena = reader->scratch, .pieces = &pieces };

	collect(&state, parent, 0);
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

/* The item's own text, and the nested items that only say more of it. */
static void
read_item(struct reader *reader, cmark_node *item, int depth)
{
	struct pieces own = { 0 };
	struct collecting state
	    = { .arena = reader->scratch, .pieces = &own };
	cmark_node *nested = NULL;
	bool had_text = false;

	for (cmark_node *child = cmark_node_first_child(item); child != NULL;
	     child = cmark_node_next(child)) {
		if (cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
			if (had_text)
				add_text(&state, " ");
			collect(&state, child, 0);
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
				add_text(&state, " ");
				collect(&state, child, 0);
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
