/* A forum of OpenReview's in; what was submitted, and what became of it, out. */
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"
#include "source/source.h"

#define CONTENT "title,authors,venue,venueid,_bibtex"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	(void)count;
	request_get(request,
	    arena_printf(arena, "/notes?id=%s", url_encode(arena, questions[0].id.value)),
	    "application/json", questions, 1);
}

static const struct json *
notes_of(const struct json *reply)
{
	const struct json *notes = json_get(reply, "notes");

	return notes != NULL && notes->kind == JSON_ARRAY ? notes : NULL;
}

/* Its own words: there is no such note, or none that everybody may read. */
static const char *
why_absent(struct arena *arena, const struct response *response)
{
	const char *name = reply_member(arena, response, "name");
	const char *words = reply_member(arena, response, "message");

	if (response->status == 404 && spell_is(name, "NotFoundError"))
		return "no such forum";
	return response->status == 403 && spell_is(name, "ForbiddenError") &&
		words != NULL && text_find_nocase(words, "permission to read") != NULL
	    ? "not public"
	    : NULL;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	struct arena *arena = arena_new();
	enum verdict verdict = VERDICT_DROP;

	(void)request;
	if (response->status == 200)
		verdict = notes_of(reply_json(arena, response)) != NULL ? VERDICT_TAKE
									: VERDICT_RETRY;
	else if (why_absent(arena, response) != NULL)
		verdict = VERDICT_TAKE;
	/* Whoever shows no key has to prove in a browser that he is no program. */
	else if (response->status == 401 || response->status == 403)
		verdict = has_key ? VERDICT_DROP_KEY : VERDICT_WANTS_KEY;
	arena_free(arena);
	return verdict;
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const char *id = request->questions[0].id.value;
	const struct json *notes = notes_of(reply_json(arena, response)), *one;
	const char *absent = why_absent(arena, response);
	struct kept kept;

	reply_unanswered(answers, "malformed reply");
	if (absent != NULL)
		reply_absent(answers, absent);
	if (response->status != 200 || notes == NULL)
		return;
	if (notes->child == NULL)
		reply_absent(answers, "no such forum");
	for (one = notes->child; one != NULL; one = one->next)
		if (spell_is(json_string(json_get(one, "id")), id))
			break;
	if (one == NULL || json_string(json_get(one, "forum")) == NULL)
		return;
	if (!spell_is(json_string(json_get(one, "forum")), id)) {
		reply_absent(answers, "a remark in a forum");
		return;
	}
	reply_keep_begin(&kept);
	reply_keep(&kept, one, "id,license,cdate,odate,pdate");
	reply_keep_inside(&kept, "content", json_get(one, "content"), CONTENT);
	reply_keep_end(&kept, arena, answers);
}

/* API 2 says {"value": …} where API 1 says it outright. */
static const struct json *
said(const struct json *note, const char *name)
{
	const struct json *member = json_get(json_get(note, "content"), name);
	const struct json *value = json_get(member, "value");

	return value != NULL ? value : member;
}

static void
read_authors(struct draft *draft, const struct json *list)
{
	struct author *authors = NULL;
	size_t count = 0;

	for (const struct json *one = json_first(list); one != NULL; one = one->next) {
		const char *name = one->kind == JSON_OBJECT
		    ? json_string(json_get(one, "fullname"))
		    : json_string(one);

		/* As long as it is under review. */
		if (name == NULL || text_find_nocase(name, "anonymous") == NULL)
			draft_author(draft->arena, &authors, &count, name, NULL, NULL);
	}
	draft_authors(draft, authors, count);
}

/* "…/Rejected_Submission", "TMLR/Decision_Pending", "Submitted to ICML 2026": what the
 * words say of the decision; NULL: nothing, as of what was accepted. */
static const char *
state_in(const char *words)
{
	static const struct spelling states[] = {
		{ "withdrawn", "withdrawn" },
		{ "retracted", "withdrawn" },
		{ "rejected", "rejected" },
		{ "submi", "submitted" },
		{ "under review", "submitted" },
		{ "pending", "submitted" },
		{ NULL, NULL },
	};

	for (const struct spelling *one = states; one->theirs != NULL; one++)
		if (words != NULL && text_find_nocase(words, one->theirs) != NULL)
			return one->ours;
	return NULL;
}

static const char *
decision_of(const char *venueid, const char *venue)
{
	const char *slash = venueid == NULL ? NULL : strrchr(venueid, '/');
	const char *decision = state_in(slash);

	decision = decision == NULL ? state_in(venue) : decision;
	return decision == NULL && venue != NULL ? "accepted" : decision;
}

/* "ICLR 2024 poster", "NeurIPS 2023 notable top 5%", "Accepted by TMLR": the venue. */
static char *
venue_of(struct arena *arena, const char *text)
{
	static const char *const kinds[] = { "poster", "oral", "spotlight", "notable",
		"highlight", "talk", "accept", "conditional", "conference submission",
		"conference withdrawn", "conference rejected", "conference desk",
		"submission", "withdrawn", "rejected" };
	static const char *const heads[] = { "accepted by ", "accepted to ",
		"accepted at ", "submitted to ", "withdrawn from " };
	char *venue;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (text_starts_nocase(text, heads[i]))
			text += strlen(heads[i]);
	venue = text_squeeze(arena, text);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *at = text_find_nocase(venue, kinds[i]);
		size_t length = at == NULL ? 0 : (size_t)(at - venue);

		while (length > 0 && strchr(" (", venue[length - 1]) != NULL)
			venue[--length] = '\0';
	}
	return venue;
}

