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

size_t
doi_write_filter(struct arena *arena, struct buffer *path,
    const struct question *questions, size_t count, const char *before,
    const char *between)
{
	size_t taken = 0;

	while (taken < count && !is_alone(questions[taken].id.value)) {
		const char *doi = url_encode(arena, questions[taken].id.value);

		if (taken > 0 &&
		    path->length + strlen(doi) + strlen(before) + strlen(between) >
			LONGEST_FILTER)
			break;
		buffer_text(path, taken > 0 ? between : "");
		buffer_text(path, before);
		buffer_text(path, doi);
		taken++;
	}
	return taken;
}

static bool
has_list(const struct response *response, const char *path)
{
	struct arena *arena = arena_new();
	const struct json *list = json_at(
	    json_parse(arena, response->body, response->body_length, NULL), path);
	bool has = list != NULL && list->kind == JSON_ARRAY;

	arena_free(arena);
	return has;
}

enum verdict
doi_split(const struct request *request, const struct response *response,
    const char *list, bool (*is_unknown)(const struct response *))
{
	bool listed = request->question_count > 1;

	switch (response->status) {
	case 200:
		return reply_is_object(response) && (!listed || has_list(response, list))
		    ? VERDICT_TAKE
		    : VERDICT_RETRY;
	case 404:
		/* A list is never 404: then the address is wrong. */
		if (listed)
			return VERDICT_STOP;
		return is_unknown(response) ? VERDICT_TAKE : VERDICT_DROP;
	case 400:
	case 413:
	case 414:
	case 500:
	case 502:
	case 504:
		return listed ? VERDICT_HALVE : VERDICT_DROP;
	default:
		return VERDICT_DROP;
	}
}

void
doi_refused(const struct request *request, const struct response *response,
    bool (*is_unknown)(const struct response *), const char *absent,
    struct answer *answers)
{
	for (size_t i = 0; i < request->question_count; i++)
		reply_unanswered(&answers[i], "no usable reply");
	if (response->status == 404 && request->question_count == 1 &&
	    is_unknown(response))
		reply_absent(&answers[0], absent);
}

const struct json *
doi_find(
    struct arena *arena, const struct json *list, const char *member, const char *doi)
{
	const struct json *one;

	for (one = json_first(list); one != NULL; one = one->next) {
		enum identifier_kind kind = IDENTIFIER_DOI;
		const char *text = json_string(json_get(one, member));
		const char *theirs = text == NULL ? NULL
						  : spell_paper(arena, &kind, text);

		if (theirs != NULL && kind == IDENTIFIER_DOI && spell_alike(theirs, doi))
			return one;
	}
	return NULL;
}
