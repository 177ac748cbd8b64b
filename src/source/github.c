/* GitHub's REST API: one repository in, its licence, stars and state out. */
#include "source/github.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

static const struct header headers[] = {
	{ "X-GitHub-Api-Version", "2022-11-28" },
};

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	const char *name = questions[0].id.value;
	const char *slash = strchr(name, '/');
	size_t owner = slash == NULL ? strlen(name) : (size_t)(slash - name);

	if (count > 1) {
		github_graphql_ask(questions, count, arena, request);
		return;
	}
	request_get(request,
	    arena_printf(arena, "/repos/%s/%s",
		url_encode(arena, arena_text_n(arena, name, owner)),
		slash == NULL ? "" : url_encode(arena, slash + 1)),
	    "application/vnd.github+json", questions, 1);
	request->headers = headers;
	request->header_count = sizeof headers / sizeof headers[0];
}

/* What an error reply says: 403 has many meanings, and only its words tell. */
enum meaning {
	MEANS_NOTHING,
	MEANS_MISSING,
	MEANS_BLOCKED,
	MEANS_SPENT,   /* the hour's requests */
	MEANS_LIMITED, /* too many at once, or what was taken for abuse */
};

static enum meaning
meaning_of(const struct response *response)
{
	struct arena *arena = arena_new();
	const char *message = reply_member(arena, response, "message");
	enum meaning meaning = MEANS_NOTHING;

	if (message == NULL)
		meaning = MEANS_NOTHING;
	else if (response->status == 451 ||
	    text_find_nocase(message, "access blocked") != NULL)
		meaning = MEANS_BLOCKED;
	else if (text_find_nocase(message, "API rate limit exceeded") != NULL)
		meaning = MEANS_SPENT;
	else if (text_find_nocase(message, "rate limit") != NULL ||
	    text_find_nocase(message, "abuse detection") != NULL)
		meaning = MEANS_LIMITED;
	/* Gateways in front of it say "no Route matched" and the like. */
	else if (response->status == 404 &&
	    text_find_nocase(message, "not found") != NULL)
		meaning = MEANS_MISSING;
	arena_free(arena);
	return meaning;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	if (request->question_count > 1 && response->status != 401 &&
	    response->status != 403 && response->status != 429)
		return github_graphql_split(response);
	switch (response->status) {
	case 200:
		return reply_names(response, "full_name") ? VERDICT_TAKE : VERDICT_RETRY;
	case 401:
		return has_key ? VERDICT_DROP_KEY : VERDICT_STOP;
	case 403:
	case 404:
	case 429:
	case 451:
		switch (meaning_of(response)) {
		case MEANS_MISSING:
		case MEANS_BLOCKED:
			return VERDICT_TAKE;
		case MEANS_SPENT:
			return VERDICT_SPENT;
		case MEANS_LIMITED:
			return VERDICT_STOP;
		case MEANS_NOTHING:
			break;
		}
		return response->status == 429 ? VERDICT_STOP : VERDICT_DROP;
	default:
		return VERDICT_DROP;
	}
}

static void
read_found(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answer)
{
	const struct json *reply = reply_json(arena, response);
	const char *id = json_string(json_get(reply, "full_name"));
	const char *asked = request->questions[0].id.value;
	struct kept kept;

	if (id == NULL || strchr(id, '/') == NULL) {
		reply_unanswered(answer, "malformed reply");
		return;
	}
	reply_keep_begin(&kept);
	if (!spell_alike(id, asked))
		json_member(kept.writer, "asked", asked);
	/* Of some hundred members, most of them templates of addresses. */
	reply_keep(&kept, reply,
	    "id,full_name,description,homepage,license,stargazers_count,archived,"
	    "disabled,private,fork,created_at,pushed_at,default_branch");
	reply_keep_end(&kept, arena, answer);
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	if (request->question_count > 1) {
		github_graphql_read(request, response, arena, answers);
		return;
	}
	if (response->status == 200) {
		read_found(request, response, arena, answers);
		return;
	}
	switch (meaning_of(response)) {
	case MEANS_MISSING:
		reply_absent(answers, "missing or private");
		break;
	case MEANS_BLOCKED:
		reply_absent(answers, "access blocked by GitHub");
		break;
	case MEANS_SPENT:
	case MEANS_LIMITED:
	case MEANS_NOTHING:
		reply_unanswered(answers, "no usable reply");
		break;
	}
}

static void
read_license(struct draft *draft, const struct json *license)
{
	const char *spdx = json_string(json_get(license, "spdx_id"));

	/* null is an answer, a member that is not there is none. */
	if (license == NULL)
		return;
	if (license->kind == JSON_NULL)
		draft_claim(draft, FIELD_LICENSE, "none");
	else if (license->kind == JSON_OBJECT)
		draft_claim(draft, FIELD_LICENSE, spdx == NULL ? "NOASSERTION" : spdx);
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *reply = reply_body(arena, answer);
	const char *id = json_string(json_get(reply, "full_name"));
	const char *homepage = json_string(json_get(reply, "homepage"));
	const char *day = json_string(json_get(reply, "created_at"));
	struct draft draft;

	if (id == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_CODE);
	draft_id(&draft, IDENTIFIER_GITHUB, id);
	if (json_string(json_get(reply, "asked")) != NULL)
		draft_claim(&draft, FIELD_RENAMED_TO, id);
	draft_names_in(&draft, homepage);
	draft_names_in(&draft, json_string(json_get(reply, "description")));
	draft_words(&draft, FIELD_HOMEPAGE, homepage);
	read_license(&draft, json_get(reply, "license"));
	draft_integer(&draft, FIELD_STARS, json_get(reply, "stargazers_count"));
	draft_boolean(&draft, FIELD_ARCHIVED, json_get(reply, "archived"));
	draft_boolean(&draft, FIELD_DISABLED, json_get(reply, "disabled"));
	if (draft_date(&draft, FIELD_FIRST_PUBLIC, day)) {
		draft_date(&draft, FIELD_ISSUED, day);
		draft.year = draft_year_of(day);
	}
	draft_claim(&draft, FIELD_TYPE, "software");
	draft_finish(&draft, brief);
	return true;
}

static const struct pace pace = { .concurrent = 2,
	.window = 60,
	.window_key = 5000,
	.window_seconds = 3600,
	.breath = 60000 };

static const char *const keys[] = { "GITHUB_TOKEN", "GH_TOKEN", NULL };

static const struct service service = {
	.name = "github",
	.base_url = "https://api.github.com",
	.url_variable = "ENRICH_GITHUB_URL",
	.key_variables = keys,
	.key_header = "Authorization",
	.key_prefix = "Bearer ",
	.terms = "https://docs.github.com/en/site-policy/github-terms/"
		 "github-terms-of-service",
	.pace = &pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_GITHUB),
};

const struct source github = {
	.name = "github",
	.title = "GitHub",
	.service = &service,
	.attribution = "Licences, stars and states of code repositories from "
		       "the GitHub API, https://github.com.",
	.license_in = LICENSE_AS_GITHUB,
	.accepts = IDENTIFIER_BIT(IDENTIFIER_GITHUB),
	.probe = "github:torvalds/linux",
	.batch = 1,
	/* With a token a query takes a hundred; what it leaves is asked alone. */
	.gather = 100,
	.gather_least = 2,
	.gather_needs_key = true,
	.lists = true,
	.ceiling = 1u << 20,
	.asked_version = 1,
	.brief_version = 1,
	.fresh_days = 6,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = brief_of,
};
