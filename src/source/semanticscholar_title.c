/* Semantic Scholar's search for a title: one title in, the nearest record out. */
#include "source/semanticscholar.h"

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	char *title = text_squeeze(arena, questions[0].id.value);

	(void)count;
	/* A hyphen inside a word defeats the search; a blank does not. */
	for (char *at = title; *at != '\0'; at++) {
		if (*at == '-')
			*at = ' ';
	}
	request_get(request,
	    arena_printf(arena,
		"/graph/v1/paper/search/match?query=%s&fields=" SEMANTICSCHOLAR_FIELDS,
		url_encode(arena, title)),
	    "application/json", questions, 1);
}

/* A 404 is an answer only in these words. */
static bool
is_no_match(const struct response *response)
{
	return reply_says_error(response, "title match not found");
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	switch (response->status) {
	case 200:
		return reply_is_object(response) ? VERDICT_TAKE : VERDICT_RETRY;
	case 404:
		return is_no_match(response) ? VERDICT_TAKE : VERDICT_STOP;
	default:
		return reply_refused(request, response, has_key);
	}
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *reply, *list;

	(void)request;
	if (response->status == 404 && is_no_match(response)) {
		reply_absent(answers, "no such title");
		return;
	}
	reply = reply_json(arena, response);
	list = json_get(reply, "data");
	if (response->status != 200 || list == NULL || list->kind != JSON_ARRAY)
		reply_unanswered(answers, "malformed reply");
	else if (list->child == NULL)
		reply_absent(answers, "no such title");
	else if (json_string(json_get(list->child, "title")) == NULL)
		reply_unanswered(answers, "not a record with a title");
	else
		reply_found_json(answers, list->child);
}

const struct source semanticscholar_title = {
	.name = "semanticscholar-title",
	.title = "S2 title search",
	.service = &semanticscholar_service,
	.attribution = "Papers of which only the title was known were found "
		       "in the Semantic Scholar Academic Graph.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_TITLE),
	.teaches = SEMANTICSCHOLAR_IDS,
	.sibling = &semanticscholar,
	.sibling_kind = IDENTIFIER_S2_CORPUS,
	.probe = "title:Attention is all you need",
	.batch = 1,
	.ceiling = 1u << 20,
	.asked_version = 1,
	.brief_version = 3,
	/* What it found is asked about by id; this is only which one it is. */
	.fresh_days = 180,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = semanticscholar_brief,
};
