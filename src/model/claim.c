/* Words for fields; the ids and the people that stand in one of them. */
#include "model/claim.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/identifier.h"

static const char *const names[] = {
	[FIELD_TITLE] = "title",
	[FIELD_AUTHORS] = "authors",
	[FIELD_VENUE] = "venue",
	[FIELD_PUBLISHER] = "publisher",
	[FIELD_ISSUED] = "issued",
	[FIELD_FIRST_PUBLIC] = "first_public",
	[FIELD_TYPE] = "type",
	[FIELD_LICENSE] = "license",
	[FIELD_CITED_BY_COUNT] = "cited_by_count",
	[FIELD_OPEN_ACCESS] = "is_open_access",
	[FIELD_RETRACTED] = "is_retracted",
	[FIELD_WITHDRAWN] = "is_withdrawn",
	[FIELD_INSTITUTE] = "institute",
	[FIELD_LIKES] = "likes",
	[FIELD_DOWNLOADS] = "downloads",
	[FIELD_STARS] = "stars",
	[FIELD_GATED] = "gated",
	[FIELD_ARCHIVED] = "archived",
	[FIELD_DISABLED] = "disabled",
	[FIELD_BASE_MODEL] = "base_model",
	[FIELD_RENAMED_TO] = "renamed_to",
	[FIELD_HOMEPAGE] = "homepage",
};

_Static_assert(sizeof names / sizeof names[0] == FIELD_COUNT, "each field has its word");

const char *
claim_field_name(enum field field)
{
	assert(field < FIELD_COUNT);
	return names[field];
}

static bool
is_model_id(const char *text)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
	size_t length = strlen(text);
	const char *slash = strchr(text, '/');

	return length > 0 && length <= 200 && strspn(text, allowed) == length &&
	    text[0] != '/' && text[0] != '.' && text[length - 1] != '/' &&
	    (slash == NULL || strchr(slash + 1, '/') == NULL);
}

bool
claim_base_model(
    struct arena *arena, const char *text, size_t which, struct identifier *id)
{
	size_t length;

	for (; text != NULL; text += length + strspn(text + length, ", ")) {
		length = strcspn(text, ",");
		if (length == 0)
			return false;
		if (which-- > 0)
			continue;
		*id = (struct identifier){ IDENTIFIER_HF_MODEL,
			arena_text_n(arena, text, length) };
		return is_model_id(id->value);
	}
	return false;
}

char *
claim_author_next(struct arena *arena, const char **text, const char *stops)
{
	static const char and[] = " and ";
	const char *start = *text, *found = text_find_nocase(start, and);
	size_t length = strcspn(start, stops);
	char *part;

	*text = start + length + (start[length] != '\0');
	if (found != NULL && (size_t)(found - start) < length) {
		length = (size_t)(found - start);
		*text = found + sizeof and-1;
	}
	part = text_squeeze(arena, arena_text_n(arena, start, length));
	return text_starts_nocase(part, and+1) ? part + 4 : part;
}
