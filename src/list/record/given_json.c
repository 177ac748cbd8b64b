/*
 * An object of JSON enters: our own record, what `extract` prints, an item of
 * CSL JSON, or a simple {"title": …, "url": …}; what it says leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/markup.h"
#include "base/text.h"
#include "list/record/given.h"
#include "model/claim.h"

/* Texts of members that may stand for a name. */
static const char *
text_of(const struct json *value, const char *const *keys, size_t count)
{
	const char *text = json_string(value);

	for (size_t i = 0; i < count && text == NULL; i++)
		text = json_string(json_get(value, keys[i]));
	return text;
}

static const char *
name_of(const struct json *value)
{
	static const char *const keys[] = { "literal", "name", "text", "raw", "title",
		"full_name", "fullName" };

	return text_of(value, keys, sizeof keys / sizeof *keys);
}

/* A text, an object with a name, or one with its parts. */
static struct author
person_of(struct arena *scratch, const struct json *value)
{
	struct author person = { 0 };
	const char *name;

	if (value->kind == JSON_OBJECT)
		person = given_csl_person(scratch, value);
	if (!text_is_blank(person.literal))
		return person;
	name = value->kind == JSON_OBJECT ? name_of(value) : json_string(value);
	if (name != NULL)
		person.literal = given_in_order(scratch, name);
	return person;
}

/* All as texts, unless one of them is in parts or says that it is whole. */
static void
add_people(struct said *said, const struct json *array)
{
	struct author *people = NULL;
	const char **names = NULL;
	size_t count = 0;
	bool apart = false;

	for (const struct json *one = array->child; one != NULL; one = one->next) {
		struct author person = person_of(said->scratch, one);
		if (text_is_blank(person.literal))
			continue;
		people = arena_push(said->scratch, people, count, sizeof *people);
		names = arena_push(said->scratch, names, count, sizeof *names);
		names[count] = person.literal;
		people[count++] = person;
		apart |= one->kind == JSON_OBJECT;
	}
	if (apart)
		given_add_persons(said, people, count);
	else
		given_add_people(said, names, count);
}

/* { "url": …, "role": "code" }, as `extract` and our records write links. */
static void
add_link(struct said *said, const struct json *value, enum given given)
{
	static const char *const addresses[] = { "url", "href", "link" };
	static const char *const labels[] = { "label", "text", "name" };
	const char *url = text_of(value, addresses, 3);
	const char *role = json_string(json_get(value, "role"));

	for (unsigned r = 0; role != NULL && url != NULL && r < LINK_ROLES; r++)
		if (strcmp(role, entry_roles[(enum link_role)r]) == 0) {
			given_add_link(
			    said, url, text_of(value, labels, 3), (enum link_role)r);
			return;
		}
	said_add(said, given, url);
}

/* { "code": "https://…", "paper": "https://…" } */
static void
add_links(struct said *said, const struct json *object)
{
	for (const struct json *one = object->child; one != NULL; one = one->next) {
		enum given given = given_named(said->scratch, one->key);
		said_add(said,
		    given >= GIVEN_LINK && given < GIVEN_IDS ? given : GIVEN_LINK,
		    json_string(one));
	}
}

/* { "kind": "arxiv", "value": …, "status": "good" } */
static void
add_identifier(struct said *said, const struct json *value)
{
	const char *kind = json_string(json_get(value, "kind"));
	const char *text = json_string(json_get(value, "value"));
	const char *status = json_string(json_get(value, "status"));

	if (kind == NULL || text == NULL ||
	    (status != NULL &&
		(strcmp(status, "wrong") == 0 || strcmp(status, "unclear") == 0 ||
		    strcmp(status, "gone") == 0)))
		return;
	for (unsigned k = 0; k < IDENTIFIER_KINDS; k++)
		if (strcmp(kind, identifier_kind_name((enum identifier_kind)k)) == 0)
			given_add_identifier(said, (enum identifier_kind)k, text);
}

