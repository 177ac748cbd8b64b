/* CSV text enters, the cells of one row leave. */
#include "release/csv_read.h"

#include <string.h>

#include "base/arena.h"
#include "release/escape.h"

/* Moves *text behind the closing quote; NULL: there is none. */
static const char *
quoted_cell(struct arena *arena, const char **text)
{
	const char *t = *text + 1;
	char *cell = arena_alloc(arena, strcspn(t, "\r\n") + 1);
	const char *end = t;
	size_t length = 0;

	/* Our own cells never hold a line break. */
	for (; *end != '\0' && *end != '\r' && *end != '\n'; end++) {
		if (*end == '"') {
			if (end[1] != '"') {
				*text = end + 1;
				return cell;
			}
			end++;
		}
		cell[length++] = *end;
	}
	return NULL;
}

static const char *
plain_cell(struct arena *arena, const char **text)
{
	size_t length = strcspn(*text, ",\r\n");
	const char *cell = arena_text_n(arena, *text, length);

	*text += length;
	return cell;
}

size_t
csv_read_row(struct arena *arena, const char **text, const char **cells, size_t most)
{
	size_t count = 0;
	const char *t = *text, *cell;

	if (*t == '\0')
		return 0;
	for (;;) {
		cell = *t == '"' ? quoted_cell(arena, &t) : plain_cell(arena, &t);
		if (cell == NULL)
			return 0;
		if (count < most)
			cells[count] = escape_csv_undo(cell);
		count++;
		if (*t != ',')
			break;
		t++;
	}
	if (*t == '\r')
		t++;
	if (*t == '\n')
		t++;
	else if (*t != '\0')
		return 0;
	*text = t;
	return count;
}
