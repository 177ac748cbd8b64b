/* Semantic Scholar's Graph API: up to 500 papers in, as many records out. */
#include "source/semanticscholar.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "source/draft.h"

static const struct form {
	enum identifier_kind kind;
	const char *prefix;   /* of the id in a request */
	const char *external; /* its key in externalIds */
} forms[] = {
	{ IDENTIFIER_DOI, "DOI:", "DOI" }, { IDENTIFIER_ARXIV, "ARXIV:", "ArXiv" },
	{ IDENTIFIER_ACL, "ACL:", "ACL" }, { IDENTIFIER_PMID, "PMID:", "PubMed" },
	{ IDENTIFIER_PMCID, "PMCID:", "PubMedCentral" },
	{ IDENTIFIER_S2_CORPUS, "CorpusId:", "CorpusId" },
	{ IDENTIFIER_S2_PAPER, "", "" }, /* the record's own paperId */
};
#define FORMS (sizeof forms / sizeof forms[0])

static const struct form *
form_of(enum identifier_kind kind)
{
	for (size_t i = 0; i < FORMS; i++) {
		if (forms[i].kind == kind)
			return &forms[i];
	}
	return NULL;
}

static const char *
asked_as(struct arena *arena, struct identifier id)
{
	const struct form *form = form_of(id.kind);
	const char *value = id.value;

	if (id.kind == IDENTIFIER_PMCID && text_starts_nocase(value, "PMC"))
		value += 3;
	return arena_printf(arena, "%s%s", form == NULL ? "" : form->prefix, value);
}

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct json_writer *writer;
	struct buffer body;

	buffer_init(&body, 0);
	writer = json_writer_new(&body, false);
	json_write_object(writer);
	json_write_key(writer, "ids");
	json_write_array(writer);
	for (size_t i = 0; i < count; i++)
		json_write_string(writer, asked_as(arena, questions[i].id));
	json_write_array_end(writer);
	json_write_object_end(writer);
	json_writer_free(writer);
	request_post(request, "/graph/v1/paper/batch?fields=" SEMANTICSCHOLAR_FIELDS,
	    arena_text_n(arena, body.bytes, body.length), body.length, questions, count);
	/* A large batch may be the trouble itself: once more, then halves. */
	request->server_retries = 1;
	buffer_free(&body);
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	switch (response->status) {
	case 200:
		return reply_is_list(response) ? VERDICT_TAKE : VERDICT_RETRY;
	case 400:
		/* We ask for a field that is gone: no batch will do. */
		if (reply_says_error(response, "fields"))
			return VERDICT_STOP;
		/* One is malformed, or none is known. */
		if (reply_says_error(response, "No valid paper ids"))
			return VERDICT_SPOILT;
		break;
	case 404:
		/* No such address at all: papers are never 404 in a batch. */
		return VERDICT_STOP;
	case 503:
		return request->question_count > 1 ? VERDICT_HALVE : VERDICT_DROP;
	default:
		break;
	}
	return reply_refused(request, response, has_key);
}

/* A record and its identifiers in our spelling, in the order of `forms`. */
struct record {
	const struct json *json;
	const char *ids[FORMS];
};

static void
spell_record(struct arena *arena, const struct json *json, struct record *record)
{
	record->json = json;
	for (size_t i = 0; i < FORMS; i++) {
		const struct json *value = json_get(
		    json_get(json, "externalIds"), forms[i].external);
		enum identifier_kind kind = forms[i].kind;

		if (kind == IDENTIFIER_S2_PAPER)
			value = json_get(json, "paperId");
		if (value == NULL && kind == IDENTIFIER_S2_CORPUS)
			value = json_get(json, "corpusId");
		record->ids[i] = value == NULL ||
			(value->kind != JSON_STRING && value->kind != JSON_NUMBER)
		    ? NULL
		    : spell_paper(arena, &kind, value->text);
	}
}

/* Does the record say that it is another one than the question's? */
enum fit { FIT_RIGHT, FIT_SILENT, FIT_OTHER };

