/* What stands in a cell, or behind a word that stands for its column, enters; facts of the entry
 * leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* "Ubicomp23", "SenSys25 (Vol. 9)": a year that lacks its century. */
static const char *
with_century(struct arena *arena, const char *text)
{
	size_t letters = strspn(
	    text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	const char *year = text + letters;

	return letters > 2 && letters < 13 && text_is_capital(*text) &&
		(*year == '1' || *year == '2') && text_is_digit(year[1]) &&
		(year[2] == '\0' || strncmp(year + 2, " (", 2) == 0)
	    ? arena_printf(arena, "%.*s 20%s", (int)letters, text, year)
	    : text;
}

/* "Roe et al. 2015", "Roe, Bo (2019-03)": a date may close them. */
static void
take_people(struct arena *arena, char *text, struct entry *entry)
{
	size_t start, end;
	const char *date = words_date(arena, text, &start, &end);

	if (date != NULL && text[end + text_span(text + end, " .,;)]")] == '\0' &&
	    start > 2) {
		entry->date = entry->date == NULL ? date : entry->date;
		text[start] = '\0';
		text = text_trim(text, " ,;([");
	}
	entry->authors = words_people(arena, text);
}

/* A column of dates knows better than what a venue's column says beside it. */
static void
take_date(struct arena *arena, const char *text, struct entry *entry)
{
	const char *venue, *date = columns_date(arena, text);
	/* "2021 ISCA", "ISCA'19" */
	const char *both = words_venue_and_date(arena, text, &venue);

	date = date == NULL && venue != NULL ? both : date;
	if (date == NULL)
		return;
	entry->date = date;
	entry->date_raw = strcmp(date, text) == 0 ? NULL : text;
	if (venue != NULL && words_name_place(venue) && entry->venue == NULL)
		entry->venue = venue;
}

/* "ICLR2017(1611) Roe at a lab", "Arxiv(1911)": a venue and its year, or a month of arXiv's, at
 * the head of a cell. */
static bool
take_head(struct arena *arena, const char *text, struct entry *entry)
{
	size_t letters = text_span_in(text, TEXT_LETTERS);
	const char *at = text + letters, *date = NULL;

	if (letters < 3 || letters > 12 || !text_is_capital(*text))
		return false;
	if (words_is_year(at) && at[4] != '\0' && !text_is_letter(at[4]))
		date = arena_text_n(arena, at, 4);
	else if (*at == '(' && text_span(at + 1, "0123456789") == 4 && at[5] == ')' &&
	    text_starts_nocase(text, "arxiv"))
		date = columns_date(
		    arena, arena_printf(arena, "%.2s.%.2s", at + 1, at + 3));
	if (date == NULL)
		return false;
	entry->date = entry->date == NULL ? date : entry->date;
	entry->venue = entry->venue == NULL ? arena_text_n(arena, text, letters)
					    : entry->venue;
	return true;
}

static void
take_venue(struct arena *arena, const char *text, struct entry *entry)
{
	const char *date = NULL, *venue;

	if (text_is_any(*text, "[("))
		text = text_trim(arena_text(arena, text), " []()");
	/* "--", "TBA", an address, "[code](u)" among venues in links */
	if (text[text_span(text, " -.?/")] == '\0' || words_name_thing(text) ||
	    strstr(text, "://") != NULL ||
	    (strpbrk(text, "0123456789") == NULL && words_is_generic(arena, text) &&
		!words_name_venue(arena, text)))
		return;
	if (strchr(text, ' ') != NULL && take_head(arena, text, entry))
		return;
	/* "Some Lab & Other University" */
	if (words_name_house(text)) {
		entry->institute = entry->institute == NULL ? text : entry->institute;
		return;
	}
	text = with_century(arena, text);
	if (strchr(text, '\'') != NULL)
		date = words_venue_and_date(arena, text, &venue);
	if (date == NULL || venue == NULL) {
		words_venue(arena, text, entry);
		return;
	}
	entry->venue = entry->venue == NULL ? venue : entry->venue;
	entry->date = entry->date == NULL ? date : entry->date;
}

void
columns_take(
    struct arena *arena, enum column column, const char *text, struct entry *entry)
{
	switch (column) {
	case COLUMN_DATE:
		take_date(arena, text, entry);
		break;
	case COLUMN_VENUE:
		take_venue(arena, text, entry);
		break;
	case COLUMN_INSTITUTE:
		entry->institute = text;
		break;
	case COLUMN_LICENSE:
		entry->license = text;
		break;
	case COLUMN_BASE_MODEL:
		entry->base_model = text;
		break;
	case COLUMN_AUTHORS:
		if (text_find_nocase(text, "universit") != NULL &&
		    !words_are_authors(text))
			entry->institute = entry->institute == NULL ? text
								    : entry->institute;
		else
			take_people(
			    arena, text_trim(arena_text(arena, text), " []()"), entry);
		break;
	case COLUMN_TITLE:
	case COLUMN_NAME:
	case COLUMN_NUMBER:
	case COLUMN_OTHER:
	case COLUMN_PAPER:
	case COLUMN_CODE:
	case COLUMN_MODEL:
	case COLUMN_DATASET:
	case COLUMN_LINK:
		break;
	}
}
