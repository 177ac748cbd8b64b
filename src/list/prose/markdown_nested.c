/* An item of a list and the items below it enter; whether they only say more of it, and what
 * they say, leaves. */
#include <cmark-gfm.h>
#include <string.h>

#include "list/prose/inside.h"
#include "list/prose/markdown.h"

enum { MOST_LINKS = 3 };

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

/* "- ICML 2010⏎  - Ann Roe: A Title of Some Words. doi:10.…": the items below are works of
 * their own, and no links of the one above; one is where that only says where and when. */
bool
markdown_holds_works(struct reader *reader, const struct pieces *own, cmark_node *list)
{
	struct arena *scratch = reader->scratch;
	const char *venue, *text = pieces_text(scratch, own);
	size_t works = 0;

	for (cmark_node *sub = cmark_node_first_child(list); sub != NULL;
	     sub = cmark_node_next(sub)) {
		struct pieces inner = markdown_pieces(reader, sub);
		struct spoken spoken;
		works += pieces_have_paper(&inner) &&
		    words_count(pieces_text(scratch, &inner)) > 2 * TITLE_WORDS &&
		    !item_spoken(scratch, &inner, &spoken);
	}
	return works > 1 ||
	    (works == 1 && !pieces_have_link(own) && words_count(text) < TITLE_WORDS &&
		words_venue_and_date(scratch, text, &venue) != NULL && venue != NULL);
}

/* "- A Title of Some Words⏎  - Ann Roe, ICML 2020 [📄](u)": people, where and when in an
 * item below a title that links nothing. */
bool
markdown_is_credited(struct reader *reader, const struct pieces *own, cmark_node *list)
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
bool
markdown_take_title_below(struct reader *reader, struct pieces *own, cmark_node *list)
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
