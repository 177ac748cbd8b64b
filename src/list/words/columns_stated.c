/* What a curator says of a list's tables enters; the columns leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

static const struct column_word words[] = {
	{ "title", COLUMN_TITLE },
	{ "name", COLUMN_NAME },
	{ "people", COLUMN_AUTHORS },
	{ "venue", COLUMN_VENUE },
	{ "date", COLUMN_DATE },
	{ "institute", COLUMN_INSTITUTE },
	{ "license", COLUMN_LICENSE },
	{ "base model", COLUMN_BASE_MODEL },
	{ "paper", COLUMN_PAPER },
	{ "code", COLUMN_CODE },
	{ "model", COLUMN_MODEL },
	{ "dataset", COLUMN_DATASET },
	{ "link", COLUMN_LINK },
	{ "-", COLUMN_OTHER },
};

/* The next word of `*at`, which moves behind it; NULL: it is none of ours. */
static const struct column_word *
next_word(struct arena *arena, const char **at)
{
	size_t length = strcspn(*at, ",\n");
	const char *word = text_trim(arena_text_n(arena, *at, length), "");

	*at += length;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_equal_nocase(words[i].word, word))
			return &words[i];
	return NULL;
}

const char *
columns_stated_trouble(struct arena *arena, const char *value)
{
	size_t count = 0, length;
	const struct column_word *word;

	for (const char *at = value;; at++, count++) {
		at += text_span(at, " ");
		length = strcspn(at, ",");
		word = next_word(arena, &at);
		if (word == NULL)
			return arena_printf(arena,
			    "no column \"%.*s\"; there are title, name, people, venue, "
			    "date, institute, license, base model, paper, code, model, "
			    "dataset, link and -",
			    (int)length, at - length);
		if (*at == '\0')
			return count < MOST_COLUMNS ? NULL : "too many columns";
	}
}

bool
columns_stated(struct arena *arena, const struct list_stated *stated, size_t count,
    struct columns *columns)
{
	const char *at = stated == NULL || stated->columns == NULL ? "" : stated->columns;

	while (*at != '\0') {
		struct columns said = { .known = true };
		for (;; at++) {
			const struct column_word *word = next_word(arena, &at);
			said.role[said.count] = said.of[said.count] = word == NULL
			    ? COLUMN_OTHER
			    : word->column;
			/* Links of a column of names are what it names. */
			if (said.of[said.count] == COLUMN_NAME)
				said.role[said.count] = COLUMN_OTHER;
			said.count++;
			if (*at != ',' || said.count == MOST_COLUMNS)
				break;
		}
		if (said.count == count) {
			*columns = said;
			return true;
		}
		at += *at != '\0';
	}
	return false;
}
