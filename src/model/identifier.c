/* Identifiers in; their texts, their pages and their order out. */
#include "model/identifier.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

struct kind {
	const char *name;
	const char *prefix;
	const char *page;     /* the landing page begins so … */
	const char *page_end; /* … and ends so */
	bool ignores_case;    /* when it is looked up */
};

static const struct kind kinds[] = {
	[IDENTIFIER_DOI] = { "doi", "doi", "https://doi.org/", "", true },
	[IDENTIFIER_ARXIV] = { "arxiv", "arxiv", "https://arxiv.org/abs/", "", false },
	[IDENTIFIER_ACL] = { "acl", "acl", "https://aclanthology.org/", "/", false },
	[IDENTIFIER_PMID] = { "pmid", "pmid", "https://pubmed.ncbi.nlm.nih.gov/", "/",
	    false },
	[IDENTIFIER_PMCID] = { "pmcid", "pmcid",
	    "https://www.ncbi.nlm.nih.gov/pmc/articles/", "/", false },
	[IDENTIFIER_OPENREVIEW] = { "openreview", "openreview",
	    "https://openreview.net/forum?id=", "", false },
	[IDENTIFIER_HF_MODEL] = { "hf_model", "hf", "https://huggingface.co/", "", true },
	[IDENTIFIER_HF_DATASET] = { "hf_dataset", "hf-dataset",
	    "https://huggingface.co/datasets/", "", true },
	[IDENTIFIER_HF_SPACE] = { "hf_space", "hf-space",
	    "https://huggingface.co/spaces/", "", true },
	[IDENTIFIER_GITHUB] = { "github", "github", "https://github.com/", "", true },
	[IDENTIFIER_S2_CORPUS] = { "s2_corpus", "s2",
	    "https://api.semanticscholar.org/CorpusID:", "", false },
	[IDENTIFIER_S2_PAPER] = { "s2_paper", "s2-paper",
	    "https://www.semanticscholar.org/paper/", "", true },
	[IDENTIFIER_URL] = { "url", "url", "", "", false },
	[IDENTIFIER_HF_ORG] = { "hf_org", "hf-org", "https://huggingface.co/", "", true },
	[IDENTIFIER_HF_COLLECTION] = { "hf_collection", "hf-collection",
	    "https://huggingface.co/collections/", "", true },
	[IDENTIFIER_TITLE] = { "title", "title", "", "", false },
	[IDENTIFIER_PREFIX] = { "doi_prefix", "doi-prefix", "https://doi.org/ra/", "",
	    false },
};

_Static_assert(
    sizeof kinds / sizeof kinds[0] == IDENTIFIER_KINDS, "each kind has its row");

const char *
identifier_kind_name(enum identifier_kind kind)
{
	assert(kind < IDENTIFIER_KINDS);
	return kinds[kind].name;
}

const char *
identifier_prefix(enum identifier_kind kind)
{
	assert(kind < IDENTIFIER_KINDS);
	return kinds[kind].prefix;
}

char *
identifier_text(struct arena *arena, struct identifier id)
{
	return arena_join(arena, identifier_prefix(id.kind), ":", id.value, NULL);
}

char *
identifier_key(struct arena *arena, struct identifier id)
{
	char *text;

	if (id.kind == IDENTIFIER_TITLE)
		return arena_printf(arena, "title:%s", text_fold(arena, id.value));
	text = identifier_text(arena, id);
	return kinds[id.kind].ignores_case ? text_lower(arena, text) : text;
}

/* A DOI may hold anything; its page is a path. */
static bool
stays_in_path(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || strchr("-._~/:;()@!$&'*+,=", c) != NULL;
}

char *
identifier_url(struct arena *arena, struct identifier id)
{
	const struct kind *kind = &kinds[id.kind];
	struct buffer url;
	char *text;

	if (id.kind == IDENTIFIER_URL)
		return arena_text(arena, id.value);
	buffer_init(&url, 0);
	buffer_text(&url, kind->page);
	for (const char *at = id.value; *at != '\0'; at++) {
		if (stays_in_path((unsigned char)*at))
			buffer_char(&url, *at);
		else
			buffer_printf(&url, "%%%02X", (unsigned char)*at);
	}
	buffer_text(&url, kind->page_end);
	text = arena_text_n(arena, url.bytes, url.length);
	buffer_free(&url);
	return text;
}

bool
identifier_equal(struct identifier a, struct identifier b)
{
	if (a.kind != b.kind)
		return false;
	return kinds[a.kind].ignores_case ? text_equal_nocase(a.value, b.value)
					  : strcmp(a.value, b.value) == 0;
}

int
identifier_compare(struct identifier a, struct identifier b)
{
	if (a.kind != b.kind)
		return a.kind < b.kind ? -1 : 1;
	return strcmp(a.value, b.value);
}

bool
identifier_is_paper(enum identifier_kind kind)
{
	return (IDENTIFIER_BIT(kind) & IDENTIFIER_PAPER_BITS) != 0;
}

bool
identifier_is_artifact(enum identifier_kind kind)
{
	return (IDENTIFIER_BIT(kind) & IDENTIFIER_ARTIFACT_BITS) != 0;
}

const char *
identifier_agency(const char *doi)
{
	size_t length = strcspn(doi, "/");

	for (size_t i = 0; i < doi_prefixes_count; i++)
		if (strlen(doi_prefixes[i].prefix) == length &&
		    strncmp(doi, doi_prefixes[i].prefix, length) == 0)
			return "Crossref";
	return NULL;
}
