/* CSV text → rows, one at a time. */
#include "base/csv.h"

#include "base/arena.h"
#include "base/buffer.h"

static char
separator_of(const struct csv *csv)
{
	return csv->separator == '\0' ? ',' : csv->separator;
}

/* A quoted cell; `at` stands behind the opening quote. */
static bool
read_quoted(struct csv *csv, struct buffer *cell)
{
	while (csv->at < csv->end) {
		char c = *csv->at++;
		if (c == '\n')
			csv->line++;
		if (c != '"') {
			buffer_char(cell, c);
		} else if (csv->at < csv->end && *csv->at == '"') {
			buffer_char(cell, '"');
			csv->at++;
		} else {
			return true;
		}
	}
	csv->trouble = "a quoted cell has no end";
	return false;
}

static bool
read_cell(struct csv *csv, struct buffer *cell)
{
	buffer_clear(cell);
	if (csv->at < csv->end && *csv->at == '"') {
		csv->at++;
		if (!read_quoted(csv, cell))
			return false;
	}
	while (csv->at < csv->end && *csv->at != separator_of(csv) && *csv->at != '\n')
		buffer_char(cell, *csv->at++);
	if (cell->length > 0 && cell->bytes[cell->length - 1] == '\r' &&
	    (csv->at == csv->end || *csv->at == '\n'))
		cell->bytes[--cell->length] = '\0';
	return true;
}

bool
csv_next(struct arena *arena, struct csv *csv, struct csv_row *row)
{
	struct buffer cell;
	bool good = true, more = true;

	while (csv->at < csv->end && (*csv->at == '\n' || *csv->at == '\r')) {
		csv->line += *csv->at == '\n';
		csv->at++;
	}
	if (csv->at == csv->end || csv->trouble != NULL)
		return false;
	*row = (struct csv_row){ .line = csv->line };
	buffer_init(&cell, 1 << 20);
	while (good && more) {
		good = read_cell(csv, &cell);
		row->cells = arena_push(
		    arena, (void *)row->cells, row->count, sizeof *row->cells);
		row->cells[row->count++] = arena_text_n(
		    arena, cell.length > 0 ? cell.bytes : "", cell.length);
		more = csv->at < csv->end && *csv->at == separator_of(csv);
		if (csv->at < csv->end) {
			csv->line += *csv->at == '\n';
			csv->at++;
		}
	}
	buffer_free(&cell);
	return good;
}
