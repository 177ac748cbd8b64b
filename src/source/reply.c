/* A reply's bytes in; answers by state, and what is kept of JSON, out. */
#include "source/draft.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/markup.h"
#include "base/text.h"
#include "source/source.h"

void
reply_found(struct answer *answer, const char *body, size_t length)
{
	answer->state = ANSWER_FOUND;
	answer->note = NULL;
	answer->body = body;
	answer->body_length = length;
}

void
reply_found_json(struct answer *answer, const struct json *json)
{
	reply_found(answer, json->raw, json->raw_length);
	answer->json = json;
}

void
reply_found_xml(struct arena *arena, struct answer *answer, const struct markup *xml)
{
	const char *body = markup_serialise(arena, xml);

	reply_found(answer, body, strlen(body));
	answer->xml = xml;
}

const struct json *
reply_body(struct arena *arena, const struct answer *answer)
{
	return answer->json != NULL
	    ? answer->json
	    : json_parse(arena, answer->body, answer->body_length, NULL);
}

const struct markup *
reply_body_xml(struct arena *arena, const struct answer *answer)
{
	return answer->xml != NULL
	    ? answer->xml
	    : markup_parse_xml(arena, answer->body, answer->body_length, NULL);
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
	reply_absent(answer, note);
	answer->state = ANSWER_UNANSWERED;
}

void
reply_unanswered_all(
    const struct request *request, struct answer *answers, const char *note)
{
	for (size_t i = 0; i < request->question_count; i++)
		reply_unanswered(&answers[i], note);
}

const struct json *
reply_json(struct arena *arena, const struct response *response)
{
	return json_parse(arena, response->body, response->body_length, NULL);
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

bool
reply_names(const struct response *response, const char *member)
{
	struct arena *arena = arena_new();
	bool names = reply_is_object(response) &&
	    json_string(json_get(reply_json(arena, response), member)) != NULL;

	arena_free(arena);
	return names;
}

const char *
reply_member(struct arena *arena, const struct response *response, const char *name)
{
	/* An error object is small; a large body is something else. */
	if (response->body_length > 65536 || !reply_is_object(response))
		return NULL;
	return json_string(json_get(reply_json(arena, response), name));
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

enum verdict
reply_refused(
    const struct request *request, const struct response *response, bool has_key)
{
	switch (response->status) {
	case 401:
	case 403:
		return has_key ? VERDICT_DROP_KEY : VERDICT_STOP;
	case 400:
	case 413:
	case 414:
	case 500:
	case 502:
	case 504:
	case 524: /* 504 in Cloudflare's words */
		return request->question_count > 1 ? VERDICT_HALVE : VERDICT_DROP;
	default:
		return VERDICT_DROP;
	}
}

void
reply_keep_begin(struct kept *kept)
{
	buffer_init(&kept->bytes, 0);
	kept->writer = json_writer_new(&kept->bytes, false);
	json_write_object(kept->writer);
}

void
reply_keep(struct kept *kept, const struct json *object, const char *names)
{
	char name[64];
	size_t length;

	for (const char *at = names; *at != '\0'; at += length + (at[length] == ',')) {
		const struct json *value;

		length = strcspn(at, ",");
		snprintf(name, sizeof name, "%.*s", (int)length, at);
		value = json_get(object, name);
		if (value == NULL)
			continue;
		json_write_key(kept->writer, name);
		json_write_raw(kept->writer, value->raw, value->raw_length);
	}
}

void
reply_keep_inside(
    struct kept *kept, const char *name, const struct json *object, const char *names)
{
	if (object == NULL || object->kind != JSON_OBJECT)
		return;
	json_write_key(kept->writer, name);
	json_write_object(kept->writer);
	reply_keep(kept, object, names);
	json_write_object_end(kept->writer);
}

void
reply_keep_end(struct kept *kept, struct arena *arena, struct answer *answer)
{
	json_write_object_end(kept->writer);
	json_writer_free(kept->writer);
	reply_found(answer, arena_text_n(arena, kept->bytes.bytes, kept->bytes.length),
	    kept->bytes.length);
	buffer_free(&kept->bytes);
}

/* The first text among what services call it, a level down as well. */
static const char *
words_in(const struct json *object, int depth)
{
	static const char *const names[] = { "message", "error", "detail", "title",
		"error_description", "errors" };

	if (object != NULL && object->kind == JSON_ARRAY)
		object = object->child;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct json *member = json_get(object, names[i]);
		const char *words = json_string(member);

		if (words == NULL && member != NULL && depth == 0)
			words = words_in(member, 1);
		if (!text_is_blank(words))
			return words;
	}
	return NULL;
}

const char *
source_words(struct arena *arena, const struct response *response)
{
	enum { MOST = 65536, LINE = 200 };

	if (response->body == NULL || response->body_length > MOST)
		return NULL;
	if (reply_is_object(response))
		return words_in(reply_json(arena, response), 0);
	if (response->body_length > LINE || strpbrk(response->body, "<{[") != NULL)
		return NULL;
	return text_squeeze(
	    arena, arena_text_n(arena, response->body, response->body_length));
}
