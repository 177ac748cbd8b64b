/* Files of a case in; the adapter's request, verdict and answers out. */
#include "replies.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"

char *
reply_file(struct arena *arena, const char *path, size_t *length)
{
	struct buffer buffer;
	char *bytes = NULL;

	buffer_init(&buffer, 64u << 20);
	if (file_read(path, &buffer)) {
		bytes = arena_text_n(
		    arena, buffer.length > 0 ? buffer.bytes : "", buffer.length);
		*length = buffer.length;
	}
	buffer_free(&buffer);
	return bytes;
}

bool
reply_ask(struct arena *arena, const char *lines, struct reply *reply)
{
	struct request *request = &reply->request;
	bool again = false, known = false;

	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");
		const char *line = arena_text_n(arena, lines, length);
		struct question question = { .source = reply->source };

		lines += length + (lines[length] != '\0');
		if (strcmp(line, "+key") == 0) {
			reply->has_key = true;
			continue;
		}
		if (strcmp(line, "+again") == 0) {
			again = true;
			continue;
		}
		if (strcmp(line, "+known") == 0) {
			known = true;
			continue;
		}
		if (*line == '\0')
			continue;
		if (!identifier_parse(arena, line, &question.id))
			return false;
		question.subject = identifier_key(arena, question.id);
		reply->questions = arena_push(arena, reply->questions,
		    reply->question_count, sizeof *reply->questions);
		reply->questions[reply->question_count++] = question;
	}
	if (reply->question_count == 0)
		return false;
	reply->source->ask(reply->questions, reply->question_count, arena, request);
	request->repeats = again;
	request->has_known = known;
	return true;
}

void
reply_headers(struct arena *arena, char *text, struct response *response)
{
	char *line, *rest = text;

	response->content_type = "";
	while ((line = strsep(&rest, "\n")) != NULL) {
		char *value = strchr(line, ':');

		line[strcspn(line, "\r")] = '\0';
		if (text_starts_nocase(line, "HTTP ")) {
			response->status = (int)strtol(line + 5, NULL, 10);
			continue;
		}
		if (value == NULL)
			continue;
		*value++ = '\0';
		value += strspn(value, " ");
		if (text_equal_nocase(line, "content-type"))
			response->content_type = text_lower(
			    arena, arena_text_n(arena, value, strcspn(value, ";")));
		if (text_equal_nocase(line, "etag"))
			response->etag = value;
	}
}

bool
reply_load(struct arena *arena, const struct source *source, const char *stem,
    struct reply *reply)
{
	static const char *const endings[] = { "json", "xml", "html", "txt", NULL };
	char *ask, *headers;
	size_t length;

	memset(reply, 0, sizeof *reply);
	reply->source = source;
	ask = reply_file(arena, arena_printf(arena, "%s.ask", stem), &length);
	headers = reply_file(arena, arena_printf(arena, "%s.headers", stem), &length);
	if (ask == NULL || headers == NULL || !reply_ask(arena, ask, reply))
		return false;
	reply->response.exchange = EXCHANGE_REPLIED;
	reply->response.body = "";
	reply_headers(arena, headers, &reply->response);
	for (size_t i = 0; endings[i] != NULL; i++) {
		char *body = reply_file(
		    arena, arena_printf(arena, "%s.%s", stem, endings[i]), &length);

		if (body != NULL) {
			reply->response.body = body;
			reply->response.body_length = length;
		}
	}
	return true;
}

const char *
verdict_name(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_TAKE:
		return "take";
	case VERDICT_RETRY:
		return "retry";
	case VERDICT_FALSE:
		return "false";
	case VERDICT_HALVE:
		return "halve";
	case VERDICT_SPOILT:
		return "spoilt";
	case VERDICT_DROP:
		return "drop";
	case VERDICT_STOP:
		return "stop";
	case VERDICT_WANTS_KEY:
		return "wants-key";
	case VERDICT_SPENT:
		return "spent";
	case VERDICT_DROP_KEY:
		return "drop-key";
	}
	return "none of the verdicts";
}

static const char *
state_name(enum answer_state state)
{
	switch (state) {
	case ANSWER_FOUND:
		return "found";
	case ANSWER_ABSENT:
		return "absent";
	case ANSWER_UNANSWERED:
		return "unanswered";
	}
	return "none of the states";
}

static const char *
kind_name(enum brief_kind kind)
{
	static const char *const names[] = { "paper", "license", "model", "dataset",
		"space", "code", "mentions", "prefix" };

	return names[kind];
}

static void
write_ids(
    struct json_writer *out, const char *key, const struct identifier *ids, size_t count)
{
	struct arena *arena = arena_new();

	json_write_key(out, key);
	json_write_array(out);
	for (size_t i = 0; i < count; i++)
		json_write_string(out, identifier_text(arena, ids[i]));
	json_write_array_end(out);
	arena_free(arena);
}

