/*
 * Headings and entries enter in the order of their lines; entries leave, each
 * with its place, its section and what was damaged there.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* A heading as words: pictures and signs at its ends go. */
static const char *
clean_heading(struct arena *arena, const char *text)
{
	char *clean = text_squeeze(arena, text);
	const char *at = clean;

	for (;;) {
		const char *next = at;
		unsigned c = text_next_code_point(&next);
		if (c < 0x2000 || (c > 0x3000 && c < 0xFE00))
			break;
		at = next;
		while (*at == ' ')
			at++;
	}
	return *at == '\0' ? clean : at;
}

void
reader_heading(struct reader *reader, int level, const char *text)
{
	reader->headings[level] = arena_text(
	    reader->arena, clean_heading(reader->scratch, text));
	reader->closed[level] = section_closed(reader->scratch, text);
	reader->sections++;
	reader->manual += section_instructs(reader->scratch, text);
	/* "# News" is often of the same rank as the whole list. */
	if (level > 1)
		reader->closed[1] = OPEN;
	for (int above = 1; above < level; above++)
		if (reader->closed[above] == CLOSED_TO_NEXT)
			reader->closed[above] = OPEN;
	for (int below = level + 1; below <= 6; below++) {
		reader->headings[below] = NULL;
		reader->closed[below] = OPEN;
	}
}

bool
reader_is_closed(const struct reader *reader)
{
	for (int level = 1; level <= 6; level++)
		if (reader->closed[level] != OPEN)
			return true;
	return false;
}

bool
reader_is_doubtful(const struct reader *reader)
{
	for (int level = 1; level <= 6; level++)
		if (reader->closed[level] == CLOSED)
			return false;
	return true;
}

/* "Outer / Inner"; the document's own title only when nothing is below. */
static const char *
section_path(struct reader *reader)
{
	const char *path = NULL;

	for (int level = 2; level <= 6; level++) {
		if (reader->headings[level] == NULL)
			continue;
		path = path == NULL ? reader->headings[level]
				    : arena_printf(reader->arena, "%s / %s", path,
					  reader->headings[level]);
	}
	if (path == NULL)
		path = reader->headings[1];
	return path == NULL ? "" : path;
}

/* A heading's text is never another one's, so where it stands tells them apart. */
static void
know_section(struct reader *reader)
{
	size_t start, end;

	if (reader->path != NULL &&
	    memcmp(reader->under, reader->headings, sizeof reader->under) == 0)
		return;
	memcpy(reader->under, reader->headings, sizeof reader->under);
	reader->path = section_path(reader);
	reader->year = NULL;
	for (int level = 6; level > 0 && reader->year == NULL; level--)
		if (reader->headings[level] != NULL)
			reader->year = words_date(
			    reader->arena, reader->headings[level], &start, &end);
}

const char *
reader_year(struct reader *reader)
{
	know_section(reader);
	return reader->year;
}

/* The first link of these lines that had to be mended, or NULL. */
static const struct mended_link *
mended_link(const struct reader *reader, unsigned first, unsigned last)
{
	/* From the end: entries and links come in the order of the lines. */
	for (size_t i = reader->mended_count; i > 0; i--) {
		const struct mended_link *link = &reader->mended[i - 1];
		if (link->line < first)
			break;
		if (link->line <= last)
			return link;
	}
	return NULL;
}

/* Out of the slice's memory into the entries': behind the first `kept` links. */
static void
keep_links(
    struct arena *arena, struct entry *entry, size_t kept, const struct entry *more)
{
	size_t count = kept + more->link_count;
	struct link *links = arena_alloc(arena, (count + 1) * sizeof *links);

	if (kept > 0)
		memcpy(links, entry->links, kept * sizeof *links);
	for (size_t i = kept; i < count; i++) {
		links[i] = more->links[i - kept];
		links[i].url = arena_text(arena, links[i].url);
		links[i].label = arena_text(arena, links[i].label);
	}
	entry->links = links;
	entry->link_count = count;
}

static void
keep_texts(struct arena *arena, struct entry *entry)
{
	const char **const texts[] = { &entry->title, &entry->name, &entry->date,
		&entry->date_raw, &entry->venue, &entry->institute, &entry->license,
		&entry->base_model, &entry->authors };

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		*texts[i] = arena_text(arena, *texts[i]);
	keep_links(arena, entry, 0, entry);
}

void
reader_add_links(struct reader *reader, const struct entry *more)
{
	struct entry *last = &reader->entries[reader->count - 1];

	if (reader->count == 0)
		return;
	keep_links(reader->arena, last, last->link_count, more);
	if (last->date == NULL)
		last->date = arena_text(reader->arena, more->date);
	if (last->venue == NULL)
		last->venue = arena_text(reader->arena, more->venue);
	if (last->authors == NULL)
		last->authors = arena_text(reader->arena, more->authors);
	last->like = 0;
}

/* Out of whose texts all are kept: place and section, and what its lines had. */
static void
add(struct reader *reader, struct entry entry, unsigned line, unsigned last_line)
{
	const struct mended_link *mended = mended_link(reader, line, last_line);

	know_section(reader);
	entry.list = reader->list;
	entry.list_source = reader->source;
	entry.line = line;
	entry.section = reader->path;
	if (entry.part == 0)
		entry.part = entry.parts = 1;
	if (line_set_touches(&reader->damaged, line, last_line))
		entry.flags |= FLAG_DAMAGED_TEXT;
	if (line_set_touches(&reader->not_utf8, line, last_line))
		entry.flags |= FLAG_NOT_UTF8;
	if (mended != NULL) {
		entry.as_written = mended->as_written;
		entry.mend_from = mended->from;
		entry.mend_to = mended->to;
		entry.flags |= FLAG_MALFORMED_LINK;
	}
	reader->entries = arena_push(
	    reader->arena, reader->entries, reader->count, sizeof *reader->entries);
	reader->entries[reader->count++] = entry;
	arena_rest_at(reader->arena, reader->count);
}

void
reader_add(struct reader *reader, struct entry *entry, unsigned line, unsigned last_line)
{
	/* "[C++]", "(PDF)" sort it. */
	if (entry->venue != NULL && words_name_thing(entry->venue))
		entry->venue = NULL;
	keep_texts(reader->arena, entry);
	add(reader, *entry, line, last_line);
}

void
reader_add_again(struct reader *reader, size_t at, unsigned line, unsigned last_line)
{
	struct entry same = reader->entries[at];

	same.like = (unsigned)at + 1;
	same.flags = 0;
	same.as_written = same.mend_from = same.mend_to = NULL;
	add(reader, same, line, last_line);
}

void
reader_leave(struct reader *reader, enum list_left_why why, unsigned line)
{
	struct list_left *left = &reader->left[why];

	if (left->count < LIST_LINES)
		left->lines[left->count] = line;
	left->count++;
}

void
reader_broken(struct reader *reader, unsigned line, const char *why)
{
	if (reader->broken++ > 0)
		return;
	reader->broken_line = line;
	reader->broken_why = why;
}

unsigned
reader_line(struct place *place, const char *at)
{
	const char *newline;

	while (place->at < at &&
	    (newline = memchr(place->at, '\n', (size_t)(at - place->at))) != NULL) {
		place->at = newline + 1;
		place->line++;
	}
	/* Each byte is looked at once, in a file of one line too. */
	if (place->at < at)
		place->at = at;
	return place->line;
}
