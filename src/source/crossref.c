/* Crossref's REST API: DOIs in, the records their publishers deposited out. */
#include "source/crossref.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/doi.h"
#include "source/draft.h"
#include "source/service.h"

/* Members a list may be asked for, and all that is kept of a record. */
#define MEMBERS                                                                          \
	"DOI,type,title,subtitle,author,container-title,publisher,issued,"               \
	"published,published-online,posted,license,relation,updated-by,"                 \
	"is-referenced-by-count"

static const char *const members[] = { "DOI", "type", "title", "subtitle", "author",
	"container-title", "publisher", "issued", "published", "published-online",
	"posted", "license", "relation", "updated-by", "is-referenced-by-count", NULL };

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct buffer path;
	size_t taken = 0;

	buffer_init(&path, 0);
	if (count > 1) {
		buffer_text(&path, "/works?filter=");
		taken = doi_write_filter(arena, &path, questions, count, "doi:", ",");
	}
	if (taken > 1) {
		/* Without rows twenty at most come back. */
		buffer_printf(&path, "&rows=%zu&select=" MEMBERS, taken);
	} else {
		buffer_clear(&path);
		buffer_printf(
		    &path, "/works/%s", url_encode(arena, questions[0].id.value));
		taken = 1;
	}
	request_get(request, arena_text_n(arena, path.bytes, path.length),
	    "application/json", questions, taken);
	buffer_free(&path);
}

/* The words of a 404 are the service's own, under whatever type. */
static bool
is_unknown(const struct response *response)
{
	static const char words[] = "Resource not found.";

	return response->body_length < 200 &&
	    strncmp(response->body, words, sizeof words - 1) == 0;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	(void)has_key;
	if (response->status == 401 || response->status == 403)
		return VERDICT_STOP;
	return doi_split(request, response, "message.items", is_unknown);
}

static void
take(struct arena *arena, const struct json *record, struct answer *answer)
{
	static const char *const told[] = { NULL };
	size_t length;
	char *body;

	if (json_string(json_get(record, "DOI")) == NULL) {
		reply_unanswered(answer, "malformed reply");
		return;
	}
	body = reply_pick_members(arena, record, told, members, NULL, NULL, &length);
	reply_found(answer, body, length);
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *message, *record;

	if (response->status != 200) {
		doi_refused(request, response, is_unknown, "no DOI of Crossref", answers);
		return;
	}
	message = json_get(
	    json_parse(arena, response->body, response->body_length, NULL), "message");
	for (size_t i = 0; i < request->question_count; i++) {
		record = request->question_count == 1
		    ? message
		    : doi_find(arena, json_get(message, "items"), "DOI",
			  request->questions[i].id.value);
		if (record != NULL)
			take(arena, record, &answers[i]);
		else
			reply_unanswered(&answers[i], "not in the list");
	}
}

const struct source crossref = {
	.name = "crossref",
	.title = "Crossref",
	.service = &service_crossref,
	.attribution = "Bibliographic records that publishers deposited with "
		       "Crossref, https://www.crossref.org; the metadata are facts "
		       "without copyright.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_DOI),
	.fills = FIELD_BIT(FIELD_VENUE) | FIELD_BIT(FIELD_AUTHORS) |
	    FIELD_BIT(FIELD_LICENSE),
	.lists = true,
	.probe = "doi:10.1371/journal.pone.0033693",
	.batch = 100,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 1,
	.fresh_days = 90,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = crossref_brief,
};
