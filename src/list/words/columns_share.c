/* The rows of a table enter; what stands in one of its columns leaves, counted. */
#include "list/words/columns_share.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { SEEN = 100, MOST_ROWS = 60 };

static bool
is_date_alone(struct arena *arena, const char *text)
{
	size_t start, end;

	return words_date(arena, text, &start, &end) != NULL && start == 0 &&
	    text[end] == '\0';
}

static bool
is_wordy(const char *text)
{
	for (; *text != '\0'; text++)
		if ((*text & 0x80) != 0 || text_is_letter(*text))
			return true;
	return false;
}

/* Does a link in the cell say more than what kind it is? */
static bool
links_words(struct arena *arena, const struct pieces *cell)
{
	for (size_t i = 0; i < cell->count; i++)
		if (cell->v[i].kind == PIECE_LINK && !cell->v[i].holds_image &&
		    !cell->v[i].repeated && !words_is_url(cell->v[i].text) &&
		    is_wordy(cell->v[i].text) &&
		    !words_is_generic(arena, cell->v[i].text))
			return true;
	return false;
}

/* "[JMLR](doi)": one link, to a paper. */
static bool
leads_to_paper(const struct pieces *cell)
{
	bool paper = false;

	for (size_t i = 0; i < cell->count; i++) {
		if (cell->v[i].kind != PIECE_LINK)
			continue;
		if (paper || !words_is_paper_address(cell->v[i].url))
			return false;
		paper = true;
	}
	return paper;
}

/* "Ann Roe, Bo Poe", "[Roe A, Poe B]", "(Roe et al.)" */
static bool
are_people(struct arena *arena, const char *text)
{
	const char *names = text_trim(arena_text(arena, text), " []().,;");

	return words_are_full_names(names) ||
	    (strpbrk(names, ".,&") != NULL && words_are_byline(names, strlen(names)));
}

/* "Bo Poe", "J. Roe": words of a name and no others. */
static bool
may_be_person(const char *text)
{
	size_t words = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, " ");
		bool small = length > 2 && text_is_small(text[1]);
		if (!text_is_capital(*text) ||
		    !(small || (length == 2 && text[1] == '.')))
			return false;
		words++;
		text += length + (text[length] == ' ');
	}
	return words > 1 && words < 5;
}

/* "[ICLR]", "NeurIPS (oral)": a venue without a year, or NULL. */
static const char *
named(struct arena *arena, const char *text)
{
	const char *name = text_trim(arena_text(arena, text), " []().,;");

	return words_name_place(name) || text_find_nocase(name, "rxiv") != NULL ? name
										: NULL;
}

/* "2401.00010" in a link of the row: its month, "2024-01"; NULL: there is none. */
static const char *
numbered_month(struct arena *arena, const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		for (size_t k = 0; k < row->cells[i].count; k++) {
			const char *url = row->cells[i].v[k].url;
			const char *at = url == NULL ? NULL : strstr(url, "arxiv.org/");

			while (at != NULL && (at = strchr(at + 1, '/')) != NULL)
				if (text_span(at + 1, "0123456789") == 4 && at[5] == '.')
					return arena_printf(
					    arena, "20%.2s-%.2s", at + 1, at + 3);
		}
	return NULL;
}

struct column_share
columns_share(
    struct arena *arena, const struct table_row *rows, size_t count, size_t column)
{
	struct column_share share = { 0 };
	const char *before = "", *seen[SEEN];

	/* Of a long table some rows, evenly spread, tell as much. */
	for (size_t i = 0; i < count; i += 1 + count / MOST_ROWS) {
		size_t s = 0;
		const char *text, *venue, *name, *date, *month;
		share.rows++;
		if (column >= rows[i].count)
			continue;
		text = pieces_text(arena, &rows[i].cells[column]);
		if (text_is_blank(text) || strcmp(text, "-") == 0)
			continue;
		share.filled++;
		share.dates += is_date_alone(arena, text);
		date = columns_date(arena, text);
		share.dated += date != NULL;
		month = date != NULL && strlen(date) > 6 ? numbered_month(arena, &rows[i])
							 : NULL;
		share.numbered += month != NULL && strncmp(date, month, 7) == 0;
		while (s < share.fresh && s < SEEN && strcmp(seen[s], text) != 0)
			s++;
		if (s == share.fresh && s < SEEN)
			seen[s] = text;
		share.fresh += s == share.fresh || s == SEEN;
		share.words += words_count(text);
		share.wordy += is_wordy(text);
		name = named(arena, text);
		words_venue_and_date(arena, text, &venue);
		share.places += venue != NULL ||
		    (date != NULL && text_find_nocase(text, "rxiv") != NULL);
		share.named += name != NULL;
		share.labels += name != NULL && leads_to_paper(&rows[i].cells[column]);
		name = venue != NULL ? venue : name;
		share.known += name != NULL && words_name_venue(arena, name);
		share.houses += words_name_house(text);
		share.people += are_people(arena, text);
		share.persons += may_be_person(text) ||
		    text_find_nocase(text, "universit") != NULL;
		share.links += pieces_have_link(&rows[i].cells[column]);
		share.linked += links_words(arena, &rows[i].cells[column]);
		share.changing += strcmp(text, before) != 0;
		before = text;
	}
	return share;
}
