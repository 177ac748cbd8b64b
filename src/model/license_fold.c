/* A licence's name as people write it in, its words as the table has out. */
#include "model/license_fold.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static const char delimiters[] = " \t-_,;:()[]{}\"'`/|*#";

static bool
is_empty(const char *word)
{
	static const char *const empty[] = { "license", "licence", "licensed", "the",
		"version", "ver", "v", "under", "software-license", "copyright",
		"\xc2\xa9", "\xc2\xae", "\xe2\x84\xa2", NULL };

	return text_is_one_of(word, empty);
}

/* "v3.0" and "3" are 3.0; a digit that counts clauses is not a version. */
static const char *
fold_version(struct arena *arena, const char *word, bool is_last)
{
	if (word[0] == 'v' && word[1] >= '0' && word[1] <= '9')
		word++;
	if (is_last && word[0] >= '1' && word[0] <= '9' && word[1] == '\0')
		return arena_printf(arena, "%s.0", word);
	return word;
}

/* Curly quotes, hyphens and dashes of word processors, in ASCII. */
static char *
plain(struct arena *arena, const char *text)
{
	char *out = text_lower(arena, text), *to = out;

	for (const char *at = out; *at != '\0';) {
		if (strncmp(at, "\xe2\x80", 2) == 0 && at[2] != '\0' &&
		    (unsigned char)at[2] >= 0x90 && (unsigned char)at[2] <= 0x9f) {
			*to++ = ' ';
			at += 3;
		} else {
			*to++ = *at++;
		}
	}
	*to = '\0';
	return out;
}

/* "mit mit", "apache 2.0 apache 2.0": the id in brackets says it again. */
static const char *
say_once(struct arena *arena, const char *words)
{
	size_t length = strlen(words), half = length / 2;

	if (length % 2 == 1 && words[half] == ' ' &&
	    strncmp(words, words + half + 1, half) == 0)
		return arena_text_n(arena, words, half);
	return words;
}

const char *
license_fold(struct arena *arena, const char *text)
{
	const char *at = plain(arena, text), *out = NULL;

	while (*at != '\0') {
		size_t length = strcspn(at, delimiters), kept = length;
		const char *rest = at + length + (at[length] != '\0');
		const char *word;
		bool is_last;

		/* "MIT.": a full stop that ends a sentence. */
		while (kept > 0 && at[kept - 1] == '.')
			kept--;
		word = arena_text_n(arena, at, kept);
		is_last = at[length] == '\0' || text_is_blank(rest) ||
		    text_starts_nocase(rest, "licen") || at[length] == ')' ||
		    at[length] == '(' || (at[length] == ' ' && rest[0] == '(');
		at = rest;
		if (kept == 0 || is_empty(word))
			continue;
		word = fold_version(arena, word, is_last);
		out = out == NULL ? word : arena_join(arena, out, " ", word, NULL);
	}
	return out == NULL ? "" : say_once(arena, out);
}
