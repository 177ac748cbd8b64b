/* The cells of one table row enter; an entry leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/forms/forms.h"
#include "list/item/item.h"

/* What says nothing, to people and to programs that write tables. */
static const char *const nothing[] = { "-", "–", "—", "nan", "NaN", "None", NULL };

static char *
cell_text(struct arena *arena, const struct pieces *cell)
{
	char *text = pieces_text(arena, cell);
	size_t length = strlen(text);
	while (length > 0 && text_is_any(text[length - 1], ",;"))
		text[--length] = '\0';
	return *text == '\0' || text_is_one_of(text, nothing) ? NULL : text;
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
	if (text_is_blank(text) || words_is_url(text) || words_is_generic(arena, text) ||
	    text_is_one_of(text, nothing))
		return false;
	for (; *text != '\0'; text++)
		if ((*text & 0x80) != 0 || (*text | 32) >= 'a')
			return true;
	return false;
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

/* Does a cell of the row's own name something? */
static bool
has_other_name(struct reader *reader, const struct columns *columns,
    const struct pieces *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!cells[i].above && columns->role[i] != COLUMN_LINK &&
		    columns->role[i] != COLUMN_CODE &&
		    (columns->role[i] >= COLUMN_PAPER || columns->of[i] == COLUMN_NAME ||
			columns->of[i] == COLUMN_TITLE) &&
		    is_wording(reader->scratch,
			cell_title(
			    reader, columns->of[i], &cells[i], &(struct entry){ 0 })))
			return true;
	return false;
}

/* What the title's cell says besides, where no column does. */
static void
take_said(struct entry *entry, const struct entry *said)
{
	const char **const to[] = { &entry->authors, &entry->venue, &entry->date,
		&entry->name };
	const char *const from[] = { said->authors, said->venue, said->date, said->name };

	for (size_t i = 0; i < sizeof to / sizeof to[0]; i++)
		if (*to[i] == NULL)
			*to[i] = from[i];
}

/* Does the cell link a paper by its people and its year alone? */
static bool
is_byline(struct arena *arena, const struct pieces *cell, struct entry *entry)
{
	const char *text = pieces_text(arena, cell);

	entry->title = "";
	return pieces_have_paper(cell) && !cell->above &&
	    words_count(text) <= 2 * TITLE_WORDS && words_take_people(arena, text, entry);
}

/*
 * Which cell is the title: the column called so; one of papers when it holds
 * a title and not only a link; the name; else the first words of the row.
 */
static size_t
settle_title(struct reader *reader, const struct columns *columns,
    const struct pieces *cells, size_t count, struct entry *entry)
{
	struct arena *arena = reader->scratch;
	size_t title = first_of(columns, count, COLUMN_TITLE);
	size_t paper = paper_of(arena, columns, cells, count);
	size_t name = first_of(columns, count, COLUMN_NAME);
	const size_t order[] = { title, paper, name, paper };
	struct entry said = { .date = entry->date }, named = said;

	/* "[Moon et al., 2015](u)": who knows its identifier knows its title. */
	for (size_t i = 0; i < name && title == count; i++)
		if (columns->of[i] == COLUMN_OTHER && is_byline(arena, &cells[i], entry))
			return i;
	for (size_t i = 0; i < 4; i++) {
		if (order[i] == count)
			continue;
		said.title = cell_title(
		    reader, columns->of[order[i]], &cells[order[i]], &said);
		if (!is_wording(arena, said.title) ||
		    (cells[order[i]].above &&
			has_other_name(reader, columns, cells, count)))
			continue;
		if (order[i] == paper && strstr(said.title, "et al") != NULL &&
		    words_take_people(arena, said.title, entry))
			continue;
		if (i == 1 && name < count &&
		    words_count(said.title) + (columns->titled && said.authors == NULL) <
			TITLE_WORDS)
			continue;
		entry->title = said.title;
		/* "Name | Paper": the name stands in front. */
		if (name < order[i]) {
			const char *text = cell_title(
			    reader, COLUMN_NAME, &cells[name], &named);
			if (is_wording(arena, text) &&
			    words_count(text) <= LONGEST_NAME_WORDS)
				entry->name = text;
		}
		take_said(entry, &said);
		return order[i];
	}
	if (title < count || name < count)
		return count;
	/* "Moon et al." is no name, and the header calls none. */
	for (size_t i = 0; i < count; i++) {
		if (columns->of[i] != COLUMN_OTHER && columns->of[i] != COLUMN_LINK)
			continue;
		entry->title = cell_title(reader, columns->of[i], &cells[i], &said);
		if (!is_wording(arena, entry->title))
			continue;
		take_said(entry, &said);
		return i;
	}
	return count;
}