static void
write_claim(struct json_writer *out, const struct claim *claim)
{
	json_write_key(out, claim_field_name(claim->field));
	if (claim->field != FIELD_AUTHORS) {
		json_write_string(out, claim->text);
		return;
	}
	json_write_array(out);
	for (size_t i = 0; i < claim->author_count; i++) {
		const struct author *author = &claim->authors[i];

		if (author->family == NULL) {
			json_write_string(out, author->literal);
			continue;
		}
		json_write_object(out);
		json_member(out, "literal", author->literal);
		json_member(out, "family", author->family);
		json_member(out, "given", author->given);
		json_write_object_end(out);
	}
	json_write_array_end(out);
}

static void
write_brief(struct json_writer *out, const struct brief *brief)
{
	json_write_object(out);
	json_member(out, "kind", kind_name(brief->kind));
	json_member(out, "title", brief->title);
	json_member_integer(out, "year", brief->year);
	write_ids(out, "ids", brief->ids, brief->id_count);
	write_ids(out, "names", brief->names, brief->name_count);
	json_write_key(out, "claims");
	json_write_object(out);
	for (size_t i = 0; i < brief->claim_count; i++)
		write_claim(out, &brief->claims[i]);
	json_write_object_end(out);
	json_write_object_end(out);
}

void
brief_write(const struct brief *brief, struct buffer *out)
{
	struct json_writer *writer = json_writer_new(out, true);

	write_brief(writer, brief);
	json_writer_free(writer);
}

/* From the bytes that are kept, and from what they were read as: the same. */
static bool
reads_alike(struct arena *arena, const struct source *source, const struct answer *answer)
{
	struct answer kept = *answer;
	struct buffer briefs[2];
	struct brief brief;
	bool alike;

	kept.json = NULL;
	kept.xml = NULL;
	for (size_t i = 0; i < 2; i++) {
		buffer_init(&briefs[i], 0);
		if (source->brief(i == 0 ? answer : &kept, arena, &brief))
			brief_write(&brief, &briefs[i]);
	}
	alike = briefs[0].length == briefs[1].length &&
	    (briefs[0].length == 0 || strcmp(briefs[0].bytes, briefs[1].bytes) == 0);
	buffer_free(&briefs[0]);
	buffer_free(&briefs[1]);
	return alike;
}

static void
write_answer(struct arena *arena, struct json_writer *out, const struct source *source,
    const struct question *question, const struct answer *answer)
{
	struct brief brief;

	json_write_object(out);
	json_member(out, "subject", question->subject);
	json_member(out, "state", state_name(answer->state));
	json_member(out, "note", answer->note);
	if (answer->state == ANSWER_FOUND && answer->body != NULL) {
		json_write_key(out, "brief");
		if (!reads_alike(arena, source, answer))
			json_write_string(out, "read otherwise from its bytes");
		else if (source->brief(answer, arena, &brief))
			write_brief(out, &brief);
		else
			json_write_string(out, "not readable");
	}
	json_write_object_end(out);
}

void
reply_write(struct arena *arena, const struct reply *reply, struct buffer *out)
{
	const struct request *request = &reply->request;
	enum verdict verdict = reply->source->split(
	    request, &reply->response, reply->has_key);
	struct json_writer *writer = json_writer_new(out, true);
	struct answer *answers;

	json_write_object(writer);
	json_member(writer, "verdict", verdict_name(verdict));
	if (verdict == VERDICT_TAKE) {
		answers = arena_alloc(arena, request->question_count * sizeof *answers);
		reply->source->read(request, &reply->response, arena, answers);
		json_write_key(writer, "answers");
		json_write_array(writer);
		for (size_t i = 0; i < request->question_count; i++)
			write_answer(arena, writer, reply->source, &request->questions[i],
			    &answers[i]);
		json_write_array_end(writer);
		if (reply->source->next != NULL && request->question_count > 1)
			json_member(
			    writer, "next", reply->source->next(&reply->response, arena));
	}
	json_write_object_end(writer);
	json_writer_free(writer);
	buffer_char(out, '\n');
}

void
reply_write_request(const struct reply *reply, struct buffer *out)
{
	const struct request *request = &reply->request;

	buffer_printf(out, "%s %s\n", request->method, request->path);
	if (request->accept != NULL)
		buffer_printf(out, "Accept: %s\n", request->accept);
	for (size_t i = 0; i < request->header_count; i++)
		buffer_printf(
		    out, "%s: %s\n", request->headers[i].name, request->headers[i].value);
	if (request->content_type != NULL)
		buffer_printf(out, "Content-Type: %s\n", request->content_type);
	if (request->body != NULL) {
		buffer_text(out, "\n");
		buffer_add(out, request->body, request->body_length);
		buffer_text(out, "\n");
	}
}
