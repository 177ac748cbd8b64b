/*
 * The title of an entry enters; the key under which equal titles meet leaves.
 * Short titles have none: they would join what only shares a name.
 */
#include "join/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

#define LEAST_WORDS  4
#define LONGEST_NAME 3 /* words before a colon that can be a name */
#define OWN_WORDS    8 /* so many words no other work has */

static size_t
count_words(const char *folded)
{
	size_t words = *folded != '\0';

	for (; *folded != '\0'; folded++)
		words += *folded == ' ';
	return words;
}

/* What stands behind the first ": ", " - " or dash; NULL: there is none. */
static const char *
behind_sign(const char *title, size_t *before)
{
	static const char *const signs[] = { ": ", " - ", " \xe2\x80\x93 ",
		" \xe2\x80\x94 " };
	const char *first = NULL, *behind = NULL;

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *at = strstr(title, signs[i]);

		if (at != NULL && (first == NULL || at < first)) {
			first = at;
			behind = at + strlen(signs[i]);
		}
	}
	*before = first == NULL ? 0 : (size_t)(first - title);
	return behind;
}

/* What follows "NAME: " when NAME is one; else the title. */
static const char *
skip_name(struct arena *arena, const struct entry *entry)
{
	const char *title = entry->title, *rest;
	size_t words, before;

	rest = behind_sign(title, &before);
	if (rest == NULL)
		return title;
	if (entry->name != NULL && before == strlen(entry->name) &&
	    text_starts_nocase(title, entry->name))
		return rest;
	words = count_words(text_fold(arena, arena_text_n(arena, title, before)));
	return words > 0 && words <= LONGEST_NAME ? rest : title;
}

/* The name that stands before or in the title, folded without blanks. */
static char *
name_of(struct arena *arena, const struct entry *entry)
{
	const char *rest = skip_name(arena, entry);
	char *name, *to;

	name = text_fold(arena,
	    !text_is_blank(entry->name) ? entry->name
		: rest == entry->title
		? ""
		: arena_text_n(arena, entry->title, (size_t)(rest - entry->title)));
	to = name;
	for (const char *at = name; *at != '\0'; at++)
		if (*at != ' ')
			*to++ = *at;
	*to = '\0';
	return name;
}

bool
works_title_other_names(struct arena *arena, const struct entry *a, const struct entry *b)
{
	const char *x = name_of(arena, a), *y = name_of(arena, b);

	if (*x == '\0' || *y == '\0' || strstr(x, y) != NULL || strstr(y, x) != NULL)
		return false;
	/* In both titles: one mould.  Beside one: a data set's row, it may be. */
	return (skip_name(arena, a) != a->title && skip_name(arena, b) != b->title) ||
	    count_words(text_fold(arena, skip_name(arena, a))) < OWN_WORDS;
}

/* Does any name of the one stand in the other?  "et al" aside. */
static bool
share_word(char *one, const char *other)
{
	char *next;

	for (char *word = one; word != NULL && *word != '\0'; word = next) {
		const char *at = other;
		size_t n;

		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		n = strlen(word);
		while (n > 2 && strcmp(word, "and") != 0 &&
		    (at = strstr(at, word)) != NULL) {
			if ((at == other || at[-1] == ' ') &&
			    (at[n] == '\0' || at[n] == ' '))
				return true;
			at += n;
		}
	}
	return false;
}

bool
works_title_other_authors(
    struct arena *arena, const struct entry *a, const struct entry *b)
{
	return !text_is_blank(a->authors) && !text_is_blank(b->authors) &&
	    !share_word(text_fold(arena, a->authors), text_fold(arena, b->authors));
}

char *
works_title_key(struct arena *arena, const struct entry *entry)
{
	char *key = text_fold(arena, skip_name(arena, entry)), *to = key;

	if (count_words(key) < LEAST_WORDS)
		key = text_fold(arena, entry->title);
	if (count_words(key) < LEAST_WORDS)
		return NULL;
	to = key;
	for (const char *at = key; *at != '\0'; at++)
		if (*at != ' ')
			*to++ = *at;
	*to = '\0';
	return arena_join(arena, "title:", key, NULL);
}