static void
read_publication(struct arena *arena, struct entry *entry, const struct pieces *cell)
{
	const char *text = cell_text(arena, cell), *venue;

	/* "Roe et al., Nat Methods (2024)" */
	if (text == NULL ||
	    (strstr(text, "et al") != NULL && words_take_people(arena, text, entry)))
		return;
	if (text_equal_nocase(text, "arxiv") ||
	    (words_name_place(text) && !words_is_generic(arena, text)))
		entry->venue = text;
	else if (words_venue_and_date(arena, text, &venue) != NULL)
		entry->venue = venue;
}

/* A row whose title reaches down from the one above only says more of it. */
static void
go_on(struct reader *reader, const struct columns *columns, const struct table_row *row)
{
	struct entry more = { 0 };

	for (size_t i = 0; i < row->count && i < columns->count; i++)
		if (!row->cells[i].above)
			pieces_link(
			    reader->scratch, &more, &row->cells[i], columns->role[i]);
	reader_add_links(reader, &more);
}

/* Cells of a row above say what they say, but link what is theirs. */
static void
link_cells(struct arena *arena, const struct columns *columns,
    const struct table_row *row, size_t title, struct entry *entry)
{
	for (size_t i = 0; i < row->count && i < columns->count; i++)
		if (!row->cells[i].above || columns->role[i] != COLUMN_OTHER)
			pieces_link(arena, entry, &row->cells[i],
			    i == title ? COLUMN_TITLE : columns->role[i]);
}

void
row_read(struct reader *reader, struct columns *columns, const struct table_row *row)
{
	struct arena *arena = reader->scratch;
	const struct pieces *cells = row->cells;
	struct entry entry = { 0 };
	struct pieces told;
	bool any_link = false;
	size_t title, filled = 0, count = row->count;

	if (reader_is_closed(reader))
		return;
	if (count > columns->count)
		count = columns->count;
	for (size_t i = 0; i < count; i++) {
		read_cell(arena, &entry, columns->of[i], &cells[i]);
		any_link |= pieces_have_link(&cells[i]) ||
		    (columns->of[i] >= COLUMN_PAPER &&
			cell_is_promised(arena, &cells[i]));
		filled += !text_is_blank(pieces_text(arena, &cells[i]));
	}
	title = settle_title(reader, columns, cells, count, &entry);
	if (title == count || (!any_link && !columns->known))
		return;
	if (cells[title].above) {
		go_on(reader, columns, row);
		return;
	}
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
	for (size_t i = 0; i < count; i++)
		item_badges_read(arena, &cells[i], &entry);
	columns->linked |= any_link;
	link_cells(arena, columns, row, title, &entry);
	if (parts_read(reader, &entry, cell_names(arena, &cells[title]), row->line) ||
	    parts_read_links(
		reader, &entry, &cells[title], true, row->line, row->last_line))
		return;
	if (entry.name == NULL)
		entry.name = words_name(arena, entry.title);
	read_owner(arena, &entry);
	reader_add(reader, &entry, row->line, row->last_line);
	told = cell_told(arena, &cells[title]);
	if (words_count(entry.title) >= TITLE_WORDS &&
	    !item_cite_read(arena, &(struct cursor){ &told, 0, 0 }, &(struct entry){ 0 }))
		forms_hear(reader->forms, reader, &told, FORMS_CELLS, reader->count - 1);
}
