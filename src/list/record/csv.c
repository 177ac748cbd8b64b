/*
 * A table with a header row enters (RFC 4180; commas, semicolons or tabs),
 * an entry a row leaves.
 */
#include "base/csv.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/csv_cells.h"
#include "list/record/csv_learn.h"
#include "list/record/given.h"
#include "list/record/record.h"
#include "list/words/words.h"

/* A quotation mark that is never closed makes the file be read to its end:
 * not for ever. */
enum { MOST_BROKEN = 100 };
/* So many well-known names are no chance, whatever stands beside them. */
enum { PLENTY = 6 };

/* "sep=;" on a line of its own, as Excel writes it: its length. */
static size_t
excel_line(const char *bytes, size_t length)
{
	const char *newline = memchr(bytes, '\n', length < 8 ? length : 8);

	return newline != NULL && newline >= bytes + 5 && strncmp(bytes, "sep=", 4) == 0
	    ? (size_t)(newline - bytes) + 1
	    : 0;
}

/* The separator the header uses most; text in quotes does not count. */
static char
separator_of(const char *bytes, size_t length)
{
	static const char separators[] = ",;\t";
	size_t counts[3] = { 0 }, best = 0;
	bool quoted = false;

	for (size_t i = excel_line(bytes, length);
	     i < length && (quoted || bytes[i] != '\n'); i++) {
		const char *at = strchr(separators, bytes[i]);
		quoted ^= bytes[i] == '"';
		if (!quoted && at != NULL && *at != '\0')
			counts[at - separators]++;
	}
	for (size_t i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return separators[best];
}

/* Beside a title, "Publication" is where it came out, and of the columns that
 * may name something ("LLM", "Tool") only one called so is its name. */
static enum given
beside_title(struct arena *scratch, const char *header, enum given given)
{
	const char *folded = text_fold(scratch, header);

	if (given == GIVEN_PAPER && strcmp(folded, "publication") == 0)
		return GIVEN_OTHER_VENUE;
	return given == GIVEN_NAME && strstr(folded, "name") == NULL ? GIVEN_NOTHING
								     : given;
}

/* OpenAlex calls the venue so, beside a count that nobody else calls so. */
static bool
is_source_of_openalex(struct arena *scratch, const struct csv_row *row, size_t column)
{
	bool counted = false;

	for (size_t i = 0; i < row->count; i++)
		counted |= text_equal_nocase(
		    text_squeeze(scratch, row->cells[i]), "Citation count");
	return counted &&
	    text_equal_nocase(text_squeeze(scratch, row->cells[column]), "Source");
}

static bool
names_entries(enum given given)
{
	return given == GIVEN_TITLE || given == GIVEN_NAME || given == GIVEN_PAPER ||
	    given == GIVEN_MODEL || given == GIVEN_DATASET;
}

/* false: no column that could name an entry.  Of a column of which the header says
 * nothing the cells below do, in `below`. */
static bool
read_header(struct arena *scratch, const struct csv_row *row, const struct csv *below,
    enum given given[MOST_COLUMNS])
{
	struct pieces *cells = arena_alloc(scratch, row->count * sizeof *cells);
	size_t count = row->count < MOST_COLUMNS ? row->count : MOST_COLUMNS;
	struct columns columns;
	bool named = false, titled = false;

	for (size_t i = 0; i < count; i++) {
		given[i] = given_named(scratch, row->cells[i]);
		if (given[i] == GIVEN_UNKNOWN && csv_header_is_path(row->cells[i]))
			given[i] = GIVEN_NOTHING;
		else if (is_source_of_openalex(scratch, row, i))
			given[i] = GIVEN_OTHER_VENUE;
		titled |= given[i] == GIVEN_TITLE;
		pieces_add(scratch, &cells[i],
		    (struct piece){
			.text = given[i] == GIVEN_UNKNOWN ? row->cells[i] : "" });
	}
	columns = columns_read(scratch, cells, count);
	csv_learn(scratch, below, given, &columns);
	for (size_t i = 0; i < count; i++) {
		if (given[i] == GIVEN_UNKNOWN)
			given[i] = csv_given_of(columns.of[i]);
		if (titled)
			given[i] = beside_title(scratch, row->cells[i], given[i]);
		named |= names_entries(given[i]);
	}
	return named;
}

/* A spreadsheet's formula guard, as our own writer sets it. */
static const char *
without_guard(const char *cell)
{
	return cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@\t\r", cell[1]) != NULL
	    ? cell + 1
	    : cell;
}

static void
read_row(struct reader *reader, const struct csv_row *row,
    const enum given given[MOST_COLUMNS], size_t columns, unsigned last_line)
{
	struct said said = { .arena = reader->arena, .scratch = reader->scratch };
	const char *people = NULL;
	bool blank = true;

	for (size_t i = 0; i < row->count && i < columns; i++) {
		const char *cell = without_guard(row->cells[i]);
		blank &= text_is_blank(cell);
		if (text_is_blank(cell) || csv_cell_is_silent(cell))
			continue;
		if (given[i] == GIVEN_FULL_AUTHORS ||
		    (given[i] == GIVEN_AUTHORS && people == NULL))
			people = cell;
		else if (given[i] == GIVEN_TYPE)
			said.type = given_type_of(cell);
		else if (given[i] != GIVEN_AUTHORS)
			said_add(&said, given[i], cell);
	}
	if (people != NULL)
		csv_say_people(&said, people);
	if (!blank && !given_settle(reader, &said, row->line, last_line))
		reader_broken(reader, row->line, "this row has no title");
}

/* A row with a quotation mark that is never closed ends with its line. */
static void
read_first_line(struct reader *reader, struct csv *csv, const char *start, unsigned line,
    const enum given given[MOST_COLUMNS], size_t columns)
{
	const char *newline = memchr(start, '\n', (size_t)(csv->end - start));
	struct csv one = { .at = start,
		.line = line,
		.end = newline == NULL ? csv->end : newline,
		.separator = csv->separator };
	struct csv_row row;

	reader_broken(reader, line, csv->trouble);
	csv_next(reader->scratch, &one, &row);
	read_row(reader, &row, given, columns, line);
	csv->trouble = NULL;
	csv->at = one.end;
	csv->line = line;
}

static void
read_rows(struct reader *reader, struct csv *csv, const enum given given[MOST_COLUMNS],
    size_t columns)
{
	for (unsigned broken = 0; broken < MOST_BROKEN;) {
		const char *start = csv->at;
		unsigned line = csv->line;
		struct csv_row row;

		arena_reset(reader->scratch);
		for (;
		     start < csv->end && strchr("\r\n", *start) != NULL && *start != '\0';
		     start++)
			line += *start == '\n';
		if (csv_next(reader->scratch, csv, &row)) {
			bool ended = csv->at > start && csv->at[-1] == '\n';
			read_row(reader, &row, given, columns,
			    csv->line - (ended && csv->line > row.line));
		} else if (csv->trouble != NULL) {
			read_first_line(reader, csv, start, line, given, columns);
			broken++;
		} else {
			return;
		}
	}
	reader_broken(reader, csv->line,
	    "too many quotation marks are never "
	    "closed: the rest was not read");
}

static bool
read_csv(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	size_t excel = excel_line(bytes, length);
	struct csv csv = { .at = bytes + excel,
		.end = bytes + length,
		.line = 1 + (excel > 0),
		.separator = separator_of(bytes, length) };
	enum given given[MOST_COLUMNS];
	struct arena *header = arena_new();
	struct csv_row row;
	size_t columns = 0;
	bool good = true;

	if (csv_next(header, &csv, &row)) {
		columns = row.count < MOST_COLUMNS ? row.count : MOST_COLUMNS;
		good = read_header(header, &row, &csv, given);
	}
	arena_free(header);
	if (good && csv.trouble == NULL)
		read_rows(reader, &csv, given, columns);
	else
		*reason = "its first row does not name the columns; one must "
			  "be called title or name";
	return *reason == NULL;
}

/* Without an extension only a header of well-known names is a table. */
static bool
begins_csv(const char *bytes, size_t length)
{
	struct arena *scratch = arena_new();
	size_t head = length < 4096 ? length : 4096, known = 0;
	struct csv csv = { .at = bytes,
		.end = bytes + head,
		.line = 1,
		.separator = separator_of(bytes, head) };
	struct csv_row row;
	bool named = false;

	if (length > 0 && strchr("#|<[-*>", *bytes) == NULL &&
	    csv_next(scratch, &csv, &row) && row.count >= 2) {
		for (size_t i = 0; i < row.count && i < MOST_COLUMNS; i++) {
			enum given given = given_named(scratch, row.cells[i]);
			known += given != GIVEN_UNKNOWN;
			named |= given == GIVEN_TITLE || given == GIVEN_NAME;
		}
	}
	arena_free(scratch);
	return named && known >= 2 && (known * 2 >= row.count || known >= PLENTY);
}

const struct format list_format_csv = { "CSV", "csv tsv tab", begins_csv, read_csv,
	WRITING_CSV };
