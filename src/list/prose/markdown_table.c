/* A table of cmark's tree enters; its rows leave, all columns known. */
#include <cmark-gfm.h>

#include "base/arena.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* The cells of a row; *filled: how many say anything. */
static struct table_row
row_of(struct reader *reader, cmark_node *row, size_t *filled)
{
	struct pieces *cells = arena_alloc(reader->scratch, MOST_COLUMNS * sizeof *cells);
	size_t count = 0;

	*filled = 0;
	for (cmark_node *cell = cmark_node_first_child(row);
	     cell != NULL && count < MOST_COLUMNS; cell = cmark_node_next(cell)) {
		cells[count] = (struct pieces){ 0 };
		markdown_collect(reader->scratch, &cells[count], cell);
		addresses_find(reader->scratch, &cells[count]);
		labels_mark(reader->labels, reader->scratch, &cells[count]);
		*filled += cells[count++].count > 0;
	}
	return (struct table_row){ cells, count };
}

void
markdown_read_table(struct reader *reader, cmark_node *table)
{
	struct columns columns = { 0 };
	struct table_row *rows = NULL;
	unsigned *lines = NULL;
	size_t count = 0, filled;

	for (cmark_node *node = cmark_node_first_child(table); node != NULL;
	     node = cmark_node_next(node)) {
		struct table_row row = row_of(reader, node, &filled);
		if (count == 0 || filled > 0) {
			rows = arena_push(reader->scratch, rows, count, sizeof *rows);
			lines = arena_push(reader->scratch, lines, count, sizeof *lines);
			lines[count] = reader->base +
			    (unsigned)cmark_node_get_start_line(node);
			rows[count++] = row;
		}
	}
	if (count < 2)
		return;
	if (!columns_stated(reader->scratch, reader->stated, rows[0].count, &columns)) {
		columns = columns_read(reader->scratch, rows[0].cells, rows[0].count);
		columns_learn(reader->scratch, &columns, rows + 1, count - 1);
	}
	for (size_t i = 1; i < count; i++)
		row_read(reader, &columns, rows[i].cells, rows[i].count, lines[i]);
}
