/*
 * One bullet (or paragraph, or heading) as pieces enters; an entry leaves when
 * a person would call it one.
 *
 *	[**Venue, 2024.5**] **Name** Title. 2023. [paper](u) [code](u)
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/prose/inside.h"

static void
take_details(struct entry *entry, const struct entry *details)
{
	if (entry->authors == NULL)
		entry->authors = details->authors;
	if (entry->venue == NULL)
		entry->venue = details->venue;
	if (entry->date == NULL) {
		entry->date = details->date;
		entry->date_raw = details->date_raw;
	}
	entry->institute = details->institute;
	entry->license = details->license;
	entry->base_model = details->base_model;
}

/* "[PubMed](u) – millions of abstracts": one link, and it names a hub. */
static const char *
hub_of(const struct pieces *pieces)
{
	const struct piece *link = NULL;

	for (size_t i = 0; i < pieces->count; i++) {
		if (pieces->v[i].kind != PIECE_LINK)
			continue;
		if (link != NULL)
			return "";
		link = &pieces->v[i];
	}
	return link != NULL && words_is_hub(link->text) ? link->text : "";
}

/* "[MRM] Title": one word in front is a venue or a name; which, is known when
 * all of the item has been read. */
static const char *
lone_bracket(struct entry *entry)
{
	const char *word = entry->venue;

	if (word == NULL || entry->date != NULL || words_count(word) != 1)
		return NULL;
	entry->venue = NULL;
	return word;
}

static void
take_bracket(struct entry *entry, const char *word)
{
	if (word == NULL)
		return;
	if (entry->venue == NULL)
		entry->venue = word;
	else if (entry->name == NULL)
		entry->name = word;
}

/* "Title of a Work [paper]()": a label whose address is still to come. */
static bool
is_promised(struct arena *arena, const struct pieces *pieces)
{
	struct buffer text;
	bool promised = false;

	buffer_init(&text, 0);
	buffer_text(&text, "");
	for (size_t i = 0; i < pieces->count && !promised; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_TEXT)
			buffer_text(&text, piece->text);
		promised = item_link_is_label(arena, piece) &&
		    (text_is_blank(piece->url) || strcmp(piece->url, "#") == 0) &&
		    words_count(words_past_marks(text.bytes)) >= TITLE_WORDS;
	}
	buffer_free(&text);
	return promised;
}

/* What nested items and badges say besides, the links, and the entry is whole. */
static bool
add(struct reader *reader, struct entry *entry, const struct pieces *pieces,
    unsigned line, unsigned last_line)
{
	struct arena *arena = reader->scratch;

	take_details(entry, &pieces->details);
	item_labels_read(arena, pieces, entry);
	item_badges_read(arena, pieces, entry);
	entry->authors = words_people(arena, entry->authors);
	pieces_link(arena, entry, pieces, COLUMN_OTHER);
	if (!parts_read_links(reader, entry, pieces, line, last_line))
		reader_add(reader, entry, line, last_line);
	return true;
}

bool
item_read(struct reader *reader, const struct pieces *pieces, bool is_list, unsigned line,
    unsigned last_line)
{
	struct arena *arena = reader->scratch;
	struct entry entry = { 0 };
	struct heard heard = { 0 };
	struct cursor cursor = { pieces, 0, 0 };
	const char *bracket;

	if ((reader_is_closed(reader) &&
		!(reader_is_doubtful(reader) && pieces_have_paper(pieces))) ||
	    (!pieces_have_link(pieces) && !(is_list && is_promised(arena, pieces))) ||
	    (pieces_have_link(pieces) && item_is_contents(pieces)) ||
	    pieces_length(pieces) > LONGEST_ITEM)
		return false;
	if (item_cite_read(arena, &cursor, &entry)) {
		entry.name = words_name(arena, entry.title);
		return add(reader, &entry, pieces, line, last_line);
	}
	item_day_read(arena, reader_year(reader), &cursor, &entry);
	item_lead_read(arena, &cursor, &entry);
	if (!is_list && entry.venue == NULL && entry.date == NULL &&
	    !item_is_entry(arena, pieces))
		return false;
	bracket = lone_bracket(&entry);
	item_bold_read(arena, &cursor, &heard);
	if (heard.alone)
		heard.title = arena_text(arena, "");
	else
		item_title_read(arena, &cursor, &heard);
	item_title_swap(arena, &cursor, &heard, &entry);
	item_title_settle(arena, &entry, &heard);
	if (text_is_blank(entry.title) && is_list)
		entry.title = hub_of(pieces);
	if ((text_is_blank(entry.title) || words_is_url(entry.title)) && is_list) {
		const char *bare = item_bare_read(arena, pieces);
		if (bare != NULL) {
			entry.title = bare;
			return add(reader, &entry, pieces, line, last_line);
		}
	}
	/* Nothing but labels: no title, no entry of its own. */
	if (text_is_blank(entry.title) || words_is_url(entry.title) ||
	    (strlen(entry.title) > LONGEST_TITLE && strstr(entry.title, ". ") != NULL) ||
	    (words_is_generic(arena, entry.title) && !words_is_hub(entry.title)))
		return false;
	item_rest_read(arena, cursor, &entry);
	take_bracket(&entry, bracket);
	return add(reader, &entry, pieces, line, last_line);
}
