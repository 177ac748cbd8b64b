/*
 * JSON bytes in, a tree in the arena out.  yajl reads; depth is refused while
 * reading, before anything is built that a recursion could fall over.
 */
#include "base/json.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/arena.h"
#include "base/json_string.h"
#include "base/log.h"

#define DEEPEST 64

struct level {
	struct json *value; /* array or object being filled */
	struct json *last;  /* its newest child */
};

struct reader {
	struct arena *arena;
	yajl_handle yajl;
	const char *bytes;
	size_t length;
	size_t end;      /* of the token before */
	bool completing; /* yajl_complete_parse feeds bytes of its own */
	bool too_deep;
	struct level levels[DEEPEST];
	size_t depth;
	const char *key; /* of the value that comes next */
	struct json *root;
};

static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/*
 * The raw bytes of the token that was just read.  Between two tokens stand
 * only white space, commas and colons, so its start needs no bookkeeping.
 */
static const char *
take_token(struct reader *reader, size_t *length)
{
	size_t start = reader->end, end;

	while (start < reader->length &&
	    (reader->bytes[start] == ',' || reader->bytes[start] == ':' ||
		is_blank(reader->bytes[start])))
		start++;
	if (reader->completing) {
		/* A number or word at the very end, perhaps before blanks. */
		end = reader->length;
		while (end > start && is_blank(reader->bytes[end - 1]))
			end--;
	} else {
		end = yajl_get_bytes_consumed(reader->yajl);
	}
	*length = end > start ? end - start : 0;
	reader->end = end;
	return reader->bytes + start;
}

static struct json *
add_value(struct reader *reader, enum json_kind kind)
{
	struct json *value = arena_alloc(reader->arena, sizeof *value);
	struct level *level;

	value->kind = kind;
	value->raw = take_token(reader, &value->raw_length);
	value->key = reader->key;
	reader->key = NULL;
	if (reader->depth == 0) {
		reader->root = value;
		return value;
	}
	level = &reader->levels[reader->depth - 1];
	if (level->last == NULL)
		level->value->child = value;
	else
		level->last->next = value;
	level->last = value;
	level->value->count++;
	return value;
}

static int
on_null(void *context)
{
	add_value(context, JSON_NULL);
	return 1;
}

static int
on_boolean(void *context, int boolean)
{
	add_value(context, JSON_BOOLEAN)->boolean = boolean != 0;
	return 1;
}

static int
on_number(void *context, const char *literal, size_t length)
{
	struct reader *reader = context;
	struct json *value = add_value(reader, JSON_NUMBER);

	value->text = arena_text_n(reader->arena, literal, length);
	value->length = length;
	return 1;
}

/* yajl's own decoding is not taken: it makes up text of lone surrogates. */
static int
on_string(void *context, const unsigned char *text, size_t length)
{
	struct reader *reader = context;
	struct json *value = add_value(reader, JSON_STRING);

	(void)text;
	(void)length;
	value->text = json_decode_string(
	    reader->arena, value->raw, value->raw_length, &value->length);
	return 1;
}

static int
on_key(void *context, const unsigned char *text, size_t length)
{
	struct reader *reader = context;
	const char *raw;

	(void)text;
	raw = take_token(reader, &length);
	reader->key = json_decode_string(reader->arena, raw, length, &length);
	return 1;
}

static int
open_level(struct reader *reader, enum json_kind kind)
{
	struct json *value;

	if (reader->depth == DEEPEST) {
		reader->too_deep = true;
		return 0;
	}
	value = add_value(reader, kind);
	reader->levels[reader->depth].value = value;
	reader->levels[reader->depth].last = NULL;
	reader->depth++;
	return 1;
}

static int
close_level(void *context)
{
	struct reader *reader = context;
	struct json *value = reader->levels[--reader->depth].value;
	size_t length;
	const char *bracket = take_token(reader, &length);

	value->raw_length = (size_t)(bracket - value->raw) + length;
	return 1;
}

static int
on_object(void *context)
{
	return open_level(context, JSON_OBJECT);
}

static int
on_array(void *context)
{
	return open_level(context, JSON_ARRAY);
}

static const yajl_callbacks callbacks = {
	.yajl_null = on_null,
	.yajl_boolean = on_boolean,
	.yajl_number = on_number,
	.yajl_string = on_string,
	.yajl_start_map = on_object,
	.yajl_map_key = on_key,
	.yajl_end_map = close_level,
	.yajl_start_array = on_array,
	.yajl_end_array = close_level,
};

static void *
allocate(void *context, size_t size)
{
	void *memory = malloc(size);

	(void)context;
	if (memory == NULL && size != 0)
		log_fatal(71, "out of memory (%zu bytes)", size);
	return memory;
}

static void *
reallocate(void *context, void *memory, size_t size)
{
	void *grown = realloc(memory, size);

	(void)context;
	if (grown == NULL && size != 0)
		log_fatal(71, "out of memory (%zu bytes)", size);
	return grown;
}

static void
release(void *context, void *memory)
{
	(void)context;
	free(memory);
}

static const char *
explain(struct reader *reader)
{
	unsigned char *words;
	const char *reason;
	size_t length;

	if (reader->too_deep)
		return arena_printf(
		    reader->arena, "nested deeper than %d levels", DEEPEST);
	words = yajl_get_error(reader->yajl, 0, NULL, 0);
	if (words == NULL)
		return "not JSON";
	length = strcspn((const char *)words, "\n");
	reason = arena_printf(reader->arena, "%.*s at byte %zu", (int)length,
	    (const char *)words, yajl_get_bytes_consumed(reader->yajl));
	yajl_free_error(reader->yajl, words);
	return reason;
}

const struct json *
json_parse(struct arena *arena, const char *bytes, size_t length, const char **reason)
{
	static yajl_alloc_funcs memory = { allocate, reallocate, release, NULL };
	struct reader reader = { .arena = arena };
	yajl_status status;

	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	reader.bytes = bytes;
	reader.length = length;
	reader.yajl = yajl_alloc(&callbacks, &memory, &reader);
	/* Ill-formed strings are repaired, not a reason to lose the reply. */
	yajl_config(reader.yajl, yajl_dont_validate_strings, 1);
	status = yajl_parse(reader.yajl, (const unsigned char *)bytes, length);
	if (status == yajl_status_ok) {
		reader.completing = true;
		status = yajl_complete_parse(reader.yajl);
	}
	if (reason != NULL)
		*reason = status == yajl_status_ok ? NULL : explain(&reader);
	yajl_free(reader.yajl);
	return status == yajl_status_ok ? reader.root : NULL;
}
