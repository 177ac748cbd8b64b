/* A list of cmark's tree enters; its items leave, with those that say more of them. */
#include <cmark-gfm.h>
#include <string.h>

#include "list/prose/inside.h"
#include "list/prose/markdown.h"

enum { DEEPEST = 48, ENOUGH_ENTRIES = 8, ENOUGH_WORKS = 3 };

/* The item's own text, and the nested items that only say more of it. */
static void
read_item(struct reader *reader, cmark_node *item, int depth)
{
	struct pieces own = { 0 };
	cmark_node *nested = NULL;
	bool had_text = false, within, among = reader->among_titles;

	for (cmark_node *child = cmark_node_first_child(item); child != NULL;
	     child = cmark_node_next(child)) {
		if (cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH ||
		    cmark_node_get_type(child) == CMARK_NODE_HEADING) {
			struct pieces block = markdown_pieces(reader, child);
			item_take_block(reader->scratch, &own, &block);
			had_text = true;
		} else if (cmark_node_get_type(child) == CMARK_NODE_HTML_BLOCK) {
			struct pieces summary = html_summary(
			    reader, cmark_node_get_literal(child));
			if (had_text)
				item_take_detail(reader->scratch, &own, &summary);
			else
				own = summary;
			had_text |= summary.count > 0;
		} else if (cmark_node_get_type(child) == CMARK_NODE_LIST) {
			if (markdown_take_title_below(reader, &own, child))
				continue;
			if (had_text && !markdown_holds_works(reader, &own, child) &&
			    (markdown_all_details(reader, child, false) ||
				markdown_is_credited(reader, &own, child)))
				markdown_take_details(
				    reader, &own, cmark_node_first_child(child));
			else if (nested == NULL)
				nested = child;
		}
	}
	within = reader->within_entry;
	reader->among_titles = among && nested == NULL;
	reader->within_entry |= item_read(reader, &own, true, markdown_line(reader, item),
	    nested != NULL || cmark_node_last_child(item) == NULL
		? markdown_line(reader, item)
		: markdown_last_line(reader, cmark_node_last_child(item)));
	for (; nested != NULL; nested = cmark_node_next(nested))
		if (cmark_node_get_type(nested) == CMARK_NODE_LIST)
			markdown_read_list(reader, nested, depth + 1);
	reader->within_entry = within;
	reader->among_titles = among;
}

static bool
has_link(cmark_node *node, int depth)
{
	for (node = cmark_node_first_child(node); node != NULL && depth < DEEPEST;
	     node = cmark_node_next(node))
		if (cmark_node_get_type(node) == CMARK_NODE_LINK ||
		    has_link(node, depth + 1))
			return true;
	return false;
}

/* Are the items of a list works, so that one without a link is one, too?  Most of them link
 * something; or fewer, in a list that has had papers, and most of the rest are spelt as
 * titles are, or dated. */
static bool
are_titles(struct reader *reader, cmark_node *list)
{
	size_t items = 0, linked = 0, nested = 0, spoken = 0, titled = 0, works = 0,
	       start, end;

	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		cmark_node *text = cmark_node_first_child(item);
		items++;
		linked += text != NULL && has_link(text, 0);
		nested += text != NULL && cmark_node_next(text) != NULL;
	}
	if (linked * 2 >= items + 1)
		return true;
	if (nested > 0 || items < 2)
		return false;
	/* "- **Metrics:** …⏎- **Data:** …": they speak of what stands above. */
	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		struct pieces inner = markdown_pieces(reader, item);
		const char *text = pieces_text(reader->scratch, &inner);
		struct spoken said;
		spoken += item_spoken(reader->scratch, &inner, &said);
		works += linked == 0 && item_is_work(reader, &inner);
		titled += words_are_titled(text) ||
		    (linked == 0 &&
			words_date(reader->scratch, text, &start, &end) != NULL);
	}
	reader->among_works = works >= ENOUGH_WORKS && 2 * works > items;
	return 2 * spoken <= items && 2 * titled >= items &&
	    reader->count >= ENOUGH_ENTRIES;
}

/* A footnote is an entry where a paragraph would be one. */
static void
read_note(struct reader *reader, cmark_node *note)
{
	cmark_node *text = cmark_node_first_child(note);
	struct pieces pieces;

	if (text == NULL || cmark_node_get_type(text) != CMARK_NODE_PARAGRAPH)
		return;
	pieces = markdown_pieces(reader, text);
	item_read(reader, &pieces, false, markdown_line(reader, note),
	    markdown_last_line(reader, note));
}

/* "17. **Title of a Work**⏎⏎   *Ann Roe* [[pdf](u)]": three blanks are too few below a
 * number of two digits; the paragraph is the item's all the same. */
static void
take_indented(cmark_node *list)
{
	cmark_node *next = cmark_node_next(list), *item = cmark_node_last_child(list);

	if (next != NULL && item != NULL &&
	    cmark_node_get_type(next) == CMARK_NODE_PARAGRAPH &&
	    cmark_node_get_start_column(next) > cmark_node_get_start_column(list) + 1 &&
	    cmark_node_first_child(item) == cmark_node_last_child(item) &&
	    cmark_node_first_child(item) != NULL &&
	    !has_link(cmark_node_first_child(item), 0))
		cmark_node_append_child(item, next);
}

void
markdown_read_list(struct reader *reader, cmark_node *list, int depth)
{
	const bool among = reader->among_titles, works = reader->among_works;

	if (depth > DEEPEST)
		return;
	take_indented(list);
	reader->among_works = false;
	reader->among_titles = are_titles(reader, list);
	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item))
		if (cmark_node_get_list_start(list) == NOTES_NUMBER)
			read_note(reader, item);
		else
			read_item(reader, item, depth);
	reader->among_titles = among;
	reader->among_works = works;
}
