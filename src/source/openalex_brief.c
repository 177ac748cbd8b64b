/* What was kept of a record of OpenAlex in, its brief out. */
#include "source/openalex.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "model/license.h"
#include "source/draft.h"

static const struct spelling types[] = {
	{ "preprint", "article" },
	{ "book-chapter", "chapter" },
	{ "book", "book" },
	{ "dataset", "dataset" },
	{ "dissertation", "thesis" },
	{ "report", "report" },
	{ "standard", "standard" },
	{ "peer-review", "review" },
	{ "reference-entry", "entry" },
	{ "review", "article-journal" },
	{ "letter", "article-journal" },
	{ "editorial", "article-journal" },
	/* Since the rewrite of 2025; errata and retractions are no works. */
	{ "conference-paper", "paper-conference" },
	{ "conference-abstract", "paper-conference" },
	{ "data-paper", "article-journal" },
	{ "software-paper", "article-journal" },
	{ "software", "software" },
	{ NULL, NULL },
};

/* The kind of place counts for more than the word "article". */
static const char *
type_of(const char *type, const char *place)
{
	if (spell_is(type, "article"))
		return spell_is(place, "repository") ? "article"
		    : spell_is(place, "conference")  ? "paper-conference"
		    : spell_is(place, "journal")     ? "article-journal"
						     : NULL;
	return spell_word(types, type);
}

static void
read_authors(struct draft *draft, const struct json *list)
{
	struct author *authors = NULL;
	const struct json *one;
	size_t count = 0;

	for (one = json_first(list); one != NULL; one = one->next) {
		size_t before = count;

		draft_author(draft->arena, &authors, &count,
		    json_string(json_get(one, "display_name")), NULL, NULL);
		if (count > before)
			authors[before].orcid = spell_orcid(
			    draft->arena, json_string(json_get(one, "orcid")));
	}
	draft_authors(draft, authors, count);
}

/*
 * Of the place the work was published at, else of an open copy of the same
 * version: what a repository says of a manuscript is not the article's.
 */
static void
read_license(struct draft *draft, const struct json *record, bool preprint)
{
	static const char *const places[] = { "primary_location", "best_oa_location",
		NULL };

	for (size_t i = 0; places[i] != NULL; i++) {
		const struct json *place = json_get(record, places[i]);
		const char *license = json_string(json_get(place, "license"));
		const char *version = json_string(json_get(place, "version"));
		const char *expression;

		if (license == NULL ||
		    (!preprint && !spell_is(version, "publishedVersion")))
			continue;
		if (license_read(draft->arena, LICENSE_AS_WORDS, license, &expression) !=
		    LICENSE_STATED)
			continue;
		draft_claim(draft, FIELD_LICENSE, license);
		return;
	}
}

static void
read_dates(struct draft *draft, const struct json *record)
{
	const char *day = json_string(json_get(record, "publication_date"));
	int64_t year;

	if (!json_integer(json_get(record, "publication_year"), &year) ||
	    !draft_is_year(year))
		return;
	draft->year = (int)year;
	/* The first of January stands for a year without a day. */
	if (day != NULL && draft_year_of(day) == draft->year &&
	    strcmp(day + 4, "-01-01") != 0 && draft_date(draft, FIELD_ISSUED, day))
		return;
	draft_claim(draft, FIELD_ISSUED, arena_printf(draft->arena, "%d", draft->year));
}

bool
openalex_brief(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *record = reply_body(arena, answer);
	const struct json *place;
	const char *doi = json_string(json_get(record, "doi"));
	const char *type = json_string(json_get(record, "type"));
	const char *kind;
	struct draft draft;
	bool preprint;

	if (doi == NULL)
		return false;
	place = json_at(record, "primary_location.source");
	kind = json_string(json_get(place, "type"));
	preprint = spell_is(type, "preprint") || spell_is(kind, "repository");
	draft_begin(&draft, arena, BRIEF_PAPER);
	draft_id(&draft, IDENTIFIER_DOI, doi);
	draft_title(&draft, json_string(json_get(record, "title")));
	read_authors(&draft, json_get(record, "authors"));
	/* A repository publishes nothing, whatever it is called. */
	if (!preprint) {
		draft_words(
		    &draft, FIELD_VENUE, json_string(json_get(place, "display_name")));
		draft_words(&draft, FIELD_PUBLISHER,
		    json_string(json_get(place, "host_organization_name")));
	}
	draft_claim(&draft, FIELD_TYPE, type_of(type, kind));
	read_dates(&draft, record);
	read_license(&draft, record, preprint);
	draft_boolean(&draft, FIELD_OPEN_ACCESS, json_at(record, "open_access.is_oa"));
	draft_boolean(&draft, FIELD_RETRACTED, json_get(record, "is_retracted"));
	draft_finish(&draft, brief);
	return true;
}
