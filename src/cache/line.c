/* Answers to lines of JSON and back. */
#include "cache/line.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "cache/key.h"

/* The longest subject anybody asks about is a title. */
#define LONGEST_SUBJECT 4096

/* Would it come back from inside a line as the same bytes? */
static bool
fits_inline(struct arena *arena, const struct answer *answer)
{
	size_t length = answer->body_length;
	const struct json *line;
	char *wrapped;

	if (length < 2 || (answer->body[0] != '{' && answer->body[0] != '[') ||
	    memchr(answer->body, '\n', length) || memchr(answer->body, '\r', length))
		return false;
	wrapped = arena_alloc(arena, length + 3);
	wrapped[0] = '[';
	memcpy(wrapped + 1, answer->body, length);
	wrapped[length + 1] = ']';
	line = json_parse(arena, wrapped, length + 2, NULL);
	return line && line->count == 1 && line->child->raw == wrapped + 1 &&
	    line->child->raw_length == length;
}

static void
write_hex(struct json_writer *out, const struct answer *answer, struct arena *arena)
{
	static const char digits[] = "0123456789abcdef";
	char *text = arena_alloc(arena, answer->body_length * 2 + 1);

	for (size_t i = 0; i < answer->body_length; i++) {
		unsigned char byte = (unsigned char)answer->body[i];

		text[2 * i] = digits[byte >> 4];
		text[2 * i + 1] = digits[byte & 15];
	}
	json_member(out, "body_hex", text);
}

static void
write_body(struct json_writer *out, const struct answer *answer, struct arena *arena)
{
	if (!text_is_utf8(answer->body, answer->body_length)) {
		write_hex(out, answer, arena);
		return;
	}
	json_write_key(out, "body");
	if (answer->body_length == 0)
		json_write_null(out);
	else if (fits_inline(arena, answer))
		json_write_raw(out, answer->body, answer->body_length);
	else
		json_write_string_n(out, answer->body, answer->body_length);
}

/* Only where there are any: most answers stand as they first came. */
static void
write_ages(struct json_writer *out, const struct answer *answer, struct arena *arena)
{
	if (answer->age_count == 0)
		return;
	json_write_key(out, "since");
	json_write_object(out);
	for (size_t i = 0; i < answer->age_count; i++)
		json_member(out, claim_field_name(answer->ages[i].field),
		    clock_instant_text(arena, answer->ages[i].since));
	json_write_object_end(out);
}

void
line_write_answer(
    struct json_writer *out, const struct answer *answer, struct arena *arena)
{
	json_write_object(out);
	json_member(out, "origin", answer->origin);
	json_member(out, "source", answer->source);
	json_member(out, "subject", answer->subject);
	json_member(out, "state", answer_states[answer->state]);
	json_member(out, "retrieved_at", clock_instant_text(arena, answer->retrieved_at));
	json_member(out, "confirmed_at", clock_instant_text(arena, answer->confirmed_at));
	json_member_integer(out, "http_status", answer->http_status);
	json_member_integer(out, "asked_version", answer->asked_version);
	json_member(out, "etag", answer->etag);
	json_member(out, "last_modified", answer->last_modified);
	json_member(out, "note", answer->note);
	write_ages(out, answer, arena);
	write_body(out, answer, arena);
	json_write_object_end(out);
	json_write_line_end(out);
}

/* A text that must be there and could be part of a key. */
static bool
read_name(const struct json *line, const char *key, size_t longest, const char **text)
{
	const struct json *member = json_get(line, key);

	*text = json_string(member);
	if (!*text || member->length > longest || strlen(*text) != member->length)
		return false;
	for (const char *at = *text; *at; at++)
		if ((unsigned char)*at < ' ')
			return false;
	return true;
}

static bool
read_optional(const struct json *line, const char *key, const char **text)
{
	const struct json *member = json_get(line, key);

	*text = json_string(member);
	return !member || member->kind == JSON_NULL ||
	    (member->kind == JSON_STRING && (!*text || strlen(*text) == member->length));
}

static bool
read_count(const struct json *line, const char *key, int64_t most, int64_t *number)
{
	const struct json *member = json_get(line, key);

	*number = 0;
	if (!member || member->kind == JSON_NULL)
		return true;
	return json_integer(member, number) && *number >= 0 && *number <= most;
}

static bool
read_state(const struct json *line, enum answer_state *state)
{
	const char *name = json_string(json_get(line, "state"));

	if (!name)
		return false;
	for (*state = ANSWER_FOUND; *state <= ANSWER_ABSENT; ++*state)
		if (strcmp(name, answer_states[*state]) == 0)
			return true;
	return false;
}

