/* Prefixes of DOIs in, the agencies that register them out (doi.org's "which RA"). */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "source/draft.h"
#include "source/source.h"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct buffer path;

	buffer_init(&path, 0);
	for (size_t i = 0; i < count; i++)
		buffer_printf(
		    &path, "%s%s", i == 0 ? "/ra/" : ",", questions[i].id.value);
	request_get(request, arena_text_n(arena, path.bytes, path.length),
	    "application/json", questions, count);
	buffer_free(&path);
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	if (response->status != 200)
		return reply_refused(request, response, has_key);
	return reply_is_list(response) ? VERDICT_TAKE : VERDICT_RETRY;
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *list = reply_json(arena, response), *one;

	reply_unanswered_all(request, answers, "malformed reply");
	for (size_t i = 0; response->status == 200 && i < request->question_count; i++) {
		const char *prefix = request->questions[i].id.value;

		for (one = json_first(list); one != NULL; one = one->next)
			if (spell_is(json_string(json_get(one, "DOI")), prefix))
				break;
		if (json_string(json_get(one, "RA")) != NULL)
			reply_found_json(&answers[i], one);
		else if (spell_is(
			     json_string(json_get(one, "status")), "DOI does not exist"))
			reply_absent(&answers[i], "no such prefix");
	}
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *record = reply_body(arena, answer);
	struct draft draft;

	if (json_string(json_get(record, "RA")) == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_PREFIX);
	draft_claim(&draft, FIELD_AGENCY, json_string(json_get(record, "RA")));
	draft_finish(&draft, brief);
	return true;
}

/* No limit is stated; it is asked once in a great while. */
static const struct pace pace = { .interval = 1000, .concurrent = 1 };

static const struct service service = {
	.name = "doi",
	.base_url = "https://doi.org",
	.url_variable = "ENRICH_DOI_URL",
	.terms = "https://www.doi.org/the-identifier/resources/factsheets/"
		 "doi-resolution-documentation",
	.pace = &pace,
};

const struct source doi_agency = {
	.name = "doi-agency",
	.title = "DOI Foundation",
	.service = &service,
	.attribution = "Which agency registers a DOI's prefix is from the DOI "
		       "Foundation, https://www.doi.org.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_PREFIX),
	.probe = "doi-prefix:10.1038",
	.batch = 100,
	.ceiling = 1u << 20,
	.asked_version = 1,
	.brief_version = 1,
	/* Prefixes hardly ever move to another agency. */
	.fresh_days = 365,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = brief_of,
};
