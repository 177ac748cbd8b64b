/*
 * Lines with a tag in front enter ("TI  - Title", "PMID- 123"), an entry a
 * record leaves.  Which tag holds what the format says.
 */
#include "list/record/tagged.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"
#include "model/claim.h"

enum { LONGEST_TAG = 4 };

const char *
tagged_line(const char *line, const char *end, char tag[5])
{
	size_t length = 0, blanks = 0, room = (size_t)(end - line);
	const char *at;

	while (length < room && length < LONGEST_TAG &&
	    (text_is_capital(line[length]) ||
		(length > 0 && line[length] >= '0' && line[length] <= '9')))
		length++;
	while (
	    length + blanks < room && length + blanks < 5 && line[length + blanks] == ' ')
		blanks++;
	at = line + length + blanks;
	/* Two letters alone are as often a word: "NF- ". */
	if (length < 2 || (length < LONGEST_TAG && blanks == 0) || at == end ||
	    *at != '-')
		return NULL;
	at++;
	memcpy(tag, line, length);
	tag[length] = '\0';
	if (at < end && strchr(" \t\r\n", *at) == NULL && strcmp(tag, "PMID") != 0)
		return NULL;
	return at;
}

/* A record as it is collected. */
struct record {
	struct tagged_field *fields;
	size_t count;
	unsigned line;
};

static void
end_record(struct reader *reader, const struct tagged_format *format,
    struct record *record, unsigned last_line)
{
	struct said said = { .arena = reader->arena, .scratch = reader->scratch };

	if (record->count > 0) {
		format->say(&said, record->fields, record->count);
		if (!given_settle(reader, &said, record->line, last_line))
			reader_broken(reader, record->line, "this record has no title");
	}
	*record = (struct record){ 0 };
	arena_reset(reader->scratch);
}

/* Where the text that begins here ends: before the next tag or blank line. */
static const char *
text_end(const char *at, const char *end)
{
	char tag[5];

	for (;;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		if (newline == NULL)
			return end;
		at = newline + 1;
		if (at == end || *at == '\n' || *at == '\r' ||
		    tagged_line(at, end, tag) != NULL)
			return at;
	}
}

static void
keep_field(
    struct reader *reader, struct record *record, const char *tag, const char *text)
{
	record->fields = arena_push(
	    reader->scratch, record->fields, record->count, sizeof *record->fields);
	record->fields[record->count].text = text;
	memcpy(record->fields[record->count++].tag, tag, 5);
}

void
tagged_read(struct reader *reader, const char *bytes, size_t length,
    const struct tagged_format *format)
{
	const char *end = bytes + length, *at = bytes;
	struct place place = { bytes, 1 };
	struct record record = { 0 };

	arena_reset(reader->scratch);
	while (at < end) {
		char tag[5];
		unsigned line = reader_line(&place, at);
		const char *text = tagged_line(at, end, tag);
		const char *stop = text_end(at, end);
		bool first = text != NULL && strcmp(tag, format->first) == 0;
		bool last = text != NULL && format->last != NULL &&
		    strcmp(tag, format->last) == 0;

		if (first && record.count > 0 && format->last != NULL)
			reader_broken(reader, record.line, "this record has no end");
		if (first || last || (format->last == NULL && text == NULL))
			end_record(reader, format, &record, last ? line : line - 1);
		if (text != NULL && !last &&
		    (first || format->last == NULL || record.count > 0)) {
			if (record.count == 0)
				record.line = line;
			keep_field(reader, &record, tag,
			    arena_text_n(reader->scratch, text, (size_t)(stop - text)));
		}
		at = stop;
	}
	if (record.count > 0 && format->last != NULL)
		reader_broken(reader, record.line, "this record has no end");
	end_record(reader, format, &record, reader_line(&place, end));
}

void
tagged_say(struct said *said, const struct tagged_field *field,
    const struct tagged_meaning *meanings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(meanings[i].tag, field->tag) == 0)
			said_add(said, meanings[i].given, field->text);
}

bool
tagged_say_people(struct said *said, const struct tagged_field *fields, size_t count,
    const char *const *tags)
{
	struct author *people = NULL;
	size_t people_count = 0;

	for (size_t i = 0; i < count; i++) {
		bool wanted = false;
		for (size_t t = 0; tags[t] != NULL; t++)
			wanted |= strcmp(fields[i].tag, tags[t]) == 0;
		if (!wanted || text_is_blank(fields[i].text))
			continue;
		people = arena_push(said->scratch, people, people_count, sizeof *people);
		people[people_count++] = given_person(said->scratch, fields[i].text);
	}
	if (people_count > 0)
		given_add_persons(said, people, people_count);
	return people_count > 0;
}

/* 1 … 12 of "Nov" or "11"; 0: none. */
static unsigned
month_of(const char *word, size_t length)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	if (length >= 3)
		for (unsigned m = 0; m < 12; m++)
			if (strncasecmp(word, months + 3 * (size_t)m, 3) == 0)
				return m + 1;
	if (length == 0 || length > 2 || strspn(word, "0123456789") < length)
		return 0;
	unsigned number = (unsigned)(word[0] - '0');
	if (length == 2)
		number = number * 10 + (unsigned)(word[1] - '0');
	return number <= 12 ? number : 0;
}

const char *
tagged_date(struct arena *scratch, const char *text)
{
	const char *date = text_squeeze(scratch, text), *at = date;
	size_t year = strspn(at, "0123456789"), length;
	unsigned month, day = 0;

	if (year != 4 || (at[4] != '/' && at[4] != ' '))
		return date;
	at += 5;
	length = strcspn(at, "/ -");
	month = month_of(at, length);
	if (month == 0)
		return arena_text_n(scratch, date, 4);
	at += length;
	/* "Nov-Dec": from the first on. */
	if (*at == '/' || *at == ' ')
		for (at++; *at >= '0' && *at <= '9' && day < 100; at++)
			day = day * 10 + (unsigned)(*at - '0');
	return day > 0 && day <= 31
	    ? arena_printf(scratch, "%.4s-%02u-%02u", date, month, day)
	    : arena_printf(scratch, "%.4s-%02u", date, month);
}
