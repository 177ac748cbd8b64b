/*
 * The rows of a table enter; what a column holds whose header says nothing, or
 * says it in a language we do not know, leaves: by what stands in its cells.
 */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* Per hundred of a column's cells; below FEW rows nothing is learned. */
enum {
	FEW = 3,
	DATES = 80,
	PLACES = 70,
	PEOPLE = 60,
	LINKED = 50,
	FILLED = 60,
	CHANGING = 70
};

struct column_share {
	size_t filled, dates, places, people, linked, changing;
};

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
		if ((*text & 0x80) != 0 || ((*text | 32) >= 'a' && (*text | 32) <= 'z'))
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

static struct column_share
share_of(struct arena *arena, const struct table_row *rows, size_t count, size_t column)
{
	struct column_share share = { 0 };
	const char *before = "";

	for (size_t i = 0; i < count; i++) {
		const char *text, *venue;
		if (column >= rows[i].count)
			continue;
		text = pieces_text(arena, &rows[i].cells[column]);
		if (text_is_blank(text) || strcmp(text, "-") == 0)
			continue;
		share.filled++;
		share.dates += is_date_alone(arena, text);
		share.places += words_venue_and_date(arena, text, &venue) != NULL &&
		    venue != NULL;
		share.people += words_are_full_names(text);
		share.linked += links_words(arena, &rows[i].cells[column]);
		share.changing += strcmp(text, before) != 0;
		before = text;
	}
	return share;
}

static bool
has(const struct columns *columns, enum column column)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->of[i] == column)
			return true;
	return false;
}

void
columns_learn(struct arena *arena, struct columns *columns, const struct table_row *rows,
    size_t count)
{
	bool named = has(columns, COLUMN_TITLE) || has(columns, COLUMN_NAME) ||
	    has(columns, COLUMN_PAPER);

	for (size_t i = 0; i < columns->count; i++) {
		struct column_share share;
		if (columns->of[i] != COLUMN_OTHER && columns->of[i] != COLUMN_NUMBER)
			continue;
		share = share_of(arena, rows, count, i);
		/* A header that is blank above links names what the rows are. */
		if (i == 0 && !named && columns->of[0] == COLUMN_NUMBER &&
		    share.linked > 0 && share.linked * 100 >= share.filled * LINKED) {
			columns->of[0] = COLUMN_NAME;
			named = true;
		} else if (share.filled < FEW) {
			continue;
		} else if (share.dates * 100 >= share.filled * DATES &&
		    !has(columns, COLUMN_DATE)) {
			columns->of[i] = COLUMN_DATE;
		} else if (share.places * 100 >= share.filled * PLACES &&
		    !has(columns, COLUMN_VENUE)) {
			columns->of[i] = COLUMN_VENUE;
		} else if (share.people * 100 >= share.filled * PEOPLE &&
		    !has(columns, COLUMN_AUTHORS)) {
			columns->of[i] = COLUMN_AUTHORS;
		} else if (!named && share.linked * 100 >= share.filled * LINKED &&
		    share.filled * 100 >= count * FILLED &&
		    share.changing * 100 >= share.filled * CHANGING) {
			columns->of[i] = COLUMN_NAME;
			named = true;
		}
	}
}
