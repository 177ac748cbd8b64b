/*
 * The cells of one table row enter; an entry leaves, or one for each project
 * when the row names several.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/inside.h"

/* Header words by column; the first row that fits a word counts. */
static const struct {
	const char *word;
	enum column column;
} header_words[] = {
	{ "base model", COLUMN_BASE_MODEL },
	{ "backbone", COLUMN_BASE_MODEL },
	{ "base llm", COLUMN_BASE_MODEL },
	{ "licen", COLUMN_LICENSE },
	{ "author", COLUMN_AUTHORS },
	{ "institut", COLUMN_INSTITUTE },
	{ "affiliation", COLUMN_INSTITUTE },
	{ "organi", COLUMN_INSTITUTE },
	{ "company", COLUMN_INSTITUTE },
	{ "venue", COLUMN_VENUE },
	{ "conference", COLUMN_VENUE },
	{ "journal", COLUMN_VENUE },
	{ "published in", COLUMN_VENUE },
	{ "date", COLUMN_DATE },
	{ "year", COLUMN_DATE },
	{ "time", COLUMN_DATE },
	{ "released", COLUMN_DATE },
	{ "code", COLUMN_CODE },
	{ "repo", COLUMN_CODE },
	{ "github", COLUMN_CODE },
	{ "link", COLUMN_LINK },
	{ "url", COLUMN_LINK },
	{ "website", COLUMN_LINK },
	{ "title", COLUMN_TITLE },
	{ "name", COLUMN_TITLE },
	{ "paper", COLUMN_TITLE },
	{ "project", COLUMN_TITLE },
	{ "model", COLUMN_TITLE },
	{ "dataset", COLUMN_TITLE },
	{ "data set", COLUMN_TITLE },
	{ "resource", COLUMN_TITLE },
	{ "benchmark", COLUMN_TITLE },
	{ "work", COLUMN_TITLE },
	{ "method", COLUMN_TITLE },
	{ "tool", COLUMN_TITLE },
	{ "publication", COLUMN_TITLE },
};

static enum column
column_of(struct arena *arena, const struct pieces *cell)
{
	const char *text = text_fold(arena, pieces_text(arena, cell));
	const size_t count = sizeof header_words / sizeof header_words[0];

	/* "GitHub Repository Link" is a column of code, not of titles; long
	 * headers ("Reported Evaluation Metrics") name something else. */
	if (strlen(text) > 40)
		return COLUMN_OTHER;
	for (size_t i = 0; i < count; i++)
		if (strstr(text, header_words[i].word) != NULL)
			return header_words[i].column;
	return COLUMN_OTHER;
}

/* The other columns of titles are what their header says. */
static void
settle_titles(struct arena *arena, struct columns *columns,
    const struct pieces *cells)
{
	static const char *const best[] = { "title", "name", "paper" };
	size_t title = columns->count;

	for (size_t b = 0; b < 4 && title == columns->count; b++)
		for (size_t i = 0; i < columns->count; i++)
			if (columns->of[i] == COLUMN_TITLE
			    && title == columns->count
			    && (b == 3 || strstr(text_fold(arena,
			            pieces_text(arena, &cells[i])), best[b])
			        != NULL))
				title = i;
	for (size_t i = 0; i < columns->count; i++) {
		if (columns->of[i] != COLUMN_TITLE || i == title)
			continue;
		const char *text
		    = text_fold(arena, pieces_text(arena, &cells[i]));
		columns->of[i] = strstr(text, "paper") != NULL ? COLUMN_PAPER
		    : strstr(text, "model") != NULL            ? COLUMN_MODEL
		    : strstr(text, "data") != NULL             ? COLUMN_DATASET
		                                               : COLUMN_OTHER;
	}
	columns->known = title < columns->count;
}

struct columns
columns_read(struct arena *arena, const struct pieces *cells, size_t count)
{
	struct columns columns = { .count = count < MOST_COLUMNS
		    ? count : MOST_COLUMNS };

	for (size_t i = 0; i < columns.count; i++)
		columns.of[i] = column_of(arena, &cells[i]);
	settle_titles(arena, &columns, cells);
	/* No header says so: the first column is the title. */
	if (!columns.known && columns.count > 0) {
		for (size_t i = 0; i < columns.count; i++) {
			if (columns.of[i] == COLUMN_OTHER
			    || columns.of[i] == COLUMN_LINK) {
				columns.of[i] = COLUMN_TITLE;
				break;
			}
		}
	}
	return columns;
}

