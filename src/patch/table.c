/*
 * Rows of a table of Markdown enter; its cells that are to be filled, and new columns
 * behind the last one, leave.
 */
#include <string.h>

#include "base/arena.h"
#include "patch/inside.h"

enum { MOST_CELLS = 64 };

struct cell {
	const char *from, *to;    /* without the blanks around */
	const char *left, *right; /* with them: from bar to bar */
};

struct line {
	const char *at, *end; /* without what ends it */
	struct cell cells[MOST_CELLS];
	size_t count;
	bool closed; /* a bar ends it */
};

struct table {
	struct filler *filler;
	struct line header;
	const char *rows, *end; /* below the delimiter, up to what ends the table */
	enum filled of[MOST_CELLS];
	bool has[FILLED];
	size_t count; /* columns as they are */
};

static const char *
line_start(const char *bytes, const char *at)
{
	while (at > bytes && at[-1] != '\n')
		at--;
	return at;
}

static const char *
next_line(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline == NULL ? end : newline + 1;
}

static struct cell
trim(const char *left, const char *right)
{
	struct cell cell = { left, right, left, right };

	while (cell.from < cell.to && strchr(" \t", *cell.from) != NULL)
		cell.from++;
	while (cell.to > cell.from && strchr(" \t", cell.to[-1]) != NULL)
		cell.to--;
	return cell;
}

/* A bar behind a backslash is none; one in a code span is (GFM). */
static void
read_line(const char *at, const char *end, struct line *line)
{
	const char *from;

	*line = (struct line){ .at = at };
	while (end > at && strchr(" \t\r\n", end[-1]) != NULL)
		end--;
	line->end = end;
	while (at < end && strchr(" \t", *at) != NULL)
		at++;
	at += at < end && *at == '|';
	for (from = at; at < end && line->count < MOST_CELLS; at++) {
		line->closed = *at == '|';
		if (*at == '\\')
			at++;
		else if (*at == '|') {
			line->cells[line->count++] = trim(from, at);
			from = at + 1;
		}
	}
	if (!line->closed && from < end && line->count < MOST_CELLS)
		line->cells[line->count++] = trim(from, end);
}

/* "|---|:--:|" */
static bool
is_delimiter(const struct line *line)
{
	for (size_t i = 0; i < line->count; i++) {
		const char *at = line->cells[i].from, *to = line->cells[i].to;

		at += at < to && *at == ':';
		to -= to > at && to[-1] == ':';
		if (at == to)
			return false;
		for (; at < to; at++)
			if (*at != '-')
				return false;
	}
	return line->count > 0 &&
	    memchr(line->at, '|', (size_t)(line->end - line->at)) != NULL;
}

static bool
has_bar(const char *at, const char *end)
{
	return memchr(at, '|', (size_t)(end - at)) != NULL;
}

/* Header and delimiter above a row; false: it is in no table. */
static bool
find_table(struct filler *filler, const char *row, struct table *table)
{
	const struct list *list = filler->patched->list;
	const char *end = list->bytes + list->length, *at = line_start(list->bytes, row);
	struct line line;

	*table = (struct table){ .filler = filler };
	while (at > list->bytes && has_bar(at, next_line(at, end))) {
		const char *above = line_start(list->bytes, at - 1);

		read_line(at, next_line(at, end), &line);
		if (is_delimiter(&line)) {
			table->rows = next_line(at, end);
			read_line(above, at, &table->header);
			/* GFM: as many as the header has. */
			table->count = table->header.count;
			break;
		}
		at = above;
	}
	if (table->rows == NULL || table->count != line.count || row < table->rows ||
	    strchr(">", *table->header.at) != NULL)
		return false;
	for (at = table->rows; at < end && has_bar(at, next_line(at, end));)
		at = next_line(at, end);
	table->end = at;
	for (size_t i = 0; i < table->count; i++) {
		const struct cell *cell = &table->header.cells[i];

		table->of[i] = filler_called(
		    filler->arena, cell->from, (size_t)(cell->to - cell->from));
		if (table->of[i] != FILLED)
			table->has[table->of[i]] = true;
	}
	return true;
}

/* A row with more cells than there are columns would get a new one at a wrong place. */
static bool
may_grow(const struct table *table)
{
	struct line line;

	for (const char *at = table->rows; at < table->end;
	     at = next_line(at, table->end)) {
		read_line(at, next_line(at, table->end), &line);
		if (line.count > table->count)
			return false;
	}
	return table->count + FILLED < MOST_CELLS;
}

