/*
 * The merge table: for each field the sources whose word counts, best first,
 * each with its reason.  Overrides stand before all rows, lists after them;
 * a source without a row for a field does not fill it.
 */
#include "merge/inside.h"

#define ISSUES_DOI    "issues the DOI"
#define ISSUES_ARXIV  "issues the arXiv id"
#define ISSUES_HF     "hosts it; its card says so"
#define ISSUES_GITHUB "hosts the repository"
#define DECIDED       "it was submitted and decided on there"
#define NLM           "catalogued by the National Library of Medicine"
#define GATHERS       "gathered from publishers and preprint servers"

const struct precedence precedence_rows[] = {
	{ FIELD_TITLE, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_TITLE, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_TITLE, "arxiv", WHEN_ALWAYS, ISSUES_ARXIV },
	{ FIELD_TITLE, "openreview", WHEN_ALWAYS, DECIDED },
	{ FIELD_TITLE, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_TITLE, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_TITLE, "pubmed", WHEN_ALWAYS, NLM },

	{ FIELD_AUTHORS, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_AUTHORS, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_AUTHORS, "arxiv", WHEN_ALWAYS, "issues the arXiv id; names in full" },
	{ FIELD_AUTHORS, "openreview", WHEN_ALWAYS, DECIDED },
	{ FIELD_AUTHORS, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_AUTHORS, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_AUTHORS, "pubmed", WHEN_ALWAYS, "given names are initials there" },
	{ FIELD_AUTHORS, "huggingface", WHEN_ALWAYS, ISSUES_HF },
	{ FIELD_AUTHORS, "github", WHEN_ALWAYS, ISSUES_GITHUB },

	{ FIELD_VENUE, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_VENUE, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_VENUE, "openreview", WHEN_ALWAYS, DECIDED },
	{ FIELD_VENUE, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_VENUE, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_VENUE, "pubmed", WHEN_ALWAYS, NLM },
	{ FIELD_VENUE, "arxiv", WHEN_ALWAYS, "what its authors told arXiv" },

	{ FIELD_PUBLISHER, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_PUBLISHER, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_PUBLISHER, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_PUBLISHER, "semanticscholar", WHEN_ALWAYS, GATHERS },

	{ FIELD_ISSUED, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_ISSUED, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_ISSUED, "arxiv", WHEN_PREPRINT, ISSUES_ARXIV },
	{ FIELD_ISSUED, "openreview", WHEN_ALWAYS, DECIDED },
	{ FIELD_ISSUED, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_ISSUED, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_ISSUED, "pubmed", WHEN_ALWAYS, NLM },
	{ FIELD_ISSUED, "arxiv", WHEN_PUBLISHED,
	    "the preprint's day, where nobody gives the article's" },
	{ FIELD_ISSUED, "huggingface", WHEN_ALWAYS, ISSUES_HF },
	{ FIELD_ISSUED, "github", WHEN_ALWAYS, ISSUES_GITHUB },

	{ FIELD_FIRST_PUBLIC, "arxiv", WHEN_ALWAYS, "day of the first version" },
	{ FIELD_FIRST_PUBLIC, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_FIRST_PUBLIC, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_FIRST_PUBLIC, "openreview", WHEN_ALWAYS, DECIDED },
	{ FIELD_FIRST_PUBLIC, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_FIRST_PUBLIC, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_FIRST_PUBLIC, "pubmed", WHEN_ALWAYS, NLM },
	{ FIELD_FIRST_PUBLIC, "huggingface", WHEN_ALWAYS, ISSUES_HF },
	{ FIELD_FIRST_PUBLIC, "github", WHEN_ALWAYS, ISSUES_GITHUB },

	{ FIELD_TYPE, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_TYPE, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_TYPE, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_TYPE, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_TYPE, "pubmed", WHEN_ALWAYS, NLM },
	{ FIELD_TYPE, "arxiv", WHEN_PREPRINT, ISSUES_ARXIV },

	{ FIELD_LICENSE, "crossref", WHEN_ALWAYS,
	    "the publisher deposits it with the DOI" },
	{ FIELD_LICENSE, "datacite", WHEN_ALWAYS,
	    "the repository registers it with the DOI" },
	{ FIELD_LICENSE, "openreview", WHEN_PUBLISHED, DECIDED },
	{ FIELD_LICENSE, "openalex", WHEN_PUBLISHED,
	    "read at the open copy of the article" },
	{ FIELD_LICENSE, "semanticscholar", WHEN_PUBLISHED,
	    "read at the open copy of the article" },
	{ FIELD_LICENSE, "arxiv", WHEN_ALWAYS, "the authors chose it for the preprint" },
	{ FIELD_LICENSE, "openalex", WHEN_PREPRINT, "read at the open copy" },
	{ FIELD_LICENSE, "semanticscholar", WHEN_PREPRINT, "read at the open copy" },
	{ FIELD_LICENSE, "huggingface", WHEN_ALWAYS, ISSUES_HF },
	{ FIELD_LICENSE, "github", WHEN_ALWAYS, ISSUES_GITHUB },

	/* One source for ever: a change of source is no change of count. */
	{ FIELD_CITED_BY_COUNT, "semanticscholar", WHEN_ALWAYS,
	    "always this source, so that counts compare" },

	{ FIELD_OPEN_ACCESS, "datacite", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_OPEN_ACCESS, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_OPEN_ACCESS, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_RETRACTED, "crossref", WHEN_ALWAYS, ISSUES_DOI },
	{ FIELD_RETRACTED, "pubmed", WHEN_ALWAYS, NLM },
	{ FIELD_RETRACTED, "openalex", WHEN_ALWAYS, GATHERS },
	{ FIELD_RETRACTED, "semanticscholar", WHEN_ALWAYS, GATHERS },
	{ FIELD_WITHDRAWN, "arxiv", WHEN_ALWAYS, ISSUES_ARXIV },
	{ FIELD_WITHDRAWN, "datacite", WHEN_ALWAYS, ISSUES_DOI },

	{ FIELD_BASE_MODEL, "huggingface", WHEN_ALWAYS, ISSUES_HF },
	{ FIELD_HOMEPAGE, "github", WHEN_ALWAYS, ISSUES_GITHUB },
	{ FIELD_HOMEPAGE, "huggingface", WHEN_ALWAYS, ISSUES_HF },
};

const size_t precedence_count = sizeof precedence_rows / sizeof *precedence_rows;
