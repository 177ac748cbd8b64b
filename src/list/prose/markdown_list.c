/* A list of cmark's tree enters; its items leave, with those that say more of them. */
#include <cmark-gfm.h>
#include <string.h>

#include "list/prose/inside.h"
#include "list/prose/markdown.h"

enum { DEEPEST = 48, ENOUGH_ENTRIES = 8, MOST_LINKS = 3 };

/* The word and the colon that an item begins with; NULL: it does not. */
static const char *
label_of(struct reader *reader, const struct pieces *item)
{
	const char *text = pieces_start(reader->scratch, item);

	return item->count > 0 && item->v[0].kind == PIECE_TEXT && pieces_have_colon(item)
	    ? item_spoken_word(reader->scratch, &text)
	    : NULL;
}

/* Few links, none of which may be the title of another work. */
static bool
links_little(const struct pieces *item)
{
	size_t links = 0, titles = 0;

	for (size_t i = 0; i < item->count; i++) {
		bool link = item->v[i].kind == PIECE_LINK;
		links += link;
		titles += link && !words_is_url(item->v[i].text) &&
		    words_count(item->v[i].text) >= TITLE_WORDS;
	}
	return links <= MOST_LINKS && titles == 0;
}

/* "- **Paper:** [Title](u)⏎- **Docs:** [Start](v)⏎- **Approach:** DL": each item begins
 * with another word and a colon, and most of these are known, or said again and again. */
static bool
is_labelled(struct reader *reader, cmark_node *list)
{
	size_t known = 0, all = 0;
	const char *first = NULL, *before = NULL;
	struct spoken spoken;

	for (cmark_node *sub = cmark_node_first_child(list); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = markdown_pieces(reader, sub);
		const char *label = label_of(reader, &inner);
		bool told = item_spoken(reader->scratch, &inner, &spoken);
		if (label == NULL || *label == '\0' || (!told && !links_little(&inner)) ||
		    cmark_node_first_child(sub) != cmark_node_last_child(sub) ||
		    (before != NULL &&
			(strcmp(first, label) == 0 || strcmp(before, label) == 0)))
			return false;
		first = first == NULL ? label : first;
		before = label;
		known += told || inner.v[0].spoken;
		all++;
	}
	return all > 1 && known * 2 >= all;
}

void
markdown_take_details(struct reader *reader, struct pieces *own, cmark_node *first)
{
	bool labelled = first != NULL && is_labelled(reader, cmark_node_parent(first));
	struct spoken spoken;

	for (cmark_node *sub = first; sub != NULL; sub = cmark_node_next(sub)) {
		struct pieces inner = markdown_pieces(reader, sub);
		for (size_t i = 0; labelled && i < inner.count &&
		     !item_spoken(reader->scratch, &inner, &spoken);
		     i++)
			inner.v[i].repeated = inner.v[i].kind == PIECE_LINK;
		item_take_detail(reader->scratch, own, &inner);
	}
}

bool
markdown_all_details(struct reader *reader, cmark_node *list, bool beside)
{
	bool known = false, unknown = false, silent = false;
	struct spoken spoken;
	size_t papers = 0;

	if (is_labelled(reader, list))
		return true;
	for (cmark_node *sub = cmark_node_first_child(list); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = markdown_pieces(reader, sub);
		bool detail = item_is_detail(reader->scratch, &inner);
		/* "Homeage: https://…" among "Paper: …" and "Code: …" */
		if (!detail && !item_says_link(&inner))
			return false;
		/* Papers by their addresses alone are no single work's links. */
		papers += item_bare_is_paper(&inner);
		if (papers > 1)
			return false;
		known |= detail && pieces_have_link(&inner);
		unknown |= !detail;
		silent |= inner.count > 0 && !words_are_labels(reader->scratch, &inner) &&
		    !item_spoken(reader->scratch, &inner, &spoken);
	}
	return known || !(unknown || (beside && silent));
}

/* "- A Title of Some Words⏎  - Ann Roe, ICML 2020 [📄](u)": people, where and when in an
 * item below a title that links nothing. */
static bool
is_credited(struct reader *reader, const struct pieces *own, cmark_node *list)
{
	cmark_node *only = cmark_node_first_child(list);

	if (pieces_have_link(own) ||
	    (!item_may_title(reader->scratch, own) &&
		(only == NULL || cmark_node_next(only) != NULL ||
		    words_count(pieces_text(reader->scratch, own)) < TITLE_WORDS)))
		return false;
	for (cmark_node *sub = cmark_node_first_child(list); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = markdown_pieces(reader, sub);
		if (!item_is_detail(reader->scratch, &inner) &&
		    !item_is_credit(reader->scratch, &inner))
			return false;
	}
	return true;
}

/* "- [Paper](u)⏎  - A Title of Some Words⏎  - Ann Roe, Bo Poe": the title stands in the
 * first item below. */
static bool
take_title_below(struct reader *reader, struct pieces *own, cmark_node *list)
{
	struct arena *scratch = reader->scratch;
	cmark_node *first = cmark_node_first_child(list);
	struct pieces title;

	if (own->count == 0 || first == NULL || !words_are_labels(scratch, own))
		return false;
	title = markdown_pieces(reader, first);
	if (!item_may_title(scratch, &title))
		return false;
	for (cmark_node *sub = cmark_node_next(first); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = markdown_pieces(reader, sub);
		if (!item_is_detail(scratch, &inner))
			return false;
	}
	item_take_detail(scratch, &title, own);
	*own = title;
	markdown_take_details(reader, own, cmark_node_next(first));
	return true;
}

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
			if (take_title_below(reader, &own, child))
				continue;
			if (had_text &&
			    (markdown_all_details(reader, child, false) ||
				is_credited(reader, &own, child)))
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
	size_t items = 0, linked = 0, nested = 0, spoken = 0, titled = 0, start, end;

	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		cmark_node *text = cmark_node_first_child(item);
		items++;
		linked += text != NULL && has_link(text, 0);
		nested += text != NULL && cmark_node_next(text) != NULL;
	}
	if (linked * 2 >= items + 1)
		return true;
	if (nested > 0 || items < 2 || reader->count < ENOUGH_ENTRIES)
		return false;
	/* "- **Metrics:** …⏎- **Data:** …": they speak of what stands above. */
	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		struct pieces inner = markdown_pieces(reader, item);
		const char *text = pieces_text(reader->scratch, &inner);
		struct spoken said;
		spoken += item_spoken(reader->scratch, &inner, &said);
		titled += words_are_titled(text) ||
		    (linked == 0 &&
			words_date(reader->scratch, text, &start, &end) != NULL);
	}
	return 2 * spoken <= items && 2 * titled >= items;
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
	bool among = reader->among_titles;

	if (depth > DEEPEST)
		return;
	take_indented(list);
	reader->among_titles = are_titles(reader, list);
	for (cmark_node *item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item))
		if (cmark_node_get_list_start(list) == NOTES_NUMBER)
			read_note(reader, item);
		else
			read_item(reader, item, depth);
	reader->among_titles = among;
}
