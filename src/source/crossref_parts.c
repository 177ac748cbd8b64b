/* A record of Crossref in, its brief out. */
#include "source/crossref.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "model/license.h"
#include "source/draft.h"

void
crossref_read_authors(struct draft *draft, const struct json *list)
{
	struct author *authors = NULL;
	const struct json *one;
	size_t count = 0;

	for (one = json_first(list); one != NULL; one = one->next) {
		const char *given = json_string(json_get(one, "given"));
		const char *family = json_string(json_get(one, "family"));
		const char *name = json_string(json_get(one, "name"));
		const char *suffix = json_string(json_get(one, "suffix"));
		size_t before = count;

		if (family != NULL && suffix != NULL)
			family = arena_printf(draft->arena, "%s %s", family, suffix);
		if (family != NULL)
			name = given == NULL
			    ? family
			    : arena_printf(draft->arena, "%s %s", given, family);
		/* An institution is its family name, and no given one. */
		draft_author(draft->arena, &authors, &count, name,
		    family != NULL && given == NULL ? NULL
			: family == NULL            ? name
						    : family,
		    given);
		if (count > before)
			authors[before].orcid = spell_orcid(
			    draft->arena, json_string(json_get(one, "ORCID")));
	}
	draft_authors(draft, authors, count);
}

/* {"date-parts": [[2025, 4]]}: as much of a day as there is. */
static const char *
date_of(struct arena *arena, const struct json *date)
{
	const struct json *parts = json_get(date, "date-parts"), *part;
	int64_t numbers[3] = { 0, 0, 0 }, first, last;
	size_t count = 0;
	char *text;

	for (part = json_first(json_first(parts)); part != NULL && count < 3;
	     part = part->next) {
		if (!json_integer(part, &numbers[count]) || numbers[count] < 1 ||
		    numbers[count] > 9999)
			break;
		count++;
	}
	if (count == 0 || !draft_is_year(numbers[0]))
		return NULL;
	text = arena_printf(arena,
	    count == 1       ? "%04d"
		: count == 2 ? "%04d-%02d"
			     : "%04d-%02d-%02d",
	    (int)numbers[0], (int)numbers[1], (int)numbers[2]);
	if (clock_parse_date(text, &first, &last))
		return text;
	return arena_text_n(arena, text, 4);
}

void
crossref_read_dates(struct draft *draft, const struct json *record)
{
	static const char *const online[] = { "posted", "published-online", NULL };
	const char *day = date_of(draft->arena, json_get(record, "issued"));

	if (day == NULL)
		day = date_of(draft->arena, json_get(record, "published"));
	draft_claim(draft, FIELD_ISSUED, day);
	draft->year = draft_year_of(day);
	draft_claim(draft, FIELD_PRINTED,
	    date_of(draft->arena, json_get(record, "published-print")));
	for (size_t i = 0; online[i] != NULL; i++)
		draft_claim(draft, FIELD_FIRST_PUBLIC,
		    date_of(draft->arena, json_get(record, online[i])));
}

/*
 * The paper's own licence: of the article, else of the manuscript where it is
 * free from the first day.  Terms for text mining and marks of policies are
 * nobody's licence, and neither is an address that the table does not know.
 */
void
crossref_read_license(struct draft *draft, const struct json *list)
{
	static const char *const versions[] = { "vor", "unspecified", "am", NULL };
	const struct json *one;

	for (size_t i = 0; versions[i] != NULL; i++) {
		for (one = json_first(list); one != NULL; one = one->next) {
			const char *url = json_string(json_get(one, "URL"));
			const char *expression;
			int64_t delay = 0;

			if (url == NULL ||
			    !spell_is(json_string(json_get(one, "content-version")),
				versions[i]))
				continue;
			json_integer(json_get(one, "delay-in-days"), &delay);
			if (i > 0 && delay > 0)
				continue;
			if (license_read(draft->arena, LICENSE_AS_WORDS, url,
				&expression) != LICENSE_STATED)
				continue;
			draft_claim(draft, FIELD_LICENSE, url);
			return;
		}
	}
}

/* The same work before or after its publication. */
void
crossref_read_relations(struct draft *draft, const struct json *relation)
{
	static const char *const same[] = { "is-preprint-of", "has-preprint", NULL };

	for (size_t i = 0; same[i] != NULL; i++) {
		const struct json *list = json_get(relation, same[i]), *one;

		for (one = json_first(list); one != NULL; one = one->next) {
			const char *kind = json_string(json_get(one, "id-type"));
			const char *id = json_string(json_get(one, "id"));

			if (spell_is(kind, "doi"))
				draft_id(draft, IDENTIFIER_DOI, id);
			else if (spell_is(kind, "arxiv"))
				draft_id(draft, IDENTIFIER_ARXIV, id);
		}
	}
}

/* Notices about this record; a correction leaves it standing. */
void
crossref_read_notices(struct draft *draft, const struct json *notices)
{
	static const char *const ends[] = { "retraction", "withdrawal", "removal", NULL };
	static const char *const mends[] = { "correction", "corrigendum", "erratum",
		NULL };

	for (const struct json *one = json_first(notices); one != NULL; one = one->next) {
		const char *type = json_string(json_get(one, "type"));

		if (type != NULL && text_is_one_of_nocase(type, ends))
			draft_claim(draft, FIELD_RETRACTED, "true");
		else if (type != NULL && text_is_one_of_nocase(type, mends))
			draft_claim(
			    draft, FIELD_CORRECTED, json_string(json_get(one, "DOI")));
	}
}