static bool
read_times(const struct json *line, struct answer *answer)
{
	const struct json *confirmed = json_get(line, "confirmed_at");

	if (!clock_parse_instant(
		json_string(json_get(line, "retrieved_at")), &answer->retrieved_at))
		return false;
	answer->confirmed_at = answer->retrieved_at;
	if (!confirmed || confirmed->kind == JSON_NULL)
		return true;
	return clock_parse_instant(json_string(confirmed), &answer->confirmed_at) &&
	    answer->confirmed_at >= answer->retrieved_at;
}

static bool
read_ages(struct arena *arena, const struct json *line, struct answer *answer)
{
	const struct json *since = json_get(line, "since");
	struct answer_age *ages = NULL;

	if (since != NULL && since->kind != JSON_OBJECT)
		return false;
	for (enum field field = 0; since != NULL && field < FIELD_COUNT; field++) {
		const struct json *at = json_get(since, claim_field_name(field));
		struct answer_age age = { field, 0 };

		if (at == NULL)
			continue;
		if (!clock_parse_instant(json_string(at), &age.since) ||
		    age.since > answer->retrieved_at)
			return false;
		ages = arena_push(arena, ages, answer->age_count, sizeof *ages);
		ages[answer->age_count++] = age;
	}
	answer->ages = ages;
	return true;
}

static int
nibble(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static bool
read_hex(struct arena *arena, const struct json *hex, struct answer *answer)
{
	char *bytes;

	if (hex->kind != JSON_STRING || hex->length % 2 != 0)
		return false;
	bytes = arena_alloc(arena, hex->length / 2 + 1);
	for (size_t i = 0; i < hex->length; i += 2) {
		int high = nibble(hex->text[i]), low = nibble(hex->text[i + 1]);

		if (high < 0 || low < 0)
			return false;
		bytes[i / 2] = (char)(high << 4 | low);
	}
	answer->body = bytes;
	answer->body_length = hex->length / 2;
	return true;
}

static bool
read_body(struct arena *arena, const struct json *line, struct answer *answer)
{
	const struct json *body = json_get(line, "body");
	const struct json *hex = json_get(line, "body_hex");

	if (hex)
		return !body && read_hex(arena, hex, answer);
	if (!body || body->kind == JSON_NULL)
		return true;
	answer->json = body->kind == JSON_STRING ? NULL : body;
	answer->body = body->kind == JSON_STRING ? body->text : body->raw;
	answer->body_length = body->kind == JSON_STRING ? body->length : body->raw_length;
	return true;
}

bool
line_read(struct arena *arena, const char *bytes, size_t length, struct answer *answer,
    const char **reason)
{
	const struct json *line;
	int64_t status, version;

	memset(answer, 0, sizeof *answer);
	line = json_parse(arena, bytes, length, reason);
	if (!line)
		return false;
	*reason = NULL;
	if (line->kind != JSON_OBJECT)
		*reason = "it is no JSON object";
	else if (!read_name(line, "origin", KEY_ORIGIN, &answer->origin))
		*reason = "`origin` is not there, or no host";
	else if (!read_name(line, "source", KEY_SOURCE, &answer->source))
		*reason = "`source` is not there, or no name";
	else if (!read_name(line, "subject", LONGEST_SUBJECT, &answer->subject))
		*reason = "`subject` is not there, or no subject";
	else if (!read_state(line, &answer->state))
		*reason = "`state` is neither found nor absent";
	else if (!read_times(line, answer))
		*reason = "`retrieved_at` is no time, or `confirmed_at` is "
			  "none or earlier";
	else if (!read_ages(arena, line, answer))
		*reason = "`since` has something that is no time, or later";
	else if (!read_count(line, "http_status", 999, &status) ||
	    !read_count(line, "asked_version", INT_MAX, &version))
		*reason = "`http_status` or `asked_version` is no such number";
	else if (!read_optional(line, "etag", &answer->etag) ||
	    !read_optional(line, "last_modified", &answer->last_modified) ||
	    !read_optional(line, "note", &answer->note))
		*reason = "`etag`, `last_modified` or `note` is no text";
	else if (!read_body(arena, line, answer))
		*reason = "`body_hex` is not hexadecimal, or not alone";
	if (*reason)
		return false;
	answer->http_status = (int)status;
	answer->asked_version = (unsigned)version;
	return true;
}
