/* Crossref's REST API: DOIs in, the records their publishers deposited out. */
#include "source/crossref.h"

#include <string.h>

#include "base/json.h"
#include "source/doi.h"

/* The words of a 404 are the service's own, under whatever type. */
static bool
is_unknown(const struct response *response)
{
	static const char words[] = "Resource not found.";

	return response->body_length < 200 &&
	    strncmp(response->body, words, sizeof words - 1) == 0;
}

void
crossref_keep(struct kept *kept, const struct json *record, bool listed)
{
	(void)listed;
	reply_keep(kept, record, CROSSREF_MEMBERS);
}

static const struct by_doi by_doi = {
	.alone = "/works/",
	.alone_tail = "",
	.filter = "/works?filter=",
	.before = "doi:",
	.between = ",",
	.rows = "&rows=", /* without it twenty at most come back */
	.tail = "&select=" CROSSREF_MEMBERS,
	.one = "message",
	.list = "message.items",
	.member = "DOI",
	.absent = "no DOI of Crossref",
	.is_unknown = is_unknown,
	.keep = crossref_keep,
};

static const struct spelling types[] = {
	{ "journal-article", "article-journal" },
	{ "proceedings-article", "paper-conference" },
	{ "posted-content", "article" },
	{ "book-chapter", "chapter" },
	{ "book-section", "chapter" },
	{ "book-part", "chapter" },
	{ "book", "book" },
	{ "monograph", "book" },
	{ "edited-book", "book" },
	{ "reference-book", "book" },
	{ "proceedings", "book" },
	{ "reference-entry", "entry" },
	{ "dataset", "dataset" },
	{ "dissertation", "thesis" },
	{ "report", "report" },
	{ "standard", "standard" },
	{ "peer-review", "review" },
	{ NULL, NULL },
};

/* Almost everything comes as a list of one. */
static const char *
first_text(const struct json *list)
{
	if (list == NULL || list->kind != JSON_ARRAY)
		return json_string(list);
	return json_string(list->child);
}

static const char *
last_text(const struct json *list)
{
	const struct json *one = list;

	if (list != NULL && list->kind == JSON_ARRAY)
		for (one = list->child; one != NULL && one->next != NULL;)
			one = one->next;
	return json_string(one);
}

bool
crossref_brief(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *record = reply_body(arena, answer);
	const char *doi = json_string(json_get(record, "DOI"));
	const char *type = json_string(json_get(record, "type"));
	const struct json *names = json_get(record, "container-title");
	struct draft draft;

	if (doi == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_PAPER);
	draft_id(&draft, IDENTIFIER_DOI, doi);
	crossref_read_relations(&draft, json_get(record, "relation"));
	draft_title_and_rest(&draft, first_text(json_get(record, "title")),
	    first_text(json_get(record, "subtitle")));
	crossref_read_authors(&draft, json_get(record, "author"));
	/* Of a series and a volume in it the volume comes last. */
	draft_words(&draft, FIELD_VENUE,
	    spell_is(type, "proceedings-article") || spell_is(type, "book-chapter")
		? last_text(names)
		: first_text(names));
	draft_words(&draft, FIELD_PUBLISHER, json_string(json_get(record, "publisher")));
	draft_claim(&draft, FIELD_TYPE, spell_word(types, type));
	crossref_read_dates(&draft, record);
	crossref_read_license(&draft, json_get(record, "license"));
	draft_integer(
	    &draft, FIELD_CITED_BY_COUNT, json_get(record, "is-referenced-by-count"));
	crossref_read_notices(&draft, json_get(record, "updated-by"));
	draft_finish(&draft, brief);
	return true;
}

/* Lists: three a second with an address to write to, fewer without. */
static const struct pace pace = { .interval = 350, .concurrent = 1 };

const struct service crossref_service = {
	.name = "crossref",
	.base_url = "https://api.crossref.org",
	.url_variable = "ENRICH_CROSSREF_URL",
	.terms = "https://www.crossref.org/documentation/retrieve-metadata/"
		 "rest-api/",
	.pace = &pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_DOI),
};

const struct source crossref = {
	.name = "crossref",
	.title = "Crossref",
	.service = &crossref_service,
	.doi_page = "https://api.crossref.org/works/",
	.attribution = "Bibliographic records that publishers deposited with "
		       "Crossref, https://www.crossref.org; the metadata are facts "
		       "without copyright.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_DOI),
	/* Nobody before it says that an article was retracted: so about all. */
	.fills = FIELD_BIT(FIELD_VENUE) | FIELD_BIT(FIELD_AUTHORS) |
	    FIELD_BIT(FIELD_LICENSE) | FIELD_BIT(FIELD_RETRACTED),
	.lists = true,
	.probe = "doi:10.1371/journal.pone.0033693",
	.batch = 100,
	.ceiling = 16u << 20,
	.asked_version = 2,
	.brief_version = 4,
	.fresh_days = 90,
	.by_doi = &by_doi,
	.ask = doi_ask,
	.split = doi_split,
	.read = doi_read,
	.bulk = doi_bulk,
	.brief = crossref_brief,
};
