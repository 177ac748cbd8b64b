/* The cells of one table row enter; an entry leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* "-", "N/A" and the like say nothing. */
static char *
cell_text(struct arena *arena, const struct pieces *cell)
{
	char *text = pieces_text(arena, cell);
	size_t length = strlen(text);

	while (length > 0 && strchr(",;", text[length - 1]) != NULL)
		text[--length] = '\0';
	return *text == '\0' || strcmp(text, "-") == 0 || strcmp(text, "–") == 0 ||
		strcmp(text, "—") == 0
	    ? NULL
	    : text;
}

static void
read_cell(struct arena *arena, struct entry *entry, enum column column,
    const struct pieces *cell)
{
	char *text = cell_text(arena, cell);

	if (text != NULL)
		columns_take(arena, column, text, entry);
}

/* "BiMediX (mbzuai-oryx)" → "BiMediX". */
static void
read_owner(struct arena *arena, struct entry *entry)
{
	const char *open = strrchr(entry->title, '(');
	size_t length = strlen(entry->title);

	char *name, *inside;
	bool owner = false;

	if (entry->name != NULL || open == NULL || open <= entry->title + 1 ||
	    open[-1] != ' ' || entry->title[length - 1] != ')' ||
	    strchr(open, ' ') != NULL)
		return;
	name = words_title(
	    arena, arena_text_n(arena, entry->title, (size_t)(open - entry->title)));
	/* "Continual Adaptation (CoTTA)" is named in the brackets, unless its
	 * link says that an owner stands there. */
	inside = arena_text_n(arena, open + 1, strlen(open) - 2);
	for (size_t i = 0; i < entry->link_count; i++)
		owner |= text_find_nocase(entry->links[i].url,
			     arena_printf(arena, "/%s/", inside)) != NULL;
	if (words_count(name) > 1 && !owner)
		name = inside;
	if (words_count(name) <= LONGEST_NAME_WORDS)
		entry->name = name;
}

/* Could the text be a title or a name?  Labels, ticks, counts are not. */
static bool
is_wording(struct arena *arena, const char *text)
{
	const char *at = text;

	if (text_is_blank(text) || words_is_url(text) || words_is_generic(arena, text))
		return false;
	for (; *at != '\0'; at++)
		if ((*at & 0x80) != 0 || (*at | 32) >= 'a')
			return true;
	return false;
}

enum { PROSE_WORDS = 10 };

/* How much of a cell's text may be a title: prose begins behind two blanks, or
 * behind bold words. */
static size_t
told_length(const char *text, bool behind_bold)
{
	const char *gap = strstr(text, "  ");

	if (behind_bold &&
	    (words_describe(text) ||
		words_count(text) > (*text == ':' ? 4 : 2) * PROSE_WORDS))
		return 0;
	return gap != NULL && words_count(gap) > PROSE_WORDS &&
		words_count(text) - words_count(gap) > 0
	    ? (size_t)(gap - text)
	    : strlen(text);
}

/* A cell's words up to its first label, venue and date cut off. */
static char *
cell_title(struct arena *arena, const struct pieces *cell, struct entry *entry)
{
	struct buffer text;
	struct cursor cursor = { cell, 0, 0 };
	const char *venue;
	char *title;

	if (item_cite_read(arena, &cursor, entry))
		return words_title(arena, entry->title);
	buffer_init(&text, 0);
	buffer_text(&text, "");
	for (; cursor.at < cell->count; cursor.at++) {
		const struct piece *piece = &cell->v[cursor.at];
		const char *words = piece->text;
		size_t told;

		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		/* "1) **Title** - presents …", "2) Name  This work …" */
		told = piece->kind == PIECE_TEXT
		    ? told_length(words, cursor.at > 0 && cell->v[cursor.at - 1].strong)
		    : strlen(words);
		if (piece->kind == PIECE_TEXT && told < strlen(words)) {
			buffer_add(&text, words, told);
			cursor.offset = told;
			break;
		}
		if (words_link_is_label(arena, piece))
			break;
		/* "[Name](u)<br>([7B](u), [13B](u))": what it comes in. */
		if (!text_is_blank(text.bytes) && cursor.at > 0 &&
		    strcmp(cell->v[cursor.at - 1].text, "\n") == 0 &&
		    strcmp(words_past_marks(words), "(") == 0)
			break;
		/* Behind a break: people, or a venue, or more of the title. */
		if (!text_is_blank(text.bytes) &&
		    (words_venue_and_date(arena, words, &venue) != NULL ||
			(piece->styled && words_are_authors(text_squeeze(arena, words)))))
			break;
		buffer_text(&text, words);
	}
	title = words_title(arena, text.length > 0 ? text.bytes : "");
	buffer_free(&text);
	if (strlen(title) > 2) {
		size_t length = strlen(title);
		while (length > 0 && strchr("[( ", title[length - 1]) != NULL)
			title[--length] = '\0';
		title = words_title(arena, title);
	}
	if (item_cite_read_text(arena, title, entry))
		return words_title(arena, entry->title);
	words_closing_bracket(arena, title, entry);
	item_rest_read(arena, cursor, entry);
	return words_title(arena, title);
}

