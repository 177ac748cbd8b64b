/* DataCite's REST API: DOIs in, what repositories (Zenodo, Dryad …) registered out. */
#include "source/datacite.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "model/license.h"
#include "source/doi.h"

/* Members a list may be asked for, and all that is kept of a record. */
#define MEMBERS                                                                          \
	"doi,titles,creators,publisher,container,publicationYear,dates,types,"           \
	"relatedIdentifiers,version,rightsList"

/* The service's own words, {"errors": [{"status": "404", …}]}. */
static bool
is_unknown(const struct response *response)
{
	struct arena *arena = arena_new();
	const struct json *errors = json_get(reply_json(arena, response), "errors");
	bool unknown = spell_is(
	    json_string(json_get(json_first(errors), "status")), "404");

	arena_free(arena);
	return unknown;
}

static void
keep(struct kept *kept, const struct json *record, bool listed)
{
	(void)listed;
	reply_keep(kept, record, "id");
	reply_keep_inside(kept, "attributes", json_get(record, "attributes"), MEMBERS);
}

static const struct by_doi by_doi = {
	.alone = "/dois/",
	.alone_tail = "",
	.filter = "/dois?ids=",
	.before = "",
	.between = ",",
	.rows = "&page%5Bsize%5D=", /* without it 25 come back */
	.tail = "&disable-facets=true&fields%5Bdois%5D=" MEMBERS,
	.one = "data",
	.list = "data",
	.member = "id",
	.absent = "no DOI of DataCite",
	.is_unknown = is_unknown,
	.keep = keep,
};

/* resourceTypeGeneral; what has no word among the CSL types makes no claim. */
static const struct spelling types[] = {
	{ "Book", "book" },
	{ "BookChapter", "chapter" },
	{ "ComputationalNotebook", "software" },
	{ "ConferencePaper", "paper-conference" },
	{ "ConferenceProceeding", "book" },
	{ "DataPaper", "article-journal" },
	{ "Dataset", "dataset" },
	{ "Dissertation", "thesis" },
	{ "Image", "graphic" },
	{ "JournalArticle", "article-journal" },
	{ "PeerReview", "review" },
	{ "Preprint", "article" },
	{ "Report", "report" },
	{ "Software", "software" },
	{ "Standard", "standard" },
	{ NULL, NULL },
};

/* The first title without a type is the title; one may be its subtitle. */
static void
read_title(struct draft *draft, const struct json *titles)
{
	const char *title = NULL, *rest = NULL;

	for (const struct json *one = json_first(titles); one != NULL; one = one->next) {
		const char *type = json_string(json_get(one, "titleType"));
		const char *text = json_string(json_get(one, "title"));

		if (title == NULL && text_is_blank(type))
			title = text;
		else if (rest == NULL && spell_is(type, "Subtitle"))
			rest = text;
	}
	draft_title_and_rest(draft, title, rest);
}

/* "2024-05-06", "2024", "2024-05-06T…", "2024-01/2024-03" (it begins then). */
static const char *
first_day(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_text_n(arena, text, strcspn(text, "/"));
}

static void
read_dates(struct draft *draft, const struct json *record)
{
	const struct json *one;
	const char *issued = NULL;
	int64_t year;

	for (one = json_first(json_get(record, "dates")); one != NULL; one = one->next) {
		const char *type = json_string(json_get(one, "dateType"));
		const char *date = first_day(
		    draft->arena, json_string(json_get(one, "date")));

		/* DataCite adds the bare year to what has a day. */
		if (spell_is(type, "Issued") && date != NULL &&
		    (issued == NULL || strlen(date) > strlen(issued)))
			issued = date;
		else if (spell_is(type, "Available"))
			draft_date(draft, FIELD_FIRST_PUBLIC, date);
		else if (spell_is(type, "Withdrawn"))
			draft_claim(draft, FIELD_WITHDRAWN, "true");
	}
	if (draft_date(draft, FIELD_ISSUED, issued))
		draft->year = draft_year_of(issued);
	if (json_integer(json_get(record, "publicationYear"), &year) &&
	    draft_is_year(year)) {
		draft->year = (int)year;
		draft_claim(
		    draft, FIELD_ISSUED, arena_printf(draft->arena, "%d", draft->year));
	}
}

/*
 * One licence, said once or several times, by the first member that says one ("CC BY"
 * beside an address that has its version).  Of several nobody knows which part is under
 * which: no claim.
 */
