/*
 * Blocks that may be a title enter, and those below it; an entry leaves when
 * what stands below only says more of it.
 */
#include <cmark-gfm.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

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

static void
open_pieces(struct reader *reader, struct candidate *candidate, struct pieces pieces,
    cmark_node *node, int level)
{
	const char *text = pieces_text(reader->scratch, &pieces);
	bool named = words_count(text) < TITLE_WORDS &&
	    words_name(reader->scratch, text) == NULL;

	candidate->level = 0;
	if (pieces_have_link(&pieces) || level == 1 || *text == '\0' ||
	    words_is_generic(reader->scratch, text) || (named && level > 6))
		return;
	*candidate = (struct candidate){ pieces, markdown_line(reader, node),
		markdown_last_line(reader, node), level, named };
}

void
markdown_candidate_open(
    struct reader *reader, struct candidate *candidate, cmark_node *node, int level)
{
	open_pieces(reader, candidate, markdown_pieces(reader, node), node, level);
}

bool
markdown_candidate_open_folded(
    struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	const char *whole = cmark_node_get_literal(node), *text = whole;
	unsigned line = markdown_line(reader, node);
	struct pieces pieces;

	/* One closes, the next one opens. */
	for (const char *end; (end = text_find_nocase(text, "</details>")) != NULL;)
		text = end + strlen("</details>");
	if (text_find_nocase(text, "<summary") != NULL &&
	    memmem(whole, (size_t)(text - whole), "<summary", 8) != NULL)
		html_read(reader,
		    arena_text_n(reader->scratch, whole, (size_t)(text - whole)), line);
	text += strspn(text, " \r\n");
	for (const char *at = whole; at < text; at++)
		line += *at == '\n';
	if (text_find_nocase(text, "<summary") == NULL ||
	    text_find_nocase(text, "</summary") == NULL)
		return false;
	pieces = html_summary(reader, text);
	if (pieces_have_link(&pieces) ? !item_leads_work(reader->scratch, &pieces)
				      : !item_may_title(reader->scratch, &pieces))
		return false;
	if (!pieces_have_link(&pieces)) {
		open_pieces(reader, candidate, pieces, node, CANDIDATE_FOLDED);
		candidate->line = line;
		return candidate->level != 0;
	}
	*candidate = (struct candidate){ pieces, line, markdown_last_line(reader, node),
		CANDIDATE_FOLDED, false };
	return true;
}

void
markdown_candidate_close(struct reader *reader, struct candidate *candidate)
{
	int level = candidate->level;
	const char *own;

	candidate->level = 0;
	if (level >= CANDIDATE_WHOLE)
		markdown_entry_end(reader, candidate);
	if (level == 0 || level >= CANDIDATE_READ)
		return;
	if (!item_has_work(reader->scratch, &candidate->pieces) &&
	    level != CANDIDATE_FOLDED)
		return;
	/* It is not a section of its own. */
	own = level <= 6 ? reader->headings[level] : NULL;
	if (level <= 6)
		reader->headings[level] = NULL;
	if (item_read(reader, &candidate->pieces, true, candidate->line,
		candidate->last_line) &&
	    level <= 6)
		reader->sections--;
	if (level <= 6)
		reader->headings[level] = own;
}

/* Is what comes next a list that says more of the node? */
static bool
leads_details(struct reader *reader, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);

	return next != NULL && cmark_node_get_type(next) == CMARK_NODE_LIST &&
	    markdown_all_details(reader, next, true);
}

/* "- Paper: [Title](u)⏎- Code: <u>": lines that say of what they speak, and one paper at
 * most? */
static bool
speaks_of_one(struct reader *reader, cmark_node *list)
{
	const char *first = NULL;
	size_t papers = 0, spoken = 0;
	bool published = false;

	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		struct pieces inner = markdown_pieces(reader, item);
		struct spoken said;
		if (!item_spoken(reader->scratch, &inner, &said) ||
		    !pieces_have_link(&inner))
			continue;
		papers += said.column == COLUMN_PAPER;
		published |= said.column == COLUMN_VENUE;
		spoken += first == NULL || strcmp(first, said.word) != 0;
		first = said.word;
	}
	return spoken > 1 && (papers == 1 || (papers == 0 && published)) &&
	    markdown_all_details(reader, list, true);
}

/* Does the block say more of a heading of few words, as of a thing and not of a section? */
static bool
names_thing(struct reader *reader, const struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces;
	struct spoken spoken;

	if (cmark_node_get_type(node) == CMARK_NODE_LIST)
		return speaks_of_one(reader, node);
	pieces = markdown_pieces(reader, node);
	return !pieces_have_link(&pieces) ||
	    (candidate->level > 2 &&
		(item_spoken(reader->scratch, &pieces, &spoken) ||
		    (words_are_labels(reader->scratch, &pieces) &&
			item_has_work(reader->scratch, &pieces))));
}

/* It links identifiers in words, if anything. */
static bool
only_written(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK && !pieces->v[i].written)
			return false;
	return true;
}

