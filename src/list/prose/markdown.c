/*
 * A slice of Markdown enters; headings, rows and items leave.  cmark-gfm's
 * door: no other file knows its nodes.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* "### [ITK-SNAP](url)": all of it is one link; "#### ACL 2019: [A Title of Words](url)":
 * a title, beside where and when. */
static bool
is_linked_title(const struct pieces *pieces)
{
	const struct piece *link = NULL;
	size_t beside = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && link != NULL)
			return false;
		if (piece->kind == PIECE_LINK)
			link = piece;
		else
			beside += words_count(piece->text);
	}
	return link != NULL && !words_is_url(link->text) &&
	    (beside == 0 ||
		(beside < TITLE_WORDS && words_count(link->text) > TITLE_WORDS));
}

static void
read_heading(struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces = markdown_pieces(reader, node);
	int level = cmark_node_get_heading_level(node);
	bool entry;

	/* The one before it, and what stood below that, are over. */
	for (int below = level; below <= 6; below++)
		reader->headings[below] = NULL;
	entry = level > 1 &&
	    item_read(reader, &pieces, level > 2 && is_linked_title(&pieces),
		markdown_line(reader, node), markdown_line(reader, node));

	reader_heading(reader, level, pieces_text(reader->scratch, &pieces));
	markdown_candidate_open(reader, candidate, node, level);
	if (entry && candidate->level == 0)
		candidate->level = CANDIDATE_READ;
}

static void
read_paragraph(struct reader *reader, struct candidate *candidate,
    const struct blocks *blocks, size_t at)
{
	cmark_node *node = blocks->v[at].node;
	struct pieces pieces = markdown_pieces(reader, node), block = { 0 };
	bool bold = pieces.count > 0;
	bool entry;

	/* "A Title of Some Words⏎Project: <u>" */
	item_take_block(reader->scratch, &block, &pieces);
	entry = markdown_read_lines(reader, node) ||
	    item_read(reader, &block, false, markdown_line(reader, node),
		markdown_last_line(reader, node)) ||
	    markdown_read_alike(reader, blocks, at);

	for (size_t i = 0; i < pieces.count; i++)
		bold &= pieces.v[i].strong || text_is_blank(pieces.v[i].text);
	if (entry)
		candidate->level = CANDIDATE_READ;
	else if (bold)
		markdown_candidate_open(reader, candidate, node, CANDIDATE_BOLD);
	/* "A Title of Some Words⏎- Paper: …⏎- Code: …" */
	else if (!entry && item_may_title(reader->scratch, &pieces))
		markdown_candidate_open(reader, candidate, node, CANDIDATE_PLAIN);
}

/* A picture between a title and what says more of it. */
static bool
is_picture(cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);

	return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK && html != NULL &&
	    text_starts_nocase(html, "<img ") && strchr(html + 1, '<') == NULL;
}

static void
read_block(struct reader *reader, struct candidate *candidate,
    const struct blocks *blocks, size_t at)
{
	const struct block *block = &blocks->v[at];
	cmark_node *node = block->node;

	if (block->part == PART_BELONGS) {
		markdown_entry_add(reader, candidate, block);
		return;
	}
	if (block->part == PART_BEGINS && block->form != BLOCK_HEADING) {
		markdown_candidate_close(reader, candidate);
		markdown_entry_begin(reader, candidate, block);
		return;
	}
	if ((candidate->level != 0 && is_picture(node)) ||
	    markdown_candidate_take(reader, candidate, node))
		return;
	markdown_candidate_close(reader, candidate);
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
		read_paragraph(reader, candidate, blocks, at);
		break;
	case CMARK_NODE_CODE_BLOCK:
		reader->manual += !reader_is_closed(reader);
		break;
	case CMARK_NODE_HTML_BLOCK:
		if (!markdown_candidate_open_folded(reader, candidate, node))
			html_read(reader, cmark_node_get_literal(node),
			    markdown_line(reader, node));
		break;
	default:
		break;
	}
}

/*
 * What cmark asks for, which is a little for each node and word of it: all of it goes at
 * once, so nothing is given back one by one.  cmark hands its allocator nothing of ours.
 */
static _Thread_local struct arena *memory;
static _Thread_local char *left; /* of what was taken of it, and zeroed, at once */
static _Thread_local size_t left_bytes;
enum { AT_ONCE = 2000 };

/* In front of what is given; as large as anything's alignment. */
union given {
	size_t size;
	max_align_t aligned;
};

static void *
give(size_t count, size_t size)
{
	const size_t unit = sizeof(union given);
	size_t bytes = (count * size + 2 * unit - 1) / unit * unit;
	union given *given;

	if (bytes > AT_ONCE / 4) {
		given = arena_alloc(memory, bytes);
	} else {
		if (bytes > left_bytes) {
			left = arena_alloc(memory, AT_ONCE);
			left_bytes = AT_ONCE;
		}
		given = (union given *)(void *)left;
		left += bytes;
		left_bytes -= bytes;
	}
	given->size = count * size;
	return given + 1;
}

static void *
give_more(void *before, size_t size)
{
	size_t had = before == NULL ? 0 : ((union given *)before)[-1].size;

	return had >= size ? before
	    : had == 0     ? give(1, size)
			   : memcpy(give(1, size), before, had);
}

static void
take_back(void *given)
{
	(void)given;
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
	static cmark_mem from_arena = { give, give_more, take_back };
	struct candidate candidate = { .level = 0 };
	cmark_parser *parser;
	cmark_node *document;
	struct blocks blocks;

	pthread_once(&once, register_extensions);
	memory = reader->tree;
	left_bytes = 0;
	/* "7B~13B~70B" is no line through 13B. */
	parser = cmark_parser_new_with_mem(
	    CMARK_OPT_UNSAFE | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, &from_arena);
	for (size_t i = 0; i < 3; i++) {
		cmark_syntax_extension *extension = cmark_find_syntax_extension(names[i]);
		if (extension != NULL)
			cmark_parser_attach_syntax_extension(parser, extension);
	}
	cmark_parser_feed(parser, bytes, length);
	document = cmark_parser_finish(parser);
	blocks = markdown_blocks(reader, document);
	markdown_find_period(reader, &blocks);
	for (size_t i = 0; i < blocks.count; i++)
		read_block(reader, &candidate, &blocks, i);
	markdown_candidate_close(reader, &candidate);
	arena_reset(memory);
}
