/* A slice's tree enters; its blocks leave, those of quotes among them, each with its form: what
 * it is by itself. */
#include <cmark-gfm.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* Quotes in quotes; words behind bold ones that may still begin an entry. */
enum { DEEPEST = 8, MOST_BEHIND = 30 };

size_t
markdown_lead(const struct pieces *pieces)
{
	size_t i = 0;

	for (; i < pieces->count; i++) {
		const char *text = words_past_marks(pieces->v[i].text);
		if (pieces->v[i].kind == PIECE_LINK && !pieces->v[i].holds_image)
			break;
		if (pieces->v[i].kind == PIECE_TEXT &&
		    text_span(text, " 0123456789.)(【】[]、") != strlen(text))
			break;
	}
	return i;
}

/* "[Code](u) | **2024** | no data": a label, and few words. */
static bool
are_labels_first(struct arena *arena, const struct pieces *pieces)
{
	size_t words = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		if (pieces->v[i].kind == PIECE_TEXT)
			words += words_count(pieces->v[i].text);
		else if (pieces->v[i].kind == PIECE_LINK && !pieces->v[i].holds_image &&
		    !words_link_is_label(arena, &pieces->v[i]))
			return false;
	}
	return pieces->count > 0 && words_link_is_label(arena, &pieces->v[0]) &&
	    words <= 2 * TITLE_WORDS;
}

static bool
is_title_word(struct reader *reader, const struct pieces *pieces)
{
	const char *text = pieces_start(reader->scratch, pieces);
	const char *word = pieces_have_colon(pieces)
	    ? item_spoken_word(reader->scratch, &text)
	    : NULL;

	return word != NULL && columns_word(word) == COLUMN_TITLE && *text != '\0';
}

/* How a paragraph begins that no label, fact or word with a colon does. */
static enum block_form
form_of_words(struct reader *reader, const struct pieces *pieces)
{
	struct arena *arena = reader->scratch;
	size_t lead = markdown_lead(pieces), behind = 0;
	const struct piece *piece;
	const char *text;

	if (lead == pieces->count)
		return BLOCK_OTHER;
	piece = &pieces->v[lead];
	if (piece->kind == PIECE_LINK)
		return words_link_is_label(arena, piece) || words_is_url(piece->text)
		    ? BLOCK_PROSE
		    : BLOCK_LINKED;
	for (size_t i = lead + 1; i < pieces->count && !pieces->v[i].broken &&
	     !words_link_is_label(arena, &pieces->v[i]);
	     i++)
		if (pieces->v[i].kind == PIECE_TEXT && !pieces->v[i].strong)
			behind += words_count(pieces->v[i].text);
	text = text_squeeze(arena, piece->text);
	if (piece->strong && behind <= MOST_BEHIND && !words_are_authors(text) &&
	    !words_is_generic(arena, text))
		return BLOCK_BOLD;
	if (markdown_is_byline(arena, pieces))
		return BLOCK_FACTS;
	return item_may_title(arena, pieces) ? BLOCK_TITLE
	    : item_is_entry(arena, pieces)   ? BLOCK_WHOLE
					     : BLOCK_PROSE;
}

static enum block_form
form_of_paragraph(struct reader *reader, cmark_node *node)
{
	struct pieces pieces = markdown_pieces(reader, node);
	struct spoken spoken;
	bool pictures = pieces.count > 0;

	for (size_t i = 0; i < pieces.count; i++)
		pictures &= pieces.v[i].kind == PIECE_IMAGE ||
		    (pieces.v[i].kind == PIECE_TEXT && text_is_blank(pieces.v[i].text));
	if (pictures)
		return BLOCK_OTHER;
	if (words_are_labels(reader->scratch, &pieces) ||
	    are_labels_first(reader->scratch, &pieces))
		return BLOCK_LINKS;
	if (is_title_word(reader, &pieces))
		return BLOCK_CALLED;
	if (pieces.count > 0 && pieces.v[0].kind == PIECE_TEXT &&
	    item_spoken(reader->scratch, &pieces, &spoken))
		return BLOCK_FACTS;
	if (item_cite_read(
		reader->scratch, &(struct cursor){ &pieces, 0, 0 }, &(struct entry){ 0 }))
		return BLOCK_CITED;
	return form_of_words(reader, &pieces);
}

/* <summary>Title</summary>, and more of it in what follows; with a link it is whole. */
static enum block_form
form_of_html(struct reader *reader, cmark_node *node)
{
	struct pieces summary = html_summary(reader, cmark_node_get_literal(node));

	return summary.count == 0        ? BLOCK_OTHER
	    : pieces_have_link(&summary) ? BLOCK_LIST
	    : words_is_generic(reader->scratch, pieces_text(reader->scratch, &summary))
	    ? BLOCK_OTHER
	    : BLOCK_FOLDED;
}

static bool
links_something(struct reader *reader, cmark_node *list)
{
	bool any = false;

	for (cmark_node *item = cmark_node_first_child(list); item != NULL && !any;
	     item = cmark_node_next(item)) {
		struct pieces pieces = markdown_pieces(reader, item);
		any = pieces_have_link(&pieces);
	}
	return any;
}

static enum block_form
form_of(struct reader *reader, cmark_node *node)
{
	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		return BLOCK_HEADING;
	case CMARK_NODE_PARAGRAPH:
		return form_of_paragraph(reader, node);
	case CMARK_NODE_LIST:
		if (markdown_all_details(reader, node, true))
			return BLOCK_DETAILS;
		return links_something(reader, node) ? BLOCK_LIST
		    : cmark_node_first_child(node) == cmark_node_last_child(node)
		    ? BLOCK_ITEM
		    : BLOCK_PROSE;
	case CMARK_NODE_HTML_BLOCK:
		return form_of_html(reader, node);
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
		return BLOCK_OTHER;
	default:
		return BLOCK_LIST;
	}
}

static void
collect(struct reader *reader, struct blocks *blocks, cmark_node *parent, int depth)
{
	for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
	     node = cmark_node_next(node)) {
		if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) {
			if (depth < DEEPEST)
				collect(reader, blocks, node, depth + 1);
			continue;
		}
		blocks->v = arena_push(
		    reader->scratch, blocks->v, blocks->count, sizeof *blocks->v);
		blocks->v[blocks->count++] = (struct block){ .node = node };
	}
}

struct blocks
markdown_blocks(struct reader *reader, cmark_node *document)
{
	struct blocks blocks = { 0 };

	collect(reader, &blocks, document, 0);
	/* A heading and its list have nothing to tell each other. */
	if (blocks.count < 3 || reader_is_closed(reader))
		return blocks;
	for (size_t i = 0; i < blocks.count; i++)
		blocks.v[i].form = form_of(reader, blocks.v[i].node);
	return blocks;
}