/* "[Web](u) [Paper](u)", or pictures, below an entry that links nothing. */
static bool
take_links(struct reader *reader, cmark_node *node)
{
	struct pieces pieces = markdown_pieces(reader, node);
	struct entry more = { 0 };

	for (size_t i = 0; i < pieces.count; i++)
		if (pieces.v[i].kind == PIECE_TEXT &&
		    strspn(pieces.v[i].text, " |,/()[]-\n") != strlen(pieces.v[i].text))
			return false;
	if (pieces_have_link(&pieces) && !words_are_labels(reader->scratch, &pieces))
		return false;
	pieces_link(reader->scratch, &more, &pieces, COLUMN_OTHER);
	reader_add_links(reader, &more);
	return true;
}

/* "ECCV 2024", "Ann Roe, Bo Poe", "Authors: Ann Roe": facts below an entry, no title. */
static bool
take_facts(struct reader *reader, cmark_node *node)
{
	struct pieces pieces = markdown_pieces(reader, node), taken = { 0 };
	struct spoken spoken;
	struct entry more = { 0 };
	const char *text, *last;

	if (pieces.count == 0 || pieces_have_link(&pieces))
		return false;
	if (item_spoken(reader->scratch, &pieces, &spoken)) {
		item_take_detail(reader->scratch, &taken, &pieces);
		more = taken.details;
	} else if (pieces_length(&pieces) <= LONGEST_TITLE) {
		text = pieces_text(reader->scratch, &pieces);
		if (strstr(text, "«") != NULL || strstr(text, "“") != NULL)
			return false;
		last = strrchr(text, ';');
		more.date = words_venue_and_date(
		    reader->scratch, last == NULL ? text : last + 1, &more.venue);
		if (more.date == NULL && words_are_full_names(text))
			more.authors = words_people(reader->scratch, text);
	}
	if (more.date != NULL || more.authors != NULL)
		reader_add_links(reader, &more);
	return more.date != NULL || more.authors != NULL;
}

/* What leads to the paper, and who wrote it at most. */
static bool
ends_plain(
    struct arena *arena, const struct candidate *candidate, const struct pieces *pieces)
{
	return (candidate->level == CANDIDATE_BOLD ||
		   candidate->level == CANDIDATE_PLAIN) &&
	    pieces_have_paper(pieces) &&
	    (words_are_labels(arena, pieces) ||
		(markdown_leads_to_paper(arena, pieces) &&
		    markdown_is_byline(arena, pieces)));
}

/* A title of its own: who wrote it, or what leads to it, stands below. */
static bool
begins_another(struct reader *reader, const struct pieces *pieces, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	struct pieces below;

	if (next == NULL || cmark_node_get_type(next) != CMARK_NODE_PARAGRAPH ||
	    !item_may_title(reader->scratch, pieces))
		return false;
	below = markdown_pieces(reader, next);
	return markdown_is_byline(reader->scratch, &below) ||
	    (pieces_have_paper(&below) && words_are_labels(reader->scratch, &below));
}

bool
markdown_candidate_take(
    struct reader *reader, struct candidate *candidate, cmark_node *node)
{
	struct pieces pieces;

	if (candidate->level == CANDIDATE_READ)
		return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
		    (take_links(reader, node) || take_facts(reader, node));
	if (candidate->level == 0 ||
	    (candidate->named && !names_thing(reader, candidate, node)))
		return false;
	if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
		pieces = markdown_pieces(reader, node);
		/* "## References": it was a section's. */
		if ((candidate->named || only_written(&pieces)) &&
		    item_read(reader, &pieces, false, markdown_line(reader, node),
			markdown_last_line(reader, node))) {
			candidate->level = CANDIDATE_READ;
			return true;
		}
		/* "A. Roe, 2020: u" below a title that stands alone. */
		if (ends_plain(reader->scratch, candidate, &pieces)) {
			item_take_detail(reader->scratch, &candidate->pieces, &pieces);
			candidate->last_line = markdown_last_line(reader, node);
			markdown_candidate_close(reader, candidate);
			return true;
		}
		if (candidate->level >= CANDIDATE_BOLD &&
		    candidate->level <= CANDIDATE_PLAIN && !pieces_have_link(&pieces) &&
		    markdown_is_byline(reader->scratch, &pieces)) {
			item_take_detail(reader->scratch, &candidate->pieces, &pieces);
			candidate->last_line = markdown_last_line(reader, node);
			return true;
		}
		if (candidate->level == CANDIDATE_PLAIN || is_bold(&pieces) ||
		    (candidate->named && begins_another(reader, &pieces, node)) ||
		    ((pieces_have_link(&candidate->pieces) || candidate->named) &&
			item_may_title(reader->scratch, &pieces) &&
			leads_details(reader, node)) ||
		    (!item_is_detail(reader->scratch, &pieces) &&
			!item_is_credit(reader->scratch, &pieces)))
			return false;
		item_take_detail(reader->scratch, &candidate->pieces, &pieces);
	} else if (cmark_node_get_type(node) == CMARK_NODE_LIST &&
	    markdown_all_details(reader, node, true)) {
		markdown_take_details(
		    reader, &candidate->pieces, cmark_node_first_child(node));
	} else {
		return false;
	}
	candidate->last_line = markdown_last_line(reader, node);
	return true;
}
