/* The label of a link enters; what it promises leaves. */
#include "model/label_table.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

static const struct {
	const char *word;
	bool first; /* only where the label begins with it */
	unsigned promises;
} words[] = {
	{ "arxiv", false, PROMISES_PAPER },
	{ "code", false, PROMISES_CODE },
	{ "github", false, PROMISES_CODE | PROMISES_GITHUB },
	{ "hugging", false, PROMISES_HUB },
	{ "repo", true, PROMISES_CODE },
};

unsigned
label_promises(const char *label)
{
	unsigned promises = 0;

	for (size_t i = 0; label != NULL && i < sizeof words / sizeof *words; i++)
		if (words[i].first ? text_starts_nocase(label, words[i].word)
				   : text_find_nocase(label, words[i].word) != NULL)
			promises |= words[i].promises;
	return promises;
}