/* Of 2017 to 2019 only the reference that it offers says what was accepted. */
static const char *
venue_of_reference(struct arena *arena, const char *reference)
{
	static const char member[] = "booktitle={";
	const char *at = reference == NULL ? NULL : strstr(reference, member);

	if (at == NULL || !text_starts_nocase(reference, "@inproceedings"))
		return NULL;
	at += sizeof member - 1;
	return text_squeeze(arena, arena_text_n(arena, at, strcspn(at, "}")));
}

static const char *
day_of(struct arena *arena, const struct json *milliseconds)
{
	int64_t number;

	return json_integer(milliseconds, &number) && number > 0
	    ? clock_date_text(arena, number / 1000)
	    : NULL;
}

static int
year_in(const char *text)
{
	for (const char *at = text; at != NULL && *at != '\0'; at++)
		if ((at == text || !text_is_digit(at[-1])) && strncmp(at, "20", 2) == 0 &&
		    draft_year_of(at) != 0 && !text_is_digit(at[4]))
			return draft_year_of(at);
	return 0;
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *note = reply_body(arena, answer);
	const char *id = json_string(json_get(note, "id"));
	const char *venue = json_string(said(note, "venue"));
	const char *decision = decision_of(json_string(said(note, "venueid")), venue);
	const char *posted = day_of(arena, json_get(note, "odate"));
	const char *issued = day_of(arena, json_get(note, "pdate"));
	struct draft draft;

	if (id == NULL)
		return false;
	posted = posted == NULL ? day_of(arena, json_get(note, "cdate")) : posted;
	draft_begin(&draft, arena, BRIEF_PAPER);
	draft_id(&draft, IDENTIFIER_OPENREVIEW, id);
	draft_title(&draft, json_string(said(note, "title")));
	read_authors(&draft, said(note, "authors"));
	if (venue == NULL) {
		venue = venue_of_reference(arena, json_string(said(note, "_bibtex")));
		decision = venue == NULL ? decision : "accepted";
	}
	if (spell_is(decision, "accepted")) {
		draft_words(&draft, FIELD_VENUE, venue_of(arena, venue));
		draft_claim(&draft, FIELD_ISSUED, issued);
		draft.year = year_in(venue);
		if (draft.year == 0)
			draft.year = draft_year_of(issued);
		if (draft.year != 0)
			draft_claim(
			    &draft, FIELD_ISSUED, arena_printf(arena, "%d", draft.year));
		draft_claim(
		    &draft, FIELD_LICENSE, json_string(json_get(note, "license")));
	}
	draft_claim(&draft, FIELD_DECISION,
	    decision == NULL || venue == NULL
		? decision
		: arena_printf(arena, "%s: %s", decision, venue_of(arena, venue)));
	draft_claim(&draft, FIELD_FIRST_PUBLIC, posted);
	if (draft.year == 0)
		draft.year = draft_year_of(posted);
	draft_finish(&draft, brief);
	return true;
}

/* Nothing is stated; a request a second is what its own client's users keep to. */
static const struct pace pace = { .interval = 1000, .concurrent = 1 };

static const char *const keys[] = { "OPENREVIEW_TOKEN", NULL };

#define SERVICE                                                                          \
	.name = "openreview", .url_variable = "ENRICH_OPENREVIEW_URL",                   \
	.key_variables = keys, .key_header = "Authorization", .key_prefix = "Bearer ",   \
	.terms = "https://openreview.net/legal/terms", .pace = &pace,                    \
	.issues = IDENTIFIER_BIT(IDENTIFIER_OPENREVIEW)

#define SOURCE_OF_BOTH                                                                   \
	.attribution = "Submissions and what became of them are from OpenReview, "       \
		       "https://openreview.net.",                                        \
	.accepts = IDENTIFIER_BIT(IDENTIFIER_OPENREVIEW), .batch = 1,                    \
	.ceiling = 4u << 20, .asked_version = 1, .brief_version = 3, .fresh_days = 30,   \
	.ask = ask, .split = split, .read = read_reply, .brief = brief_of

static const struct service service = { SERVICE,
	.base_url = "https://api2.openreview.net" };
static const struct service service_1 = { SERVICE,
	.base_url = "https://api.openreview.net" };

const struct source openreview = {
	SOURCE_OF_BOTH,
	.name = "openreview",
	.title = "OpenReview",
	.service = &service,
	.probe = "openreview:hSyW5go0v8",
};

/* Venues before 2023 stayed behind its first interface. */
const struct source openreview_1 = {
	SOURCE_OF_BOTH,
	.name = "openreview-1",
	.title = "OpenReview API 1",
	.service = &service_1,
	.fills = FIELD_BIT(FIELD_TITLE) | FIELD_BIT(FIELD_AUTHORS) |
	    FIELD_BIT(FIELD_VENUE),
	.probe = "openreview:rkgNKkHtvB",
};
