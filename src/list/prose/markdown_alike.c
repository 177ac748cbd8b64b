/*
 * Paragraphs that follow each other enter, in quotes or not; those that each lead to
 * a paper, by a label or the bare address as prose does not, leave as items, and which
 * say no more than who wrote what stands above.
 */
#include <cmark-gfm.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* So many in a row are a list; where so many were, fewer are. */
enum { ENOUGH_ALIKE = 4, ENOUGH_LINED = 2, LONGEST_ALIKE = 400 };
/* Words of "ACL, 2020", where the venue is known or not. */
enum { LONGEST_BYLINE = 300, MOST_PLACE = 8, LEAST_PLACE = 3 };

/* "A Title. A. Roe. [pdf](u)", "u - A Title", "[A Title of Words](u), 2020"; not "as in
 * [Roe](u)". */
bool
markdown_leads_to_paper(struct arena *arena, const struct pieces *pieces)
{
	if (pieces->count > 0 && pieces->v[0].kind == PIECE_LINK &&
	    words_count(pieces->v[0].text) >= TITLE_WORDS)
		return words_is_paper_address(pieces->v[0].url) &&
		    pieces_length(pieces) <= LONGEST_ALIKE;
	if (!pieces_have_paper(pieces) || pieces_length(pieces) > LONGEST_ALIKE ||
	    words_are_labels(arena, pieces))
		return false;
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK && !pieces->v[i].holds_image &&
		    !pieces->v[i].written && !words_is_url(pieces->v[i].text) &&
		    !words_link_is_label(arena, &pieces->v[i]))
			return false;
	return true;
}

/* "Ann Roe, Bob Poe", "A. Roe and B. Poe. ICML, 2020", "ICML, 2020", up to a link. */
bool
markdown_is_byline(struct arena *arena, const struct pieces *pieces)
{
	struct pieces front = *pieces;
	struct entry said = { 0 };
	const char *text;
	size_t length;

	front.count = 0;
	while (front.count < pieces->count && pieces->v[front.count].kind == PIECE_TEXT)
		front.count++;
	text = pieces_text(arena, &front);
	length = strlen(text);
	if (length > LONGEST_BYLINE)
		return false;
	for (;; length--) {
		length = text_trimmed(text, length, " ,.()[:0123456789");
		/* "Graph Attention Networks" may be a title as well. */
		if (length > 0 && words_are_byline(text, length))
			return strpbrk(text, ",.&") != NULL ||
			    strstr(text, " and ") != NULL || words_count(text) <= 2;
		while (length > 0 && !text_is_any(text[length - 1], ".,"))
			length--;
		if (length == 0)
			break;
	}
	item_rest_read(arena, (struct cursor){ &front, 0, 0 }, &said);
	return said.date != NULL &&
	    words_count(text) <= (said.venue == NULL ? LEAST_PLACE : MOST_PLACE);
}

/* The lines of it, each as pieces of its own. */
static size_t
split_lines(struct arena *arena, const struct pieces *pieces, struct pieces **lines)
{
	size_t count = 1, from = 0;

	for (size_t i = 0; i < pieces->count; i++)
		count += pieces->v[i].broken;
	*lines = arena_alloc(arena, count * sizeof **lines);
	count = 0;
	for (size_t i = 0; i <= pieces->count; i++) {
		if (i < pieces->count && !pieces->v[i].broken)
			continue;
		(*lines)[count++] = (struct pieces){ .v = pieces->v + from,
			.count = i - from + (i < pieces->count) };
		from = i + 1;
	}
	return count;
}

/* "[Name](u): what it is": an item as of a list, though no bullet stands before it; of
 * prose not four paragraphs in a row begin so. */
static bool
begins_with_link(struct arena *arena, const struct pieces *line)
{
	size_t at = 0;

	while (at < line->count && line->v[at].kind == PIECE_TEXT &&
	    text_is_blank(line->v[at].text))
		at++;
	return at < line->count && line->v[at].kind == PIECE_LINK &&
	    !line->v[at].holds_image && !words_is_url(line->v[at].text) &&
	    !words_link_is_label(arena, &line->v[at]) &&
	    pieces_length(line) <= LONGEST_ALIKE;
}

/* All lines, or none of it. */
bool
markdown_read_lines(struct reader *reader, cmark_node *paragraph)
{
	struct pieces pieces = markdown_pieces(reader, paragraph), *lines;
	unsigned first = markdown_line(reader, paragraph);
	bool read = false;
	size_t count;

	if (!pieces_have_link(&pieces))
		return false;
	count = split_lines(reader->scratch, &pieces, &lines);
	if (count < ENOUGH_ALIKE && reader->lined < ENOUGH_LINED)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!(markdown_leads_to_paper(reader->scratch, &lines[i]) ||
			begins_with_link(reader->scratch, &lines[i])))
			return false;
	for (size_t i = 0; i < count; i++)
		read |= item_read(
		    reader, &lines[i], true, first + (unsigned)i, first + (unsigned)i);
	reader->lined += read;
	return read;
}

static bool
is_alike(struct reader *reader, const struct blocks *blocks, size_t at)
{
	struct pieces pieces;

	if (at >= blocks->count ||
	    cmark_node_get_type(blocks->v[at].node) != CMARK_NODE_PARAGRAPH)
		return false;
	pieces = markdown_pieces(reader, blocks->v[at].node);
	return markdown_leads_to_paper(reader->scratch, &pieces) ||
	    begins_with_link(reader->scratch, &pieces);
}

bool
markdown_read_alike(struct reader *reader, const struct blocks *blocks, size_t at)
{
	cmark_node *node = blocks->v[at].node;
	struct pieces pieces;
	size_t from = at, end = at + 1;

	if (!is_alike(reader, blocks, at))
		return false;
	while (end - from < ENOUGH_ALIKE && is_alike(reader, blocks, from - 1))
		from--;
	while (end - from < ENOUGH_ALIKE && is_alike(reader, blocks, end))
		end++;
	pieces = markdown_pieces(reader, node);
	return end - from == ENOUGH_ALIKE &&
	    item_read(reader, &pieces, true, markdown_line(reader, node),
		markdown_last_line(reader, node));
}
