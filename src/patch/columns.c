/*
 * Records enter; of the rows that name them, cells and badges with citations, venue
 * and licence leave: new ones where there are none, and counts as they are now.  What
 * a curator wrote stays.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "merge/merge.h"
#include "model/record.h"
#include "patch/inside.h"

struct columns {
	struct arena *arena;
	bool wanted[FILLED];
	struct filling *rows;
	size_t count;
	bool sorted;
};

struct columns *
columns_new(struct arena *arena, const char *words)
{
	struct columns *columns = arena_alloc(arena, sizeof *columns);

	columns->arena = arena;
	for (unsigned what = 0; what < FILLED; what++)
		columns->wanted[what] = strstr(words, filler_words[what]) != NULL;
	return columns;
}

static const char *
value_of(struct arena *arena, const struct record *record, enum filled what)
{
	struct venue venue;

	switch (what) {
	case FILLED_CITATIONS:
		return record->cited_by_count < 0
		    ? NULL
		    : arena_printf(arena, "%lld", (long long)record->cited_by_count);
	case FILLED_VENUE:
		venue = venue_read(arena, record->container_title);
		return arena_text(arena,
		    venue.key != NULL && venue.name != NULL ? venue.name
							    : record->container_title);
	case FILLED_LICENSE:
		/* SPDX's mark of names that are not its own says nothing to a reader. */
		return record->license != NULL &&
			strncmp(record->license, "LicenseRef-", 11) == 0
		    ? arena_text(arena, record->license + 11)
		    : arena_text(arena, record->license);
	case FILLED:
		break;
	}
	return NULL;
}

void
columns_see(struct columns *columns, const struct record *record)
{
	const char *values[FILLED] = { NULL };

	for (enum filled what = 0; what < FILLED; what++)
		if (columns->wanted[what])
			values[what] = value_of(columns->arena, record, what);
	for (size_t i = 0; i < record->mention_count; i++) {
		const struct entry *entry = entry_as_read(record->mentions[i]);
		struct filling *row;

		/* Of several projects in a row nobody knows whose it would be. */
		if (entry->row == NULL || entry->parts > 1)
			continue;
		columns->rows = arena_push(
		    columns->arena, columns->rows, columns->count, sizeof *row);
		row = &columns->rows[columns->count++];
		row->entry = entry;
		memcpy(row->values, values, sizeof values);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct filling *left = a, *right = b;

	return left->entry->row < right->entry->row
	    ? -1
	    : left->entry->row > right->entry->row;
}

void
columns_fill(struct columns *columns, struct patched *patched)
{
	struct filler filler = { .arena = columns->arena, .patched = patched };
	const struct list *list = patched->list;
	size_t first = 0, count = 0;

	if (!columns->sorted && columns->count > 1)
		qsort(columns->rows, columns->count, sizeof *columns->rows, by_place);
	columns->sorted = true;
	memcpy(filler.wanted, columns->wanted, sizeof filler.wanted);
	while (first < columns->count && columns->rows[first].entry->row < list->bytes)
		first++;
	while (first + count < columns->count &&
	    columns->rows[first + count].entry->row < list->bytes + list->length)
		count++;
	filler.rows = columns->rows + first;
	filler.count = count;
	if (count > 0 && filler.rows[0].entry->writing == WRITING_CSV) {
		cells_fill(&filler);
	} else if (count > 0 && filler.rows[0].entry->writing == WRITING_MARKDOWN) {
		for (size_t i = 0, done; i < count; i += done == 0 ? 1 : done) {
			done = table_fill(&filler, i);
			if (done == 0)
				badge_fill(&filler, &filler.rows[i]);
		}
	} else if (count > 0) {
		filler_leave(&filler, filler.rows[0].entry,
		    "it is neither a table nor a list of items");
		filler.left = count;
	}
	if (filler.left > 0)
		log_warning("%s:%u: no column or badge: %s (%zu %s)", list->source,
		    filler.left_line, filler.left_why, filler.left,
		    filler.left == 1 ? "row" : "rows");
}