/* A member of an object of identifiers: "arxiv", "hf_model", "ArXiv". */
static void
add_identifiers_named(struct said *said, const struct json *member)
{
	const struct json *one = member->kind == JSON_ARRAY ? member->child : member;
	enum given given = given_named(said->scratch, member->key);

	for (; one != NULL; one = member->kind == JSON_ARRAY ? one->next : NULL) {
		bool known = false;
		for (unsigned k = 0; k < IDENTIFIER_KINDS; k++)
			if (strcmp(member->key,
				identifier_kind_name((enum identifier_kind)k)) == 0) {
				given_add_identifier(
				    said, (enum identifier_kind)k, one->text);
				known = true;
			}
		if (!known && given != GIVEN_IDS)
			said_add(said, given, one->text);
	}
}

/* { "kind": "model", "id": "owner/name", "url": … }; another's is no link. */
static void
add_artifact(struct said *said, const struct json *value)
{
	const char *url = json_string(json_get(value, "url"));
	const char *status = json_string(json_get(value, "status"));

	if (url != NULL && (status == NULL || strcmp(status, "gone") != 0))
		given_add_link(said, url, NULL, LINK_OTHER);
}

static const char *
text_of_object(struct arena *scratch, enum given given, const struct json *value)
{
	const char *date = NULL;

	if (given == GIVEN_AUTHORS)
		return person_of(scratch, value).literal;
	if (given == GIVEN_DATE || given == GIVEN_OTHER_DATE)
		date = given_csl_date(scratch, value);
	return date != NULL ? date : name_of(value);
}

static void
add_object(struct said *said, enum given given, const struct json *value)
{
	if (given == GIVEN_IDS && json_get(value, "kind") != NULL)
		add_identifier(said, value);
	else if (given == GIVEN_IDS)
		for (const struct json *one = value->child; one != NULL; one = one->next)
			add_identifiers_named(said, one);
	else if (given == GIVEN_ARTIFACTS)
		add_artifact(said, value);
	else if (given < GIVEN_TEXTS)
		said_add(said, given, text_of_object(said->scratch, given, value));
	else if (json_get(value, "url") != NULL || json_get(value, "href") != NULL ||
	    json_get(value, "link") != NULL)
		add_link(said, value, given);
	else
		add_links(said, value);
}

static void
add_value(struct said *said, enum given given, const struct json *value)
{
	switch (value->kind) {
	case JSON_NULL:
	case JSON_BOOLEAN:
		break;
	case JSON_NUMBER:
	case JSON_STRING:
		said_add(said, given, value->text);
		break;
	case JSON_OBJECT:
		add_object(said, given, value);
		break;
	case JSON_ARRAY:
		if (given == GIVEN_AUTHORS) {
			add_people(said, value);
			break;
		}
		for (const struct json *one = value->child; one != NULL; one = one->next)
			if (one->kind == JSON_OBJECT)
				add_object(said, given, one);
			else
				said_add(said, given, one->text);
		break;
	}
}

/* The section our own record was found in; its first mention says it. */
static void
add_section(struct said *said, const struct json *object)
{
	const struct json *mentions = json_get(object, "mentions");

	if (mentions != NULL && mentions->kind == JSON_ARRAY)
		said_add(said, GIVEN_SECTION,
		    json_string(json_get(mentions->child, "section")));
}

/* An item's id is a word or the manager's own address, unless it is a DOI. */
static bool
is_own_key(struct arena *scratch, const struct json *member)
{
	struct identifier id;

	return member->text == NULL || !identifier_parse(scratch, member->text, &id);
}

void
given_say_json(struct said *said, const struct json *object)
{
	bool csl = given_csl_type(object, &said->type);

	for (const struct json *one = object->child; one != NULL; one = one->next) {
		enum given given = given_named(said->scratch, one->key);
		if (csl && given == GIVEN_ID && is_own_key(said->scratch, one))
			continue;
		/* Titles of items may hold <i>, <sub> and the like. */
		if (csl && given == GIVEN_TITLE && json_string(one) != NULL)
			said_add(said, given, markup_plain(said->scratch, one->text));
		else if (given != GIVEN_UNKNOWN && given != GIVEN_NOTHING)
			add_value(said, given, one);
	}
	add_section(said, object);
}
