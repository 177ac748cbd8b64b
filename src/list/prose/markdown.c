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

/* Levels of what is no heading: a bold line; words without a mark. */
enum { BOLD = 7, PLAIN = 8 };

/* All of it is bold, and it links nothing: the next title. */
static bool
is_bold(const struct pieces *pieces)
{
	bool bold = pieces->count > 0;

	for (size_t i = 0; i < pieces->count; i++)
		bold &= pieces->v[i].kind == PIECE_TEXT &&
		    (pieces->v[i].strong || text_is_blank(pieces->v[i].text));
	return bold;
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
	struct pieces pieces = markdown_pieces(reader, node);
	const char *text = pieces_text(reader->scratch, &pieces);

	candidate->level = 0;
	if (pieces_have_link(&pieces) || level == 1 ||
	    words_is_generic(reader->scratch, text) ||
	    (words_count(text) < TITLE_WORDS &&
		words_name(reader->scratch, text) == NULL))
		return;
	*candidate = (struct candidate){ pieces, markdown_line(reader, node),
		markdown_last_line(reader, node), level };
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
	own = level <= 6 ? reader->headings[level] : NULL;
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
		pieces = markdown_pieces(reader, node);
		if (candidate->level == PLAIN || is_bold(&pieces) ||
		    (pieces_have_link(&candidate->pieces) &&
			item_may_title(reader->scratch, &pieces)) ||
		    !item_is_detail(reader->scratch, &pieces))
			return false;
		item_take_detail(reader->scratch, &candidate->pieces, &pieces);
	} else if (cmark_node_get_type(node) == CMARK_NODE_LIST &&
	    markdown_all_details(reader, node)) {
		markdown_take_details(reader, &candidate->pieces, node);
	} else {
		return false;
	}
	candidate->last_line = markdown_last_line(reader, node);
	return true;
}

static void
read_heading(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces = markdown_pieces(reader, node);
	int level = cmark_node_get_heading_level(node);

	/* "### [ITK-SNAP](url)": all of it is one link. */
	if (level > 1)
		item_read(reader, &pieces,
		    level > 2 && pieces.count == 1 && pieces.v[0].kind == PIECE_LINK &&
			!words_is_url(pieces.v[0].text),
		    markdown_line(reader, node), markdown_line(reader, node));
	reader_heading(reader, level, pieces_text(reader->scratch, &pieces));
	open_candidate(reader, candidate, node, level);
}

static void
read_paragraph(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces = markdown_pieces(reader, node);
	bool bold = pieces.count > 0;
	bool entry = item_read(reader, &pieces, false, markdown_line(reader, node),
	    markdown_last_line(reader, node));

	for (size_t i = 0; i < pieces.count; i++)
		bold &= pieces.v[i].strong || text_is_blank(pieces.v[i].text);
	if (bold)
		open_candidate(reader, candidate, node, BOLD);
	/* "A Title of Some Words⏎- Paper: …⏎- Code: …" */
	else if (!entry && item_may_title(reader->scratch, &pieces))
		open_candidate(reader, candidate, node, PLAIN);
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
		markdown_read_list(reader, node, 0);
		break;
	case CMARK_NODE_PARAGRAPH:
		read_paragraph(reader, candidate, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html_read(
		    reader, cmark_node_get_literal(node), markdown_line(reader, node));
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
