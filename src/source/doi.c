/* Questions about DOIs in, a filter of them out; replies in, what they mean. */
#include "source/doi.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/url.h"
#include "source/draft.h"

/* Servers refuse addresses from 8,192 bytes on; the tail needs some too. */
#define LONGEST_FILTER 5500

/* "," parts filters, "|" the values of one, "!" and "<" begin a value. */
static bool
is_alone(const char *doi)
{
	return strpbrk(doi, ",|!<>\"") != NULL;
}

static size_t
write_filter(const struct by_doi *how, struct arena *arena, struct buffer *path,
    const struct question *questions, size_t count)
{
	size_t taken = 0;

	buffer_text(path, how->filter);
	while (taken < count && !is_alone(questions[taken].id.value)) {
		const char *doi = url_encode(arena, questions[taken].id.value);

		if (taken > 0 &&
		    path->length + strlen(doi) + strlen(how->before) +
			    strlen(how->between) >
			LONGEST_FILTER)
			break;
		buffer_text(path, taken > 0 ? how->between : "");
		buffer_text(path, how->before);
		buffer_text(path, doi);
		taken++;
	}
	return taken;
}

void
doi_ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	const struct by_doi *how = questions[0].source->by_doi;
	struct buffer path;
	size_t taken = 0;

	buffer_init(&path, 0);
	if (count > 1)
		taken = write_filter(how, arena, &path, questions, count);
	if (taken > 1) {
		buffer_printf(&path, "%s%zu%s", how->rows, taken, how->tail);
	} else {
		buffer_clear(&path);
		buffer_printf(&path, "%s%s%s", how->alone,
		    url_encode(arena, questions[0].id.value), how->alone_tail);
		taken = 1;
	}
	request_get(request, arena_text_n(arena, path.bytes, path.length),
	    "application/json", questions, taken);
	buffer_free(&path);
}

static const struct json *
record_of(const struct by_doi *how, const struct json *reply)
{
	return how->one == NULL ? reply : json_get(reply, how->one);
}

/* A list, or a record that says which one it is. */
static bool
is_whole(const struct by_doi *how, const struct response *response, bool listed)
{
	struct arena *arena = arena_new();
	const struct json *reply = reply_json(arena, response);
	const struct json *list = json_at(reply, how->list);
	bool is = listed
	    ? list != NULL && list->kind == JSON_ARRAY
	    : json_string(json_get(record_of(how, reply), how->member)) != NULL;

	arena_free(arena);
	return is;
}

enum verdict
doi_split(const struct request *request, const struct response *response, bool has_key)
{
	const struct by_doi *how = request->questions[0].source->by_doi;
	bool listed = request->question_count > 1;

	switch (response->status) {
	case 200:
		return is_whole(how, response, listed) ? VERDICT_TAKE : VERDICT_RETRY;
	case 404:
		/* A list is never 404: then the address is wrong. */
		if (listed)
			return VERDICT_STOP;
		return how->is_unknown(response) ? VERDICT_TAKE : VERDICT_DROP;
	default:
		return reply_refused(request, response, has_key);
	}
}

/* The DOI of a record, in our spelling, or NULL. */
static const char *
doi_of(const struct by_doi *how, struct arena *arena, const struct json *record)
{
	enum identifier_kind kind = IDENTIFIER_DOI;
	const char *text = json_string(json_at(record, how->member));
	const char *doi = text == NULL ? NULL : spell_paper(arena, &kind, text);

	return kind == IDENTIFIER_DOI ? doi : NULL;
}

/* The one of a list that has this DOI, or NULL. */
static const struct json *
find(const struct by_doi *how, struct arena *arena, const struct json *list,
    const char *doi)
{
	const struct json *one;

	for (one = json_first(list); one != NULL; one = one->next) {
		const char *theirs = doi_of(how, arena, one);

		if (theirs != NULL && spell_alike(theirs, doi))
			return one;
	}
	return NULL;
}

static void
take(const struct by_doi *how, const struct json *record, bool listed,
    struct arena *arena, struct answer *answer)
{
	struct kept kept;

	if (record == NULL) {
		reply_unanswered(answer, "not in the list");
	} else if (json_string(json_get(record, how->member)) == NULL) {
		reply_unanswered(answer, "malformed reply");
	} else {
		reply_keep_begin(&kept);
		how->keep(&kept, record, listed);
		reply_keep_end(&kept, arena, answer);
	}
}

void
doi_read(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct by_doi *how = request->questions[0].source->by_doi;
	bool listed = request->question_count > 1;
	const struct json *reply;

	reply_unanswered_all(request, answers, "no usable reply");
	if (response->status != 200) {
		if (response->status == 404 && !listed && how->is_unknown(response))
			reply_absent(&answers[0], how->absent);
		return;
	}
	reply = reply_json(arena, response);
	if (!listed) {
		take(how, record_of(how, reply), false, arena, answers);
		return;
	}
	for (size_t i = 0; i < request->question_count; i++)
		take(how,
		    find(how, arena, json_at(reply, how->list),
			request->questions[i].id.value),
		    true, arena, &answers[i]);
}

size_t
doi_bulk(const struct source *source, const struct json *record, struct arena *arena,
    struct identifier *ids, struct answer *answer)
{
	const struct by_doi *how = source->by_doi;

	ids[0] = (struct identifier){ IDENTIFIER_DOI, doi_of(how, arena, record) };
	if (ids[0].value == NULL)
		return 0;
	take(how, record, false, arena, answer);
	return answer->state == ANSWER_FOUND;
}
