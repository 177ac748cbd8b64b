/*
 * JSON Lines enter, or an array of objects, alone or as a member of one
 * object; an entry an object leaves.
 */
#include "base/json.h"

#include <string.h>

#include "base/arena.h"
#include "list/record/given.h"
#include "list/record/record.h"
#include "list/words/words.h"

static void
read_object(
    struct reader *reader, const struct json *object, unsigned line, unsigned last_line)
{
	struct said said = { .arena = reader->arena, .scratch = reader->scratch };

	if (object->kind != JSON_OBJECT) {
		reader_broken(reader, line, "this is no JSON object");
		return;
	}
	given_say_json(&said, object);
	if (!given_settle(reader, &said, line, last_line))
		reader_broken(reader, line, "this object has no title");
}

static void
read_array(struct reader *reader, const struct json *array, struct place *place)
{
	for (const struct json *one = array->child; one != NULL; one = one->next) {
		unsigned line = reader_line(place, one->raw);
		read_object(
		    reader, one, line, reader_line(place, one->raw + one->raw_length));
	}
}

/* { "works": [ {…}, … ], … }: the first such member; NULL: none. */
static const struct json *
array_inside(const struct json *value)
{
	if (value->kind == JSON_ARRAY)
		return value;
	if (value->kind != JSON_OBJECT || json_get(value, "title") != NULL ||
	    json_get(value, "name") != NULL)
		return NULL;
	for (const struct json *one = value->child; one != NULL; one = one->next)
		if (one->kind == JSON_ARRAY && one->child != NULL &&
		    one->child->kind == JSON_OBJECT)
			return one;
	return NULL;
}

/* The whole file as one value; false: it is none. */
static bool
read_whole(struct reader *reader, const char *bytes, size_t length, struct place place)
{
	const struct json *value = json_parse(reader->scratch, bytes, length, NULL);
	const struct json *array;

	if (value == NULL)
		return false;
	array = array_inside(value);
	if (array != NULL) {
		read_array(reader, array, &place);
	} else {
		unsigned line = place.line;
		read_object(reader, value, line,
		    reader_line(&place, value->raw + value->raw_length));
	}
	return true;
}

static void
read_line(struct reader *reader, const char *line, size_t length, unsigned number)
{
	const char *reason;
	const struct json *value;

	arena_reset(reader->scratch);
	while (length > 0 && *line != '\0' && strchr(" \t\r", *line) != NULL) {
		line++;
		length--;
	}
	if (length == 0)
		return;
	value = json_parse(reader->scratch, line, length, &reason);
	if (value == NULL)
		reader_broken(reader, number, arena_text(reader->arena, reason));
	else
		read_object(reader, value, number, number);
}

/* Does the first line hold a whole object?  Then so does each. */
static bool
is_lines(struct reader *reader, const char *bytes, size_t length)
{
	const char *newline = memchr(bytes, '\n', length);

	return *bytes == '{' && newline != NULL &&
	    json_parse(reader->scratch, bytes, (size_t)(newline - bytes), NULL) != NULL;
}

static bool
read_json(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	const char *end = bytes + length;
	struct place place = { bytes, 1 };

	(void)reason;
	while (bytes < end && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0')
		bytes++;
	reader_line(&place, bytes);
	if (bytes == end ||
	    (!is_lines(reader, bytes, (size_t)(end - bytes)) &&
		read_whole(reader, bytes, (size_t)(end - bytes), place)))
		return true;
	for (unsigned line = place.line; bytes < end; line++) {
		const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
		const char *stop = newline == NULL ? end : newline;
		read_line(reader, bytes, (size_t)(stop - bytes), line);
		bytes = newline == NULL ? end : newline + 1;
	}
	return true;
}

/* "[" begins many a Markdown list: an object must follow it. */
static bool
begins_json(const char *bytes, size_t length)
{
	const char *end = bytes + length;

	if (bytes < end && *bytes == '[')
		for (bytes++;
		     bytes < end && *bytes != '\0' && strchr(" \t\r\n", *bytes) != NULL;
		     bytes++)
			;
	if (bytes == end || *bytes++ != '{')
		return false;
	while (bytes < end && *bytes != '\0' && strchr(" \t\r\n", *bytes) != NULL)
		bytes++;
	return bytes < end && (*bytes == '"' || *bytes == '}');
}

const struct format list_format_json = { "JSON", "jsonl json ndjson", begins_json,
	read_json, WRITING_JSON };
