/*
 * A paper's own words about itself (abstract, comment) enter; the models, data
 * sets and repositories that they link leave as names of the brief.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "source/draft.h"

static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
			      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

static bool
is_page(const char *owner)
{
	static const char *const pages[] = { "datasets", "spaces", "papers", "docs",
		"blog", "collections", "models", "api", "topics", "orgs", "sponsors",
		"features", NULL };

	return text_is_one_of(owner, pages);
}

/* "OWNER/NAME" as it stands after the mark, a full stop or ".git" aside. */
static const char *
read_name(struct arena *arena, const char *at)
{
	size_t owner = strspn(at, allowed), name;
	char *text;

	if (owner == 0 || owner > 100 || at[owner] != '/')
		return NULL;
	name = strspn(at + owner + 1, allowed);
	if (name > 4 && strncmp(at + owner + 1 + name - 4, ".git", 4) == 0)
		name -= 4;
	while (name > 0 && at[owner + name] == '.')
		name--;
	if (name == 0 || name > 100 || is_page(arena_text_n(arena, at, owner)))
		return NULL;
	text = arena_text_n(arena, at, owner + 1 + name);
	return text;
}

static void
names_after(
    struct draft *draft, const char *text, const char *mark, enum identifier_kind kind)
{
	while ((text = text_find_nocase(text, mark)) != NULL) {
		text += strlen(mark);
		draft_name(draft, kind, read_name(draft->arena, text));
	}
}

void
draft_artifacts_in(struct draft *draft, const char *text)
{
	if (text == NULL)
		return;
	names_after(draft, text, "github.com/", IDENTIFIER_GITHUB);
	names_after(draft, text, "huggingface.co/datasets/", IDENTIFIER_HF_DATASET);
	names_after(draft, text, "huggingface.co/spaces/", IDENTIFIER_HF_SPACE);
	names_after(draft, text, "huggingface.co/", IDENTIFIER_HF_MODEL);
}
