/* PubMed's summaries: PMIDs in; records, and what was said of them since, out. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "source/draft.h"
#include "source/source.h"

#define PATH "/entrez/eutils/esummary.fcgi?db=pubmed&retmode=json&tool=enrich&id="
#define MEMBERS                                                                          \
	"uid,title,authors,fulljournalname,pubdate,epubdate,pubtype,articleids,"         \
	"references"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	struct buffer path;

	buffer_init(&path, 0);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&path, "%s%s", i == 0 ? PATH : ",", questions[i].id.value);
	request_get(request, arena_text_n(arena, path.bytes, path.length),
	    "application/json", questions, count);
	buffer_free(&path);
}

static const struct json *
summary_of(const struct json *reply, const struct question *question)
{
	return json_get(json_get(reply, "result"), question->id.value);
}

/* Its own words for an id that it has not; of others nothing is said. */
static bool
is_unknown(const struct json *summary)
{
	const char *error = json_string(json_get(summary, "error"));

	return error != NULL && text_find_nocase(error, "cannot get document") != NULL;
}

/* None of them, though one of them was found before: so does it fail, too. */
static enum verdict
split_summaries(const struct request *request, const struct response *response)
{
	struct arena *arena = arena_new();
	const struct json *reply = reply_json(arena, response);
	const struct json *result = json_get(reply, "result");
	bool is_whole = result != NULL && result->kind == JSON_OBJECT;
	size_t unknown = 0;

	for (size_t i = 0; i < request->question_count; i++)
		unknown += is_unknown(summary_of(reply, &request->questions[i]));
	arena_free(arena);
	if (!is_whole)
		return VERDICT_RETRY;
	if (unknown < request->question_count)
		return VERDICT_TAKE;
	return request->has_known                  ? VERDICT_FALSE
	    : unknown > 1 && request->repeats == 0 ? VERDICT_RETRY
						   : VERDICT_TAKE;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	switch (response->status) {
	case 200:
		return split_summaries(request, response);
	case 400:
		if (has_key && reply_says_error(response, "api key"))
			return VERDICT_DROP_KEY;
		/* fall through */
	default:
		return reply_refused(request, response, has_key);
	}
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *reply = reply_json(arena, response), *summary;
	struct kept kept;

	reply_unanswered_all(request, answers, "malformed reply");
	for (size_t i = 0; response->status == 200 && i < request->question_count; i++) {
		summary = summary_of(reply, &request->questions[i]);
		if (is_unknown(summary)) {
			reply_absent(&answers[i], "no such PMID");
		} else if (json_string(json_get(summary, "title")) != NULL) {
			reply_keep_begin(&kept);
			reply_keep(&kept, summary, MEMBERS);
			reply_keep_end(&kept, arena, &answers[i]);
		}
	}
}

/* "Muster AB" is A B Muster; "Muster AB Jr" keeps what stands behind. */
static void
read_authors(struct draft *draft, const struct json *list)
{
	struct author *authors = NULL;
	size_t count = 0;

	for (const struct json *one = json_first(list); one != NULL; one = one->next) {
		const char *name = json_string(json_get(one, "name"));
		const char *last = name == NULL ? NULL : strrchr(name, ' ');
		const char *given = NULL, *family = NULL;

		if (last != NULL &&
		    strspn(last + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(last + 1) &&
		    spell_is(json_string(json_get(one, "authtype")), "Author")) {
			family = arena_text_n(draft->arena, name, (size_t)(last - name));
			given = arena_printf(draft->arena, "%.1s", last + 1);
			for (const char *at = last + 2; *at != '\0'; at++)
				given = arena_printf(draft->arena, "%s %.1s", given, at);
			name = arena_printf(draft->arena, "%s %s", given, family);
		}
		draft_author(draft->arena, &authors, &count, name, family, given);
	}
	draft_authors(draft, authors, count);
}

/* "2021 Mar 5", "2021 Mar", "2021 Mar-Apr", "2021 Spring": as far as it is a date. */
static const char *
day_of(struct arena *arena, const char *text)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int day = 0, month = 0;
	int64_t first, last;
	const char *date;

	if (draft_year_of(text) == 0)
		return NULL;
	for (int i = 0; text[4] == ' ' && i < 12; i++)
		if (strncmp(text + 5, months + 3 * (size_t)i, 3) == 0)
			month = i + 1;
	if (month != 0 && text[8] == ' ')
		for (const char *at = text + 9; text_is_digit(*at) && day < 100; at++)
			day = day * 10 + (*at - '0');
	date = arena_printf(
	    arena, day > 0 ? "%.4s-%02d-%02d" : "%.4s-%02d", text, month, day);
	return month != 0 && (text[8] == ' ' || text[8] == '\0') &&
		clock_parse_date(date, &first, &last)
	    ? date
	    : arena_text_n(arena, text, 4);
}

