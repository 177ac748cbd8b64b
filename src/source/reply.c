/* A reply's bytes in; answers by state, and what is kept of JSON, out. */
#include "source/draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"

void
reply_found(struct answer *answer, const char *body, size_t length)
{
	answer->state = ANSWER_FOUND;
	answer->note = NULL;
	answer->body = body;
	answer->body_length = length;
}

void
reply_absent(struct answer *answer, const char *note)
{
	answer->state = ANSWER_ABSENT;
	answer->note = note;
	answer->body = NULL;
	answer->body_length = 0;
}

void
reply_unanswered(struct answer *answer, const char *note)
{
	answer->state = ANSWER_UNANSWERED;
	answer->note = note;
	answer->body = NULL;
	answer->body_length = 0;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* First and last byte that is no blank. */
static bool
is_between(const struct response *response, char first, char last)
{
	const char *start = response->body;
	const char *end = start + response->body_length;

	while (start < end && is_blank(*start))
		start++;
	while (start < end && is_blank(end[-1]))
		end--;
	return start < end && *start == first && end[-1] == last;
}

bool
reply_is_object(const struct response *response)
{
	return is_between(response, '{', '}');
}

bool
reply_is_list(const struct response *response)
{
	return is_between(response, '[', ']');
}

const char *
reply_member(struct arena *arena, const struct response *response, const char *name)
{
	/* An error object is small; a large body is something else. */
	if (response->body_length > 65536 || !reply_is_object(response))
		return NULL;
	return json_string(json_get(
	    json_parse(arena, response->body, response->body_length, NULL), name));
}

bool
reply_says_error(const struct response *response, const char *words)
{
	struct arena *arena = arena_new();
	const char *error = reply_member(arena, response, "error");
	bool says = error != NULL && text_find_nocase(error, words) != NULL;

	arena_free(arena);
	return says;
}

static void
write_picked(
    struct json_writer *writer, const struct json *object, const char *const *names)
{
	for (size_t i = 0; names[i] != NULL; i++) {
		const struct json *value = json_get(object, names[i]);

		if (value == NULL)
			continue;
		json_write_key(writer, names[i]);
		json_write_raw(writer, value->raw, value->raw_length);
	}
}

char *
reply_pick_members(struct arena *arena, const struct json *object,
    const char *const *told, const char *const *names, const char *inner,
    const char *const *inner_names, size_t *length)
{
	const struct json *part = inner == NULL ? NULL : json_get(object, inner);
	struct json_writer *writer;
	struct buffer out;
	char *bytes;

	buffer_init(&out, 0);
	writer = json_writer_new(&out, false);
	json_write_object(writer);
	for (; told[0] != NULL; told += 2)
		json_member(writer, told[0], told[1]);
	write_picked(writer, object, names);
	if (part != NULL && part->kind == JSON_OBJECT) {
		json_write_key(writer, inner);
		json_write_object(writer);
		write_picked(writer, part, inner_names);
		json_write_object_end(writer);
	}
	json_write_object_end(writer);
	json_writer_free(writer);
	*length = out.length;
	bytes = arena_text_n(arena, out.length > 0 ? out.bytes : "", out.length);
	buffer_free(&out);
	return bytes;
}
