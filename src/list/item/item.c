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
#include "list/forms/forms.h"
#include "list/item/item.h"

static void
take_details(struct entry *entry, const struct entry *details)
{
	/* "1. Roe et al.⏎   - Reference: [Title of It](u)" */
	bool people = strstr(entry->title, "et al") != NULL &&
	    words_are_authors(entry->title);

	if (details->title != NULL && words_is_day(entry->title)) {
		/* When a group read it, not when it was written. */
		entry->title = details->title;
		entry->date = entry->date_raw = NULL;
	} else if (details->title != NULL && (people || words_count(entry->title) <= 2)) {
		*(people ? &entry->authors : &entry->name) = entry->title;
		entry->title = details->title;
	}
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
	if (parts_read_links(reader, entry, pieces, false, line, last_line))
		return true;
	reader_add(reader, entry, line, last_line);
	forms_hear(reader->forms, reader, pieces, FORMS_ITEMS, reader->count - 1);
	return true;
}

/* Links to places in the list: no words of a work. */
static bool
has_address(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK)
			return true;
	return false;
}

/* May the item be an entry at all, as far as links and sections say? */
static bool
may_be_entry(struct reader *reader, const struct pieces *pieces, bool is_list,
    bool promised, unsigned line)
{
	bool linked = pieces_have_link(pieces);

	if (reader_is_closed(reader) &&
	    !(reader_is_doubtful(reader) && pieces_have_paper(pieces))) {
		if (linked && is_list)
			reader_leave(reader, LEFT_SECTION, line);
		return false;
	}
	if (linked && item_is_contents(reader->scratch, pieces)) {
		if (is_list)
			reader_leave(reader, LEFT_CONTENTS, line);
		return false;
	}
	if (!linked && !promised &&
	    (!is_list || reader->within_entry || has_address(pieces)))
		return false;
	return pieces_length(pieces) <= LONGEST_ITEM;
}

/* Nothing but labels: no title, no entry of its own.  A year alone leads to what
 * a thing was in that year. */
static bool
is_no_title(struct arena *arena, const char *title)
{
	return text_is_blank(title) ||
	    (strlen(title) == 4 && text_span(title, "0123456789") == 4) ||
	    text_starts_nocase(title, "table of contents") ||
	    text_starts_nocase(title, "please cite") || words_is_url(title) ||
	    (*title == '@' && strchr(title, ' ') == NULL) ||
	    (strlen(title) > LONGEST_TITLE && strstr(title, ". ") != NULL) ||
	    (words_is_generic(arena, title) && !words_is_hub(title));
}

/* "The list is maintained by [Ann Roe](u)", "[Ann Roe](u), [Bo Poe](v)": a paragraph in
 * front of all sections, that links no paper. */
static bool
is_introduction(
    const struct reader *reader, const struct pieces *pieces, const struct entry *entry)
{
	static const char *const told[] = { " is ", " are ", " by", " our ", " we ",
		" you ", " please ", "list of" };
	const char *text = pieces_start(reader->scratch, pieces);

	if (reader->count > 0 || reader->headings[2] != NULL ||
	    reader->headings[3] != NULL || pieces_have_paper(pieces))
		return false;
	for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
		if (text_find_nocase(text, told[i]) != NULL)
			return true;
	return words_are_full_names(entry->title) ||
	    words_are_people_in_full(entry->title, strlen(entry->title));
}

static bool
read_anew(struct reader *reader, const struct pieces *pieces, bool is_list, unsigned line,
    unsigned last_line)
{
	struct arena *arena = reader->scratch;
	struct entry entry = { 0 };
	/* A paragraph is one when all it says is in the link. */
	bool promised = item_is_promised(arena, pieces) &&
	    (is_list ||
		(pieces->count == 1 && words_count(pieces->v->text) >= TITLE_WORDS));
	bool linked = pieces_have_link(pieces) || promised;

	reader->cited = false;

	is_list |= !linked && item_is_signed(arena, pieces);
	if (!linked && !reader_is_closed(reader) &&
	    item_reference_read(reader, pieces, &entry))
		return add(reader, &entry, pieces, line, last_line);
	if (!may_be_entry(reader, pieces, is_list, promised, line) ||
	    !item_hear(reader, pieces, is_list, &entry))
		return false;
	/* "#### TreeEval 2018⏎* Reference: Roe, A., 2018. Title of It": a name. */
	if (text_is_blank(entry.title) && pieces->details.title != NULL)
		entry = (struct entry){ .title = pieces->v->text };
	if (text_is_blank(entry.title) && is_list)
		entry.title = hub_of(pieces);
	if ((text_is_blank(entry.title) || words_is_url(entry.title)) && is_list) {
		const char *bare = item_bare_read(arena, pieces);
		/* An address of a paper alone: the services know what it is. */
		if (bare == NULL && item_bare_is_paper(pieces))
			bare = "";
		if (bare != NULL && linked) {
			entry = (struct entry){ .title = bare };
			return add(reader, &entry, pieces, line, last_line);
		}
	}
	if (!is_list && entry.title != NULL && is_introduction(reader, pieces, &entry))
		return false;
	if (is_no_title(arena, entry.title)) {
		if (linked && is_list)
			reader_leave(reader, LEFT_UNTITLED, line);
		return false;
	}
	if (!linked && !item_is_named_work(reader, pieces, &entry))
		return false;
	return add(reader, &entry, pieces, line, last_line);
}

bool
item_is_work(struct reader *reader, const struct pieces *pieces)
{
	const size_t references = reader->references;
	struct entry entry = { 0 };
	bool is = item_reference_read(reader, pieces, &entry);

	reader->references = references;
	if (is)
		return true;
	entry = (struct entry){ 0 };
	return item_hear(reader, pieces, true, &entry) &&
	    !is_no_title(reader->scratch, entry.title) &&
	    item_is_named_work(reader, pieces, &entry);
}

bool
item_read(struct reader *reader, const struct pieces *pieces, bool is_list, unsigned line,
    unsigned last_line)
{
	struct again_item *again = again_find(reader, pieces, is_list);
	bool is_entry;

	if (again != NULL && again->known) {
		again_take(reader, again, line, last_line);
		return again->is_entry;
	}
	is_entry = read_anew(reader, pieces, is_list, line, last_line);
	if (again != NULL)
		again_keep(reader, again, is_entry);
	return is_entry;
}
