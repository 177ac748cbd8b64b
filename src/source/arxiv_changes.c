/*
 * arXiv's OAI-PMH, by date: the day of the oldest answer in, out what has
 * changed since.  One request in place of one for each that has not.
 */
#include "source/arxiv.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/markup.h"
#include "base/strmap.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

/*
 * Datestamps are days, and the edge may keep a page of a list for four days:
 * what it did not show last time is shown by the next list.
 */
#define MARGIN (INT64_C(5) * 86400)

const char *
arxiv_changes_path(struct arena *arena, const struct question *questions, size_t count)
{
	int64_t oldest = questions[0].since;

	for (size_t i = 1; i < count; i++)
		if (questions[i].since < oldest)
			oldest = questions[i].since;
	return arena_printf(arena,
	    "/oai?verb=ListIdentifiers&"
	    "metadataPrefix=arXiv&from=%s",
	    clock_date_text(arena, oldest - MARGIN));
}

/* NULL: this is no page of such a list. */
static const struct markup *
list_of(const struct response *response, struct arena *arena)
{
	const struct markup *root;

	if (response->status != 200)
		return NULL;
	root = markup_parse_xml(arena, response->body, response->body_length, NULL);
	if (root == NULL || root->name == NULL || strcmp(root->name, "OAI-PMH") != 0)
		return NULL;
	return markup_child(root, "ListIdentifiers");
}

void
arxiv_read_changes(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct markup *list = list_of(response, arena);
	const struct markup *header = markup_child(list, "header");
	struct strmap *wanted;

	/* Some paper changes every day: an empty list is a mistake. */
	for (size_t i = 0; i < request->question_count; i++) {
		if (header == NULL)
			reply_unanswered(&answers[i], "no list of changes");
		else
			reply_found(&answers[i], NULL, 0);
	}
	if (header == NULL)
		return;
	wanted = strmap_new();
	for (size_t i = 0; i < request->question_count; i++)
		strmap_put(wanted, text_lower(arena, request->questions[i].id.value),
		    &answers[i]);
	for (; header != NULL; header = markup_next(header, "header")) {
		const char *id = spell_arxiv(
		    arena, markup_text(arena, markup_child(header, "identifier")));
		struct answer *answer = id == NULL
		    ? NULL
		    : strmap_get(wanted, text_lower(arena, id));

		if (answer != NULL)
			reply_unanswered(answer, "changed since");
	}
	strmap_free(wanted);
}

const char *
arxiv_next_changes(const struct response *response, struct arena *arena)
{
	const char *token = text_squeeze(arena,
	    markup_text(
		arena, markup_child(list_of(response, arena), "resumptionToken")));

	/* Its text is percent-encoded already, and is encoded once more. */
	return *token == '\0'
	    ? NULL
	    : arena_printf(arena, "/oai?verb=ListIdentifiers&resumptionToken=%s",
		  url_encode(arena, token));
}
