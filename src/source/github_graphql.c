/* Repositories in, one query out; its reply in, an answer for each out. */
#include "source/github.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "source/draft.h"

#define FRAGMENT                                                                         \
	"fragment f on Repository{databaseId nameWithOwner description "                 \
	"homepageUrl licenseInfo{spdxId}stargazerCount isArchived isDisabled "           \
	"isPrivate isFork createdAt pushedAt}"

/* Theirs and, as the REST API calls it, ours: one reader for both. */
static const struct spelling members[] = {
	{ "databaseId", "id" },
	{ "nameWithOwner", "full_name" },
	{ "description", "description" },
	{ "homepageUrl", "homepage" },
	{ "stargazerCount", "stargazers_count" },
	{ "isArchived", "archived" },
	{ "isDisabled", "disabled" },
	{ "isPrivate", "private" },
	{ "isFork", "fork" },
	{ "createdAt", "created_at" },
	{ "pushedAt", "pushed_at" },
	{ NULL, NULL },
};

/* A name in quotes; what no name holds would end them. */
static void
write_name(struct buffer *query, const char *name, size_t length)
{
	buffer_char(query, '"');
	for (size_t i = 0; i < length; i++)
		buffer_char(query,
		    strchr("\"\\", name[i]) != NULL || (unsigned char)name[i] < ' '
			? '_'
			: name[i]);
	buffer_char(query, '"');
}

void
github_graphql_ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct json_writer *writer;
	struct buffer query, body;

	buffer_init(&query, 0);
	buffer_init(&body, 0);
	buffer_text(&query, "query{");
	for (size_t i = 0; i < count; i++) {
		const char *name = questions[i].id.value;
		size_t owner = strcspn(name, "/");
		const char *rest = name[owner] == '/' ? name + owner + 1 : "";

		buffer_printf(&query, "r%zu:repository(owner:", i);
		write_name(&query, name, owner);
		buffer_text(&query, ",name:");
		write_name(&query, rest, strlen(rest));
		buffer_text(&query, "){...f}");
	}
	buffer_text(&query, "}" FRAGMENT);
	writer = json_writer_new(&body, false);
	json_write_object(writer);
	json_member(writer, "query", query.bytes);
	json_write_object_end(writer);
	json_writer_free(writer);
	request_post(request, "/graphql", arena_text_n(arena, body.bytes, body.length),
	    body.length, questions, count);
	buffer_free(&query);
	buffer_free(&body);
}

/* The error that speaks of this alias; of the whole query with NULL. */
static const struct json *
error_of(const struct json *reply, const char *alias)
{
	const struct json *errors = json_get(reply, "errors"), *one, *path;

	for (one = json_first(errors); one != NULL; one = one->next) {
		path = json_get(one, "path");
		if (alias == NULL)
			return one;
		if (path != NULL && path->kind == JSON_ARRAY &&
		    json_string(path->child) != NULL &&
		    strcmp(path->child->text, alias) == 0)
			return one;
	}
	return NULL;
}

static bool
is_type(const struct json *error, const char *type)
{
	const char *told = json_string(json_get(error, "type"));

	return told != NULL && strcmp(told, type) == 0;
}

/* The hour's points are spent: by type of old, by another and a code of 2026. */
static bool
is_spent(const struct json *reply)
{
	const struct json *error = error_of(reply, NULL);
	const char *code = json_string(json_get(error, "code"));

	if (code == NULL)
		code = json_string(json_get(json_get(error, "extensions"), "code"));
	return is_type(error, "RATE_LIMITED") || is_type(error, "RATE_LIMIT") ||
	    (code != NULL && strcmp(code, "graphql_rate_limit") == 0);
}

enum verdict
github_graphql_split(const struct response *response)
{
	struct arena *arena;
	const struct json *reply, *data;
	enum verdict verdict = VERDICT_TAKE;

	/* Whatever it has against queries: at last each is asked by REST. */
	if (response->status != 200)
		return response->status == 503 ? VERDICT_DROP : VERDICT_HALVE;
	if (!reply_is_object(response))
		return VERDICT_RETRY;
	arena = arena_new();
	reply = reply_json(arena, response);
	data = json_get(reply, "data");
	if (data == NULL || data->kind != JSON_OBJECT)
		verdict = is_spent(reply) ? VERDICT_SPENT : VERDICT_HALVE;
	arena_free(arena);
	return verdict;
}

static void
write_license(struct json_writer *writer, const struct json *repository)
{
	const struct json *license = json_get(repository, "licenseInfo");

	if (license == NULL)
		return;
	json_write_key(writer, "license");
	if (license->kind != JSON_OBJECT) {
		json_write_raw(writer, license->raw, license->raw_length);
		return;
	}
	json_write_object(writer);
	json_member(writer, "spdx_id", json_string(json_get(license, "spdxId")));
	json_write_object_end(writer);
}

static void
take(struct arena *arena, const struct json *repository, const char *asked,
    struct answer *answer)
{
	const char *name = json_string(json_get(repository, "nameWithOwner"));
	struct kept kept;

	if (name == NULL || strchr(name, '/') == NULL) {
		reply_unanswered(answer, "malformed reply");
		return;
	}
	reply_keep_begin(&kept);
	if (!spell_alike(name, asked))
		json_member(kept.writer, "asked", asked);
	for (const struct spelling *member = members; member->theirs != NULL; member++) {
		const struct json *value = json_get(repository, member->theirs);

		if (value == NULL)
			continue;
		json_write_key(kept.writer, member->ours);
		json_write_raw(kept.writer, value->raw, value->raw_length);
	}
	write_license(kept.writer, repository);
	reply_keep_end(&kept, arena, answer);
}

void
github_graphql_read(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *reply = reply_json(arena, response),
			  *data = json_get(reply, "data");

	for (size_t i = 0; i < request->question_count; i++) {
		const char *alias = arena_printf(arena, "r%zu", i);
		const struct json *one = response->status != 200 ? NULL
								 : json_get(data, alias);

		if (one != NULL && one->kind == JSON_OBJECT)
			take(arena, one, request->questions[i].id.value, &answers[i]);
		else if (one != NULL && one->kind == JSON_NULL &&
		    is_type(error_of(reply, alias), "NOT_FOUND"))
			reply_absent(&answers[i], "missing or private");
		else
			reply_unanswered(&answers[i], "no usable reply");
	}
}
