/*
 * Blocks that a period gives to one entry enter, first the one that begins it; the pieces
 * of a whole item leave.
 */
#include <cmark-gfm.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* Behind the word and its colon in front of a title. */
static void
drop_word(struct pieces *pieces)
{
	for (; pieces->count > 0; pieces->v++, pieces->count--) {
		const char *colon = strchr(pieces->v->text, ':'),
			   *wide = strstr(pieces->v->text, "：");
		if (colon == NULL && wide == NULL)
			continue;
		pieces->v->text = wide != NULL ? wide + strlen("：") : colon + 1;
		return;
	}
}

/* What is behind details that end there is the next summary. */
static struct pieces
pieces_of(struct reader *reader, const struct block *block)
{
	const char *html = cmark_node_get_literal(block->node);

	if (block->form != BLOCK_FOLDED)
		return markdown_pieces(reader, block->node);
	for (const char *end; (end = text_find_nocase(html, "</details>")) != NULL;)
		html = end + strlen("</details>");
	return html_summary(reader, html);
}

/* "3. ", "(3) ", "3、" */
static void
drop_number(struct pieces *pieces)
{
	const char *at = pieces->count == 0 ? "" : pieces->v->text;
	size_t open = *at == '(', digits = text_span(at + open, "0123456789");

	at += open + digits;
	if (digits > 0 && text_is_any(*at, ".)") && at[1] == ' ')
		pieces->v->text = at + 2;
	else if (digits > 0 && text_begins(at, "、") > 0)
		pieces->v->text = at + text_begins(at, "、");
}

void
markdown_entry_begin(
    struct reader *reader, struct candidate *candidate, const struct block *block)
{
	*candidate = (struct candidate){ pieces_of(reader, block),
		markdown_line(reader, block->node),
		markdown_last_line(reader, block->node),
		block->form == BLOCK_LINKED      ? CANDIDATE_LABELLED
		    : block->form == BLOCK_LINKS ? CANDIDATE_NAMELESS
						 : CANDIDATE_WHOLE,
		false };
	if (block->form == BLOCK_CALLED)
		drop_word(&candidate->pieces);
	drop_number(&candidate->pieces);
	candidate->named = block->form == BLOCK_BOLD &&
	    !pieces_have_link(&candidate->pieces) &&
	    words_count(pieces_text(reader->scratch, &candidate->pieces)) < TITLE_WORDS;
}

/* ". 2008. J. Things. 4 pages.": a sentence of capitals behind a year's; NULL: there is none. */
static const char *
venue_behind_year(struct arena *arena, const char *text)
{
	size_t length;

	text += text_span(text, ". ");
	if (!words_is_year(text) || strncmp(text + 4, ". ", 2) != 0)
		return NULL;
	text += 6;
	length = strcspn(text, ".");
	for (size_t i = 0; i < length; i++)
		if ((i == 0 || text[i - 1] == ' ') && !text_is_capital(text[i]))
			return NULL;
	return length < 2 ? NULL : arena_text_n(arena, text, length);
}

/* "Title of It. Ann Roe and Bo Poe. 2008. J. Things. 4 pages.": title, people, and what else
 * it says; or a reference as papers print it.  False: neither. */
static bool
take_reference(struct arena *arena, const struct pieces *pieces, struct pieces *own)
{
	const char *text = pieces_text(arena, pieces), *stop = strstr(text, ". "),
		   *people;
	struct pieces cited = { 0 };
	size_t length, start, end;

	if (item_cite_read(
		arena, &(struct cursor){ pieces, 0, 0 }, &(struct entry){ 0 })) {
		*own = *pieces;
		return true;
	}
	if (stop == NULL || words_date(arena, stop, &start, &end) == NULL)
		return false;
	people = stop + 2;
	pieces_add(arena, &cited,
	    (struct piece){ .text = arena_text_n(arena, text, (size_t)(stop - text)),
		.strong = true });
	for (stop = strstr(people, ". ");
	     stop != NULL && words_stop_shortens(people, stop);)
		stop = strstr(stop + 1, ". ");
	length = stop == NULL ? strlen(people) : (size_t)(stop - people);
	if (!words_are_byline(people, length))
		return false;
	item_rest_read_text(arena, people + length, &cited.details);
	if (cited.details.venue == NULL)
		cited.details.venue = venue_behind_year(arena, people + length);
	cited.details.authors = words_people(arena, arena_text_n(arena, people, length));
	*own = cited;
	return true;
}

/* The link above it only leads to what it names. */
static void
put_below(struct arena *arena, struct candidate *candidate, struct pieces own)
{
	struct pieces above = candidate->pieces;

	for (size_t i = 0; i < above.count; i++)
		above.v[i].repeated = above.v[i].kind == PIECE_LINK;
	candidate->pieces = own;
	item_take_detail(arena, &candidate->pieces, &above);
}

void
markdown_entry_add(
    struct reader *reader, struct candidate *candidate, const struct block *block)
{
	struct arena *arena = reader->scratch;
	struct pieces pieces = markdown_pieces(reader, block->node), cited;

	if (block->form == BLOCK_OTHER)
		return;
	candidate->last_line = markdown_last_line(reader, block->node);
	if (candidate->level == CANDIDATE_NAMELESS && block->form != BLOCK_LINKS) {
		put_below(arena, candidate, pieces);
	} else if (candidate->level == CANDIDATE_LABELLED &&
	    take_reference(arena, &pieces, &cited)) {
		put_below(arena, candidate, cited);
	} else if (candidate->level == CANDIDATE_WHOLE && candidate->named &&
	    block->form >= BLOCK_PROSE && !pieces_have_link(&pieces)) {
		pieces_add(arena, &candidate->pieces, (struct piece){ .text = " " });
		pieces_add_all(arena, &candidate->pieces, &pieces);
	} else if (block->form == BLOCK_DETAILS) {
		markdown_take_details(
		    reader, &candidate->pieces, cmark_node_first_child(block->node));
	} else if (block->form <= BLOCK_WHOLE && block->form >= BLOCK_PROSE) {
		for (size_t i = 0; i < pieces.count; i++)
			if (words_link_is_label(arena, &pieces.v[i]))
				pieces_add(arena, &candidate->pieces, pieces.v[i]);
	} else {
		item_take_detail(arena, &candidate->pieces, &pieces);
	}
	candidate->named = false;
	if (candidate->level > CANDIDATE_WHOLE)
		candidate->level = CANDIDATE_WHOLE;
}

void
markdown_entry_end(struct reader *reader, const struct candidate *candidate)
{
	bool among = reader->among_titles;

	/* Where its like link something it is a work without a link, too. */
	reader->among_titles = true;
	item_read(
	    reader, &candidate->pieces, true, candidate->line, candidate->last_line);
	reader->among_titles = among;
}