static enum fit
fit(const struct question *question, const struct record *record)
{
	const struct form *form = form_of(question->id.kind);
	const char *value = form == NULL ? NULL : record->ids[form - forms];

	if (value == NULL)
		return FIT_SILENT;
	return spell_alike(value, question->id.value) ? FIT_RIGHT : FIT_OTHER;
}

static void
take(struct answer *answer, const struct record *record)
{
	if (json_string(json_get(record->json, "title")) != NULL)
		reply_found_json(answer, record->json);
	else if (record->json->kind == JSON_NULL)
		reply_absent(answer, "no such paper");
	else
		reply_unanswered(answer, "not a record with a title");
}

/*
 * A record at another question's place.  Batches were shuffled once; but a
 * merged record answers to several ids, and then it also stands where it
 * belongs, so only a record that is missing there proves disorder.
 */
static bool
is_shuffled(const struct request *request, const struct record *records)
{
	for (size_t i = 0; i < request->question_count; i++) {
		if (fit(&request->questions[i], &records[i]) != FIT_OTHER)
			continue;
		for (size_t j = 0; j < request->question_count; j++) {
			const struct question *other = &request->questions[j];

			if (j != i && fit(other, &records[i]) == FIT_RIGHT &&
			    fit(other, &records[j]) != FIT_RIGHT)
				return true;
		}
	}
	return false;
}

static void
take_shuffled(
    const struct request *request, const struct record *records, struct answer *answers)
{
	for (size_t i = 0; i < request->question_count; i++) {
		reply_unanswered(&answers[i], "reply out of order");
		for (size_t j = 0; j < request->question_count; j++) {
			if (fit(&request->questions[i], &records[j]) == FIT_RIGHT) {
				take(&answers[i], &records[j]);
				break;
			}
		}
	}
}

static void
read_batch(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *reply = reply_json(arena, response), *value;
	struct record *records;
	size_t count = request->question_count, i = 0;

	if (reply == NULL || reply->kind != JSON_ARRAY || reply->count != count) {
		for (i = 0; i < count; i++)
			reply_unanswered(&answers[i], "malformed reply");
		return;
	}
	records = arena_alloc(arena, (count + 1) * sizeof *records);
	for (value = reply->child; value != NULL && i < count; value = value->next)
		spell_record(arena, value, &records[i++]);
	if (is_shuffled(request, records)) {
		take_shuffled(request, records, answers);
		return;
	}
	for (i = 0; i < count; i++)
		take(&answers[i], &records[i]);
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	if (response->status == 200) {
		read_batch(request, response, arena, answers);
		return;
	}
	reply_unanswered_all(request, answers, "no usable reply");
}

/* 0.9 of one request a second, which the limiter counts roughly. */
static const struct pace pace = {
	.interval = 1100, .interval_key = 1100, .concurrent = 1
};

static const char *const keys[] = { "S2_API_KEY", "SEMANTIC_SCHOLAR_API_KEY", NULL };

const struct service semanticscholar_service = {
	.name = "semanticscholar",
	.base_url = "https://api.semanticscholar.org",
	.url_variable = "ENRICH_SEMANTICSCHOLAR_URL",
	.key_variables = keys,
	.key_header = "x-api-key",
	.terms = "https://www.semanticscholar.org/product/api/license",
	.pace = &pace,
};

const struct source semanticscholar = {
	.name = "semanticscholar",
	.title = "Semantic Scholar",
	.service = &semanticscholar_service,
	.doi_page = "https://api.semanticscholar.org/",
	.arxiv_page = "https://api.semanticscholar.org/arXiv:",
	.attribution = "Bibliographic records and citation counts from the "
		       "Semantic Scholar Academic Graph (Allen Institute for AI), "
		       "https://www.semanticscholar.org.",
	.accepts = SEMANTICSCHOLAR_IDS,
	.teaches = SEMANTICSCHOLAR_IDS,
	.probe = "arxiv:1706.03762",
	.other_probe = "arxiv:1810.04805",
	.needs_known = true,
	.batch = 500,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 3,
	.fresh_days = 6,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = semanticscholar_brief,
	.bulk = semanticscholar_bulk,
};
