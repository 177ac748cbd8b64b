/*
 * DataCite's creators enter, people and bodies leave as authors.  A repository may give
 * a body a family name, and several people one name.
 */
#include "source/datacite.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "source/draft.h"

static const char *
orcid_of(struct arena *arena, const struct json *list)
{
	for (const struct json *one = json_first(list); one != NULL; one = one->next)
		if (spell_is(json_string(json_get(one, "nameIdentifierScheme")), "ORCID"))
			return spell_orcid(
			    arena, json_string(json_get(one, "nameIdentifier")));
	return NULL;
}

/* "University of Somewhere, Department of Tides" */
static bool
is_body(const char *name)
{
	return strstr(name, " of ") != NULL || strstr(name, " for ") != NULL ||
	    strstr(name, " and ") != NULL;
}

struct creators {
	struct arena *arena;
	struct author *authors;
	size_t count;
};

/* "Family, Given" is a person; all else is the name of a body. */
static void
add_named(struct creators *all, const char *name)
{
	const char *comma = name == NULL ? NULL : strstr(name, ", ");
	const char *family = NULL, *given = NULL;

	if (comma != NULL && !is_body(name)) {
		family = arena_text_n(all->arena, name, (size_t)(comma - name));
		given = comma + 2;
		name = arena_printf(all->arena, "%s %s", given, family);
	}
	draft_author(all->arena, &all->authors, &all->count, name, family, given);
}

/* "Roe, Ann (University of Tides); Poe, Bo" as one creator's name. */
static void
add_joined(struct creators *all, const char *name)
{
	while (*name != '\0') {
		size_t length = strcspn(name, ";"), body = strcspn(name, "(;");

		add_named(
		    all, text_squeeze(all->arena, arena_text_n(all->arena, name, body)));
		name += length + (name[length] == ';');
	}
}

static void
read_creator(struct creators *all, const struct json *one)
{
	const char *name = json_string(json_get(one, "name"));
	const char *family = json_string(json_get(one, "familyName"));
	const char *given = json_string(json_get(one, "givenName"));
	size_t before = all->count;

	if (spell_is(json_string(json_get(one, "nameType")), "Organizational")) {
		draft_author(all->arena, &all->authors, &all->count, name, NULL, NULL);
	} else if (name != NULL && strchr(name, ';') != NULL) {
		add_joined(all, name);
		return;
	} else if (text_is_blank(family) || text_is_blank(given)) {
		add_named(all, name);
	} else {
		draft_author(all->arena, &all->authors, &all->count,
		    arena_printf(all->arena, "%s %s", given, family), family, given);
	}
	if (all->count > before)
		all->authors[before].orcid = orcid_of(
		    all->arena, json_get(one, "nameIdentifiers"));
}

void
datacite_creators(struct draft *draft, const struct json *list)
{
	struct creators all = { .arena = draft->arena };

	for (const struct json *one = json_first(list); one != NULL; one = one->next)
		read_creator(&all, one);
	draft_authors(draft, all.authors, all.count);
}
