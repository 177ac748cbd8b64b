/* The rows of a table enter; what a column holds whose header says nothing, or says it in
 * a language we do not know, leaves: by what stands in its cells. */
#include <string.h>

#include "base/arena.h"
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
	CHANGING = 70,
	NAMED = 40
};

/* Words a cell on the average: of names at the most, of titles at the least. */
enum { FEW_WORDS = 8, TITLE = 4, SEEN = 100, MOST_ROWS = 60 };

struct column_share {
	size_t rows, filled, fresh, dates, dated, places, named, known, words, wordy,
	    people, persons, linked, changing;
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
		bool small = length > 2 && text[1] >= 'a' && text[1] <= 'z';
		if (*text < 'A' || *text > 'Z' ||
		    !(small || (length == 2 && text[1] == '.')))
			return false;
		words++;
		text += length + (text[length] == ' ');
	}
	return words > 1 && words < 5;
}

/* "[ICLR]", "NeurIPS (oral)" */
static bool
is_named(struct arena *arena, const char *text)
{
	const char *name = text_trim(arena_text(arena, text), " []().,;");

	return words_name_place(name) || text_find_nocase(name, "rxiv") != NULL;
}

static struct column_share
share_of(struct arena *arena, const struct table_row *rows, size_t count, size_t column)
{
	struct column_share share = { 0 };
	const char *before = "", *seen[SEEN];

	/* Of a long table some rows, evenly spread, tell as much. */
	for (size_t i = 0; i < count; i += 1 + count / MOST_ROWS) {
		size_t s = 0;
		const char *text, *venue;
		bool dated;
		share.rows++;
		if (column >= rows[i].count)
			continue;
		text = pieces_text(arena, &rows[i].cells[column]);
		if (text_is_blank(text) || strcmp(text, "-") == 0)
			continue;
		share.filled++;
		share.dates += is_date_alone(arena, text);
		dated = columns_date(arena, text) != NULL;
		share.dated += dated;
		while (s < share.fresh && s < SEEN && strcmp(seen[s], text) != 0)
			s++;
		if (s == share.fresh && s < SEEN)
			seen[s] = text;
		share.fresh += s == share.fresh || s == SEEN;
		share.words += words_count(text);
		share.wordy += is_wordy(text);
		if (is_named(arena, text)) {
			share.named++;
			share.known += words_name_venue(arena, text);
		}
		share.places += (words_venue_and_date(arena, text, &venue) != NULL &&
				    venue != NULL) ||
		    (dated && text_find_nocase(text, "rxiv") != NULL);
		share.people += are_people(arena, text);
		share.persons += may_be_person(text) ||
		    text_find_nocase(text, "universit") != NULL;
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

/* The first column that names the rows: different in each, few words, no dates, no people. */
static size_t
naming(const struct columns *columns, const struct column_share *shares)
{
	size_t linked = columns->count, plain = columns->count;

	for (size_t i = columns->count; i-- > 0;) {
		const struct column_share *share = &shares[i];
		bool open = columns->of[i] == COLUMN_OTHER;
		if (!open || share->filled < FEW ||
		    share->filled * 100 < share->rows * FILLED ||
		    share->changing * 100 < share->filled * CHANGING)
			continue;
		if (share->linked * 100 >= share->filled * LINKED)
			linked = i;
		else if (share->words <= share->filled * FEW_WORDS &&
		    share->dates + share->people + share->places == 0 &&
		    share->wordy * 100 >= share->filled * DATES)
			plain = i;
	}
	/* "Name | … | [Source](u)": the links are called by where they lead. */
	return plain < linked && linked < columns->count &&
		shares[linked].words < shares[linked].filled * TITLE
	    ? plain
	    : linked;
}

/* Right beside the column of dates? */
static bool
is_beside_dates(const struct columns *columns, size_t i)
{
	return (i > 0 && columns->of[i - 1] == COLUMN_DATE) ||
	    (i + 1 < columns->count && columns->of[i + 1] == COLUMN_DATE);
}

/* Where papers came out: venues that are known; with a year; without one short words that repeat in a table
 * that says in another column who wrote them, or right beside dates. */
static bool
holds_venues(const struct columns *columns, const struct column_share *share, size_t i,
    bool anywhere)
{
	if (has(columns, COLUMN_VENUE) || share->filled < FEW)
		return false;
	if ((i > 0 && share->known * 2 >= share->filled) ||
	    ((share->places + share->named) * 100 >= share->filled * PLACES &&
		share->places * 2 >= share->filled))
		return true;
	return (anywhere ? has(columns, COLUMN_AUTHORS) : is_beside_dates(columns, i)) &&
	    (anywhere ||
		(share->filled >= 2 * FEW &&
		    share->fresh * 100 <= share->filled * DATES)) &&
	    share->linked * 100 < share->filled * LINKED &&
	    share->words <= share->filled * FEW_WORDS &&
	    (share->named + share->places) * 100 >=
	    share->filled * (has(columns, COLUMN_AUTHORS) ? NAMED : PLACES);
}

/* Most are people; or one, beside others that are several. */
static bool
holds_people(const struct column_share *share)
{
	return share->people * 100 >= share->filled * PEOPLE ||
	    (share->people * 3 >= share->filled && share->linked == 0 &&
		share->fresh * 100 >= share->filled * PEOPLE &&
		(share->people + share->persons) * 100 >= share->filled * DATES);
}

static bool
has_other_papers(const struct columns *columns, size_t but)
{
	for (size_t i = 0; i < columns->count; i++)
		if (i != but && columns->of[i] == COLUMN_PAPER)
			return true;
	return false;
}

static void
learn_column(
    struct columns *columns, const struct column_share *share, size_t i, bool anywhere)
{
	/* "Publication": a paper's link that is called by its venue, or that alone. */
	if (columns->of[i] == COLUMN_PAPER &&
	    (has(columns, COLUMN_TITLE) || has_other_papers(columns, i)) &&
	    holds_venues(columns, share, i, anywhere)) {
		columns->of[i] = COLUMN_VENUE;
		return;
	}
	if ((columns->of[i] != COLUMN_OTHER && columns->of[i] != COLUMN_NUMBER) ||
	    share->filled < FEW)
		return;
	if (share->dates * 100 >= share->filled * DATES && !has(columns, COLUMN_DATE))
		columns->of[i] = COLUMN_DATE;
	else if (holds_venues(columns, share, i, anywhere))
		columns->of[i] = COLUMN_VENUE;
	else if (holds_people(share) && !has(columns, COLUMN_AUTHORS))
		columns->of[i] = COLUMN_AUTHORS;
}

/* A header that its cells gainsay: "Title & Authors" above titles in links, "Project"
 * above days, "Time" above what is no date. */
static bool
is_gainsaid(enum column column, const struct column_share *share)
{
	if (share->filled < FEW)
		return false;
	if (column == COLUMN_AUTHORS)
		return share->linked * 100 >= share->filled * DATES &&
		    share->people * 100 < share->filled * LINKED;
	if (column == COLUMN_DATE)
		return share->dated == 0;
	return share->dates * 100 >= share->filled * DATES;
}

void
columns_learn(struct arena *arena, struct columns *columns, const struct table_row *rows,
    size_t count)
{
	struct column_share shares[MOST_COLUMNS] = { 0 };
	bool named;
	size_t name;

	for (size_t i = 0; i < columns->count; i++) {
		shares[i] = share_of(arena, rows, count, i);
		if (is_gainsaid(columns->of[i], &shares[i]))
			columns->of[i] = COLUMN_OTHER;
	}
	named = has(columns, COLUMN_TITLE) || has(columns, COLUMN_NAME) ||
	    has(columns, COLUMN_PAPER);
	/* A header that is blank above links names what the rows are. */
	if (!named && columns->count > 0 && columns->of[0] == COLUMN_NUMBER &&
	    shares[0].linked > 0 && shares[0].linked * 100 >= shares[0].filled * LINKED) {
		columns->of[0] = COLUMN_NAME;
		named = true;
	}
	/* A column of dates or people tells what another one is. */
	for (size_t i = 0; i < 3 * columns->count; i++)
		learn_column(columns, &shares[i % columns->count], i % columns->count,
		    i >= 2 * columns->count);
	for (size_t i = 0; i < columns->count; i++)
		if (!named && columns->of[i] == COLUMN_NUMBER && shares[i].wordy > 0)
			columns->of[i] = COLUMN_OTHER;
	/* "References": links that are called by where they lead name no row. */
	for (size_t i = 0; i < columns->count && named; i++)
		if (columns->of[i] == COLUMN_PAPER && !has(columns, COLUMN_TITLE) &&
		    !has(columns, COLUMN_NAME) && shares[i].filled >= FEW &&
		    shares[i].words < shares[i].filled * TITLE)
			named = false;
	name = named ? columns->count : naming(columns, shares);
	if (name < columns->count)
		columns->of[name] = COLUMN_NAME;
}
