/* Cells enter, one CSV row leaves (RFC 4180, UTF-8, CRLF). */
#include <assert.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "release/columns.h"
#include "release/escape.h"

static void
next_cell(struct row *row)
{
	if (row->cells++ > 0)
		buffer_char(row->out, ',');
}

void
row_header(struct buffer *out, const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		if (i > 0)
			buffer_char(out, ',');
		buffer_text(out, table->columns[i].name);
	}
	buffer_text(out, "\r\n");
}

void
row_begin(struct row *row, struct arena *arena, struct buffer *out, enum table_name table)
{
	row->arena = arena;
	row->out = out;
	row->table = columns_table(table);
	row->cells = 0;
}

void
row_text(struct row *row, const char *text)
{
	next_cell(row);
	escape_csv(row->out, text);
}

void
row_integer(struct row *row, int64_t value, int64_t unknown)
{
	next_cell(row);
	if (value != unknown)
		buffer_printf(row->out, "%lld", (long long)value);
}

void
row_tri(struct row *row, enum tri value)
{
	next_cell(row);
	if (value != TRI_UNKNOWN)
		buffer_text(row->out, value == TRI_TRUE ? "true" : "false");
}

void
row_instant(struct row *row, int64_t instant)
{
	row_text(row, instant == 0 ? NULL : clock_instant_text(row->arena, instant));
}

void
row_end(struct row *row)
{
	assert(row->cells == row->table->column_count);
	buffer_text(row->out, "\r\n");
}
