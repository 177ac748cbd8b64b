/* arXiv's search for a title: one title in, the entry that has it out. */
#include "source/arxiv.h"

#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

/* Enough for a title that begins another one. */
#define MOST_ENTRIES "5"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	/* Quotes, colons and brackets mean something in a query. */
	const char *words = text_fold(arena, questions[0].id.value);

	(void)count;
	request_get(request,
	    arena_printf(arena,
		"/api/query?search_query=ti:%%22%s%%22&max_results=" MOST_ENTRIES,
		url_encode(arena, words)),
	    "application/atom+xml", questions, 1);
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	struct arena *arena;
	struct arxiv_feed feed;
	enum verdict verdict = VERDICT_TAKE;

	(void)request;
	(void)has_key;
	if (response->status != 200)
		return VERDICT_DROP;
	arena = arena_new();
	arxiv_read_feed(arena, response, &feed);
	if (feed.root == NULL)
		verdict = VERDICT_RETRY;
	else if (feed.error)
		verdict = VERDICT_DROP;
	/* A page that promises entries and holds none: a false one. */
	else if (feed.entries == 0 && feed.total > 0)
		verdict = VERDICT_RETRY;
	arena_free(arena);
	return verdict;
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const char *wanted = text_fold(arena, request->questions[0].id.value);
	const struct markup *entry, *best;
	struct arxiv_feed feed;

	arxiv_read_feed(arena, response, &feed);
	best = markup_child(feed.root, "entry");
	for (entry = best; entry != NULL; entry = markup_next(entry, "entry")) {
		if (strcmp(wanted,
			text_fold(arena,
			    markup_text(arena, markup_child(entry, "title")))) == 0) {
			best = entry;
			break;
		}
	}
	if (response->status != 200 || feed.root == NULL || feed.error) {
		reply_unanswered(answers, "malformed reply");
	} else if (best == NULL) {
		reply_absent(answers, "no such title");
	} else {
		reply_found_xml(arena, answers, best);
	}
}

const struct source arxiv_title = {
	.name = "arxiv-title",
	.title = "arXiv title search",
	.service = &arxiv_service,
	.attribution = "Preprints of which only the title was known were "
		       "found with arXiv's search; its metadata are CC0-1.0.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_TITLE),
	.teaches = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
	.sibling = &arxiv,
	.sibling_kind = IDENTIFIER_ARXIV,
	.probe = "title:Attention is all you need",
	.batch = 1,
	.ceiling = 1u << 20,
	.asked_version = 1,
	.brief_version = 2,
	.fresh_days = 180,
	/* Its pages are empty by mistake at times; next week's run looks. */
	.doubt_days = 2,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = arxiv_brief,
};
