/* A record of Crossref in, its brief out. */
#include "source/crossref.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "model/license.h"
#include "source/draft.h"

/* Almost everything comes as a list of one. */
static const char *
first_text(const struct json *list)
{
	if (list == NULL || list->kind != JSON_ARRAY)
		return json_string(list);
	return json_string(list->child);
}

static const char *
last_text(const struct json *list)
{
	const struct json *one = list;

	if (list != NULL && list->kind == JSON_ARRAY)
		for (one = list->child; one != NULL && one->next != NULL;)
			one = one->next;
	return json_string(one);
}

static bool
is_type(const char *type, const char *name)
{
	return type != NULL && strcmp(type, name) == 0;
}

static const char *
type_of(const char *type)
{
	static const struct {
		const char *theirs, *ours;
	} table[] = {
		{ "journal-article", "article-journal" },
		{ "proceedings-article", "paper-conference" },
		{ "posted-content", "article" },
		{ "book-chapter", "chapter" },
		{ "book-section", "chapter" },
		{ "book-part", "chapter" },
		{ "book", "book" },
		{ "monograph", "book" },
		{ "edited-book", "book" },
		{ "reference-book", "book" },
		{ "proceedings", "book" },
		{ "reference-entry", "entry" },
		{ "dataset", "dataset" },
		{ "dissertation", "thesis" },
		{ "report", "report" },
		{ "standard", "standard" },
		{ "peer-review", "review" },
	};

	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		if (is_type(type, table[i].theirs))
			return table[i].ours;
	}
	return NULL;
}

static void
read_title(struct draft *draft, const struct json *record)
{
	const char *title = first_text(json_get(record, "title"));
	const char *rest = first_text(json_get(record, "subtitle"));

	/* Some deposit the whole title, and its second half once more. */
	if (!text_is_blank(title) && !text_is_blank(rest) &&
	    text_find_nocase(title, rest) == NULL)
		title = arena_printf(draft->arena, "%s: %s", title, rest);
	draft_title(draft, title);
}

static void
read_authors(struct draft *draft, const struct json *list)
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
		draft_author(draft->arena, &authors, &count, name,
		    given == NULL ? NULL : family, given);
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
	if (count == 0 || numbers[0] < 1500 || numbers[0] > 2200)
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

static void
read_dates(struct draft *draft, const struct json *record)
{
	static const char *const online[] = { "posted", "published-online", NULL };
	const char *day = date_of(draft->arena, json_get(record, "issued"));

	if (day == NULL)
		day = date_of(draft->arena, json_get(record, "published"));
	draft_claim(draft, FIELD_ISSUED, day);
	draft->year = draft_year_of(day);
	for (size_t i = 0; online[i] != NULL; i++)
		draft_claim(draft, FIELD_FIRST_PUBLIC,
		    date_of(draft->arena, json_get(record, online[i])));
}

/*
 * The paper's own licence: of the article, else of the manuscript where it is
 * free from the first day.  Terms for text mining and marks of policies are
 * nobody's licence, and neither is an address that the table does not know.
 */
static void
read_license(struct draft *draft, const struct json *list)
{
	static const char *const versions[] = { "vor", "unspecified", "am", NULL };
	const struct json *one;

	for (size_t i = 0; versions[i] != NULL; i++) {
		for (one = json_first(list); one != NULL; one = one->next) {
			const char *url = json_string(json_get(one, "URL"));
			const char *expression;
			int64_t delay = 0;

			if (url == NULL ||
			    !is_type(json_string(json_get(one, "content-version")),
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
static void
read_relations(struct draft *draft, const struct json *relation)
{
	static const char *const same[] = { "is-preprint-of", "has-preprint", NULL };

	for (size_t i = 0; same[i] != NULL; i++) {
		const struct json *list = json_get(relation, same[i]), *one;

		for (one = json_first(list); one != NULL; one = one->next) {
			const char *kind = json_string(json_get(one, "id-type"));
			const char *id = json_string(json_get(one, "id"));

			if (is_type(kind, "doi"))
				draft_id(draft, IDENTIFIER_DOI, id);
			else if (is_type(kind, "arxiv"))
				draft_id(draft, IDENTIFIER_ARXIV, id);
		}
	}
}

/* Notices about this record; a correction leaves it standing. */
static bool
is_retracted(const struct json *notices)
{
	static const char *const types[] = { "retraction", "withdrawal", "removal",
		NULL };
	const struct json *one;

	for (one = json_first(notices); one != NULL; one = one->next) {
		const char *type = json_string(json_get(one, "type"));

		for (size_t i = 0; types[i] != NULL; i++) {
			if (is_type(type, types[i]))
				return true;
		}
	}
	return false;
}

bool
crossref_brief(const char *body, size_t length, struct arena *arena, struct brief *brief)
{
	const struct json *record = json_parse(arena, body, length, NULL);
	const char *doi = json_string(json_get(record, "DOI"));
	const char *type = json_string(json_get(record, "type"));
	const struct json *names = json_get(record, "container-title");
	struct draft draft;

	if (doi == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_PAPER);
	draft_id(&draft, IDENTIFIER_DOI, doi);
	read_relations(&draft, json_get(record, "relation"));
	read_title(&draft, record);
	read_authors(&draft, json_get(record, "author"));
	/* Of a series and a volume in it the volume comes last. */
	draft_words(&draft, FIELD_VENUE,
	    is_type(type, "proceedings-article") || is_type(type, "book-chapter")
		? last_text(names)
		: first_text(names));
	draft_words(&draft, FIELD_PUBLISHER, json_string(json_get(record, "publisher")));
	draft_claim(&draft, FIELD_TYPE, type_of(type));
	read_dates(&draft, record);
	read_license(&draft, json_get(record, "license"));
	draft_integer(
	    &draft, FIELD_CITED_BY_COUNT, json_get(record, "is-referenced-by-count"));
	if (is_retracted(json_get(record, "updated-by")))
		draft_claim(&draft, FIELD_RETRACTED, "true");
	draft_finish(&draft, brief);
	return true;
}
