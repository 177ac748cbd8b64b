/*
 * Values in, JSON bytes out, compact or for people.  Written here and not by
 * yajl, which prints sign by sign: most of a release is JSON.
 */
#include "base/json.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"

struct json_writer {
	struct buffer *out;
	struct arena *scratch; /* for strings that need repair */
	bool pretty;
	unsigned depth;
	bool is_empty;  /* what was opened last, so far */
	bool has_key;   /* its value comes next */
	bool is_closed; /* the top-level value is complete */
};

struct json_writer *
json_writer_new(struct buffer *out, bool pretty)
{
	struct json_writer *writer = calloc(1, sizeof *writer);

	if (writer == NULL)
		log_fatal(71, "out of memory (JSON)");
	writer->out = out;
	writer->scratch = arena_new();
	writer->pretty = pretty;
	return writer;
}

void
json_writer_free(struct json_writer *writer)
{
	if (writer == NULL)
		return;
	arena_free(writer->scratch);
	free(writer);
}

static void
break_line(struct json_writer *writer)
{
	if (!writer->pretty)
		return;
	buffer_char(writer->out, '\n');
	for (unsigned i = 0; i < writer->depth; i++)
		buffer_add(writer->out, "  ", 2);
}

/* In front of a key, or of a value that has none. */
static void
begin(struct json_writer *writer)
{
	assert(!writer->is_closed);
	if (writer->has_key) {
		writer->has_key = false;
		return;
	}
	if (writer->depth > 0 && !writer->is_empty)
		buffer_char(writer->out, ',');
	if (writer->depth > 0)
		break_line(writer);
}

static void
end(struct json_writer *writer)
{
	writer->is_empty = false;
	writer->is_closed = writer->depth == 0;
	if (writer->is_closed && writer->pretty)
		buffer_char(writer->out, '\n');
}

static void
open_value(struct json_writer *writer, char sign)
{
	begin(writer);
	buffer_char(writer->out, sign);
	writer->depth++;
	writer->is_empty = true;
}

static void
close_value(struct json_writer *writer, char sign)
{
	assert(writer->depth > 0 && !writer->has_key);
	writer->depth--;
	if (!writer->is_empty)
		break_line(writer);
	buffer_char(writer->out, sign);
	end(writer);
}

void
json_write_object(struct json_writer *writer)
{
	open_value(writer, '{');
}

void
json_write_array(struct json_writer *writer)
{
	open_value(writer, '[');
}

void
json_write_object_end(struct json_writer *writer)
{
	close_value(writer, '}');
}

void
json_write_array_end(struct json_writer *writer)
{
	close_value(writer, ']');
}

/* Stands as it is in a string (RFC 8259, section 7). */
static bool
is_plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\';
}

static void
escape(struct buffer *out, unsigned char c)
{
	static const char signs[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *sign = c == '\0' ? NULL : strchr(signs, c);

	if (sign != NULL) {
		buffer_char(out, '\\');
		buffer_char(out, letters[sign - signs]);
	} else {
		buffer_printf(out, "\\u%04X", c);
	}
}

/* One byte eight times. */
#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of each byte that is zero, or of one above a zero. */
static uint64_t
zeros(uint64_t eight)
{
	return (eight - EIGHT(1)) & ~eight & EIGHT(0x80);
}

/* How many bytes are plain until one is not; eight at a time. */
static size_t
plain_run(const char *text, size_t length)
{
	size_t run = 0;
	uint64_t eight;

	for (; length - run >= sizeof eight; run += sizeof eight) {
		memcpy(&eight, text + run, sizeof eight);
		if ((((eight - EIGHT(0x20)) & ~eight & EIGHT(0x80)) |
			zeros(eight ^ EIGHT('"')) | zeros(eight ^ EIGHT('\\'))) != 0)
			break;
	}
	while (run < length && is_plain((unsigned char)text[run]))
		run++;
	return run;
}

static void
quote(struct buffer *out, const char *text, size_t length)
{
	buffer_char(out, '"');
	for (;;) {
		size_t run = plain_run(text, length);

		buffer_add(out, text, run);
		if (run == length)
			break;
		escape(out, (unsigned char)text[run]);
		text += run + 1;
		length -= run + 1;
	}
	buffer_char(out, '"');
}

void
json_write_string_n(struct json_writer *writer, const char *text, size_t length)
{
	begin(writer);
	if (text_is_utf8(text, length)) {
		quote(writer->out, text, length);
	} else {
		text = text_to_utf8(writer->scratch, text, length);
		quote(writer->out, text, strlen(text));
		arena_reset(writer->scratch);
	}
	end(writer);
}

void
json_write_string(struct json_writer *writer, const char *text)
{
	if (text == NULL)
		json_write_null(writer);
	else
		json_write_string_n(writer, text, strlen(text));
}

void
json_write_key(struct json_writer *writer, const char *key)
{
	assert(writer->depth > 0 && !writer->has_key);
	begin(writer);
	/* Ours, and plain: nothing to escape or to repair. */
	buffer_char(writer->out, '"');
	buffer_text(writer->out, key);
	buffer_add(writer->out, "\": ", writer->pretty ? 3 : 2);
	writer->has_key = true;
}

void
json_write_integer(struct json_writer *writer, int64_t value)
{
	begin(writer);
	buffer_printf(writer->out, "%lld", (long long)value);
	end(writer);
}

void
json_write_number(struct json_writer *writer, const char *literal)
{
	json_write_raw(writer, literal, strlen(literal));
}

void
json_write_boolean(struct json_writer *writer, bool value)
{
	json_write_number(writer, value ? "true" : "false");
}

void
json_write_null(struct json_writer *writer)
{
	json_write_raw(writer, "null", 4);
}

void
json_write_raw(struct json_writer *writer, const char *bytes, size_t length)
{
	begin(writer);
	buffer_add(writer->out, bytes, length);
	end(writer);
}

void
json_write_line_end(struct json_writer *writer)
{
	assert(writer->depth == 0);
	/* For people, the line has ended already. */
	if (!writer->pretty)
		buffer_char(writer->out, '\n');
	writer->is_closed = false;
}

void
json_member(struct json_writer *writer, const char *key, const char *text)
{
	json_write_key(writer, key);
	json_write_string(writer, text);
}

void
json_member_integer(struct json_writer *writer, const char *key, int64_t value)
{
	json_write_key(writer, key);
	json_write_integer(writer, value);
}

void
json_member_boolean(struct json_writer *writer, const char *key, bool value)
{
	json_write_key(writer, key);
	json_write_boolean(writer, value);
}
