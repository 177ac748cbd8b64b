/*
 * Rows of a CSV list enter; its cells that are to be filled, and new columns behind
 * the last one, leave.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "patch/inside.h"

enum { MOST_CELLS = 256 };

struct cell {
	const char *from, *to;
	bool quoted;
};

struct record_line {
	struct cell cells[MOST_CELLS];
	size_t count;
	const char *end; /* without what ends it */
	const char *next;
};

struct cells {
	struct filler *filler;
	char separator;
	enum filled of[MOST_CELLS];
	bool has[FILLED];
};

/* The one the first line has most of, quotes aside. */
static char
separator_of(const char *at, const char *end)
{
	static const char signs[] = ",;\t";
	size_t counts[3] = { 0 }, best = 0;

	for (bool quoted = false; at < end && (quoted || *at != '\n'); at++) {
		const char *sign = memchr(signs, *at, 3);

		quoted ^= *at == '"';
		if (sign != NULL && !quoted)
			counts[sign - signs]++;
	}
	for (size_t i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return signs[best];
}

/* One record (RFC 4180). */
static void
read_record(const char *at, const char *end, char separator, struct record_line *line)
{
	line->count = 0;
	for (;;) {
		struct cell cell = { at, at, at < end && *at == '"' };
		bool quoted = false;

		for (; at < end && (quoted || (*at != separator && *at != '\n')); at++)
			quoted ^= *at == '"';
		cell.to = at;
		if ((at == end || *at == '\n') && cell.to > cell.from &&
		    cell.to[-1] == '\r')
			cell.to--;
		if (line->count < MOST_CELLS)
			line->cells[line->count++] = cell;
		line->end = cell.to;
		if (at == end || *at == '\n')
			break;
		at++;
	}
	line->next = at == end ? end : at + 1;
}

static const char *
in_cell(const struct cells *cells, const char *value)
{
	struct buffer out;
	const char *kept;

	if (strpbrk(value, "\",;\t") == NULL)
		return value;
	buffer_init(&out, 0);
	buffer_char(&out, '"');
	for (; *value != '\0'; value++) {
		if (*value == '"')
			buffer_char(&out, '"');
		buffer_char(&out, *value);
	}
	buffer_char(&out, '"');
	kept = arena_text(cells->filler->arena, out.bytes);
	buffer_free(&out);
	return kept;
}

static void
fill_record(struct cells *cells, const struct record_line *line,
    const struct filling *row, bool header)
{
	const char separator[2] = { cells->separator, '\0' };
	struct arena *arena = cells->filler->arena;
	const char *more = "";
	enum filled first = FILLED;

	for (size_t i = 0; i < line->count && row != NULL; i++) {
		const struct cell *cell = &line->cells[i];
		size_t quotes = cell->quoted && cell->to - cell->from >= 2;
		enum filled what = cells->of[i];

		if (what != FILLED && row->values[what] != NULL &&
		    filler_may_fill(what, cell->from + quotes,
			(size_t)(cell->to - cell->from) - 2 * quotes))
			filler_put(cells->filler, what, cell->from,
			    (size_t)(cell->to - cell->from),
			    in_cell(cells, row->values[what]));
	}
	for (enum filled what = 0; what < FILLED; what++) {
		if (!cells->filler->wanted[what] || cells->has[what])
			continue;
		more = arena_join(arena, more, separator,
		    header ? filler_words[what]
			: row == NULL || row->values[what] == NULL
			? ""
			: in_cell(cells, row->values[what]),
		    NULL);
		first = first == FILLED ? what : first;
	}
	if (first != FILLED)
		filler_put(cells->filler, first, line->end, 0, more);
}

void
cells_fill(struct filler *filler)
{
	const struct list *list = filler->patched->list;
	const char *at = list->bytes, *end = at + list->length;
	static struct record_line line;
	struct cells cells = { .filler = filler };
	size_t next = 0, columns;

	if (list->length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	while (at < end && (*at == '\n' || *at == '\r'))
		at++;
	cells.separator = separator_of(at, end);
	read_record(at, end, cells.separator, &line);
	columns = line.count;
	for (size_t i = 0; i < columns; i++) {
		const struct cell *cell = &line.cells[i];

		cells.of[i] = filler_called(
		    filler->arena, cell->from, (size_t)(cell->to - cell->from));
		if (cells.of[i] != FILLED)
			cells.has[cells.of[i]] = true;
	}
	fill_record(&cells, &line, NULL, true);
	for (at = line.next; at < end; at = line.next) {
		const struct filling *row = NULL;

		read_record(at, end, cells.separator, &line);
		while (next < filler->count && filler->rows[next].entry->row < at)
			next++;
		if (next < filler->count && filler->rows[next].entry->row == at)
			row = &filler->rows[next];
		/* A line without cells, or of another shape, has no place for more. */
		if (line.count == columns)
			fill_record(&cells, &line, row, false);
		else if (row != NULL)
			filler_leave(
			    filler, row->entry, "it has not as many cells as the header");
	}
}
