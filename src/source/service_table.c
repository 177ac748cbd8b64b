/*
 * Facts about services: address, key, terms, pace, what they issue.  Where
 * each comes from, and of which day it is, stands in docs/sources.md.
 */
#include "model/identifier.h"
#include "source/service.h"

/* 0.9 of one request a second, which the limiter counts roughly. */
static const struct pace pace_semanticscholar = {
	.interval = 1100, .interval_key = 1100, .concurrent = 1
};

/* One connection and one request per three seconds over both interfaces. */
static const struct pace pace_arxiv = { .interval = 3000, .concurrent = 1 };

static const struct pace pace_huggingface = {
	.concurrent = 2, .window = 500, .window_key = 1000, .window_seconds = 300
};

static const struct pace pace_github = { .concurrent = 2,
	.window = 60,
	.window_key = 5000,
	.window_seconds = 3600,
	.breath = 60000 };

/* Lists: three a second with an address to write to, fewer without. */
static const struct pace pace_crossref = { .interval = 350, .concurrent = 1 };

/* 500 in five minutes for who gives no address to write to. */
static const struct pace pace_datacite = { .interval = 650, .concurrent = 1 };

/* A tenth of a dollar a day without a key, a list is 1/100 cent. */
static const struct pace pace_openalex = { .interval = 120,
	.concurrent = 1,
	.window = 1000,
	.window_key = 10000,
	.window_seconds = 86400,
	.midnight = true };

static const char *const semanticscholar_keys[] = { "S2_API_KEY",
	"SEMANTIC_SCHOLAR_API_KEY", NULL };
static const char *const huggingface_keys[] = { "HF_TOKEN", NULL };
static const char *const github_keys[] = { "GITHUB_TOKEN", "GH_TOKEN", NULL };
static const char *const openalex_keys[] = { "OPENALEX_API_KEY", NULL };

const struct service service_semanticscholar = {
	.name = "semanticscholar",
	.base_url = "https://api.semanticscholar.org",
	.url_variable = "ENRICH_SEMANTICSCHOLAR_URL",
	.key_variables = semanticscholar_keys,
	.key_header = "x-api-key",
	.terms = "https://www.semanticscholar.org/product/api/license",
	.pace = &pace_semanticscholar,
};

const struct service service_arxiv = {
	.name = "arxiv",
	.base_url = "https://export.arxiv.org",
	.url_variable = "ENRICH_ARXIV_URL",
	.terms = "https://info.arxiv.org/help/api/tou.html",
	.pace = &pace_arxiv,
	.issues = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
};

const struct service service_arxiv_oai = {
	.name = "arxiv",
	.base_url = "https://oaipmh.arxiv.org",
	.url_variable = "ENRICH_ARXIV_OAI_URL",
	.terms = "https://info.arxiv.org/help/api/tou.html",
	.pace = &pace_arxiv,
	.issues = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
};

const struct service service_huggingface = {
	.name = "huggingface",
	.base_url = "https://huggingface.co",
	.url_variable = "ENRICH_HUGGINGFACE_URL",
	.key_variables = huggingface_keys,
	.key_header = "Authorization",
	.key_prefix = "Bearer ",
	.terms = "https://huggingface.co/terms-of-service",
	.pace = &pace_huggingface,
	.issues = IDENTIFIER_BIT(IDENTIFIER_HF_MODEL) |
	    IDENTIFIER_BIT(IDENTIFIER_HF_DATASET) | IDENTIFIER_BIT(IDENTIFIER_HF_SPACE),
};

const struct service service_github = {
	.name = "github",
	.base_url = "https://api.github.com",
	.url_variable = "ENRICH_GITHUB_URL",
	.key_variables = github_keys,
	.key_header = "Authorization",
	.key_prefix = "Bearer ",
	.terms = "https://docs.github.com/en/site-policy/github-terms/"
		 "github-terms-of-service",
	.pace = &pace_github,
	.issues = IDENTIFIER_BIT(IDENTIFIER_GITHUB),
};

const struct service service_crossref = {
	.name = "crossref",
	.base_url = "https://api.crossref.org",
	.url_variable = "ENRICH_CROSSREF_URL",
	.terms = "https://www.crossref.org/documentation/retrieve-metadata/"
		 "rest-api/",
	.pace = &pace_crossref,
	.issues = IDENTIFIER_BIT(IDENTIFIER_DOI),
};

const struct service service_datacite = {
	.name = "datacite",
	.base_url = "https://api.datacite.org",
	.url_variable = "ENRICH_DATACITE_URL",
	.terms = "https://support.datacite.org/docs/datacite-data-file-use-policy",
	.pace = &pace_datacite,
	.issues = IDENTIFIER_BIT(IDENTIFIER_DOI),
};

const struct service service_openalex = {
	.name = "openalex",
	.base_url = "https://api.openalex.org",
	.url_variable = "ENRICH_OPENALEX_URL",
	.key_variables = openalex_keys,
	.key_parameter = "api_key",
	.terms = "https://developers.openalex.org/api-reference/authentication",
	.pace = &pace_openalex,
};
