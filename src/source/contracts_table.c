/*
 * What replies hold, a row for each form of request, from the documentation and
 * recordings that docs/sources.md names.  A list of what changed at arXiv and pages
 * behind the first are no small requests, and are left out.
 */
#include "model/claim.h"
#include "source/source.h"

#define JSON "application/json"

const struct contract source_contracts[] = {
	{ &semanticscholar, "batch of ids",
	    { "arxiv:1706.03762", "doi:10.1038/s41586-021-03819-2" }, JSON,
	    "0.externalIds:o 0.externalIds.CorpusId:n 0.title:s 0.venue:s? 0.year:n? "
	    "0.publicationVenue:o? 0.journal:o? 0.publicationDate:s? "
	    "0.publicationTypes:a? "
	    "0.citationCount:n 0.isOpenAccess:b 0.openAccessPdf:o? 0.authors:a "
	    "0.authors.0.name:s 1.title:s",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_CITED_BY_COUNT), false, false,
	    false },
	{ &semanticscholar_title, "title", { "title:Attention Is All You Need" }, JSON,
	    "data:a data.0.title:s data.0.externalIds:o data.0.citationCount:n "
	    "data.0.authors.0.name:s",
	    FIELD_BIT(FIELD_AUTHORS), false, false, false },
	{ &arxiv, "list of ids", { "arxiv:1706.03762", "arxiv:hep-th/9711200" },
	    "application/atom+xml", NULL,
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_ISSUED), false, false, false },
	{ &arxiv_title, "title", { "title:Attention Is All You Need" },
	    "application/atom+xml", NULL, FIELD_BIT(FIELD_AUTHORS), false, false, false },
	{ &arxiv_oai, "record", { "arxiv:1706.03762" }, "text/xml", NULL,
	    FIELD_BIT(FIELD_LICENSE) | FIELD_BIT(FIELD_AUTHORS), false, false, false },
	{ &huggingface, "model", { "hf:google-bert/bert-base-uncased" }, JSON,
	    "id:s tags:a likes:n downloads:n private:b disabled:b createdAt:s "
	    "lastModified:s "
	    "cardData:o?",
	    FIELD_BIT(FIELD_LICENSE) | FIELD_BIT(FIELD_LIKES), false, true, true },
	{ &huggingface, "data set", { "hf-dataset:rajpurkar/squad" }, JSON,
	    "id:s tags:a likes:n downloads:n private:b createdAt:s",
	    FIELD_BIT(FIELD_LIKES), false, false, true },
	{ &huggingface, "space", { "hf-space:open-llm-leaderboard/open_llm_leaderboard" },
	    JSON, "id:s tags:a likes:n private:b createdAt:s", FIELD_BIT(FIELD_LIKES),
	    false, false, true },
	{ &huggingface, "models of an owner",
	    { "hf:openai/whisper-tiny", "hf:openai/whisper-base",
		"hf:openai/whisper-small" },
	    JSON, "0.id:s 0.tags:a 0.likes:n 0.downloads:n 0.private:b",
	    FIELD_BIT(FIELD_LIKES), false, false, true },
	{ &huggingface_collections, "collection", { "hf-collection:Qwen/qwen3" }, JSON,
	    "slug:s items:a items.0.id:s items.0.type:s", 0, false, false, true },
	{ &huggingface_mentions, "models by paper", { "arxiv:1706.03762" }, JSON,
	    "0.id:s 0.likes:n", 0, false, false, true },
	{ &github, "repository", { "github:git/git" }, JSON,
	    "id:n full_name:s description:s? homepage:s? license:o? stargazers_count:n "
	    "archived:b disabled:b private:b fork:b created_at:s pushed_at:s "
	    "default_branch:s",
	    FIELD_BIT(FIELD_STARS) | FIELD_BIT(FIELD_LICENSE), false, true, true },
	{ &github, "query", { "github:git/git", "github:curl/curl" }, JSON,
	    "data.r0:o data.r0.databaseId:n data.r0.nameWithOwner:s "
	    "data.r0.licenseInfo:o? "
	    "data.r0.stargazerCount:n data.r0.isArchived:b data.r0.createdAt:s data.r1:o",
	    FIELD_BIT(FIELD_STARS), true, false, true },
	{ &crossref_title, "title",
	    { "title:Highly accurate protein structure prediction with AlphaFold" }, JSON,
	    "message.items:a message.items.0.DOI:s message.items.0.title:a",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_VENUE), false, false, true },
	{ &crossref, "list of DOIs",
	    { "doi:10.1038/s41586-021-03819-2", "doi:10.1038/nature14539" }, JSON,
	    "message.items:a message.items.0.DOI:s message.items.0.type:s "
	    "message.items.0.title:a message.items.0.is-referenced-by-count:n "
	    "message.items.0.license:a?",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_VENUE), false, false, true },
	{ &crossref, "one DOI", { "doi:10.1038/nature14539" }, JSON,
	    "message.DOI:s message.type:s message.title:a message.author:a "
	    "message.container-title:a message.publisher:s message.issued.date-parts:a "
	    "message.license:a? message.is-referenced-by-count:n",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_VENUE), false, false, true },
	{ &pubmed, "summaries", { "pmid:26017442", "pmid:34265844" }, JSON,
	    "result.uids:a result.26017442.title:s result.26017442.authors:a "
	    "result.26017442.authors.0.name:s result.26017442.fulljournalname:s "
	    "result.26017442.pubdate:s result.26017442.pubtype:a "
	    "result.26017442.articleids:a result.26017442.references:a",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_VENUE) | FIELD_BIT(FIELD_ISSUED),
	    false, false, true },
	{ &openreview, "forum", { "openreview:hSyW5go0v8" }, JSON,
	    "notes:a notes.0.id:s notes.0.forum:s notes.0.content.title.value:s "
	    "notes.0.content.authors.value:a notes.0.content.venue.value:s "
	    "notes.0.content.venueid.value:s",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_VENUE), false, false, false },
	{ &openreview_1, "forum", { "openreview:rkgNKkHtvB" }, JSON,
	    "notes:a notes.0.id:s notes.0.forum:s notes.0.content.title:s "
	    "notes.0.content.authors:a",
	    FIELD_BIT(FIELD_AUTHORS), false, false, false },
	{ &datacite, "list of DOIs", { "doi:10.5061/dryad.8515", "doi:10.5438/0012" },
	    JSON,
	    "data:a data.0.id:s data.0.attributes.titles:a "
	    "data.0.attributes.creators:a data.0.attributes.rightsList:a "
	    "data.0.attributes.types:o data.0.attributes.publicationYear:n",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_PUBLISHER), false, false, false },
	{ &datacite, "one DOI", { "doi:10.5061/dryad.8515" }, JSON,
	    "data.id:s data.attributes.titles:a data.attributes.creators:a "
	    "data.attributes.rightsList:a data.attributes.dates:a "
	    "data.attributes.relatedIdentifiers:a",
	    FIELD_BIT(FIELD_AUTHORS) | FIELD_BIT(FIELD_LICENSE), false, false, false },
	{ &openalex, "list of DOIs",
	    { "doi:10.1038/s41586-021-03819-2", "doi:10.1038/nature14539" }, JSON,
	    "results:a results.0.doi:s results.0.type:s", FIELD_BIT(FIELD_VENUE), false,
	    false, true },
	{ &openalex, "one DOI", { "doi:10.1038/nature14539" }, JSON, "doi:s type:s",
	    FIELD_BIT(FIELD_VENUE) | FIELD_BIT(FIELD_AUTHORS), false, false, true },
	{ &doi_agency, "prefixes", { "doi-prefix:10.1038", "doi-prefix:10.5061" }, JSON,
	    "0.DOI:s 0.RA:s 1.DOI:s 1.RA:s", FIELD_BIT(FIELD_AGENCY), false, false,
	    false },
	{ 0 },
};
