/* Words for fields. */
#include "model/claim.h"

#include <assert.h>

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

_Static_assert(sizeof names / sizeof names[0] == FIELD_COUNT,
    "each field has its word");

const char *
field_name(enum field field)
{
	assert(field < FIELD_COUNT);
	return names[field];
}
