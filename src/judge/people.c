/*
 * Whom a list names and whom a source names enter; who stands on one side only
 * leaves.  A name is found again in other orders, spellings and initials.
 */
#include "judge/judge.h"

#include <string.h>

#include "base/text.h"
#include "judge/link/own_row.h"
#include "judge/people/names.h"
#include "model/claim.h"
#include "model/entry.h"

/* What templates and examples are called; a machine that makes references up
 * calls nobody else so. */
static bool
is_placeholder(const char *literal)
{
	static const char *const said[] = { "author", "firstname", "lastname", "surname",
		"first last", "john doe", "jane doe", "doe, john", "doe, jane",
		"anonymous", "unknown", "tbd", "tba", "n/a", "name", "xxx" };
	static const char *const counted[] = { "first author", "second author",
		"third author", "another author", "author one", "author two",
		"author three", "author name", "firstname lastname",
		"first name last name", "anonymous author", "author, first",
		"lastname, firstname", "one, author", "two, author" };

	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (text_equal_nocase(literal, said[i]))
			return true;
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		if (text_starts_nocase(literal, counted[i]))
			return true;
	return false;
}

/* "Bob Poe" and "Robert Poe", where both stand in one place. */
static bool
share_family(const struct name *a, const struct name *b)
{
	const char *x = a->count < 2 ? NULL : a->v[a->count - 1];
	const char *y = b->count < 2 ? NULL : b->v[b->count - 1];

	return x != NULL && y != NULL && strlen(x) > 1 && strcmp(x, y) == 0;
}

static void
count_listed(struct arena *arena, const struct names *listed, const struct names *told,
    struct judge_people *people)
{
	people->begins = true;
	for (size_t i = 0; i < listed->count; i++) {
		const struct name *one = &listed->v[i];
		size_t at = 0;

		while (at < told->count && !names_match(arena, one, &told->v[at]))
			at++;
		if (at == told->count && i < told->count &&
		    share_family(one, &told->v[i]))
			at = i;
		people->begins &= at == i;
		if (at < told->count)
			continue;
		people->missing++;
		people->stranger = people->stranger == NULL ? one->literal
							    : people->stranger;
	}
}

static void
count_told(struct arena *arena, const struct names *listed, const struct names *told,
    struct judge_people *people)
{
	for (size_t i = 0; i < told->count; i++) {
		bool found = i < listed->count &&
		    share_family(&told->v[i], &listed->v[i]);

		for (size_t k = 0; k < listed->count && !found; k++)
			found = names_match(arena, &told->v[i], &listed->v[k]);
		if (found)
			continue;
		people->left_out++;
		people->left = people->left == NULL ? told->v[i].literal : people->left;
	}
}

void
judge_people(struct arena *arena, const struct entry *entry, const struct author *authors,
    size_t count, struct judge_people *people)
{
	struct names listed, told;

	*people = (struct judge_people){ 0 };
	if (entry->people_count > 0)
		names_read(arena, entry->people, entry->people_count, &listed);
	else
		names_read_text(arena, entry->authors, &listed);
	names_read(arena, authors, count, &told);
	people->listed = listed.count;
	people->told = told.count;
	people->teams = listed.team_count + told.team_count > 0;
	count_listed(arena, &listed, &told, people);
	count_told(arena, &listed, &told, people);
}

const char *
judge_placeholder(struct arena *arena, const struct entry *entry)
{
	const char *text = entry->authors;

	if (entry->people_count > 0)
		return is_placeholder(entry->people[0].literal) ? entry->people[0].literal
								: NULL;
	if (text_is_blank(text))
		return own_row_has(arena, entry, "Anonymous") ? "Anonymous" : NULL;
	text = claim_author_next(arena, &text, ";");
	return is_placeholder(text) ? text : NULL;
}
