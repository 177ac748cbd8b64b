/*
 * Headers and cells enter; what they hold, and whether it may be written over, leaves;
 * and what is written goes among the list's changes.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "patch/inside.h"

const char *const filler_words[] = { "citations", "venue", "license", NULL };
const char *const filler_titles[] = { "Citations", "Venue", "License" };

enum filled
filler_called(struct arena *arena, const char *bytes, size_t length)
{
	static const char *const called[FILLED][8] = {
		[FILLED_CITATIONS] = { "citations", "citation", "cites", "cited by",
		    "citation count", "cited", NULL },
		[FILLED_VENUE] = { "venue", "conference", "journal", "published in",
		    "publication", "conference journal", "journal conference", NULL },
		[FILLED_LICENSE] = { "license", "licence", "licenses", NULL },
	};
	const char *word = text_fold(arena, arena_text_n(arena, bytes, length));
	enum filled what = 0;

	while (what < FILLED && !text_is_one_of(word, called[what]))
		what++;
	return what;
}

static bool
is_nothing(const char *cell, size_t length)
{
	static const char *const nothing[] = { "", "-", "--", "–", "—", "?", "n/a", "tbd",
		NULL };

	for (const char *const *word = nothing; *word != NULL; word++)
		if (strlen(*word) == length && strncasecmp(*word, cell, length) == 0)
			return true;
	return false;
}

bool
filler_may_fill(enum filled what, const char *cell, size_t length)
{
	if (is_nothing(cell, length))
		return true;
	for (size_t i = 0; i < length; i++)
		if (!text_is_digit(cell[i]) && strchr(",. ", cell[i]) == NULL)
			return false;
	return what == FILLED_CITATIONS;
}

void
filler_put(struct filler *filler, enum filled what, const char *at, size_t length,
    const char *put)
{
	const char *other;

	edits_add(filler->arena, filler->patched,
	    (struct edit){ (size_t)(at - filler->patched->list->bytes), length, put,
		filler_words[what] },
	    &other);
}

void
filler_leave(struct filler *filler, const struct entry *entry, const char *why)
{
	if (filler->left++ > 0)
		return;
	filler->left_line = entry->line;
	filler->left_why = why;
}
