/*
 * A table's header enters; what each column holds leaves, and the date in a cell of dates.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* Bytes: "organi", "organisation"; a header that says what is below. */
enum { LONGEST_ENDING = 6, LONGEST_HEADER = 40 };

static bool
is_number(const char *text)
{
	static const char *const words[] = { "", "no", "id", "index", "rank", "num",
		"number", "sl no", "s no", "序号", "编号", NULL };

	return text_is_one_of(text, words);
}

/* What works are about, or where: subjects are spelt as journals are ("Economics"), towns
 * as people ("Bonn, Germany"). */
static bool
is_topic(const char *text)
{
	static const char *const words[] = { "field", "domain", "area", "topic",
		"subject", "discipline", "category", "task", "type", "field of study",
		"research area", "application", "location", "place", "city", "country",
		"region", "language", "notes", "note", "keywords", "tags", "领域", "方向",
		"任务", "类别", NULL };

	return text_is_one_of(text, words);
}

/* Who spoke of the works in a reading group: the days are those of its meetings. */
static bool
is_speaker(const char *text)
{
	static const char *const words[] = { "moderator", "presenter", "presenters",
		"presented by", "speaker", "speakers", "host", "leader", "discussant",
		"discussion leader", "chair", "facilitator", "volunteer", NULL };

	return text_is_one_of(text, words);
}

/* Does a word of the text begin so?  "time" is not in "sentiment". */
static bool
has_word(const char *text, const char *const *starts, size_t count, const char *word)
{
	if ((*word & 0x80) != 0)
		return strstr(text, word) != NULL;
	for (size_t i = 0; i < count; i++)
		if (text_begins(starts[i], word) > 0)
			return true;
	return false;
}

enum column
columns_headed(const char *text)
{
	const char *starts[LONGEST_HEADER + 1];
	size_t count = 0;
	unsigned long long first = 0;
	bool wide = false;

	/* "GitHub Repository Link" is a column of code, not of names; long
	 * headers ("Reported Evaluation Metrics") name something else, but for
	 * "Paper Title and What We Think of It". */
	if (is_number(text))
		return COLUMN_NUMBER;
	/* "Title of Paper & Link to It" */
	if (text_begins(text, "title") > 0 || text_begins(text, "paper title") > 0)
		return COLUMN_TITLE;
	if (strlen(text) > LONGEST_HEADER)
		return COLUMN_OTHER;
	starts[count++] = text;
	for (const char *at = text; (at = strchr(at, ' ')) != NULL;)
		starts[count++] = ++at;
	/* Most words begin otherwise, and are in another script. */
	for (size_t i = 0; i < count; i++)
		first |= 1ull << (*starts[i] & 63);
	for (const char *at = text; *at != '\0' && !wide; at++)
		wide = (*at & 0x80) != 0;
	for (size_t i = 0; i < column_words_count; i++)
		if (((*column_words[i].word & 0x80) != 0
			    ? wide
			    : (first >> (*column_words[i].word & 63) & 1) != 0) &&
		    has_word(text, starts, count, column_words[i].word))
			return column_words[i].column;
	return COLUMN_OTHER;
}

enum column
columns_word(const char *word)
{
	for (size_t i = 0; i < column_words_count; i++) {
		size_t length = *word != *column_words[i].word
		    ? 0
		    : text_begins(word, column_words[i].word);
		if (length > 0 && strlen(word + length) <= LONGEST_ENDING &&
		    strchr(word + length, ' ') == NULL)
			return column_words[i].column;
	}
	return COLUMN_OTHER;
}

/* The links of a column of names are what it names. */
static enum column
role_of(const char *text, enum column column)
{
	if (column != COLUMN_NAME)
		return column;
	return strstr(text, "model") != NULL ? COLUMN_MODEL
	    : strstr(text, "data") != NULL   ? COLUMN_DATASET
					     : COLUMN_OTHER;
}

struct columns
columns_read(struct arena *arena, const struct pieces *cells, size_t count)
{
	struct columns columns = { .count = count < MOST_COLUMNS ? count : MOST_COLUMNS };
	bool named = false, spoken = false, day[MOST_COLUMNS];

	for (size_t i = 0; i < columns.count; i++) {
		char *words = pieces_text(arena, &cells[i]);
		/* "Title (Link)": a remark. */
		char *text = text_fold(arena,
		    arena_text_n(
			arena, words, 1 + strcspn(words + (*words != '\0'), "(")));
		enum column column = columns_headed(text);

		/* "Papers & Code" */
		if (column == COLUMN_CODE &&
		    (text_begins(text, "paper") > 0 || text_begins(text, "title") > 0))
			column = COLUMN_PAPER;
		columns.role[i] = role_of(text, column);
		columns.topic[i] = is_topic(text) || is_speaker(text);
		spoken |= is_speaker(text);
		day[i] = column == COLUMN_DATE && text_begins(text, "year") == 0;
		/* The first column of names names the row. */
		if (column == COLUMN_NAME && named)
			column = columns.role[i];
		named |= column == COLUMN_NAME;
		columns.of[i] = column;
		columns.known |= column == COLUMN_TITLE || column == COLUMN_NAME ||
		    column == COLUMN_PAPER;
	}
	for (size_t i = 0; spoken && i < columns.count; i++)
		if (day[i])
			columns.of[i] = columns.role[i] = COLUMN_OTHER;
	return columns;
}

/* "22.03", "22/03", where a column holds dates: year and month of this century. */
static const char *
short_month(struct arena *arena, const char *text)
{
	if (strlen(text) != 5 || text_span(text, "0123456789") != 2 ||
	    !text_is_any(text[2], "./-") || text_span(text + 3, "0123456789") != 2 ||
	    strncmp(text + 3, "00", 2) == 0 || strcmp(text + 3, "12") > 0 ||
	    /* "02-10", "12/01": month and day. */
	    strncmp(text, "13", 2) < 0)
		return NULL;
	return arena_printf(arena, "20%.2s-%s", text, text + 3);
}

/* "23 May 19", "May-19": a short year behind a month's name. */
static const char *
short_year(struct arena *arena, const char *text)
{
	size_t length = strlen(text);

	if (length < 6 || text_span(text + length - 2, "0123456789") != 2 ||
	    !text_is_any(text[length - 3], " -'") ||
	    (text[length - 3] == ' ' && !text_is_digit(*text)))
		return NULL;
	return arena_printf(arena, "%.*s 20%s", (int)length - 3, text, text + length - 2);
}

const char *
columns_date(struct arena *arena, const char *text)
{
	size_t start, end;
	const char *date = words_date(arena, text, &start, &end), *whole;

	if (date == NULL && (whole = short_year(arena, text)) != NULL) {
		date = words_date(arena, whole, &start, &end);
		date = date != NULL && start == 0 && date[4] == '-' ? date : NULL;
	}
	return date != NULL ? date : short_month(arena, text);
}
