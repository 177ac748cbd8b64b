/* OpenAlex: DOIs in, what it gathered about their works out. */
#include "source/openalex.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/doi.h"
#include "source/draft.h"
#include "source/service.h"

/* Whole records are mostly concepts, references and affiliations. */
#define MEMBERS                                                                          \
	"id,doi,title,publication_year,publication_date,type,is_retracted,"              \
	"open_access,primary_location,best_oa_location,authorships"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct buffer path;
	size_t taken = 0;

	buffer_init(&path, 0);
	if (count > 1) {
		buffer_text(&path, "/works?filter=doi:");
		taken = doi_write_filter(arena, &path, questions, count, "", "%7C");
	}
	if (taken > 1) {
		buffer_printf(&path, "&per_page=%zu&select=" MEMBERS, taken);
	} else {
		buffer_clear(&path);
		buffer_printf(&path, "/works/doi:%s?select=" MEMBERS,
		    url_encode(arena, questions[0].id.value));
		taken = 1;
	}
	request_get(request, arena_text_n(arena, path.bytes, path.length),
	    "application/json", questions, taken);
	buffer_free(&path);
}

/*
 * A work that is not there is told by a page of HTML, as is much else: it
 * must be the page that says "Not Found", or the service's own JSON.
 */
static bool
is_unknown(const struct response *response)
{
	return reply_says_error(response, "") ||
	    (response->body_length < 4096 &&
		text_find_nocase(response->body, "<title>404") != NULL &&
		text_find_nocase(response->body, "</h1>") != NULL);
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	switch (response->status) {
	case 401:
	case 403:
		return has_key ? VERDICT_DROP_KEY : VERDICT_STOP;
	case 402:
	case 429:
		/* Money for a day: it comes back at midnight UTC. */
		return VERDICT_SPENT;
	default:
		return doi_split(request, response, "results", is_unknown);
	}
}

static void
keep_member(struct json_writer *out, const struct json *object, const char *name)
{
	const struct json *value = json_get(object, name);

	if (value == NULL)
		return;
	json_write_key(out, name);
	json_write_raw(out, value->raw, value->raw_length);
}

static void
keep_location(struct json_writer *out, const struct json *record, const char *name)
{
	const struct json *place = json_get(record, name), *source;

	if (place == NULL || place->kind != JSON_OBJECT)
		return;
	json_write_key(out, name);
	json_write_object(out);
	keep_member(out, place, "license");
	keep_member(out, place, "version");
	source = json_get(place, "source");
	if (source != NULL && source->kind == JSON_OBJECT) {
		json_write_key(out, "source");
		json_write_object(out);
		keep_member(out, source, "display_name");
		keep_member(out, source, "type");
		keep_member(out, source, "host_organization_name");
		json_write_object_end(out);
	}
	json_write_object_end(out);
}

static void
keep_authors(struct json_writer *out, const struct json *list)
{
	const struct json *one;

	if (list == NULL || list->kind != JSON_ARRAY)
		return;
	json_write_key(out, "authors");
	json_write_array(out);
	for (one = list->child; one != NULL; one = one->next) {
		json_write_object(out);
		keep_member(out, json_get(one, "author"), "display_name");
		keep_member(out, json_get(one, "author"), "orcid");
		json_write_object_end(out);
	}
	json_write_array_end(out);
}

static void
take(struct arena *arena, const struct json *record, bool listed, struct answer *answer)
{
	static const char *const kept[] = { "id", "doi", "title", "publication_year",
		"publication_date", "type", "is_retracted", "open_access", NULL };
	struct json_writer *writer;
	struct buffer out;

	if (json_string(json_get(record, "doi")) == NULL) {
		reply_unanswered(answer, "malformed reply");
		return;
	}
	buffer_init(&out, 0);
	writer = json_writer_new(&out, false);
	json_write_object(writer);
	for (size_t i = 0; kept[i] != NULL; i++)
		keep_member(writer, record, kept[i]);
	keep_location(writer, record, "primary_location");
	keep_location(writer, record, "best_oa_location");
	/* Lists give a hundred authors at most, and do not say so. */
	if (!listed || json_get(record, "authorships") == NULL ||
	    json_get(record, "authorships")->count < 100)
		keep_authors(writer, json_get(record, "authorships"));
	json_write_object_end(writer);
	json_writer_free(writer);
	reply_found(answer, arena_text_n(arena, out.bytes, out.length), out.length);
	buffer_free(&out);
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *reply, *record;
	bool listed = request->question_count > 1;

	if (response->status != 200) {
		doi_refused(
		    request, response, is_unknown, "no work with that DOI", answers);
		return;
	}
	reply = json_parse(arena, response->body, response->body_length, NULL);
	for (size_t i = 0; i < request->question_count; i++) {
		record = !listed ? reply
				 : doi_find(arena, json_get(reply, "results"), "doi",
				       request->questions[i].id.value);
		if (record != NULL)
			take(arena, record, listed, &answers[i]);
		else
			reply_unanswered(&answers[i], "not in the list");
	}
}

const struct source openalex = {
	.name = "openalex",
	.title = "OpenAlex",
	.service = &service_openalex,
	.attribution = "Bibliographic records from OpenAlex, "
		       "https://openalex.org, are CC0-1.0.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_DOI),
	.fills = FIELD_BIT(FIELD_VENUE) | FIELD_BIT(FIELD_AUTHORS) |
	    FIELD_BIT(FIELD_LICENSE),
	.lists = true,
	.probe = "doi:10.1371/journal.pone.0033693",
	.batch = 50,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 1,
	.fresh_days = 90,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = openalex_brief,
};