/* "-", "N/A" and the like say nothing. */
static char *
cell_text(struct arena *arena, const struct pieces *cell)
{
	char *text = pieces_text(arena, cell);
	size_t length = strlen(text);

	while (length > 0 && strchr(",;", text[length - 1]) != NULL)
		text[--length] = '\0';
	return *text == '\0' || strcmp(text, "-") == 0
	        || strcmp(text, "–") == 0 || strcmp(text, "—") == 0
	    ? NULL : text;
}

static void
read_cell(struct arena *arena, struct entry *entry, enum column column,
    const struct pieces *cell)
{
	char *text = cell_text(arena, cell);
	size_t start, end;

	if (text == NULL)
		return;
	switch (column) {
	case COLUMN_DATE:
		entry->date = words_date(arena, text, &start, &end);
		if (entry->date != NULL && strcmp(entry->date, text) != 0)
			entry->date_raw = text;
		break;
	case COLUMN_VENUE: {
		const char *date = entry->date, *raw = entry->date_raw;
		words_venue(arena, text, entry);
		if (date != NULL) {
			entry->date = date;
			entry->date_raw = raw;
		}
		break;
	}
	case COLUMN_INSTITUTE:
		entry->institute = text;
		break;
	case COLUMN_LICENSE:
		entry->license = text;
		break;
	case COLUMN_BASE_MODEL:
		entry->base_model = text;
		break;
	case COLUMN_AUTHORS:
		entry->authors = text;
		break;
	case COLUMN_TITLE:
		entry->title = words_title(arena, text);
		break;
	case COLUMN_OTHER:
	case COLUMN_PAPER:
	case COLUMN_CODE:
	case COLUMN_MODEL:
	case COLUMN_DATASET:
	case COLUMN_LINK:
		break;
	}
}

/* "BiMediX (mbzuai-oryx)" → "BiMediX". */
static void
read_owner(struct arena *arena, struct entry *entry)
{
	const char *open = strrchr(entry->title, '(');
	size_t length = strlen(entry->title);

	if (entry->name == NULL && open != NULL && open > entry->title + 1
	    && entry->title[length - 1] == ')'
	    && strchr(open, ' ') == NULL)
		entry->name = words_title(arena, arena_text_n(arena,
		    entry->title, (size_t)(open - entry->title)));
}

/* The last part of a link's path: the name of what it leads to. */
static char *
target_name(struct arena *arena, const char *url)
{
	size_t length = strlen(url);

	while (length > 0 && url[length - 1] == '/')
		length--;
	const char *start = url + length;
	while (start > url && start[-1] != '/')
		start--;
	return arena_text_n(arena, start, (size_t)(url + length - start));
}

/*
 * A row that names several projects gives one entry each when every link's
 * target is named in the title cell, in order.  Other cells cannot be dealt
 * out safely: each part keeps them whole.
 */
static bool
read_parts(struct reader *reader, const struct entry *row, unsigned line)
{
	const char *at = row->title;
	struct entry parts[16];
	size_t count = 0;

	for (size_t i = 0; i < row->link_count; i++) {
		const struct link *link = &row->links[i];
		if (link->role == LINK_BADGE || link->role == LINK_BADGE_TARGET)
			continue;
		char *name = target_name(reader->scratch, link->url);
		const char *found = text_find_nocase(at, name);
		if (found == NULL || *name == '\0' || count == 16)
			return false;
		struct entry *part = &parts[count++];
		*part = *row;
		part->links = link;
		part->link_count = 1;
		part->title = part->name
		    = arena_text_n(reader->arena, found, strlen(name));
		part->part = (unsigned)count;
		part->flags |= FLAG_MERGED_ROW;
		at = found + strlen(name);
	}
	for (size_t i = 0; i < count && count >= 2; i++) {
		parts[i].parts = (unsigned)count;
		reader_add(reader, &parts[i], line, line);
	}
	return count >= 2;
}

void
row_read(struct reader *reader, const struct columns *columns,
    const struct pieces *cells, size_t count, unsigned line)
{
	struct arena *arena = reader->arena;
	struct entry entry = { 0 };
	bool any_link = false;

	for (size_t i = 0; i < count && i < columns->count; i++) {
		read_cell(arena, &entry, columns->of[i], &cells[i]);
		entry_links(arena, &entry, &cells[i], columns->of[i]);
		any_link |= pieces_have_link(&cells[i]);
	}
	if (text_is_blank(entry.title) || reader_is_closed(reader)
	    || (!any_link && !columns->known))
		return;
	/* A title that is only a label or a URL names nothing. */
	if (!any_link && entry.date == NULL && entry.venue == NULL
	    && entry.institute == NULL)
		return;
	if (!read_parts(reader, &entry, line)) {
		entry.name = words_name(arena, entry.title);
		read_owner(arena, &entry);
		reader_add(reader, &entry, line, line);
	}
}
