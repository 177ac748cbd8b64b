/* Rows of a table enter, Markdown's or HTML's; its entries leave. */
#include <string.h>

#include "base/arena.h"
#include "list/item/item.h"

/* How many cells of a column link something. */
static size_t
linked_in(const struct table_row *rows, size_t count, size_t column)
{
	size_t linked = 0;

	for (size_t i = 0; i < count; i++)
		linked += column < rows[i].count &&
		    pieces_have_link(&rows[i].cells[column]);
	return linked;
}

/* Is the first row one like those below?  It links where they do. */
static bool
begins_at_once(const struct table_row *rows, size_t count)
{
	for (size_t i = 0; i < rows->count; i++)
		if (pieces_have_link(&rows->cells[i]) &&
		    linked_in(rows + 1, count - 1, i) * 2 >= count)
			return true;
	return false;
}

/* The header again, as long tables have it. */
static bool
repeats(
    struct arena *scratch, const struct table_row *header, const struct table_row *row)
{
	bool any = false;

	for (size_t i = 0; i < row->count; i++) {
		const char *text = pieces_text(scratch, &row->cells[i]);
		any |= *text != '\0';
		if (i < header->count
			? strcmp(text, pieces_text(scratch, &header->cells[i])) != 0
			: *text != '\0')
			return false;
	}
	return any;
}

/* Is the header that of the last table whose rows mostly link something?  Then these are
 * works, too, without a link. */
static bool
is_known(struct reader *reader, const struct table_row *rows, size_t count)
{
	const char *header = "";
	size_t linked = 0;

	for (size_t i = 0; i < rows->count; i++)
		header = arena_printf(reader->scratch, "%s|%s", header,
		    pieces_text(reader->scratch, &rows->cells[i]));
	if (reader->header != NULL && strcmp(reader->header, header) == 0)
		return true;
	for (size_t i = 1; i < count; i++) {
		bool any = false;
		for (size_t k = 0; k < rows[i].count && !any; k++)
			any = pieces_have_link(&rows[i].cells[k]);
		linked += any;
	}
	if (linked * 2 >= count)
		reader->header = arena_text(reader->arena, header);
	return false;
}

static struct columns
unnamed(size_t count)
{
	return (struct columns){ .count = count < MOST_COLUMNS ? count : MOST_COLUMNS };
}

void
table_read(struct reader *reader, const struct table_row *rows, size_t count, bool headed)
{
	struct arena *scratch = reader->scratch;
	struct columns columns;
	bool stated, at_once;

	if (count == 0)
		return;
	stated = columns_stated(scratch, reader->stated, rows->count, &columns);
	if (!stated)
		columns = columns_read(scratch, rows->cells, rows->count);
	at_once = begins_at_once(rows, count) || (!headed && !columns.known);
	if (at_once && !stated)
		columns = unnamed(rows->count);
	for (size_t i = 0; i < columns.count && headed && !columns.linked; i++)
		columns.linked = (columns.of[i] == COLUMN_TITLE ||
				     columns.of[i] == COLUMN_PAPER) &&
		    is_known(reader, rows, count);
	if (!stated)
		columns_learn(scratch, &columns, rows + !at_once, count - !at_once);
	for (size_t i = !at_once; i < count; i++)
		if (at_once || !repeats(scratch, rows, &rows[i]))
			row_read(reader, &columns, &rows[i]);
}
