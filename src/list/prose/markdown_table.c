/* A table of cmark's tree enters; its rows leave, all columns known. */
#include <cmark-gfm.h>

#include "base/arena.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* The cells of a row; *filled: how many say anything. */
static struct table_row
row_of(struct reader *reader, cmark_node *row, size_t *filled)
{
	struct pieces *cells = NULL;
	size_t count = 0;

	*filled = 0;
	for (cmark_node *cell = cmark_node_first_child(row);
	     cell != NULL && count < MOST_COLUMNS; cell = cmark_node_next(cell)) {
		cells = arena_push(reader->scratch, cells, count, sizeof *cells);
		cells[count] = markdown_pieces(reader, cell);
		*filled += cells[count++].count > 0;
	}
	return (struct table_row){ cells, count, markdown_line(reader, row),
		markdown_line(reader, row) };
}

void
markdown_read_table(struct reader *reader, cmark_node *table)
{
	struct table_row *rows = NULL;
	size_t count = 0, filled;

	for (cmark_node *node = cmark_node_first_child(table); node != NULL;
	     node = cmark_node_next(node)) {
		struct table_row row = row_of(reader, node, &filled);
		if (count > 0 && filled == 0)
			continue;
		rows = arena_push(reader->scratch, rows, count, sizeof *rows);
		rows[count++] = row;
	}
	table_read(reader, rows, count, true);
}
