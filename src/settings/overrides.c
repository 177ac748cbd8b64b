/*
 * overrides.csv (id,field,value,reason,date) → settings.  The curator's word
 * beats every source, so each line must say why.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "identify/identify.h"
#include "model/override.h"
#include "settings/option.h"
#include "status.h"

enum { LARGEST_FILE = 16 << 20 };

static const char *const columns[] = { "id", "field", "value", "reason", "date" };
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* Which cell holds which column; false when one that is needed is missing. */
static bool
read_header(const struct csv_row *row, size_t where[COLUMNS])
{
	for (size_t c = 0; c < COLUMNS; c++) {
		where[c] = row->count;
		for (size_t i = 0; i < row->count; i++)
			if (text_equal_nocase(row->cells[i], columns[c]))
				where[c] = i;
		if (where[c] == row->count && c < 3)
			return false;
	}
	return true;
}

/* One row into the settings, or why not. */
static const char *
take_row(struct arena *arena, const struct csv_row *row, const size_t where[COLUMNS],
    struct settings *settings)
{
	const char *cells[COLUMNS];
	struct override override = { 0 };
	int64_t first, last;

	for (size_t c = 0; c < COLUMNS; c++)
		cells[c] = where[c] < row->count
		    ? text_squeeze(arena, row->cells[where[c]])
		    : "";
	if (!identify_text(arena, cells[0], &override.id))
		return "id is no identifier (doi:…, arxiv:…, a URL)";
	if (cells[1][0] == '\0')
		return "field is empty";
	const char *trouble = override_trouble(arena, cells[1], cells[2]);
	if (trouble != NULL)
		return trouble;
	if (cells[4][0] != '\0' && !clock_parse_date(cells[4], &first, &last))
		return "date is no date YYYY-MM-DD";
	override.field = cells[1];
	override.value = cells[2];
	override.reason = cells[3];
	override.date = cells[4][0] != '\0' ? cells[4] : NULL;
	struct override *grown = arena_push(
	    arena, settings->overrides, settings->override_count, sizeof *grown);
	grown[settings->override_count++] = override;
	settings->overrides = grown;
	return NULL;
}

int
overrides_read(struct arena *arena, const char *path, struct settings *settings)
{
	struct buffer text;
	struct csv_row row;
	size_t where[COLUMNS];
	const char *trouble = NULL;

	buffer_init(&text, LARGEST_FILE);
	if (!file_read(path, &text)) {
		log_error("%s: %s", path, file_trouble());
		buffer_free(&text);
		return STATUS_CONFIG;
	}
	struct csv csv = { .at = text.bytes, .end = text.bytes + text.length, .line = 1 };
	if (csv_next(arena, &csv, &row) && !read_header(&row, where))
		trouble = "the first line must name id, field, value";
	while (trouble == NULL && csv_next(arena, &csv, &row))
		trouble = take_row(arena, &row, where, settings);
	if (trouble == NULL)
		trouble = csv.trouble;
	if (trouble != NULL)
		log_error("%s:%u: %s", path, row.line, trouble);
	buffer_free(&text);
	return trouble != NULL ? STATUS_CONFIG : 0;
}
