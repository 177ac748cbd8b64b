/* The rows below a header enter; what a column holds of which the header says nothing
 * leaves. */
#include "list/record/csv_learn.h"

#include "base/arena.h"

/* Rows that are looked at. */
enum { ENOUGH = 60 };

/* What the table of Markdown's columns makes of a header this one does not
 * know. */
enum given
csv_given_of(enum column column)
{
	switch (column) {
	case COLUMN_TITLE:
		return GIVEN_TITLE;
	case COLUMN_NAME:
		return GIVEN_NAME;
	case COLUMN_INSTITUTE:
		return GIVEN_INSTITUTE;
	case COLUMN_DATE:
		return GIVEN_DATE;
	case COLUMN_VENUE:
		return GIVEN_VENUE;
	case COLUMN_LICENSE:
		return GIVEN_LICENSE;
	case COLUMN_BASE_MODEL:
		return GIVEN_BASE_MODEL;
	case COLUMN_AUTHORS:
		return GIVEN_AUTHORS;
	case COLUMN_PAPER:
		return GIVEN_PAPER;
	case COLUMN_CODE:
		return GIVEN_CODE;
	case COLUMN_MODEL:
		return GIVEN_MODEL;
	case COLUMN_DATASET:
		return GIVEN_DATASET;
	case COLUMN_LINK:
		return GIVEN_LINK;
	case COLUMN_NUMBER:
	case COLUMN_OTHER:
		break;
	}
	return GIVEN_NOTHING;
}

/* What is known of a column, so that no other one is taken for it. */
static enum column
known_as(enum given given)
{
	switch ((unsigned)given) {
	case GIVEN_TITLE:
	case GIVEN_NAME:
		return COLUMN_TITLE;
	case GIVEN_AUTHORS:
	case GIVEN_FULL_AUTHORS:
		return COLUMN_AUTHORS;
	case GIVEN_DATE:
	case GIVEN_YEAR:
		return COLUMN_DATE;
	case GIVEN_VENUE:
		return COLUMN_VENUE;
	default:
		return COLUMN_LINK;
	}
}

void
csv_learn(struct arena *scratch, const struct csv *below, const enum given *given,
    struct columns *columns)
{
	struct table_row rows[ENOUGH];
	struct csv csv = *below;
	struct csv_row row;
	bool unknown = false;
	size_t count = 0;

	for (size_t i = 0; i < columns->count; i++) {
		if (given[i] != GIVEN_UNKNOWN)
			columns->of[i] = known_as(given[i]);
		unknown |= columns->of[i] == COLUMN_OTHER;
	}
	for (; unknown && count < ENOUGH && csv_next(scratch, &csv, &row); count++) {
		struct pieces *cells = arena_alloc(scratch, row.count * sizeof *cells);
		for (size_t i = 0; i < row.count; i++)
			pieces_add(scratch, &cells[i],
			    (struct piece){ .kind = PIECE_TEXT, .text = row.cells[i] });
		rows[count] = (struct table_row){ .cells = cells, .count = row.count };
	}
	if (count > 0)
		columns_learn(scratch, columns, rows, count);
}
