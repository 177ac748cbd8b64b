/*
 * Headers and cells of exports enter: people as Zotero, Scopus, Web of Science and OpenAlex
 * write them, kinds of works; who and what an entry is leaves.
 */
#include "list/record/csv_cells.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/given.h"
#include "model/claim.h"

bool
csv_header_is_path(const char *header)
{
	const char *dot = strchr(header, '.');

	return dot != NULL && dot > header && text_is_small(dot[1]) &&
	    strpbrk(header, " \t") == NULL;
}

/* Scopus writes "[No author name available]". */
bool
csv_cell_is_silent(const char *cell)
{
	return text_starts_nocase(cell, "[No ") && cell[strlen(cell) - 1] == ']';
}

/* "Roe, Ann (57200000001)": Scopus' own number of a person. */
static char *
without_number(char *name)
{
	char *open = strrchr(name, '(');

	if (open != NULL && open > name &&
	    open[1 + strspn(open + 1, "0123456789")] == ')')
		*open = '\0';
	for (size_t length = strlen(name); length > 0 && name[length - 1] == ' ';)
		name[--length] = '\0';
	return name;
}

/* What parts names, where that is beyond doubt: "|", or ";" between names that
 * have commas of their own; '\0': the cell is one text. */
static char
separator_of(const char *cell)
{
	if (strchr(cell, ';') == NULL)
		return strchr(cell, '|') != NULL ? '|' : '\0';
	return strchr(cell, ',') != NULL ? ';' : '\0';
}

/* One name of a column that has "Last, First". */
static bool
is_turned(const char *cell)
{
	const char *comma = strchr(cell, ','), *given;
	size_t words = 1;

	if (comma == NULL || strchr(comma + 1, ',') != NULL)
		return false;
	for (const char *at = cell; at < comma; at++)
		words += *at == ' ';
	given = comma + 1 + strspn(comma + 1, " ");
	return words <= 3 && given > comma + 1 && *given != '\0' &&
	    strchr(given, ' ') == NULL;
}

void
csv_say_people(struct said *said, const char *text)
{
	const char *cell = without_number(arena_text(said->scratch, text));
	const char stops[] = { separator_of(cell), '\0' };
	struct author *people = NULL;
	size_t count = 0;

	if (stops[0] == '\0' && !is_turned(cell)) {
		said_add(said, GIVEN_AUTHORS, cell);
		return;
	}
	for (const char *at = cell; *at != '\0'; at += *at != '\0') {
		size_t length = stops[0] == '\0' ? strlen(at) : strcspn(at, stops);
		char *name = without_number(arena_text_n(said->scratch, at, length));
		at += length;
		if (text_is_blank(name))
			continue;
		people = arena_push(said->scratch, people, count, sizeof *people);
		people[count++] = given_person(said->scratch, name);
	}
	if (count > 0)
		given_add_persons(said, people, count);
}
