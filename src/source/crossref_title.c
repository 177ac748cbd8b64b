/* Crossref's search for a title: one title in, the record that has it out. */
#include "source/crossref.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/source.h"

/* Enough for a title that begins another one, or has a preprint. */
#define MOST_RECORDS "5"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	(void)count;
	request_get(request,
	    arena_printf(arena,
		"/works?query.bibliographic=%s&rows=" MOST_RECORDS
		"&select=" CROSSREF_MEMBERS,
		url_encode(arena, text_squeeze(arena, questions[0].id.value))),
	    "application/json", questions, 1);
}

static const struct json *
records_of(const struct json *reply)
{
	const struct json *list = json_at(reply, "message.items");

	return list != NULL && list->kind == JSON_ARRAY ? list : NULL;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	struct arena *arena;
	enum verdict verdict;

	if (response->status == 404)
		return VERDICT_STOP;
	if (response->status != 200)
		return reply_refused(request, response, has_key);
	arena = arena_new();
	verdict = records_of(reply_json(arena, response)) != NULL ? VERDICT_TAKE
								  : VERDICT_RETRY;
	arena_free(arena);
	return verdict;
}

/* How well a record fits, -1: it is none; of the best the first, as Crossref ranks them.
 * Parts of things need no title. */
static int
fit(struct arena *arena, const struct json *record, const char *wanted)
{
	static const char *const parts[] = { "component", "grant", "journal",
		"journal-issue", "peer-review", NULL };
	const char *type = json_string(json_get(record, "type"));
	struct brief brief;

	if (type == NULL ||
	    !crossref_brief(&(struct answer){ .json = record }, arena, &brief))
		return -1;
	if (text_is_one_of_nocase(type, parts))
		return 0;
	if (brief.title == NULL)
		return -1;
	if (strcmp(wanted, text_fold(arena, brief.title)) != 0)
		return 1;
	/* A preprint is searched for elsewhere, and better. */
	return spell_is(type, "posted-content") ? 2 : 3;
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const char *wanted = text_fold(arena, request->questions[0].id.value);
	const struct json *list = records_of(reply_json(arena, response)), *best = NULL;
	struct kept kept;
	bool odd = false;
	int most = 0;

	reply_unanswered(answers, "malformed reply");
	if (response->status != 200 || list == NULL)
		return;
	for (const struct json *one = list->child; one != NULL; one = one->next) {
		int fits = fit(arena, one, wanted);

		odd |= fits < 0;
		if (fits > most) {
			most = fits;
			best = one;
		}
	}
	if (best == NULL) {
		if (!odd)
			reply_absent(answers, "no such title");
		return;
	}
	reply_keep_begin(&kept);
	crossref_keep(&kept, best, true);
	reply_keep_end(&kept, arena, answers);
}

const struct source crossref_title = {
	.name = "crossref-title",
	.title = "Crossref by title",
	.service = &crossref_service,
	.attribution = "Articles of which only the title was known were found with "
		       "Crossref's search; the metadata are facts without copyright.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_TITLE),
	.teaches = IDENTIFIER_BIT(IDENTIFIER_DOI),
	.sibling = &crossref,
	.sibling_kind = IDENTIFIER_DOI,
	.probe = "title:Highly accurate protein structure prediction with AlphaFold",
	.batch = 1,
	.ceiling = 4u << 20,
	.asked_version = 1,
	.brief_version = 2,
	.fresh_days = 180,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = crossref_brief,
};
