/* An entry enters; whether and by which title it is searched for leaves. */
#include "plan/plan.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/entry.h"

/*
 * Shorter ones are names, and find anything; with people and a year beside them
 * what is found can be told from the rest.
 */
enum { LEAST_WORDS = 4, LEAST_BYTES = 20, LEAST_BESIDE = 2, MOST_BYTES = 600 };

/* A forum is one, but nobody else goes by it: who counts is asked by the title. */
static bool
has_paper(const struct entry *entry)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (entry->identifiers[i].from == NULL && !entry->identifiers[i].wrong &&
		    identifier_is_paper(entry->identifiers[i].id.kind) &&
		    entry->identifiers[i].id.kind != IDENTIFIER_OPENREVIEW)
			return true;
	return false;
}

/* Words of a folded title; of Chinese or Japanese two signs are one. */
static size_t
count_words(const char *folded)
{
	size_t words = 0, signs = 0;

	for (const char *at = folded; *at != '\0'; at++) {
		signs += (unsigned char)*at >= 0xe3 && (unsigned char)*at < 0xed;
		words += *at != ' ' && (at == folded || at[-1] == ' ');
	}
	return words + signs / 2;
}

/* A title as papers have them: several words. */
static bool
is_telling(const struct entry *entry)
{
	struct arena *arena = arena_new();
	const char *folded = text_fold(arena, entry->title);
	size_t words = count_words(folded);
	bool telling = words >= LEAST_WORDS && strlen(folded) >= LEAST_BYTES;

	if (entry->authors != NULL && entry->date != NULL)
		telling = words >= LEAST_BESIDE;
	arena_free(arena);
	return telling && strlen(entry->title) <= MOST_BYTES;
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

/* Code, a model or data may be a paper's; a website is that. */
static bool
is_beside(enum link_role role)
{
	return role == LINK_BADGE || role == LINK_BADGE_TARGET || role == LINK_CODE ||
	    role == LINK_MODEL || role == LINK_DATASET || role == LINK_SPACE;
}

/* Where no paper comes out; a bare "Blog" is a venue to lists, too. */
static bool
is_no_venue(const char *venue)
{
	static const char *const words[] = { "blog", "web", "website", "webpage",
		"kaggle", "medium", "youtube", "demo", "news", "project", "homepage",
		NULL };

	return text_is_one_of_nocase(venue, words);
}

/* What is linked as a paper is one; what links a website is that. */
static bool
looks_like_paper(const struct entry *entry)
{
	bool elsewhere = false;

	for (size_t i = 0; i < entry->link_count; i++) {
		if (entry->links[i].role == LINK_PAPER)
			return true;
		elsewhere |= !is_beside(entry->links[i].role);
	}
	if ((entry->venue != NULL && !is_no_venue(entry->venue)) ||
	    entry->authors != NULL)
		return true;
	return !elsewhere && (entry->date != NULL || is_among_papers(entry->section));
}

bool
plan_title(const struct entry *entry, struct identifier *id)
{
	*id = (struct identifier){ IDENTIFIER_TITLE, entry->title };
	return !has_paper(entry) && is_telling(entry) && looks_like_paper(entry);
}

bool
plan_title_instead(const struct entry *entry, struct identifier *id)
{
	*id = (struct identifier){ IDENTIFIER_TITLE, entry->title };
	return has_paper(entry) && is_telling(entry);
}
