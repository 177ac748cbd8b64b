/* OpenAlex: DOIs in, what it gathered about their works out. */
#include "source/openalex.h"

#include "base/json.h"
#include "base/text.h"
#include "source/doi.h"

/* Whole records are mostly concepts, references and affiliations. */
#define PLAIN                                                                            \
	"id,doi,title,publication_year,publication_date,type,is_retracted,open_access"
#define MEMBERS PLAIN ",primary_location,best_oa_location,authorships"

/*
 * A work that is not there is told by a page of HTML, as is much else; this one is bare,
 * without head and body, where nginx and Apache say the same.
 */
static bool
is_unknown(const struct response *response)
{
	return reply_says_error(response, "") ||
	    (response->body_length < 4096 &&
		text_find_nocase(response->body, "<title>404") != NULL &&
		text_find_nocase(response->body, "<head>") == NULL &&
		text_find_nocase(response->body, "<h1>Not Found</h1>") != NULL);
}

static void
keep_location(struct kept *kept, const struct json *record, const char *name)
{
	const struct json *place = json_get(record, name);

	if (place == NULL || place->kind != JSON_OBJECT)
		return;
	json_write_key(kept->writer, name);
	json_write_object(kept->writer);
	reply_keep(kept, place, "license,version");
	reply_keep_inside(kept, "source", json_get(place, "source"),
	    "display_name,type,host_organization_name");
	json_write_object_end(kept->writer);
}

static void
keep_authors(struct kept *kept, const struct json *list)
{
	const struct json *one;

	if (list == NULL || list->kind != JSON_ARRAY)
		return;
	json_write_key(kept->writer, "authors");
	json_write_array(kept->writer);
	for (one = list->child; one != NULL; one = one->next) {
		json_write_object(kept->writer);
		reply_keep(kept, json_get(one, "author"), "display_name,orcid");
		json_write_object_end(kept->writer);
	}
	json_write_array_end(kept->writer);
}

static void
keep(struct kept *kept, const struct json *record, bool listed)
{
	const struct json *authors = json_get(record, "authorships");

	reply_keep(kept, record, PLAIN);
	keep_location(kept, record, "primary_location");
	keep_location(kept, record, "best_oa_location");
	/* Lists give a hundred authors at most, and do not say so. */
	if (!listed || authors == NULL || authors->count < 100)
		keep_authors(kept, authors);
}

static const struct by_doi by_doi = {
	.alone = "/works/doi:",
	.alone_tail = "?select=" MEMBERS,
	.filter = "/works?filter=doi:",
	.before = "",
	.between = "%7C",
	.rows = "&per_page=",
	.tail = "&select=" MEMBERS,
	.list = "results",
	.member = "doi",
	.absent = "no work with that DOI",
	.is_unknown = is_unknown,
	.keep = keep,
};

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	/* Money for a day: it comes back at midnight UTC. */
	if (response->status == 402 || response->status == 429)
		return VERDICT_SPENT;
	return doi_split(request, response, has_key);
}

/* A tenth of a dollar a day without a key, a list is 1/100 cent. */
static const struct pace pace = { .interval = 120,
	.concurrent = 1,
	.window = 1000,
	.window_key = 10000,
	.window_seconds = 86400,
	.midnight = true };

static const char *const keys[] = { "OPENALEX_API_KEY", NULL };

static const struct service service = {
	.name = "openalex",
	.base_url = "https://api.openalex.org",
	.url_variable = "ENRICH_OPENALEX_URL",
	.key_variables = keys,
	.key_parameter = "api_key",
	.terms = "https://developers.openalex.org/api-reference/authentication",
	.pace = &pace,
};

const struct source openalex = {
	.name = "openalex",
	.title = "OpenAlex",
	.service = &service,
	.doi_page = "https://api.openalex.org/works/doi:",
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
	.brief_version = 2,
	.fresh_days = 90,
	.by_doi = &by_doi,
	.ask = doi_ask,
	.split = split,
	.read = doi_read,
	.bulk = doi_bulk,
	.brief = openalex_brief,
};
