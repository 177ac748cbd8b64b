/*
 * An item of CSL JSON enters, as reference managers and registries write it;
 * its dates, names and type leave.  Citation Style Language 1.0.2, csl-data.json.
 */
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "list/record/given.h"
#include "model/claim.h"

/* [2024, "11", 7] → "2024-11-07"; what is no number ends it; "": no year. */
static char *
date_of_parts(struct arena *scratch, const struct json *parts)
{
	char *date = arena_text(scratch, "");
	unsigned most[] = { 9999, 12, 31 }, place = 0;

	for (const struct json *one = parts->child; one != NULL && place < 3;
	     one = one->next, place++) {
		unsigned number = 0;
		const char *text = one->text;
		for (; text != NULL && *text >= '0' && *text <= '9' && number < 10000;
		     text++)
			number = number * 10 + (unsigned)(*text - '0');
		if (number == 0 || number > most[place])
			break;
		date = place == 0 ? arena_printf(scratch, "%04u", number)
				  : arena_printf(scratch, "%s-%02u", date, number);
	}
	return date;
}

const char *
given_csl_date(struct arena *scratch, const struct json *value)
{
	static const char *const words[] = { "raw", "literal" };
	const struct json *parts = json_get(value, "date-parts");
	const char *text = NULL;

	/* Of two days the first: from then on it was there. */
	if (parts != NULL && parts->kind == JSON_ARRAY && parts->child != NULL &&
	    parts->child->kind == JSON_ARRAY)
		text = date_of_parts(scratch, parts->child);
	for (size_t i = 0; i < 2 && text_is_blank(text); i++)
		text = json_string(json_get(value, words[i]));
	return text_is_blank(text) ? NULL : text;
}

/* "van den" and "Berg"; none of them may be there. */
static const char *
joined(struct arena *scratch, const char *front, const char *back)
{
	if (text_is_blank(front))
		return back;
	return text_is_blank(back) ? front : arena_printf(scratch, "%s %s", front, back);
}

struct author
given_csl_person(struct arena *scratch, const struct json *value)
{
	const char *suffix = json_string(json_get(value, "suffix"));
	const char *given = joined(scratch, json_string(json_get(value, "given")),
	    json_string(json_get(value, "dropping-particle")));
	const char *family = joined(scratch,
	    json_string(json_get(value, "non-dropping-particle")),
	    json_string(json_get(value, "family")));
	const char *literal = json_string(json_get(value, "literal"));

	if (text_is_blank(literal))
		literal = joined(scratch, joined(scratch, given, family), suffix);
	/* With "Jr." behind it a name has more than two parts. */
	if (text_is_blank(family) || text_is_blank(given) || !text_is_blank(suffix))
		family = given = NULL;
	return (struct author){ .literal = literal, .family = family, .given = given };
}

/* Those that say what holds the work, or that it is one. */
static const char *const types[] = { "article-journal", "paper-conference", "chapter",
	"book", "thesis", "report", NULL };
/* Others that items of a bibliography have. */
static const char *const other_types[] = { "article", "article-magazine",
	"article-newspaper", "dataset", "document", "entry", "entry-encyclopedia",
	"manuscript", "post", "post-weblog", "review", "software", "speech", "standard",
	"webpage", NULL };

bool
given_csl_type(const struct json *object, const char **type)
{
	const char *text = json_string(json_get(object, "type"));

	*type = NULL;
	for (size_t i = 0; text != NULL && types[i] != NULL; i++)
		if (strcmp(text, types[i]) == 0)
			*type = types[i];
	return *type != NULL ||
	    (text != NULL && text_is_one_of_nocase(text, other_types));
}
