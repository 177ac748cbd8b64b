/*
 * A slice of Markdown enters; headings, rows and items leave.  cmark-gfm's
 * door: no other file knows its nodes.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

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
	    ? reader->base + (unsigned)line
	    : first;
}

static struct pieces
pieces_of(struct reader *reader, cmark_node *parent)
{
	struct pieces pieces = { 0 };

	markdown_collect(reader->scratch, &pieces, parent);
	labels_mark(reader->labels, reader->scratch, &pieces);
	return pieces;
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

static bool
all_details(struct reader *reader, cmark_node *list)
{
	for (cmark_node *sub = cmark_node_first_child(list); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = pieces_of(reader, sub);
		if (!item_is_detail(reader->scratch, &inner))
			return false;
	}
	return true;
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
			if (had_text && all_details(reader, child))
				take_details(reader, &own, child);
			else if (nested == NULL)
				nested = child;
		}
	}
	labels_mark(reader->labels, reader->scratch, &own);
	item_read(reader, &own, true, line_of(reader, item),
	    nested != NULL ? line_of(reader, item) : last_line_of(reader, item));
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

/* A heading or bold line that may turn out to be an entry: what follows says
 * so, when it is nothing but [paper] and [code] and people. */
struct candidate {
	struct pieces pieces;
	unsigned line, last_line;
	int level; /* of the heading; 0: none is open */
};

static void
open_candidate(
    struct reader *reader, struct candidate *candidate, cmark_node *node, int level)
{
	struct pieces pieces = pieces_of(reader, node);
	const char *text = pieces_text(reader->scratch, &pieces);

	candidate->level = 0;
	if (pieces_have_link(&pieces) || level == 1 ||
	    words_is_generic(reader->scratch, text) ||
	    (words_count(text) < TITLE_WORDS &&
		words_name(reader->scratch, text) == NULL))
		return;
	*candidate = (struct candidate){ pieces, line_of(reader, node),
		last_line_of(reader, node), level };
}

static void
close_candidate(struct reader *reader, struct candidate *candidate)
{
	int level = candidate->level;
	const char *own;

	if (level == 0)
		return;
	candidate->level = 0;
	if (!item_has_work(reader->scratch, &candidate->pieces))
		return;
	/* It is not a section of its own. */
	own = reader->headings[level];
	if (level <= 6)
		reader->headings[level] = NULL;
	item_read(
	    reader, &candidate->pieces, true, candidate->line, candidate->last_line);
	if (level <= 6)
		reader->headings[level] = own;
}

/* The block only says more of the candidate: taken. */
static bool
take_block(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces;

	if (candidate->level == 0)
		return false;
	if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
		pieces = pieces_of(reader, node);
		if (!item_is_detail(reader->scratch, &pieces))
			return false;
		item_take_detail(reader->scratch, &candidate->pieces, &pieces);
	} else if (cmark_node_get_type(node) == CMARK_NODE_LIST &&
	    all_details(reader, node)) {
		take_details(reader, &candidate->pieces, node);
	} else {
		return false;
	}
	candidate->last_line = last_line_of(reader, node);
	return true;
}

static void
read_heading(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces = pieces_of(reader, node);
	int level = cmark_node_get_heading_level(node);

	/* "### [ITK-SNAP](url)": all of it is one link. */
	if (level > 1)
		item_read(reader, &pieces,
		    level > 2 && pieces.count == 1 && pieces.v[0].kind == PIECE_LINK &&
			!words_is_url(pieces.v[0].text),
		    line_of(reader, node), line_of(reader, node));
	reader_heading(reader, level, pieces_text(reader->scratch, &pieces));
	open_candidate(reader, candidate, node, level);
}

static void
read_paragraph(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces = pieces_of(reader, node);
	bool bold = pieces.count > 0;

	item_read(
	    reader, &pieces, false, line_of(reader, node), last_line_of(reader, node));
	for (size_t i = 0; i < pieces.count; i++)
		bold &= pieces.v[i].strong || text_is_blank(pieces.v[i].text);
	if (bold)
		open_candidate(reader, candidate, node, 7);
}

static void
read_block(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	if (take_block(reader, candidate, node))
		return;
	close_candidate(reader, candidate);
	if (strcmp(cmark_node_get_type_string(node), "table") == 0) {
		markdown_read_table(reader, node);
		return;
	}
	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		read_heading(reader, candidate, node);
		break;
	case CMARK_NODE_LIST:
		read_list(reader, node, 0);
		break;
	case CMARK_NODE_PARAGRAPH:
		read_paragraph(reader, candidate, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_read(reader, cmark_node_get_literal(node), line_of(reader, node));
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
	static const char *const names[] = { "table", "autolink", "strikethrough" };
	struct candidate candidate = { .level = 0 };
	cmark_parser *parser;
	cmark_node *document;

	pthread_once(&once, register_extensions);
	parser = cmark_parser_new(CMARK_OPT_UNSAFE);
	for (size_t i = 0; i < 3; i++) {
		cmark_syntax_extension *extension = cmark_find_syntax_extension(names[i]);
		if (extension != NULL)
			cmark_parser_attach_syntax_extension(parser, extension);
	}
	cmark_parser_feed(parser, bytes, length);
	document = cmark_parser_finish(parser);
	for (cmark_node *node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node))
		read_block(reader, &candidate, node);
	close_candidate(reader, &candidate);
	cmark_node_free(document);
	cmark_parser_free(parser);
}
