/*
 * BibTeX enters: entries, @string, values joined by #.  An entry of the list
 * leaves for each that has a title; what is broken ends at the next one.
 */
#include "list/record/bibtex.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/strmap.h"
#include "base/text.h"
#include "list/record/given.h"
#include "list/record/record.h"
#include "list/words/words.h"

enum { LONGEST_VALUE = 64 << 10, MOST_FIELDS = 200 };

static char *
text_of(struct arena *arena, const struct buffer *value)
{
	return arena_text_n(arena, value->length > 0 ? value->bytes : "", value->length);
}

static void
read_string(struct bibtex *b, struct buffer *value)
{
	const char *name = bibtex_word(b);

	if (*name != '\0' && bibtex_take(b, '=') && bibtex_value(b, value))
		strmap_put(b->macros, name, text_of(b->kept, value));
}

/* To the next line, or where an entry begins: a field that is none. */
static void
skip_line(struct bibtex *b)
{
	const char *newline = memchr(b->at, '\n', (size_t)(b->end - b->at));

	b->at = newline == NULL ? b->end : newline + 1;
}

/* name = value, …, up to the closing `close`. */
static size_t
read_fields(
    struct bibtex *b, char close, struct bibtex_field *fields, struct buffer *value)
{
	size_t count = 0;

	for (;;) {
		const char *name;
		while (bibtex_take(b, ','))
			;
		if (bibtex_take(b, close))
			return count;
		if (b->at == b->end || bibtex_entry_begins(b, b->at)) {
			bibtex_broken(b, "this entry is never closed");
			return count;
		}
		name = bibtex_word(b);
		if (*name == '\0' || !bibtex_take(b, '=')) {
			bibtex_broken(b, "a field has no name or no \"=\"");
			skip_line(b);
		} else if (!bibtex_value(b, value)) {
			if (b->at < b->end && !bibtex_entry_begins(b, b->at))
				skip_line(b);
		} else if (count < MOST_FIELDS) {
			fields[count++] = (struct bibtex_field){ name,
				text_of(b->scratch, value) };
		}
	}
}

/* What other entries call this one; "@misc{title = {…}}" has none. */
static const char *
read_key(struct bibtex *b)
{
	const char *start, *at;

	bibtex_skip_blanks(b);
	start = at = b->at;
	while (at < b->end && !bibtex_entry_begins(b, at) &&
	    strchr(",={}()\n", *at) == NULL && *at != '\0')
		at++;
	b->at = at < b->end && *at == '=' ? start : at;
	return bibtex_key(b->scratch, start, (size_t)(b->at - start));
}

/* Entries that only serve others need no title. */
static bool
is_silent(const char *type)
{
	static const char *const types[] = { "set", "xdata", "control", "ieeetranbstctl",
		"proceedings", "collection", NULL };

	return text_is_one_of(type, types);
}

/* Without a reader: what entries may inherit is remembered, no more. */
static void
read_work(struct reader *reader, struct bibtex *b, const char *type, char close,
    struct place *place, struct buffer *value)
{
	struct bibtex_field *fields = arena_alloc(
	    b->scratch, (MOST_FIELDS + BIBTEX_INHERITED) * sizeof *fields);
	struct said said = { .scratch = b->scratch };
	unsigned line = place->line;
	const char *key = read_key(b);
	size_t count = read_fields(b, close, fields, value);

	if (reader == NULL) {
		bibtex_keep_parent(b, key, fields, count);
		return;
	}
	said.arena = reader->arena;
	count = bibtex_inherit(b, fields, count);
	bibtex_say(&said, type, fields, count);
	if (!given_settle(reader, &said, line, reader_line(place, b->at)) &&
	    !is_silent(type))
		bibtex_broken(b, "this entry has no title");
	if (b->trouble != NULL)
		reader_broken(reader, line, b->trouble);
}

/* `at` stands on "@". */
static void
read_entry(
    struct reader *reader, struct bibtex *b, struct place *place, struct buffer *value)
{
	const char *type;
	char close;

	arena_reset(b->scratch);
	b->trouble = NULL;
	reader_line(place, b->at++);
	type = bibtex_word(b);
	/* An address of mail between the entries is a comment. */
	if (*type == '\0' || !(bibtex_take(b, '{') || bibtex_take(b, '(')))
		return;
	close = b->at[-1] == '{' ? '}' : ')';
	if (strcmp(type, "comment") == 0) {
		buffer_clear(value);
		bibtex_enclosed(b, close, value);
	} else if (strcmp(type, "preamble") == 0) {
		bibtex_value(b, value);
	} else if (strcmp(type, "string") == 0) {
		read_string(b, value);
	} else {
		read_work(reader, b, type, close, place, value);
	}
}

static void
read_all(struct reader *reader, struct bibtex *b, const char *bytes, size_t length)
{
	struct place place = { bytes, 1 };
	struct buffer value;

	buffer_init(&value, LONGEST_VALUE);
	b->at = bytes;
	b->end = bytes + length;
	b->budget = 4 * length + (1 << 16);
	while (b->at < b->end &&
	    (b->at = memchr(b->at, '@', (size_t)(b->end - b->at))) != NULL)
		read_entry(reader, b, &place, &value);
	buffer_free(&value);
}

static bool
read_bibtex(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	struct bibtex b = { .scratch = reader->scratch,
		.kept = arena_new(),
		.macros = strmap_new(),
		.parents = strmap_new() };

	(void)reason;
	/* Parents stand behind their children. */
	if (memmem(bytes, length, "crossref", strlen("crossref")) != NULL)
		read_all(NULL, &b, bytes, length);
	read_all(reader, &b, bytes, length);
	strmap_free(b.macros);
	strmap_free(b.parents);
	arena_free(b.kept);
	return true;
}

/* "@article{", perhaps behind lines of "%". */
static bool
begins_bibtex(const char *bytes, size_t length)
{
	const char *end = bytes + length, *at = bytes;

	while (at < end && strchr("% \t\r\n", *at) != NULL && *at != '\0') {
		const char *newline = *at == '%' ? memchr(at, '\n', (size_t)(end - at))
						 : at;
		if (newline == NULL)
			return false;
		at = newline + 1;
	}
	if (at == end || *at++ != '@')
		return false;
	for (bytes = at; at < end && text_is_letter(*at); at++)
		;
	while (at > bytes && at < end && *at == ' ')
		at++;
	return at > bytes && at < end && (*at == '{' || *at == '(');
}

const struct format list_format_bibtex = { "BibTeX", "bib bibtex", begins_bibtex,
	read_bibtex, WRITING_BIBTEX };
