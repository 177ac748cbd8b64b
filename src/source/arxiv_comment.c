/* An author's comment on arXiv in; whether it says "withdrawn" out. */
#include "source/arxiv.h"

#include "base/text.h"

static bool
holds(const char *text, const char *const *phrases)
{
	for (size_t i = 0; phrases[i] != NULL; i++) {
		if (text_find_nocase(text, phrases[i]) != NULL)
			return true;
	}
	return false;
}

bool
arxiv_says_withdrawn(const char *comment)
{
	static const char *const yes[] = { "paper has been withdrawn",
		"article has been withdrawn", "manuscript has been withdrawn",
		"submission has been withdrawn", "paper is withdrawn",
		"article is withdrawn", "manuscript is withdrawn", "paper was withdrawn",
		"article was withdrawn", "manuscript was withdrawn", "paper withdrawn",
		"article withdrawn", "manuscript withdrawn", "has been withdrawn by",
		"withdrawn by the author", "withdrawn by author", "withdrawn by arxiv",
		"withdraw this paper", "withdraw the paper", NULL };
	static const char *const no[] = { "withdrawn from", "not withdrawn",
		"previous version", "earlier version", "old version", "first version",
		"not been withdrawn", NULL };

	if (comment == NULL || holds(comment, no))
		return false;
	while (*comment == ' ' || *comment == '\n' || *comment == '\t')
		comment++;
	return text_starts_nocase(comment, "withdrawn") || holds(comment, yes);
}