static void
read_rights(struct draft *draft, const struct json *list)
{
	static const char *const members[] = { "rightsIdentifier", "rightsUri",
		"rights" };
	const char *said = NULL, *meant = NULL;

	for (const struct json *one = json_first(list); one != NULL; one = one->next) {
		for (size_t i = 0; i < 3; i++) {
			const char *text = json_string(json_get(one, members[i]));
			const char *expression = NULL;

			if (spell_is(text, "info:eu-repo/semantics/openAccess"))
				draft_claim(draft, FIELD_OPEN_ACCESS, "true");
			if (text == NULL ||
			    license_read(draft->arena, LICENSE_AS_WORDS, text,
				&expression) != LICENSE_STATED)
				continue;
			if (meant != NULL && strcmp(meant, expression) != 0)
				return;
			said = said == NULL ? text : said;
			meant = expression;
			break;
		}
	}
	draft_claim(draft, FIELD_LICENSE, said);
}

/* The same thing under another identifier, and the paper it belongs to. */
static void
read_relations(struct draft *draft, const struct json *list)
{
	static const char *const papers[] = { "IsSupplementTo", "IsDescribedBy",
		"IsDocumentedBy", NULL };

	for (const struct json *one = json_first(list); one != NULL; one = one->next) {
		const char *kind = json_string(json_get(one, "relatedIdentifierType"));
		const char *id = json_string(json_get(one, "relatedIdentifier"));
		const char *type = json_string(json_get(one, "relationType"));
		enum identifier_kind as = spell_is(kind, "arXiv") ? IDENTIFIER_ARXIV
								  : IDENTIFIER_DOI;

		if (as == IDENTIFIER_DOI && !spell_is(kind, "DOI"))
			continue;
		if (spell_is(type, "IsIdenticalTo"))
			draft_id(draft, as, id);
		for (size_t i = 0; papers[i] != NULL; i++)
			if (spell_is(type, papers[i]))
				draft_name(draft, as, id);
	}
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *reply = reply_body(arena, answer);
	const struct json *record = json_get(reply, "attributes");
	const struct json *publisher = json_get(record, "publisher");
	const char *doi = json_string(json_get(reply, "id"));
	struct draft draft;

	if (doi == NULL || record == NULL || record->kind != JSON_OBJECT)
		return false;
	draft_begin(&draft, arena, BRIEF_PAPER);
	draft_id(&draft, IDENTIFIER_DOI, doi);
	read_relations(&draft, json_get(record, "relatedIdentifiers"));
	read_title(&draft, json_get(record, "titles"));
	datacite_creators(&draft, json_get(record, "creators"));
	if (spell_is(json_string(json_at(record, "container.type")), "Journal"))
		draft_words(
		    &draft, FIELD_VENUE, json_string(json_at(record, "container.title")));
	/* From September 2027 on it is an object. */
	if (publisher != NULL && publisher->kind == JSON_OBJECT)
		publisher = json_get(publisher, "name");
	draft_words(&draft, FIELD_PUBLISHER, json_string(publisher));
	draft_claim(&draft, FIELD_TYPE,
	    spell_word(types, json_string(json_at(record, "types.resourceTypeGeneral"))));
	read_dates(&draft, record);
	read_rights(&draft, json_get(record, "rightsList"));
	draft_finish(&draft, brief);
	return true;
}

/* 500 in five minutes for who gives no address to write to. */
static const struct pace pace = { .interval = 650, .concurrent = 1 };

static const struct service service = {
	.name = "datacite",
	.base_url = "https://api.datacite.org",
	.url_variable = "ENRICH_DATACITE_URL",
	.terms = "https://support.datacite.org/docs/datacite-data-file-use-policy",
	.pace = &pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_DOI),
};

const struct source datacite = {
	.name = "datacite",
	.title = "DataCite",
	.service = &service,
	.doi_page = "https://api.datacite.org/dois/",
	.attribution = "Records that repositories registered with DataCite, "
		       "https://datacite.org, are CC0-1.0.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_DOI),
	.fills = FIELD_BIT(FIELD_TITLE) | FIELD_BIT(FIELD_AUTHORS) |
	    FIELD_BIT(FIELD_LICENSE),
	.lists = true,
	.probe = "doi:10.5061/dryad.8515",
	.batch = 100,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 3,
	.fresh_days = 90,
	.by_doi = &by_doi,
	.ask = doi_ask,
	.split = doi_split,
	.read = doi_read,
	.bulk = doi_bulk,
	.brief = brief_of,
};
