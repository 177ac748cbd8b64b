/* arXiv's OAI-PMH: one id in, the record with its licence out. */
#include "source/arxiv.h"

#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

/* Exactly these parameters: one more is badArgument. */
static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	request_get(request,
	    count > 1 ? arxiv_changes_path(arena, questions, count)
		      : arena_printf(arena,
			    "/oai?verb=GetRecord&identifier="
			    "oai:arXiv.org:%s&metadataPrefix=arXiv",
			    url_encode(arena, questions[0].id.value)),
	    "text/xml", questions, count);
}

/* What was never found is asked for alone. */
static unsigned
group_of(const struct question *question)
{
	return question->since != 0;
}

/* What the protocol says, whatever the HTTP status was. */
enum word {
	WORD_NONE, /* this is not OAI-PMH */
	WORD_RECORD,
	WORD_DELETED,
	WORD_UNKNOWN, /* idDoesNotExist */
	WORD_ERROR,   /* any other error code */
	WORD_OTHER,   /* a record of another paper */
};

static enum word
read_word(struct arena *arena, const struct response *response, const char *id,
    const struct markup **record)
{
	const struct markup *root = markup_parse_xml(
				arena, response->body, response->body_length, NULL),
			    *error, *header;
	const char *code, *status, *told;

	if (root == NULL || root->name == NULL || strcmp(root->name, "OAI-PMH") != 0)
		return WORD_NONE;
	error = markup_child(root, "error");
	if (error != NULL) {
		code = markup_attribute(error, "code");
		return code != NULL && strcmp(code, "idDoesNotExist") == 0 ? WORD_UNKNOWN
									   : WORD_ERROR;
	}
	*record = markup_child(markup_child(root, "GetRecord"), "record");
	header = markup_child(*record, "header");
	if (header == NULL)
		return WORD_NONE;
	told = spell_arxiv(arena, markup_text(arena, markup_child(header, "identifier")));
	if (!spell_alike(told, id))
		return WORD_OTHER;
	status = markup_attribute(header, "status");
	if (status != NULL && strcmp(status, "deleted") == 0)
		return WORD_DELETED;
	return markup_child(markup_child(*record, "metadata"), "arXiv") == NULL
	    ? WORD_NONE
	    : WORD_RECORD;
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	struct arena *arena;
	const struct markup *record;
	enum verdict verdict = VERDICT_TAKE;

	(void)has_key;
	if (request->question_count > 1) /* without it, one by one */
		return VERDICT_TAKE;
	if (response->status != 200)
		return VERDICT_DROP;
	arena = arena_new();
	switch (read_word(arena, response, request->questions[0].id.value, &record)) {
	case WORD_NONE:
		verdict = VERDICT_RETRY;
		break;
	case WORD_ERROR:
	case WORD_OTHER:
		/* Kept at the edge until midnight: no use in asking again. */
		verdict = VERDICT_DROP;
		break;
	case WORD_RECORD:
	case WORD_DELETED:
	case WORD_UNKNOWN:
		break;
	}
	arena_free(arena);
	return verdict;
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct markup *record = NULL;

	if (request->question_count > 1) {
		arxiv_read_changes(request, response, arena, answers);
		return;
	}
	switch (read_word(arena, response, request->questions[0].id.value, &record)) {
	case WORD_RECORD:
		reply_found_xml(arena, answers, record);
		break;
	case WORD_DELETED:
		reply_absent(answers, "deleted");
		break;
	case WORD_UNKNOWN:
		reply_absent(answers, "no such record");
		break;
	case WORD_OTHER:
		reply_unanswered(answers, "a record of another paper");
		break;
	case WORD_ERROR:
	case WORD_NONE:
		reply_unanswered(answers, "malformed reply");
		break;
	}
}

static const char *
child_text(struct arena *arena, const struct markup *parent, const char *name)
{
	const struct markup *child = markup_child(parent, name);

	return child == NULL ? NULL : text_squeeze(arena, markup_text(arena, child));
}

static void
read_authors(struct draft *draft, const struct markup *list)
{
	struct author *authors = NULL;
	const struct markup *author;
	size_t count = 0;

	for (author = markup_child(list, "author"); author != NULL;
	     author = markup_next(author, "author")) {
		const char *family, *given, *suffix;

		family = child_text(draft->arena, author, "keyname");
		given = child_text(draft->arena, author, "forenames");
		suffix = child_text(draft->arena, author, "suffix");
		if (text_is_blank(family))
			continue;
		if (!text_is_blank(suffix))
			family = arena_printf(draft->arena, "%s %s", family, suffix);
		/* A lone keyname is a collaboration, or a whole name. */
		if (text_is_blank(given))
			draft_author(draft->arena, &authors, &count, family, NULL, NULL);
		else
			draft_author(draft->arena, &authors, &count,
			    arena_printf(draft->arena, "%s %s", given, family), family,
			    given);
	}
	draft_authors(draft, authors, count);
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct markup *record = reply_body_xml(arena, answer), *paper;
	const char *id, *comments, *abstract;
	struct draft draft;

	paper = markup_child(markup_child(record, "metadata"), "arXiv");
	id = spell_arxiv(arena, child_text(arena, paper, "id"));
	if (id == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_LICENSE);
	draft_title_plain(&draft, child_text(arena, paper, "title"));
	draft_id(&draft, IDENTIFIER_ARXIV, id);
	draft_id(&draft, IDENTIFIER_DOI, arxiv_doi(arena, paper));
	read_authors(&draft, markup_child(paper, "authors"));
	/* <created> is the day of the newest version: no day of publication. */
	draft_claim(&draft, FIELD_LICENSE, child_text(arena, paper, "license"));
	comments = child_text(arena, paper, "comments");
	abstract = child_text(arena, paper, "abstract");
	if (arxiv_says_withdrawn(comments, abstract))
		draft_claim(&draft, FIELD_WITHDRAWN, "true");
	draft_artifacts_in(&draft, comments);
	draft_artifacts_in(&draft, abstract);
	draft_finish(&draft, brief);
	return true;
}

static const struct service service = {
	.name = "arxiv",
	.base_url = "https://oaipmh.arxiv.org",
	.url_variable = "ENRICH_ARXIV_OAI_URL",
	.terms = "https://info.arxiv.org/help/api/tou.html",
	.pace = &arxiv_pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
};

const struct source arxiv_oai = {
	.name = "arxiv-oai",
	.title = "arXiv (OAI-PMH)",
	.service = &service,
	.attribution = "Licences of preprints come from arXiv's OAI-PMH "
		       "interface; its metadata are CC0-1.0.",
	.keeps_license = true,
	.accepts = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
	.probe = "arxiv:1706.03762",
	.batch = 1,
	/* A page of changes has 20,000 headers of some 200 bytes. */
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 4,
	.fresh_days = 30,
	.lists_changes = true,
	.gather = 100000,
	.gather_least = 30,
	.group = group_of,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.next = arxiv_next_changes,
	.brief = brief_of,
};
