/* The counts of the release before and records enter, by id; all counts leave. */
#include "release/changes/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/file.h"
#include "model/counted.h"
#include "model/record.h"
#include "release/text/escape.h"

enum { CELLS = 4, SOME = 1024 };

/* The id of the row read ahead: mostly what stands before its first comma. */
static void
read_id(struct history *history)
{
	const char *line = history->line;
	bool quoted = *line == '"';

	buffer_clear(history->id);
	buffer_add(history->id, "", 0);
	for (const char *at = line + quoted; *at != '\0'; at++) {
		if (quoted && *at == '"' && *++at != '"')
			return;
		if (!quoted && *at == ',')
			return;
		buffer_char(history->id, *at);
	}
}

static void
read_ahead(struct history *history)
{
	history->length = getline(&history->line, &history->room, history->before);
	if (history->length > 0)
		read_id(history);
}

void
history_open(struct history *history, struct arena *arena, const char *folder)
{
	*history = (struct history){ .length = -1 };
	if (folder != NULL)
		history->before = fopen(
		    file_join(arena, folder, "data/history.csv"), "rbe");
	history->id = arena_alloc(arena, sizeof *history->id);
	buffer_init(history->id, 0);
	if (history->before == NULL)
		return;
	/* Its header. */
	read_ahead(history);
	read_ahead(history);
}

static void
take_row(struct history *history, struct buffer *out)
{
	buffer_add(out, history->line, (size_t)history->length);
	read_ahead(history);
}

/* The last of the rows just appended. */
static bool
read_last(struct arena *arena, const struct buffer *out, size_t from, struct csv_row *row)
{
	struct csv csv = {
		.at = out->bytes + from, .end = out->bytes + out->length, .line = 1
	};

	return csv_next(arena, &csv, row) && row->count == CELLS;
}

struct history_move
history_add(struct history *history, struct buffer *out, const struct record *record,
    struct arena *scratch, const char *today)
{
	struct history_move move = { -1, record->cited_by_count };
	const char *day = record->counted_at == 0
	    ? today
	    : clock_date_text(scratch, record->counted_at);
	size_t last = SIZE_MAX;
	struct csv_row row;

	while (history->length > 0 && strcmp(history->id->bytes, record->id) < 0)
		take_row(history, out);
	while (history->length > 0 && strcmp(history->id->bytes, record->id) == 0) {
		last = out->length;
		take_row(history, out);
	}
	if (record->cited_by_count < 0 || record->cited_by_source == NULL)
		return move;
	if (last != SIZE_MAX && read_last(scratch, out, last, &row)) {
		if (strcmp(row.cells[3], record->cited_by_source) == 0)
			move.before = strtoll(row.cells[2], NULL, 10);
		if (move.before == move.now)
			return move;
		/* Never before what is known already. */
		if (strcmp(day, row.cells[1]) <= 0)
			day = today;
	}
	escape_csv(out, record->id);
	buffer_printf(out, ",%s,%lld,", day, (long long)move.now);
	escape_csv(out, record->cited_by_source);
	buffer_text(out, "\r\n");
	return move;
}

bool
history_rest(struct history *history, struct buffer *out)
{
	for (int i = 0; i < SOME && history->length > 0; i++)
		take_row(history, out);
	return history->length > 0;
}

struct history_last
history_last(struct history *history, struct arena *arena, const char *id)
{
	struct history_last last = { -1, NULL };
	struct buffer rows;
	struct csv_row row;
	size_t from = SIZE_MAX;

	buffer_init(&rows, 0);
	while (history->length > 0 && strcmp(history->id->bytes, id) < 0)
		read_ahead(history);
	while (history->length > 0 && strcmp(history->id->bytes, id) == 0) {
		from = rows.length;
		take_row(history, &rows);
	}
	if (from != SIZE_MAX && read_last(arena, &rows, from, &row))
		last = (struct history_last){ strtoll(row.cells[2], NULL, 10),
			row.cells[3] };
	buffer_free(&rows);
	return last;
}

struct history_rows
history_parse(struct arena *arena, const struct buffer *rows)
{
	struct csv csv = {
		.at = rows->bytes, .end = rows->bytes + rows->length, .line = 1
	};
	struct history_rows read = { NULL, 0 };
	struct counted *v = NULL;
	struct csv_row row;

	while (rows->length > 0 && csv_next(arena, &csv, &row)) {
		if (row.count != CELLS)
			continue;
		v = arena_push(arena, v, read.count, sizeof *v);
		v[read.count++] = (struct counted){ row.cells[0], row.cells[1],
			strtoll(row.cells[2], NULL, 10), row.cells[3] };
	}
	read.v = v;
	return read;
}

void
history_close(struct history *history)
{
	if (history->before != NULL)
		fclose(history->before);
	free(history->line);
	if (history->id != NULL)
		buffer_free(history->id);
	*history = (struct history){ .length = -1 };
}
