/*
 * The tables and references of a release enter; rows of another shape, and what they
 * refer to without its being there, leave.
 */
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/strmap.h"
#include "release/record/rows.h"
#include "release/text/escape.h"
#include "release/verify/verifier.h"

struct columns {
	size_t count;
	size_t id, work, state, day; /* SIZE_MAX: there is none */
};

static size_t
place_of(const struct csv_row *header, const char *name)
{
	for (size_t i = 0; i < header->count; i++)
		if (strcmp(header->cells[i], name) == 0)
			return i;
	return SIZE_MAX;
}

static bool
read_row(struct verifier *v, const struct verify_lines *lines, struct csv_row *row)
{
	struct csv csv = {
		.at = lines->bytes, .end = lines->bytes + lines->length, .line = 1
	};

	if (csv_next(v->scratch, &csv, row) && csv.trouble == NULL)
		return true;
	verify_fail(v, lines->path, lines->number, "is no row of CSV");
	return false;
}

static bool
knows(const struct verifier *v, const char *id)
{
	return strmap_get(v->ids, escape_csv_undo(id)) != NULL;
}

static void
check_row(struct verifier *v, const struct verify_lines *lines,
    const struct columns *columns, const struct csv_row *row, enum table_name table)
{
	const char *work;

	if (row->count != columns->count) {
		verify_fail(v, lines->path, lines->number,
		    "has %zu cells, the header %zu", row->count, columns->count);
		return;
	}
	if (table == TABLE_WORKS && columns->id != SIZE_MAX &&
	    !knows(v, row->cells[columns->id]))
		verify_fail(v, lines->path, lines->number,
		    "id: %.80s is not in works.jsonl", row->cells[columns->id]);
	/* A count may be of a work that is gone, and so may a finding. */
	if (columns->work == SIZE_MAX || table == TABLE_HISTORY ||
	    (columns->state != SIZE_MAX &&
		strcmp(row->cells[columns->state], "gone") == 0))
		return;
	work = row->cells[columns->work];
	if (!(table == TABLE_FINDINGS && *work == '\0') && !knows(v, work))
		verify_fail(v, lines->path, lines->number,
		    "work_id: %.80s is not in works.jsonl", work);
}

/* Rising by work and day, a number each. */
static void
check_count(struct verifier *v, const struct verify_lines *lines,
    const struct csv_row *row, const char **last)
{
	const char *now;

	if (row->count != 4)
		return;
	now = arena_join(v->arena, row->cells[0], "\n", row->cells[1], NULL);
	if (*last != NULL && strcmp(*last, now) >= 0)
		verify_fail(v, lines->path, lines->number, "%.80s %.10s is out of order",
		    row->cells[0], row->cells[1]);
	if (*row->cells[2] == '\0' ||
	    row->cells[2][strspn(row->cells[2], "0123456789")] != '\0')
		verify_fail(v, lines->path, lines->number, "count: %.40s is no number",
		    row->cells[2]);
	*last = now;
}

static void
check_table(struct verifier *v, enum table_name name)
{
	const char *path = rows_table(name)->path, *last = NULL;
	struct columns columns = { 0 };
	struct verify_lines lines;
	struct csv_row row;
	size_t rows = 0;

	verify_open(v, &lines, path);
	while (verify_next(&lines)) {
		arena_reset(v->scratch);
		if (!read_row(v, &lines, &row))
			continue;
		if (columns.count == 0) {
			columns = (struct columns){ row.count, place_of(&row, "id"),
				place_of(&row, "work_id"), place_of(&row, "state"),
				place_of(&row, "day") };
			continue;
		}
		rows++;
		check_row(v, &lines, &columns, &row, name);
		if (name == TABLE_HISTORY)
			check_count(v, &lines, &row, &last);
	}
	if (name == TABLE_WORKS && rows != v->works)
		verify_fail(v, path, 0, "has %zu works, works.jsonl %zu", rows, v->works);
}

/* "@article{roe2024," */
static void
check_bibtex(struct verifier *v)
{
	struct verify_lines lines;

	verify_open(v, &lines, "data/references.bib");
	while (verify_next(&lines)) {
		char *open = strchr(lines.bytes, '{'), *comma;

		if (*lines.bytes != '@' || open == NULL ||
		    strncmp(lines.bytes, "@comment", 8) == 0)
			continue;
		comma = strchr(open, ',');
		if (comma != NULL)
			*comma = '\0';
		if (comma == NULL || strmap_get(v->keys, open + 1) == NULL)
			verify_fail(v, lines.path, lines.number,
			    "%.80s is no work's citation_key", open + 1);
	}
}

void
verify_rows(struct verifier *v)
{
	for (enum table_name t = 0; t < TABLES; t++)
		check_table(v, t);
	check_bibtex(v);
}
