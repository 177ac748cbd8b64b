/* A record of Semantic Scholar in, its brief out. */
#include "source/semanticscholar.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "source/draft.h"

/* Places that publish nothing: a record of theirs is a preprint. */
static const char *const servers[] = { "arxiv", "arxiv.org", "corr", "biorxiv", "medrxiv",
	"chemrxiv", "psyarxiv", "socarxiv", "research square", "preprints.org",
	"ssrn electronic journal", "social science research network", "techrxiv",
	"authorea preprints", "openreview", NULL };

static bool
is_server(const char *venue)
{
	return text_is_one_of_nocase(venue, servers);
}

/*
 * The venue of the record: of the three places that name one the first that
 * publishes, else the first at all.  `venue` may still say the preprint server
 * when `journal` already has the final name.
 */
static const char *
venue_of(const struct json *record)
{
	const char *names[] = {
		json_string(json_at(record, "publicationVenue.name")),
		json_string(json_at(record, "journal.name")),
		json_string(json_get(record, "venue")),
	};
	const char *any = NULL;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (text_is_blank(names[i]))
			continue;
		if (!is_server(names[i]))
			return names[i];
		if (any == NULL)
			any = names[i];
	}
	return any;
}

static bool
has_type(const struct json *types, const char *name)
{
	const struct json *type;

	for (type = json_first(types); type != NULL; type = type->next) {
		if (json_string(type) != NULL && strcmp(type->text, name) == 0)
			return true;
	}
	return false;
}

static const char *
type_of(const struct json *record, const char *venue)
{
	static const struct {
		const char *theirs, *ours;
	} table[] = {
		{ "Conference", "paper-conference" },
		{ "BookSection", "chapter" },
		{ "Book", "book" },
		{ "Dataset", "dataset" },
		{ "JournalArticle", "article-journal" },
		{ "Review", "article-journal" },
	};
	const struct json *types = json_get(record, "publicationTypes");
	const char *kind = json_string(json_at(record, "publicationVenue.type"));

	if (venue != NULL && is_server(venue))
		return "article";
	/* A paper is often both; the venue knows what it is itself. */
	if (kind != NULL && strcmp(kind, "conference") == 0)
		return "paper-conference";
	if (kind != NULL && strcmp(kind, "journal") == 0)
		return "article-journal";
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		if (has_type(types, table[i].theirs))
			return table[i].ours;
	}
	return NULL;
}

static void
read_ids(struct draft *draft, const struct json *record)
{
	static const struct {
		const char *key;
		enum identifier_kind kind;
	} table[] = {
		{ "DOI", IDENTIFIER_DOI },
		{ "ArXiv", IDENTIFIER_ARXIV },
		{ "ACL", IDENTIFIER_ACL },
		{ "PubMed", IDENTIFIER_PMID },
		{ "PubMedCentral", IDENTIFIER_PMCID },
		{ "CorpusId", IDENTIFIER_S2_CORPUS },
	};
	const struct json *ids = json_get(record, "externalIds"), *corpus;

	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		const struct json *id = json_get(ids, table[i].key);

		/* All are strings but CorpusId, a number. */
		if (id != NULL && (id->kind == JSON_STRING || id->kind == JSON_NUMBER))
			draft_id(draft, table[i].kind, id->text);
	}
	corpus = json_get(record, "corpusId");
	if (corpus != NULL && corpus->kind == JSON_NUMBER)
		draft_id(draft, IDENTIFIER_S2_CORPUS, corpus->text);
}

static void
read_authors(struct draft *draft, const struct json *list)
{
	struct author *authors = NULL;
	const struct json *author;
	size_t count = 0;

	for (author = json_first(list); author != NULL; author = author->next)
		draft_author(draft->arena, &authors, &count,
		    json_string(json_get(author, "name")), NULL, NULL);
	draft_authors(draft, authors, count);
}

static void
read_date(struct draft *draft, const struct json *record)
{
	const char *day = json_string(json_get(record, "publicationDate"));
	int64_t year;

	if (!json_integer(json_get(record, "year"), &year) || !draft_is_year(year))
		year = 0;
	draft->year = (int)year;
	/* Where both are given and differ, the year is the venue's. */
	if (day != NULL &&
	    (year == 0 ||
		strncmp(day, arena_printf(draft->arena, "%d-", draft->year), 5) == 0) &&
	    draft_date(draft, FIELD_ISSUED, day)) {
		draft->year = draft_year_of(day);
		return;
	}
	if (year != 0)
		draft_claim(
		    draft, FIELD_ISSUED, arena_printf(draft->arena, "%d", draft->year));
}

bool
semanticscholar_brief(
    const struct answer *answer, struct arena *arena, struct brief *brief)
{
	static const char *const published[] = { "GOLD", "HYBRID", "DIAMOND", NULL };
	const struct json *record = reply_body(arena, answer);
	const char *status = json_string(json_at(record, "openAccessPdf.status"));
	const char *venue;
	struct draft draft;

	if (record == NULL || record->kind != JSON_OBJECT ||
	    json_string(json_get(record, "title")) == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_PAPER);
	draft_title(&draft, json_string(json_get(record, "title")));
	read_ids(&draft, record);
	read_authors(&draft, json_get(record, "authors"));
	read_date(&draft, record);
	venue = venue_of(record);
	draft_words(&draft, FIELD_VENUE, venue);
	draft_claim(&draft, FIELD_TYPE, type_of(record, venue));
	draft_integer(&draft, FIELD_CITED_BY_COUNT, json_get(record, "citationCount"));
	draft_boolean(&draft, FIELD_OPEN_ACCESS, json_get(record, "isOpenAccess"));
	/* Of any other copy it is the copy's, not the article's. */
	if ((status != NULL && text_is_one_of_nocase(status, published)) ||
	    (venue != NULL && is_server(venue)))
		draft_words(&draft, FIELD_LICENSE,
		    json_string(json_at(record, "openAccessPdf.license")));
	draft_finish(&draft, brief);
	return true;
}
