/* The name of a field and a curator's value for it enter; what is wrong leaves. */
#include "model/override.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/date.h"

enum value_kind {
	VALUE_TEXT,
	VALUE_DATE,
	VALUE_NUMBER,
	VALUE_FLAG,
	VALUE_KIND,
	VALUE_STAGE
};

/* Every name that merge/ looks for beside those of identifiers; tests/e2e/21-curated.sh holds each to that. */
static const struct {
	const char *name;
	enum value_kind kind;
} fields[] = {
	{ "authors", VALUE_TEXT },
	{ "base_model", VALUE_TEXT },
	{ "cited_by_count", VALUE_NUMBER },
	{ "container_title", VALUE_TEXT },
	{ "first_public", VALUE_DATE },
	{ "institute", VALUE_TEXT },
	{ "is_open_access", VALUE_FLAG },
	{ "is_retracted", VALUE_FLAG },
	{ "is_withdrawn", VALUE_FLAG },
	{ "issued", VALUE_DATE },
	{ "kind", VALUE_KIND },
	{ "license", VALUE_TEXT },
	{ "name", VALUE_TEXT },
	{ "publisher", VALUE_TEXT },
	{ "stage", VALUE_STAGE },
	{ "title", VALUE_TEXT },
	{ "type", VALUE_TEXT },
	{ "url", VALUE_TEXT },
	{ "venue", VALUE_TEXT },
	{ "year", VALUE_DATE },
};

const char *
override_id_field(struct arena *arena, enum identifier_kind kind, bool with_id)
{
	return arena_printf(arena, with_id ? "%s_id" : "%s", identifier_kind_name(kind));
}

static bool
is_identifier(struct arena *arena, const char *field)
{
	for (size_t i = 0; i < 2 * IDENTIFIER_KINDS; i++) {
		enum identifier_kind kind = (enum identifier_kind)(i / 2);

		if (identifier_is_paper(kind) &&
		    strcmp(field, override_id_field(arena, kind, i % 2 != 0)) == 0)
			return true;
	}
	return false;
}

static bool
is_one_of(const char *value, const char *const *choices)
{
	for (; *choices != NULL; choices++)
		if (strcmp(value, *choices) == 0)
			return true;
	return false;
}

/* What a value must be and is not, or NULL. */
static const char *
wanted(enum value_kind kind, const char *value)
{
	static const char *const flags[] = { "true", "false", NULL };
	static const char *const kinds[] = { "paper", "model", "dataset", "code", "space",
		"webpage", NULL };
	static const char *const stages[] = { "preprint", "published", NULL };
	int64_t first, last;

	switch (kind) {
	case VALUE_TEXT:
		return NULL;
	case VALUE_DATE:
		return date_days(value, &first, &last)
		    ? NULL
		    : "a date (2024, 2024-03, 2024-03-31)";
	case VALUE_NUMBER:
		return strlen(value) <= 18 && strspn(value, "0123456789") == strlen(value)
		    ? NULL
		    : "a number";
	case VALUE_FLAG:
		return is_one_of(value, flags) ? NULL : "true or false";
	case VALUE_KIND:
		return is_one_of(value, kinds)
		    ? NULL
		    : "paper, model, dataset, code, space or webpage";
	case VALUE_STAGE:
		return is_one_of(value, stages) ? NULL : "preprint or published";
	}
	return NULL;
}

const char *
override_trouble(struct arena *arena, const char *field, const char *value)
{
	enum value_kind kind = VALUE_TEXT;
	bool known = is_identifier(arena, field);

	for (size_t i = 0; i < sizeof fields / sizeof *fields && !known; i++) {
		known = strcmp(field, fields[i].name) == 0;
		kind = fields[i].kind;
	}
	if (!known)
		return arena_printf(arena, "there is no field %s", field);
	if (text_is_blank(value))
		return arena_printf(arena, "there is no value for %s", field);
	const char *must = wanted(kind, value);
	return must == NULL ? NULL
			    : arena_printf(arena, "%s is %s, not %s", field, must, value);
}
