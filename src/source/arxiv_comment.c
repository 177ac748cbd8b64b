/* An author's comment on arXiv in; whether it says "withdrawn" out. */
#include "source/arxiv.h"

#include <stdio.h>
#include <string.h>

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
arxiv_says_withdrawn(const char *comment, const char *abstract)
{
	/* "The submission has been withdrawn", "we have withdrawn our paper" */
	static const char *const things[] = { "paper", "article", "manuscript",
		"submission", "preprint", "work" };
	static const char *const passive[] = { "", " is", " was", " has been",
		" has now been" };
	static const char *const active[] = { "withdrawn this", "withdrawn the",
		"withdrawn our", "withdraw this", "withdraw the", "withdrew this",
		"withdrew the", "withdrawing this", "withdrawing the" };
	static const char *const yes[] = { "has been withdrawn by",
		"withdrawn by the author", "withdrawn by author", "withdrawn by arxiv",
		"withdrawn by the submitter", NULL };
	static const char *const no[] = { "withdrawn from", "not withdrawn",
		"previous version", "earlier version", "old version", "first version",
		"not been withdrawn", NULL };
	char phrase[64];

	comment = comment == NULL || holds(comment, no) ? "" : comment;
	abstract = abstract == NULL ? "" : abstract;
	/* Nearly all say nothing of the kind. */
	if (text_find_nocase(comment, "withdr") == NULL &&
	    text_find_nocase(abstract, "withdr") == NULL)
		return false;
	comment += strspn(comment, " \t\n");
	abstract += strspn(abstract, " \t\n");
	for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
		for (size_t k = 0; k < sizeof passive / sizeof *passive; k++) {
			/* Of old the abstract was exchanged for it. */
			snprintf(phrase, sizeof phrase, "this %s%s withdrawn", things[i],
			    passive[k]);
			if (text_find_nocase(comment, phrase + strlen("this ")) != NULL ||
			    text_starts_nocase(abstract, phrase))
				return true;
		}
		for (size_t k = 0; k < sizeof active / sizeof *active; k++) {
			snprintf(phrase, sizeof phrase, "%s %s", active[k], things[i]);
			if (text_find_nocase(comment, phrase) != NULL)
				return true;
		}
	}
	return text_starts_nocase(comment, "withdrawn") || holds(comment, yes);
}
