/* An entry enters; whether and by which title it is searched for leaves. */
#include "plan/plan.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/entry.h"

/* Shorter ones are names, and find anything. */
enum { LEAST_WORDS = 4, LEAST_BYTES = 20, MOST_BYTES = 300 };

static bool
has_identifier(const struct entry *entry)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (entry->identifiers[i].from == NULL && !entry->identifiers[i].wrong)
			return true;
	return false;
}

/* A title as papers have them: several words. */
static bool
is_telling(const char *title)
{
	struct arena *arena = arena_new();
	const char *folded = text_fold(arena, title);
	size_t words = *folded != '\0';
	bool telling;

	for (const char *at = folded; *at != '\0'; at++)
		words += *at == ' ';
	telling = words >= LEAST_WORDS && strlen(folded) >= LEAST_BYTES &&
	    strlen(title) <= MOST_BYTES;
	arena_free(arena);
	return telling;
}

static bool
is_among_papers(const char *section)
{
	static const char *const words[] = { "paper", "publication", "article", "survey",
		"preprint", "literature", "bibliograph" };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_find_nocase(section, words[i]) != NULL)
			return true;
	return false;
}

/* What is linked as a paper is one; what links a website is that. */
static bool
looks_like_paper(const struct entry *entry)
{
	bool elsewhere = false;

	for (size_t i = 0; i < entry->link_count; i++) {
		enum link_role role = entry->links[i].role;
		if (role == LINK_PAPER)
			return true;
		elsewhere |= role != LINK_BADGE && role != LINK_BADGE_TARGET;
	}
	if (entry->venue != NULL || entry->authors != NULL)
		return true;
	return !elsewhere && (entry->date != NULL || is_among_papers(entry->section));
}

bool
plan_title(const struct entry *entry, struct identifier *id)
{
	*id = (struct identifier){ IDENTIFIER_TITLE, entry->title };
	return !has_identifier(entry) && is_telling(entry->title) &&
	    looks_like_paper(entry);
}