static size_t
first_of(const struct columns *columns, size_t count, enum column column)
{
	size_t i = 0;

	while (i < count && columns->of[i] != column)
		i++;
	return i;
}

/* Of two columns of papers the one with more words: "Publication | Paper". */
static size_t
paper_of(struct arena *arena, const struct columns *columns, const struct pieces *cells,
    size_t count)
{
	size_t best = count, most = 0;

	for (size_t i = first_of(columns, count, COLUMN_PAPER); i < count; i++) {
		size_t words;
		if (columns->of[i] != COLUMN_PAPER)
			continue;
		words = words_count(pieces_text(arena, &cells[i])) + 1;
		if (words > most)
			best = i;
		most = words > most ? words : most;
	}
	return best;
}

/*
 * Which cell is the title: the column called so; one of papers when it holds
 * a title and not only a link; the name; else the first words of the row.
 */
static size_t
settle_title(struct arena *arena, const struct columns *columns,
    const struct pieces *cells, size_t count, struct entry *entry)
{
	size_t title = first_of(columns, count, COLUMN_TITLE);
	size_t paper = paper_of(arena, columns, cells, count);
	size_t name = first_of(columns, count, COLUMN_NAME);
	const size_t order[] = { title, paper, name, paper };
	const char *text;

	for (size_t i = 0; i < 4; i++) {
		if (order[i] == count)
			continue;
		text = cell_title(arena, &cells[order[i]], entry);
		if (!is_wording(arena, text))
			continue;
		if (order[i] == paper && strstr(text, "et al") != NULL &&
		    words_are_authors(text)) {
			entry->authors = entry->authors != NULL ? entry->authors : text;
			continue;
		}
		if (i == 1 && name < count && words_count(text) < TITLE_WORDS)
			continue;
		entry->title = text;
		/* "Name | Paper": the name stands in front. */
		if (name < order[i]) {
			text = cell_title(arena, &cells[name], entry);
			if (is_wording(arena, text) &&
			    words_count(text) <= LONGEST_NAME_WORDS)
				entry->name = text;
		}
		return order[i];
	}
	/* "Moon et al." is no name, and the header calls none. */
	for (size_t i = 0; i < count && title == count && name == count; i++) {
		if (columns->of[i] != COLUMN_OTHER && columns->of[i] != COLUMN_LINK)
			continue;
		text = cell_title(arena, &cells[i], entry);
		if (!is_wording(arena, text))
			continue;
		entry->title = text;
		return i;
	}
	return count;
}

static void
read_publication(struct arena *arena, struct entry *entry, const struct pieces *cell)
{
	const char *text = cell_text(arena, cell), *venue;

	if (text == NULL)
		return;
	if (text_equal_nocase(text, "arxiv") ||
	    (words_name_place(text) && !words_is_generic(arena, text)))
		entry->venue = text;
	else if (words_venue_and_date(arena, text, &venue) != NULL)
		entry->venue = venue;
}

void
row_read(struct reader *reader, struct columns *columns, const struct pieces *cells,
    size_t count, unsigned line)
{
	struct arena *arena = reader->scratch;
	struct entry entry = { 0 };
	bool any_link = false;
	size_t title, filled = 0;

	if (reader_is_closed(reader))
		return;
	if (count > columns->count)
		count = columns->count;
	for (size_t i = 0; i < count; i++) {
		read_cell(arena, &entry, columns->of[i], &cells[i]);
		any_link |= pieces_have_link(&cells[i]);
		filled += !text_is_blank(pieces_text(arena, &cells[i]));
	}
	title = settle_title(arena, columns, cells, count, &entry);
	if (title == count || (!any_link && !columns->known))
		return;
	/* Without a link a row of a list still names something; a table that
	 * compares things is none. */
	if (!any_link &&
	    ((!columns->linked && entry.date == NULL && entry.venue == NULL &&
		 entry.institute == NULL) ||
		filled < 2))
		return;
	/* "Publication | Paper": where it came out, beside it. */
	for (size_t i = 0; i < count && entry.venue == NULL; i++)
		if (i != title && columns->of[i] == COLUMN_PAPER)
			read_publication(arena, &entry, &cells[i]);
	columns->linked |= any_link;
	for (size_t i = 0; i < count; i++)
		pieces_link(arena, &entry, &cells[i],
		    i == title ? COLUMN_TITLE : columns->role[i]);
	if (parts_read(reader, &entry, line) ||
	    parts_read_links(reader, &entry, &cells[title], line, line))
		return;
	if (entry.name == NULL)
		entry.name = words_name(arena, entry.title);
	read_owner(arena, &entry);
	reader_add(reader, &entry, line, line);
}
