/* Values in, JSON bytes out, compact or for people. */
#include "base/json.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_gen.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"

struct json_writer {
	yajl_gen yajl;
	struct buffer *out;
	struct arena *scratch; /* for strings that need repair */
	bool pretty;
	char opened; /* '{' or '[' asked for but not yet written */
};

static void
print(void *context, const char *bytes, size_t length)
{
	const struct json_writer *writer = context;
	struct buffer *out = writer->out;

	/* yajl writes quotes, commas and colons one by one. */
	if (length == 1 && !out->overflowed && out->capacity > 1 &&
	    out->length < out->capacity - 1) {
		out->bytes[out->length++] = *bytes;
		out->bytes[out->length] = '\0';
	} else {
		buffer_add(out, bytes, length);
	}
}

/* A status other than success is a call in the wrong order: our bug. */
static void
check(yajl_gen_status status)
{
	assert(status == yajl_gen_status_ok);
	(void)status;
}

struct json_writer *
json_writer_new(struct buffer *out, bool pretty)
{
	struct json_writer *writer = calloc(1, sizeof *writer);

	if (writer != NULL)
		writer->yajl = yajl_gen_alloc(NULL);
	if (writer == NULL || writer->yajl == NULL)
		log_fatal(71, "out of memory (JSON)");
	writer->out = out;
	writer->scratch = arena_new();
	writer->pretty = pretty;
	yajl_gen_config(writer->yajl, yajl_gen_print_callback, print, writer);
	if (pretty) {
		yajl_gen_config(writer->yajl, yajl_gen_beautify, 1);
		yajl_gen_config(writer->yajl, yajl_gen_indent_string, "  ");
	}
	return writer;
}

void
json_writer_free(struct json_writer *writer)
{
	if (writer == NULL)
		return;
	yajl_gen_free(writer->yajl);
	arena_free(writer->scratch);
	free(writer);
}

/* yajl puts a blank line into what stays empty, so opening waits. */
static void
write_opened(struct json_writer *writer)
{
	char opened = writer->opened;

	writer->opened = '\0';
	if (opened == '{')
		check(yajl_gen_map_open(writer->yajl));
	else if (opened == '[')
		check(yajl_gen_array_open(writer->yajl));
}

void
json_write_object(struct json_writer *writer)
{
	write_opened(writer);
	writer->opened = '{';
}

void
json_write_array(struct json_writer *writer)
{
	write_opened(writer);
	writer->opened = '[';
}

void
json_write_object_end(struct json_writer *writer)
{
	assert(writer->opened != '[');
	if (writer->opened == '{') {
		writer->opened = '\0';
		check(yajl_gen_number(writer->yajl, "{}", 2));
	} else {
		check(yajl_gen_map_close(writer->yajl));
	}
}

void
json_write_array_end(struct json_writer *writer)
{
	assert(writer->opened != '{');
	if (writer->opened == '[') {
		writer->opened = '\0';
		check(yajl_gen_number(writer->yajl, "[]", 2));
	} else {
		check(yajl_gen_array_close(writer->yajl));
	}
}

void
json_write_string_n(struct json_writer *writer, const char *text, size_t length)
{
	bool repair = !text_is_utf8(text, length);

	write_opened(writer);
	if (repair) {
		text = text_to_utf8(writer->scratch, text, length);
		length = strlen(text);
	}
	check(yajl_gen_string(writer->yajl, (const unsigned char *)text, length));
	if (repair)
		arena_reset(writer->scratch);
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
	/* Ours, and ASCII: nothing to repair. */
	write_opened(writer);
	check(yajl_gen_string(writer->yajl, (const unsigned char *)key, strlen(key)));
}

void
json_write_integer(struct json_writer *writer, int64_t value)
{
	write_opened(writer);
	check(yajl_gen_integer(writer->yajl, value));
}

void
json_write_number(struct json_writer *writer, const char *literal)
{
	json_write_raw(writer, literal, strlen(literal));
}

void
json_write_boolean(struct json_writer *writer, bool value)
{
	write_opened(writer);
	check(yajl_gen_bool(writer->yajl, value));
}

void
json_write_null(struct json_writer *writer)
{
	write_opened(writer);
	check(yajl_gen_null(writer->yajl));
}

/* yajl passes on the literal of a number unread. */
void
json_write_raw(struct json_writer *writer, const char *bytes, size_t length)
{
	write_opened(writer);
	check(yajl_gen_number(writer->yajl, bytes, length));
}

void
json_write_line_end(struct json_writer *writer)
{
	assert(writer->opened == '\0');
	/* When it writes for people, yajl has ended the line already. */
	yajl_gen_reset(writer->yajl, writer->pretty ? NULL : "\n");
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
