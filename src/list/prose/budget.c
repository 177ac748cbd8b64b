/*
 * A slice enters as it would go to cmark; the same without what costs more than it
 * is worth leaves, and is told as a broken record.
 *
 * cmark gives each row of a table as many cells as its head has, so 100 kB can become
 * gigabytes; and some long paragraphs take it quadratic time.  No list has such.
 */
#include <string.h>

#include "base/text.h"
#include "list/prose/inside.h"

enum { MOST_CELLS = 200000 };

/* A line, and where it ends. */
static size_t
line_length(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return (size_t)((newline == NULL ? end : newline + 1) - at);
}

static bool
is_empty(const char *line, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!text_is_any(line[i], " \t\r\n"))
			return false;
	return true;
}

/* Cells in its rule; 0: it is none. */
static size_t
count_columns(const char *line, size_t length)
{
	size_t bars = 0, dashes = 0;

	for (size_t i = 0; i < length; i++) {
		if (!text_is_any(line[i], "|-: \t\r\n"))
			return 0;
		bars += line[i] == '|';
		dashes += line[i] == '-';
	}
	return bars > 0 && dashes > 0 ? bars + 1 : 0;
}

/* Does this line begin something of its own: a row, an item, a heading, HTML?  An item
 * with another number than 1 does so in a list of such. */
static bool
begins(const char *line, size_t length, bool numbered)
{
	size_t blanks = text_span(line, " \t");

	size_t mark = marks_item(line + blanks, length - blanks);

	return blanks < length &&
	    (text_is_any(line[blanks], "|<#*+-:") ||
		(mark > 0 && (numbered || (mark == 2 && line[blanks] == '1'))));
}

/* A table up to the next empty line, or plain lines in a row; their number. */
static const char *
block_end(const char *at, const char *end, bool is_table, size_t *lines)
{
	size_t length = line_length(at, end), blanks = text_span(at, " \t");
	bool numbered = blanks < length && text_is_digit(at[blanks]) &&
	    marks_item(at + blanks, length - blanks) > 0;

	for (*lines = 0; at < end; at += length, ++*lines) {
		length = line_length(at, end);
		if (*lines > 0 &&
		    (is_empty(at, length) || (!is_table && begins(at, length, numbered))))
			break;
	}
	return at;
}

static void
wipe(char *from, const char *to)
{
	for (; from < to; from++)
		if (*from != '\n')
			*from = ' ';
}

/* HTML is read by another, and goes through as it is. */
static bool
is_html(const char *line, size_t length)
{
	size_t blanks = text_span(line, " \t");

	return blanks < length && line[blanks] == '<';
}

void
budget_hold(struct reader *reader, char *bytes, size_t length)
{
	const char *end = bytes + length, *stop;
	unsigned line = reader->base;
	size_t lines;

	for (char *at = bytes; at < end; at = bytes + (stop - bytes), line += lines) {
		size_t columns = count_columns(at, line_length(at, end));

		stop = block_end(at, end, columns > 0, &lines);
		if (columns * lines > MOST_CELLS) {
			reader_broken(reader, line + 1,
			    "a table of more than 200,000 cells is not read");
			wipe(at, stop);
		} else if (columns == 0 && !is_html(at, line_length(at, end)) &&
		    (size_t)(stop - at) > PROSE_LONGEST) {
			reader_broken(reader, line + 1,
			    "a paragraph of more than 64 kB is not read");
			wipe(at, stop);
		}
	}
}
