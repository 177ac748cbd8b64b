/* The rows of a table enter; what a column holds whose header says nothing, or says it in
 * a language we do not know, leaves: by what stands in its cells. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/columns_share.h"
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
enum { FEW_WORDS = 8, TITLE = 4 };

static bool
has(const struct columns *columns, enum column column)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->of[i] == column)
			return true;
	return false;
}

/* The first column that names the rows, linked or not: different in each, few words, no
 * dates, no people; columns->count: none. */
static size_t
naming(const struct columns *columns, const struct column_share *shares)
{
	size_t linked = columns->count, plain = columns->count;

	for (size_t i = columns->count; i-- > 0;) {
		const struct column_share *share = &shares[i];
		/* "Code": programs that lead to their homes by their names. */
		bool open = columns->of[i] == COLUMN_OTHER ||
		    (columns->of[i] >= COLUMN_CODE &&
			share->linked * 100 >= share->filled * DATES);
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

/* Where papers came out: venues that are known; with a year; without one short words that
 * repeat in a table that says in another column who wrote them, or right beside dates. */
static bool
holds_venues(const struct columns *columns, const struct column_share *share, size_t i,
    bool anywhere)
{
	/* "[KOR](u)" in each row is a label. */
	if (has(columns, COLUMN_VENUE) || share->filled < FEW || columns->topic[i] ||
	    (share->fresh == 1 && share->filled > FEW && share->known == 0) ||
	    share->houses * 3 > share->filled)
		return false;
	/* "Link": papers that are called by where they came out. */
	if (columns->of[i] == COLUMN_LINK)
		return share->labels * 100 >= share->filled * LINKED;
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
learn_column(struct columns *columns, const struct column_share *share, size_t i,
    size_t date, bool anywhere)
{
	/* "Publication": a paper's link that is called by its venue, or that alone. */
	if ((columns->of[i] == COLUMN_LINK ||
		(columns->of[i] == COLUMN_PAPER &&
		    (has(columns, COLUMN_TITLE) || has_other_papers(columns, i)))) &&
	    holds_venues(columns, share, i, anywhere)) {
		columns->of[i] = COLUMN_VENUE;
		return;
	}
	/* "Year": "ISCA '19", "2021 HPCA" */
	if (columns->of[i] == COLUMN_DATE && !has(columns, COLUMN_VENUE) &&
	    share->filled >= FEW && share->places * 100 >= share->filled * PLACES) {
		columns->of[i] = COLUMN_VENUE;
		return;
	}
	if ((columns->of[i] != COLUMN_OTHER && columns->of[i] != COLUMN_NUMBER) ||
	    share->filled < FEW)
		return;
	if (i == date)
		columns->of[i] = COLUMN_DATE;
	else if (holds_venues(columns, share, i, anywhere))
		columns->of[i] = COLUMN_VENUE;
	else if (!columns->topic[i] && holds_people(share) &&
	    !has(columns, COLUMN_AUTHORS))
		columns->of[i] = COLUMN_AUTHORS;
	else if (!has(columns, COLUMN_INSTITUTE) && !columns->topic[i] &&
	    share->links == 0 && share->fresh >= FEW &&
	    share->houses * 100 >= share->filled * PEOPLE)
		columns->of[i] = COLUMN_INSTITUTE;
}

/* The first column of dates; of several, the one that most often is the month of the
 * row's arXiv number: others say when a paper was read.  columns->count: none, or its
 * header says so already. */
static size_t
dating(const struct columns *columns, const struct column_share *shares)
{
	size_t best = columns->count;

	for (size_t i = 0; i < columns->count && !has(columns, COLUMN_DATE); i++)
		if ((columns->of[i] == COLUMN_OTHER || columns->of[i] == COLUMN_NUMBER) &&
		    shares[i].filled >= FEW &&
		    shares[i].dates * 100 >= shares[i].filled * DATES &&
		    (best == columns->count ||
			shares[i].numbered > shares[best].numbered))
			best = i;
	return best;
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

/* "Encoder | Year | Corpus", where "[TreeBERT](u)" stands below the first: a column of
 * names that links nothing is not what rows are called by, when one in front of it is. */
static void
prefer_linked(struct columns *columns, const struct column_share *shares)
{
	size_t name = 0, linked;

	while (name < columns->count && columns->of[name] != COLUMN_NAME)
		name++;
	if (name == columns->count || has(columns, COLUMN_TITLE) ||
	    has(columns, COLUMN_PAPER) || shares[name].linked > 0)
		return;
	linked = naming(columns, shares);
	if (linked > name || shares[linked].linked * 100 < shares[linked].filled * DATES)
		return;
	columns->of[name] = COLUMN_OTHER;
	columns->of[linked] = COLUMN_NAME;
}

void
columns_learn(struct arena *arena, struct columns *columns, const struct table_row *rows,
    size_t count)
{
	struct column_share shares[MOST_COLUMNS] = { 0 };
	bool named;
	size_t name, date;

	for (size_t i = 0; i < columns->count; i++) {
		shares[i] = columns_share(arena, rows, count, i);
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
	date = dating(columns, shares);
	for (size_t i = 0; i < 3 * columns->count; i++)
		learn_column(columns, &shares[i % columns->count], i % columns->count,
		    date, i >= 2 * columns->count);
	for (size_t i = 0; i < columns->count; i++)
		if (!named && columns->of[i] == COLUMN_NUMBER && shares[i].wordy > 0)
			columns->of[i] = COLUMN_OTHER;
	/* "References": links that are called by where they lead name no row. */
	for (size_t i = 0; i < columns->count && named; i++)
		if (columns->of[i] == COLUMN_PAPER && !has(columns, COLUMN_TITLE) &&
		    !has(columns, COLUMN_NAME) &&
		    (shares[i].filled >= FEW || shares[i].filled == 0) &&
		    shares[i].words < shares[i].filled * TITLE + (shares[i].filled == 0))
			named = false;
	for (size_t i = 0; i < columns->count; i++)
		columns->titled |= columns->of[i] == COLUMN_PAPER &&
		    shares[i].filled >= FEW &&
		    shares[i].words >= shares[i].filled * TITLE;
	prefer_linked(columns, shares);
	name = named ? columns->count : naming(columns, shares);
	if (name < columns->count)
		columns->of[name] = COLUMN_NAME;
}
