/* A column's, member's or field's name enters, what it holds leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/given.h"

/* Folded names (case, "_" and "-" do not matter), sorted by their bytes. */
static const struct {
	const char *name;
	enum given given;
} names[] = {
	{ "abstract", GIVEN_NOTHING },
	{ "acl", GIVEN_ACL },
	{ "acl id", GIVEN_ACL },
	{ "address", GIVEN_NOTHING },
	{ "affiliation", GIVEN_INSTITUTE },
	{ "anthology id", GIVEN_ACL },
	{ "article title", GIVEN_TITLE },
	{ "artifacts", GIVEN_ARTIFACTS },
	{ "arxiv", GIVEN_ARXIV },
	{ "arxiv id", GIVEN_ARXIV },
	{ "arxivid", GIVEN_ARXIV },
	{ "author", GIVEN_AUTHORS },
	{ "author s", GIVEN_AUTHORS },
	{ "authors", GIVEN_AUTHORS },
	{ "base model", GIVEN_BASE_MODEL },
	{ "bibtex", GIVEN_NOTHING },
	{ "booktitle", GIVEN_OTHER_VENUE },
	{ "category", GIVEN_SECTION },
	{ "citation key", GIVEN_NOTHING },
	{ "code", GIVEN_CODE },
	{ "code licenses", GIVEN_NOTHING },
	{ "code url", GIVEN_CODE },
	{ "conference", GIVEN_VENUE },
	{ "container title", GIVEN_VENUE },
	{ "corpus id", GIVEN_S2_CORPUS },
	{ "corpusid", GIVEN_S2_CORPUS },
	{ "dataset", GIVEN_DATASET },
	{ "date", GIVEN_DATE },
	{ "day", GIVEN_DAY },
	{ "demo", GIVEN_SPACE },
	{ "description", GIVEN_NOTHING },
	{ "doi", GIVEN_DOI },
	{ "eventtitle", GIVEN_OTHER_VENUE },
	{ "external ids", GIVEN_IDS },
	{ "externalids", GIVEN_IDS },
	{ "first public", GIVEN_OTHER_DATE },
	{ "github", GIVEN_CODE },
	{ "github repo", GIVEN_CODE },
	{ "github url", GIVEN_CODE },
	{ "hf dataset", GIVEN_DATASET },
	{ "hf id", GIVEN_MODEL },
	{ "hf model", GIVEN_MODEL },
	{ "hf space", GIVEN_SPACE },
	{ "homepage", GIVEN_WEBSITE },
	{ "howpublished", GIVEN_LINK },
	{ "huggingface", GIVEN_MODEL },
	{ "id", GIVEN_ID },
	{ "identifiers", GIVEN_IDS },
	{ "ids", GIVEN_IDS },
	{ "institute", GIVEN_INSTITUTE },
	{ "institution", GIVEN_INSTITUTE },
	{ "issued", GIVEN_DATE },
	{ "journal", GIVEN_VENUE },
	{ "journaltitle", GIVEN_VENUE },
	{ "keywords", GIVEN_NOTHING },
	{ "licence", GIVEN_LICENSE },
	{ "license", GIVEN_LICENSE },
	{ "license of", GIVEN_NOTHING },
	{ "license raw", GIVEN_LICENSE },
	{ "license status", GIVEN_NOTHING },
	{ "link", GIVEN_LINK },
	{ "links", GIVEN_LINK },
	{ "list date", GIVEN_OTHER_DATE },
	{ "list license", GIVEN_NOTHING },
	{ "list venue", GIVEN_OTHER_VENUE },
	{ "model", GIVEN_MODEL },
	{ "model licenses", GIVEN_NOTHING },
	{ "month", GIVEN_MONTH },
	{ "name", GIVEN_NAME },
	{ "note", GIVEN_LINK },
	{ "open access pdf", GIVEN_PAPER },
	{ "openaccesspdf", GIVEN_PAPER },
	{ "organization", GIVEN_INSTITUTE },
	{ "paper", GIVEN_PAPER },
	{ "paper link", GIVEN_PAPER },
	{ "paper title", GIVEN_TITLE },
	{ "paper url", GIVEN_PAPER },
	{ "pdf", GIVEN_PAPER },
	{ "pdf url", GIVEN_PAPER },
	{ "pmc", GIVEN_PMCID },
	{ "pmcid", GIVEN_PMCID },
	{ "pmid", GIVEN_PMID },
	{ "project page", GIVEN_WEBSITE },
	{ "publication date", GIVEN_DATE },
	{ "publication title", GIVEN_VENUE },
	{ "publication year", GIVEN_YEAR },
	{ "publicationdate", GIVEN_DATE },
	{ "published", GIVEN_DATE },
	{ "publisher", GIVEN_NOTHING },
	{ "pubmed", GIVEN_PMID },
	{ "pubmed id", GIVEN_PMID },
	{ "repo", GIVEN_CODE },
	{ "repository", GIVEN_CODE },
	{ "s2 corpus id", GIVEN_S2_CORPUS },
	{ "school", GIVEN_INSTITUTE },
	{ "section", GIVEN_SECTION },
	{ "source code", GIVEN_CODE },
	{ "space", GIVEN_SPACE },
	{ "subtitle", GIVEN_SUBTITLE },
	{ "title", GIVEN_TITLE },
	{ "url", GIVEN_LINK },
	{ "urldate", GIVEN_NOTHING },
	{ "urls", GIVEN_LINK },
	{ "venue", GIVEN_VENUE },
	{ "venue key", GIVEN_NOTHING },
	{ "website", GIVEN_WEBSITE },
	{ "work id", GIVEN_ID },
	{ "year", GIVEN_YEAR },
};

static int
compare(const void *name, const void *row)
{
	return strcmp(name, *(const char *const *)row);
}

enum given
given_named(struct arena *scratch, const char *name)
{
	const size_t count = sizeof names / sizeof names[0];

	if (name == NULL || strlen(name) > 40)
		return GIVEN_UNKNOWN;
	size_t *row = bsearch(
	    text_fold(scratch, name), names, count, sizeof names[0], compare);
	return row == NULL
	    ? GIVEN_UNKNOWN
	    : names[(size_t)((const char *)row - (const char *)names) / sizeof names[0]]
		  .given;
}
