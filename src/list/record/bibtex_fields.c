/* The fields of one BibTeX entry enter, what they say of it leaves. */
#include "list/record/bibtex.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/given.h"
#include "list/record/latex.h"
#include "model/claim.h"

static const char *
field_of(const struct bibtex_field *fields, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].name, name) == 0)
			return fields[i].value;
	return NULL;
}

static bool
is_blank(char c)
{
	return c != '\0' && strchr(" \t\r\n", c) != NULL;
}

/* The next `word` outside of braces, from `at` on; NULL: none. */
static const char *
find_outside(const char *at, const char *word)
{
	size_t length = strlen(word);
	unsigned depth = 0;

	for (; *at != '\0'; at++) {
		depth += *at == '{';
		depth -= *at == '}' && depth > 0;
		if (depth == 0 && strncasecmp(at, word, length) == 0)
			return at;
	}
	return NULL;
}

/* The "and" between two names: blanks around it, of any kind. */
static const char *
find_and(const char *at)
{
	const char *start = at;

	while ((at = find_outside(at, "and")) != NULL) {
		if (at > start && is_blank(at[-1]) && is_blank(at[3]))
			return at;
		at += 3;
	}
	return NULL;
}

/* "von Last, Jr, First" → "First von Last Jr"; a name in braces is whole. */
static char *
person(struct arena *scratch, const char *name)
{
	const char *one = find_outside(name, ",");
	const char *two = one == NULL ? NULL : find_outside(one + 1, ",");

	if (one == NULL)
		return latex_text(scratch, name, false);
	const char *last = latex_text(
	    scratch, arena_text_n(scratch, name, (size_t)(one - name)), false);
	if (two == NULL)
		return arena_printf(
		    scratch, "%s %s", latex_text(scratch, one + 1, false), last);
	return arena_printf(scratch, "%s %s %s", latex_text(scratch, two + 1, false),
	    last,
	    latex_text(
		scratch, arena_text_n(scratch, one + 1, (size_t)(two - one - 1)), false));
}

/* "García Márquez, Gabriel"; "{Barnes and Noble, Inc.}" is whole. */
static void
add_person(struct said *said, const char *name)
{
	const char *comma = find_outside(name, ",");
	struct author author = { .literal = given_name_of(
				     said->arena, person(said->scratch, name)) };

	name += strspn(name, " \t\r\n");
	if (comma != NULL && find_outside(comma + 1, ",") == NULL) {
		author.family = given_name_of(said->arena,
		    latex_text(said->scratch,
			arena_text_n(said->scratch, name, (size_t)(comma - name)),
			false));
		author.given = text_squeeze(
		    said->arena, latex_text(said->scratch, comma + 1, false));
	} else if (*name == '{' && strchr(name, '}') != NULL &&
	    strchr(name, '}')[1] == '\0') {
		author.family = author.literal;
	}
	if (text_is_blank(author.literal))
		return;
	said->people = arena_push(
	    said->arena, said->people, said->people_count, sizeof *said->people);
	said->people[said->people_count++] = author;
}

static void
add_people(struct said *said, const char *value)
{
	const char **names = NULL;
	size_t count = 0;

	while (value != NULL) {
		const char *and = find_and(value);
		char *name = given_name_of(said->scratch,
		    and == NULL
			? value
			: arena_text_n(said->scratch, value, (size_t)(and-value)));
		value = and == NULL ? NULL : and+3;
		if (text_equal_nocase(text_squeeze(said->scratch, name), "others"))
			add_person(said, "et al.");
		else
			add_person(said, name);
		name = person(said->scratch, name);
		if (text_equal_nocase(name, "others"))
			name = arena_text(said->scratch, "et al.");
		names = arena_push(said->scratch, names, count, sizeof *names);
		names[count++] = name;
	}
	given_add_people(said, names, count);
}

/* eprint = {2401.00001}, archivePrefix = {arXiv}: the server is elsewhere. */
static void
add_eprint(struct said *said, const char *value, const char *server)
{
	if (server == NULL || text_find_nocase(server, "arxiv") != NULL)
		said_add(said, GIVEN_ARXIV, value);
	else if (text_equal_nocase(server, "pubmed"))
		said_add(said, GIVEN_PMID, value);
	said_add(said, GIVEN_LINK, value);
}

/* Who pays for a conference is not whose work it is. */
static bool
names_institute(const char *type)
{
	return strcmp(type, "inproceedings") != 0 && strcmp(type, "conference") != 0 &&
	    strcmp(type, "proceedings") != 0 && strcmp(type, "incollection") != 0;
}

static bool
is_address(enum given given)
{
	return given >= GIVEN_TEXTS && given < GIVEN_NOTHING;
}

/* "Code at …, arXiv preprint arXiv:2401.00001 [cs.CL]"; "Extends arXiv:2401.00001" is about
 * another work. */
static const char *
own_arxiv_id(struct arena *scratch, const char *text)
{
	static const char *const before[] = { "arxiv", "preprint", "e-print", "eprint",
		"available", "at", "as", "on", "also", NULL };
	const char *id = text_find_nocase(text, "arxiv:"), *at = id;

	while (at != NULL && at > text && strchr(",.;:(", at[-1]) == NULL)
		at--;
	for (size_t length; at != id; at += length + (at + length < id)) {
		length = strcspn(at, " ");
		if (length > (size_t)(id - at))
			length = (size_t)(id - at);
		if (length > 0 &&
		    !text_is_one_of_nocase(arena_text_n(scratch, at, length), before))
			return NULL;
	}
	return id;
}

static void
add_field(struct said *said, const char *type, const char *name, const char *value,
    const char *server)
{
	enum given given = given_named(said->scratch, name);
	bool loose = strcmp(name, "note") == 0 || strcmp(name, "howpublished") == 0;
	const char *text, *id;

	if (strcmp(name, "author") == 0) {
		add_people(said, value);
		return;
	}
	if ((given == GIVEN_UNKNOWN || given == GIVEN_NOTHING) &&
	    strcmp(name, "eprint") != 0 && strcmp(name, "volume") != 0)
		return;
	text = latex_text(said->scratch, value, is_address(given));
	if (strcmp(name, "eprint") == 0)
		add_eprint(said, text, server);
	else if (strcmp(name, "volume") == 0 && strncmp(text, "abs/", 4) == 0)
		said_add(said, GIVEN_ARXIV, text + 4);
	else if (loose && (id = own_arxiv_id(said->scratch, text)) != NULL)
		said_add(said, GIVEN_ARXIV, id);
	if (given != GIVEN_UNKNOWN &&
	    (strcmp(name, "organization") != 0 || names_institute(type)))
		said_add(said, given, text);
}

void
bibtex_say(
    struct said *said, const char *type, const struct bibtex_field *fields, size_t count)
{
	const char *server = field_of(fields, count, "archiveprefix");

	said->type = given_type_of(type);
	if (server == NULL)
		server = field_of(fields, count, "eprinttype");
	for (size_t i = 0; i < count; i++)
		add_field(said, type, fields[i].name, fields[i].value, server);
}