static bool
has_type(const struct json *record, const char *type)
{
	for (const struct json *one = json_first(json_get(record, "pubtype"));
	     one != NULL; one = one->next)
		if (spell_is(json_string(one), type))
			return true;
	return false;
}

/* What was published about it since: "Retraction in", "Erratum in". */
static const char *
notice(const struct json *record, const char *kind)
{
	for (const struct json *one = json_first(json_get(record, "references"));
	     one != NULL; one = one->next)
		if (spell_is(json_string(json_get(one, "reftype")), kind))
			return json_string(json_get(one, "refsource"));
	return NULL;
}

/* "[Of tides.]" is a translation, "Of tides." ends in a stop that is not the title's. */
static void
read_title(struct draft *draft, const char *title)
{
	size_t length = strlen(title);

	if (length > 2 && title[0] == '[' &&
	    (title[length - 1] == ']' || strcmp(title + length - 2, "].") == 0)) {
		length -= title[length - 1] == ']' ? 1 : 2;
		title++;
		length--;
	}
	if (length > 1 && title[length - 1] == '.')
		length--;
	draft_title(draft, arena_text_n(draft->arena, title, length));
}

static void
read_ids(struct draft *draft, const struct json *record)
{
	draft_id(draft, IDENTIFIER_PMID, json_string(json_get(record, "uid")));
	for (const struct json *one = json_first(json_get(record, "articleids"));
	     one != NULL; one = one->next) {
		const char *kind = json_string(json_get(one, "idtype"));
		const char *value = json_string(json_get(one, "value"));

		if (spell_is(kind, "doi"))
			draft_id(draft, IDENTIFIER_DOI, value);
		else if (spell_is(kind, "pmc"))
			draft_id(draft, IDENTIFIER_PMCID, value);
	}
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *record = reply_body(arena, answer);
	const char *title = json_string(json_get(record, "title"));
	const char *printed, *early;
	struct draft draft;

	if (title == NULL)
		return false;
	printed = day_of(arena, json_string(json_get(record, "pubdate")));
	early = day_of(arena, json_string(json_get(record, "epubdate")));
	draft_begin(&draft, arena, BRIEF_PAPER);
	read_ids(&draft, record);
	read_title(&draft, title);
	read_authors(&draft, json_get(record, "authors"));
	/* The name of a server is no venue. */
	if (!has_type(record, "Preprint"))
		draft_words(&draft, FIELD_VENUE,
		    json_string(json_get(record, "fulljournalname")));
	if (has_type(record, "Journal Article"))
		draft_claim(&draft, FIELD_TYPE, "article-journal");
	draft.year = draft_year_of(printed);
	draft_claim(&draft, FIELD_ISSUED, printed);
	draft_claim(&draft, FIELD_FIRST_PUBLIC, early);
	if (has_type(record, "Retracted Publication") ||
	    notice(record, "Retraction in") != NULL)
		draft_claim(&draft, FIELD_RETRACTED, "true");
	draft_claim(&draft, FIELD_CORRECTED, notice(record, "Erratum in"));
	draft_finish(&draft, brief);
	return true;
}

/* Three a second, ten with a key, less what the wire may shift. */
static const struct pace pace = { .interval = 350, .interval_key = 110, .concurrent = 1 };

static const char *const keys[] = { "NCBI_API_KEY", NULL };

static const struct service service = {
	.name = "pubmed",
	.base_url = "https://eutils.ncbi.nlm.nih.gov",
	.url_variable = "ENRICH_PUBMED_URL",
	.key_variables = keys,
	.key_parameter = "api_key",
	.terms = "https://www.ncbi.nlm.nih.gov/books/NBK25497/",
	.pace = &pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_PMID),
};

const struct source pubmed = {
	.name = "pubmed",
	.title = "PubMed",
	.service = &service,
	.attribution = "Citations and notices of retraction are courtesy of the U.S. "
		       "National Library of Medicine, https://pubmed.ncbi.nlm.nih.gov.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_PMID),
	.teaches = IDENTIFIER_BIT(IDENTIFIER_DOI) | IDENTIFIER_BIT(IDENTIFIER_PMCID),
	.probe = "pmid:26017442",
	.batch = 200,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 1,
	/* Retractions are what it is asked for. */
	.fresh_days = 30,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = brief_of,
};
