/*
 * A contract enters; one small request of that form is sent, and what is not as it
 * says leaves, in words.
 */
#include "ask/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "model/brief.h"

enum { PATIENCE = 30 };

static bool
is_kind(const struct json *value, char kind)
{
	switch (kind) {
	case 's':
		return value->kind == JSON_STRING;
	case 'n':
		return value->kind == JSON_NUMBER;
	case 'b':
		return value->kind == JSON_BOOLEAN;
	case 'a':
		return value->kind == JSON_ARRAY;
	default:
		return value->kind == JSON_OBJECT;
	}
}

/* The value at a dotted path in which a number is an element's. */
static const struct json *
value_at(const struct json *json, const char *path, size_t length)
{
	struct arena *arena = arena_new();

	while (json != NULL && length > 0) {
		size_t name = strcspn(path, ".:");
		const char *key = arena_text_n(arena, path, name);

		if (json->kind == JSON_ARRAY) {
			const struct json *one = json_first(json);
			for (int i = *key - '0'; i > 0 && one != NULL; i--)
				one = one->next;
			json = one;
		} else {
			json = json_get(json, key);
		}
		length -= name + (name < length);
		path += name + 1;
	}
	arena_free(arena);
	return json;
}

/* The first member that is not as the contract says; NULL: all are. */
static const char *
wrong_member(struct arena *arena, const struct json *json, const char *members)
{
	for (size_t length; *members != '\0';
	     members += length + (members[length] == ' ')) {
		size_t path = strcspn(members, ":");
		char kind = members[path + 1];
		const struct json *value = value_at(json, members, path);

		length = strcspn(members, " ");
		if (value == NULL || value->kind == JSON_NULL) {
			if (members[length - 1] != '?')
				return arena_printf(
				    arena, "%.*s is not there", (int)path, members);
		} else if (!is_kind(value, kind)) {
			return arena_printf(
			    arena, "%.*s is of another kind", (int)path, members);
		}
	}
	return NULL;
}

/* What an answer does not claim that it has to. */
static const char *
wrong_answer(struct arena *arena, const struct contract *contract,
    const struct question *question, const struct answer *answer)
{
	struct brief brief = { 0 };

	if (answer->state != ANSWER_FOUND || answer->body == NULL)
		return arena_printf(
		    arena, "%s is not found", identifier_text(arena, question->id));
	if (!contract->source->brief(answer, arena, &brief))
		return "an answer does not read";
	for (unsigned field = 0; field < FIELD_COUNT; field++)
		if ((contract->fields & FIELD_BIT(field)) != 0 &&
		    brief_claim(&brief, (enum field)field) == NULL)
			return arena_printf(arena, "%s says nothing of %s",
			    identifier_text(arena, question->id),
			    claim_field_name((enum field)field));
	return NULL;
}

static const char *
wrong_reply(struct arena *arena, const struct contract *contract,
    const struct request *request, const struct response *response)
{
	const struct json *json = NULL;
	const char *why = NULL;
	struct answer *answers = arena_alloc(
	    arena, request->question_count * sizeof *answers);

	if (strcmp(response->content_type, contract->type) != 0)
		return arena_printf(arena, "type %s", response->content_type);
	if (contract->tells_limits && !response->tells_limits)
		return "no header says what is left of the limit";
	if (contract->members != NULL) {
		json = json_parse(arena, response->body, response->body_length, NULL);
		why = wrong_member(arena, json, contract->members);
	}
	contract->source->read(request, response, arena, answers);
	for (size_t i = 0; why == NULL && i < request->question_count; i++)
		why = wrong_answer(arena, contract, &request->questions[i], &answers[i]);
	if (why == NULL && contract->is_validated && response->etag == NULL)
		why = "no ETag";
	return why;
}

static void
judge(struct session *session, const struct contract *contract, const struct lane *lane,
    const struct request *request, const struct response *response, struct probe *probe)
{
	bool has_key = lane->endpoint.key != NULL;
	enum verdict verdict;

	probe->state = CONTRACT_REFUSED;
	if (response->exchange != EXCHANGE_REPLIED) {
		probe->words = response->trouble;
		return;
	}
	verdict = contract->source->split(request, response, has_key);
	if (verdict == VERDICT_DROP_KEY) {
		probe->state = CONTRACT_KEY_REFUSED;
		probe->words = arena_printf(session->arena, "the key in %s",
		    lane->source->service->key_variables[0]);
	} else if (verdict != VERDICT_TAKE) {
		probe->words = arena_printf(
		    session->arena, "HTTP status %d", response->status);
		if (response->status == 200)
			probe->state = CONTRACT_CHANGED;
	} else {
		probe->words = wrong_reply(session->arena, contract, request, response);
		probe->state = probe->words == NULL ? CONTRACT_KEPT : CONTRACT_CHANGED;
		probe->etag = response->etag;
	}
}

/* Send it and wait; false: it may not be sent in this run. */
static bool
exchange(struct session *session, const struct lane *lane, struct request *request,
    struct fetched *done)
{
	int64_t wait;

	while ((wait = fetch_wait(session->fetch, &lane->endpoint, PATIENCE)) > 0)
		fetch_step(session->fetch, (int)wait, done);
	if (wait < 0)
		return false;
	fetch_start(session->fetch, &lane->endpoint, request);
	while (!fetch_step(session->fetch, 1000, done))
		;
	return true;
}

/* The same with its validator: nothing has changed since. */
static void
validate(struct session *session, const struct lane *lane, struct request *request,
    struct probe *probe)
{
	struct fetched done;

	request->if_none_match = arena_text(session->arena, probe->etag);
	if (!exchange(session, lane, request, &done))
		return;
	if (done.response.status != 304) {
		probe->state = CONTRACT_CHANGED;
		probe->words = arena_printf(session->arena,
		    "status %d, not 304, for what is unchanged", done.response.status);
	}
	fetch_release(session->fetch, &done);
}

void
ask_probe(struct session *session, const struct contract *contract, struct probe *probe)
{
	struct arena *arena = session->arena;
	const struct lane *lane = session_lane(session, contract->source);
	struct request *request = arena_alloc(arena, sizeof *request);
	struct question *questions = arena_alloc(
	    arena, CONTRACT_MOST * sizeof *questions);
	struct fetched done;
	size_t count = 0;

	*probe = (struct probe){ .state = CONTRACT_NOT_ASKED, .words = "needs a key" };
	if (contract->needs_key && lane->endpoint.key == NULL)
		return;
	for (; count < CONTRACT_MOST && contract->asked[count] != NULL; count++) {
		identifier_parse(arena, contract->asked[count], &questions[count].id);
		questions[count].source = contract->source;
		questions[count].subject = identifier_key(arena, questions[count].id);
	}
	request->source = contract->source;
	contract->source->ask(questions, count, arena, request);
	session_open_fetch(session);
	probe->words = "its window is used up, or it was left before";
	if (!exchange(session, lane, request, &done))
		return;
	judge(session, contract, lane, request, &done.response, probe);
	probe->words = arena_text(arena, probe->words);
	probe->etag = arena_text(arena, probe->etag);
	fetch_release(session->fetch, &done);
	if (probe->state == CONTRACT_KEPT && contract->is_validated)
		validate(session, lane, request, probe);
}