/* What stands in a cell of the row: without its own bars. */
static const char *
in_cell(struct arena *arena, const char *value)
{
	char *out = arena_alloc(arena, 2 * strlen(value) + 1), *to = out;

	for (; *value != '\0'; value++) {
		if (*value == '|')
			*to++ = '\\';
		*to++ = *value == '\n' ? ' ' : *value;
	}
	return out;
}

/* New cells behind the last; those the row has not reached are filled or empty. */
static void
append(struct table *table, const struct line *line, const struct filling *row,
    const char *const cells[FILLED])
{
	struct arena *arena = table->filler->arena;
	const char *put = line->closed ? "" : " |", *at = line->end, *done = put;
	enum filled first = FILLED;

	for (size_t i = line->count; i < table->count; i++) {
		enum filled what = table->of[i];
		const char *value = row == NULL || what == FILLED ? NULL
								  : row->values[what];

		put = arena_join(arena, put, " ",
		    value == NULL ? "" : in_cell(arena, value), " |", NULL);
		if (value == NULL)
			continue;
		done = put;
		first = first == FILLED ? what : first;
	}
	for (enum filled what = 0; what < FILLED; what++) {
		if (cells[what] == NULL)
			continue;
		done = put = arena_join(
		    arena, put, *cells[what] == '\0' ? "" : " ", cells[what], " |", NULL);
		first = first == FILLED ? what : first;
	}
	/* As the list ends its rows. */
	if (!line->closed && first != FILLED)
		done = arena_text_n(arena, done, strlen(done) - 2);
	if (first != FILLED)
		filler_put(table->filler, first, at, 0, done);
}

static void
fill_row(
    struct table *table, const struct line *line, const struct filling *row, bool grows)
{
	struct arena *arena = table->filler->arena;
	const char *cells[FILLED] = { NULL };

	for (size_t i = 0; i < table->count && i < line->count && row != NULL; i++) {
		enum filled what = table->of[i];
		const struct cell *cell = &line->cells[i];
		size_t length = (size_t)(cell->to - cell->from);
		const char *value = what == FILLED ? NULL : row->values[what];

		if (value == NULL || !filler_may_fill(what, cell->from, length))
			continue;
		value = in_cell(arena, value);
		if (length > 0)
			filler_put(table->filler, what, cell->from, length, value);
		else
			filler_put(table->filler, what, cell->left,
			    (size_t)(cell->right - cell->left),
			    arena_join(arena, " ", value, " ", NULL));
	}
	for (enum filled what = 0; what < FILLED && grows; what++)
		if (table->filler->wanted[what] && !table->has[what])
			cells[what] = row == NULL || row->values[what] == NULL
			    ? ""
			    : in_cell(arena, row->values[what]);
	append(table, line, row, cells);
}

static void
grow_header(struct table *table)
{
	const char *titles[FILLED] = { NULL }, *marks[FILLED] = { NULL };
	const struct list *list = table->filler->patched->list;
	struct line line;

	for (enum filled what = 0; what < FILLED; what++)
		if (table->filler->wanted[what] && !table->has[what]) {
			titles[what] = filler_titles[what];
			marks[what] = what == FILLED_CITATIONS ? "---:" : "---";
		}
	append(table, &table->header, NULL, titles);
	read_line(line_start(list->bytes, table->rows - 1), table->rows, &line);
	append(table, &line, NULL, marks);
}

size_t
table_fill(struct filler *filler, size_t first)
{
	struct table table;
	struct line line;
	size_t next = first;
	bool grows = false;

	if (!find_table(filler, filler->rows[first].entry->row, &table))
		return 0;
	for (enum filled what = 0; what < FILLED; what++)
		grows |= filler->wanted[what] && !table.has[what];
	if (grows && !may_grow(&table)) {
		filler_leave(filler, filler->rows[first].entry,
		    "a row of its table has more cells than the header");
		grows = false;
	}
	if (grows)
		grow_header(&table);
	for (const char *at = table.rows; at < table.end; at = next_line(at, table.end)) {
		const struct filling *row = NULL;

		while (next < filler->count && filler->rows[next].entry->row < at)
			next++;
		if (next < filler->count && filler->rows[next].entry->row == at)
			row = &filler->rows[next];
		read_line(at, next_line(at, table.end), &line);
		fill_row(&table, &line, row, grows);
	}
	while (next < filler->count && filler->rows[next].entry->row < table.end)
		next++;
	return next - first;
}
