/* arXiv's query API (Atom): up to 500 ids in, the entries it has out. */
#include "source/arxiv.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/markup.h"
#include "base/strmap.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

/* The service answers 414 to long addresses; this is well below. */
#define LONGEST_PATH 6000
#define LONGEST_TAIL 40 /* "&max_results=500" and some room */

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct buffer path;
	size_t taken = 0;

	buffer_init(&path, 0);
	buffer_text(&path, "/api/query?id_list=");
	while (taken < count) {
		const char *id = url_encode(arena, questions[taken].id.value);

		if (taken > 0 && path.length + strlen(id) + LONGEST_TAIL > LONGEST_PATH)
			break;
		if (taken > 0)
			buffer_char(&path, ',');
		buffer_text(&path, id);
		taken++;
	}
	/* Without it ten at most come back. */
	buffer_printf(&path, "&max_results=%zu", taken);
	request_get(request, arena_text_n(arena, path.bytes, path.length),
	    "application/atom+xml", questions, taken);
	buffer_free(&path);
}

static enum verdict
split_feed(const struct request *request, const struct response *response)
{
	struct arena *arena = arena_new();
	enum verdict verdict = VERDICT_TAKE;
	struct arxiv_feed feed;

	arxiv_read_feed(arena, response, &feed);
	if (feed.root == NULL)
		verdict = VERDICT_RETRY;
	else if (feed.entries > 0 && !feed.error)
		verdict = VERDICT_TAKE;
	else if (feed.total > 0 && !feed.error)
		verdict = VERDICT_RETRY;
	/* Nothing at all, not even what it holds: so does it say "too busy". */
	else if (!feed.error && request->has_known)
		verdict = VERDICT_FALSE;
	/* Pages are empty by mistake at times. */
	else if (!feed.error && request->repeats == 0)
		verdict = VERDICT_RETRY;
	/* One bad id spoils a list: halves find it. */
	else if (request->question_count > 1)
		verdict = VERDICT_HALVE;
	arena_free(arena);
	return verdict;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	switch (response->status) {
	case 200:
		return split_feed(request, response);
	case 400:
		if (request->question_count > 1)
			return VERDICT_HALVE;
		return split_feed(request, response) == VERDICT_TAKE ? VERDICT_TAKE
								     : VERDICT_DROP;
	case 401:
	case 403:
		/* This and 406 with empty bodies mean "too busy" here. */
		return VERDICT_DROP;
	default:
		return reply_refused(request, response, has_key);
	}
}

static const struct markup *
entry_of(
    struct arena *arena, const struct strmap *entries, const struct question *question)
{
	const struct markup *const *entry = strmap_get(
	    entries, text_lower(arena, question->id.value));

	return entry == NULL ? NULL : *entry;
}

static void
answer_one(struct arena *arena, const struct arxiv_feed *feed, const struct markup *entry,
    bool is_odd, struct answer *answer)
{
	if (entry != NULL) {
		reply_found_xml(arena, answer, entry);
	} else if (feed->root == NULL) {
		reply_unanswered(answer, "malformed reply");
	} else if (feed->error) {
		reply_absent(answer, "arXiv calls the id malformed");
	} else if (feed->entries < feed->total) {
		reply_unanswered(answer, "the page was cut short");
	} else if (is_odd) {
		reply_unanswered(answer, "an entry that nobody asked for");
	} else {
		reply_absent(answer, "no such paper");
	}
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	struct strmap *entries = strmap_new();
	const struct markup *entry;
	struct arxiv_feed feed;
	size_t asked = 0;

	arxiv_read_feed(arena, response, &feed);
	/* Answers come in any order, and without those it does not know. */
	for (entry = markup_child(feed.root, "entry"); entry != NULL;
	     entry = markup_next(entry, "entry")) {
		const char *id = spell_arxiv(
		    arena, markup_text(arena, markup_child(entry, "id")));
		const struct markup **kept;

		if (id != NULL && !arxiv_is_error(arena, entry) &&
		    strmap_get(entries, id) == NULL) {
			kept = arena_alloc(arena, sizeof *kept);
			*kept = entry;
			strmap_put(entries, text_lower(arena, id), kept);
		}
	}
	/* One that does not say which it is may be any. */
	for (size_t i = 0; i < request->question_count; i++)
		asked += entry_of(arena, entries, &request->questions[i]) != NULL;
	for (size_t i = 0; i < request->question_count; i++)
		answer_one(arena, &feed, entry_of(arena, entries, &request->questions[i]),
		    asked < feed.entries, &answers[i]);
	strmap_free(entries);
}

/* One connection and one request per three seconds over both interfaces. */
const struct pace arxiv_pace = { .interval = 3000, .concurrent = 1 };

const struct service arxiv_service = {
	.name = "arxiv",
	.base_url = "https://export.arxiv.org",
	.url_variable = "ENRICH_ARXIV_URL",
	.terms = "https://info.arxiv.org/help/api/tou.html",
	.pace = &arxiv_pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
};

const struct source arxiv = {
	.name = "arxiv",
	.title = "arXiv",
	.service = &arxiv_service,
	.attribution = "Thank you to arXiv for use of its open access "
		       "interoperability; its metadata are CC0-1.0.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
	/* The DOIs its authors add feed nobody that has not got them first. */
	.teaches = 0,
	.probe = "arxiv:1706.03762",
	/* A page without any entry may be empty by mistake. */
	.needs_known = true,
	.batch = 500,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 3,
	.fresh_days = 90,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = arxiv_brief,
};
