/* A link's label, its address and its column enter; its role leaves. */
#include <string.h>

#include "base/text.h"
#include "identify/identify.h"
#include "identify/inside.h"

static const struct {
	const char *word;
	enum link_role role;
} label_words[] = {
	{ "leaderboard", LINK_LEADERBOARD },
	{ "leadboard", LINK_LEADERBOARD },
	{ "paper", LINK_PAPER },
	{ "pdf", LINK_PAPER },
	{ "arxiv", LINK_PAPER },
	{ "preprint", LINK_PAPER },
	{ "article", LINK_PAPER },
	{ "publication", LINK_PAPER },
	{ "code", LINK_CODE },
	{ "github", LINK_CODE },
	{ "repo", LINK_CODE },
	{ "database", LINK_DATABASE },
	{ "dataset", LINK_DATASET },
	{ "data", LINK_DATASET },
	{ "model", LINK_MODEL },
	{ "weights", LINK_MODEL },
	{ "checkpoint", LINK_MODEL },
	{ "space", LINK_SPACE },
	{ "demo", LINK_SPACE },
	{ "project", LINK_PROJECT },
	{ "blog", LINK_BLOG },
	{ "platform", LINK_PLATFORM },
	{ "video", LINK_VIDEO },
	{ "youtube", LINK_VIDEO },
	{ "website", LINK_WEBSITE },
	{ "homepage", LINK_WEBSITE },
};

/* What the address says; LINK_OTHER when it says nothing. */
static enum link_role
role_of_address(struct arena *arena, const char *text)
{
	/* Where papers are that have no identifier in their address. */
	static const char *const papers[] = { "openreview.net", "ieeexplore.ieee.org",
		"sciencedirect.com", "proceedings.mlr.press", "proceedings.neurips.cc",
		"papers.nips.cc", "openaccess.thecvf.com", "ojs.aaai.org",
		"semanticscholar.org", "medrxiv.org", "biorxiv.org", "jmlr.org",
		"isca-speech.org", "dl.acm.org", "ssrn.com", "researchsquare.com",
		"ecva.net", "usenix.org" };
	struct identifier id;
	struct url url;

	if (identify_url(arena, text, &id, 1) == 1) {
		switch (id.kind) {
		case IDENTIFIER_HF_MODEL:
		case IDENTIFIER_HF_ORG:
		case IDENTIFIER_TITLE:
			return LINK_MODEL;
		case IDENTIFIER_HF_DATASET:
			return LINK_DATASET;
		case IDENTIFIER_HF_SPACE:
			return LINK_SPACE;
		case IDENTIFIER_GITHUB:
			return LINK_CODE;
		case IDENTIFIER_DOI:
		case IDENTIFIER_ARXIV:
		case IDENTIFIER_ACL:
		case IDENTIFIER_PMID:
		case IDENTIFIER_PMCID:
		case IDENTIFIER_OPENREVIEW:
		case IDENTIFIER_S2_CORPUS:
		case IDENTIFIER_S2_PAPER:
			return LINK_PAPER;
		case IDENTIFIER_HF_COLLECTION:
		case IDENTIFIER_URL:
		case IDENTIFIER_PREFIX:
		case IDENTIFIER_KINDS:
			break;
		}
	}
	if (!url_parse(arena, text, &url))
		return LINK_OTHER;
	if (url_host_is(url.host, "youtube.com") || url_host_is(url.host, "youtu.be"))
		return LINK_VIDEO;
	for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
		if (url_host_is(url.host, papers[i]))
			return LINK_PAPER;
	if (strstr(url.path, "/blog") != NULL)
		return LINK_BLOG;
	return LINK_OTHER;
}

static enum link_role
role_of_label(struct arena *arena, const char *label)
{
	const char *folded = text_fold(arena, label);

	if (strncmp(label, "http", 4) == 0)
		return LINK_OTHER;
	for (size_t i = 0; i < sizeof label_words / sizeof *label_words; i++)
		if (strstr(folded, label_words[i].word) != NULL && strlen(folded) < 24)
			return label_words[i].role;
	return LINK_OTHER;
}

enum link_role
roles_of(struct arena *arena, const struct link *link, const struct entry *entry)
{
	enum link_role label = role_of_label(arena, link->label);
	enum link_role address = role_of_address(arena, link->url);
	bool is_artifact = address == LINK_MODEL || address == LINK_DATASET ||
	    address == LINK_SPACE || address == LINK_CODE;
	bool is_title = strcmp(text_fold(arena, link->label),
			    text_fold(arena, entry->title)) == 0;

	/* A hub's address says more than a column of links. */
	if (is_artifact && (link->role != LINK_PAPER || label == LINK_OTHER))
		return address == LINK_CODE && label == LINK_DATASET ? label : address;
	if (is_title)
		return address != LINK_OTHER && address != LINK_BLOG ? address
		    : link->role == LINK_PAPER                       ? LINK_PAPER
								     : LINK_WEBSITE;
	if (label != LINK_OTHER)
		return label;
	if (link->role != LINK_OTHER)
		return link->role;
	return address;
}

/* "[code]" that opens a paper, "[arXiv]" that opens a repository. */
static bool
names_other_thing(struct arena *arena, const struct link *link, enum identifier_kind kind)
{
	static const char *const code[] = { "code", "github", "github code",
		"source code", "official code", "repo", "repository", "github repo",
		"implementation", NULL };
	static const char *const paper[] = { "arxiv", "arxiv paper", "arxiv preprint",
		"arxiv org", NULL };
	const char *label = text_fold(arena, link->label);

	return (text_is_one_of(label, code) && identifier_is_paper(kind)) ||
	    (text_is_one_of(label, paper) && identifier_is_artifact(kind));
}

/* The label says Hugging Face, the link opens GitHub; or the other way. */
bool
roles_contradict(struct arena *arena, const struct link *link, const struct found *found)
{
	bool says_hub = text_find_nocase(link->label, "hugging") != NULL;
	bool says_github = text_find_nocase(link->label, "github") != NULL;

	if (found->count == 0 || strncmp(link->label, "http", 4) == 0)
		return false;
	if (names_other_thing(arena, link, found->out[0].kind))
		return true;
	return (says_hub && !says_github && found->out[0].kind == IDENTIFIER_GITHUB) ||
	    (says_github && !says_hub &&
		(IDENTIFIER_BIT(found->out[0].kind) &
		    (IDENTIFIER_BIT(IDENTIFIER_HF_MODEL) |
			IDENTIFIER_BIT(IDENTIFIER_HF_DATASET))) != 0);
}
