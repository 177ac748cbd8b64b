/*
 * A title and the words of another enter; the title leaves, with letters that stand
 * for words of the other said in full: "LLMs" where that one has "Large Language
 * Models".
 */
#include "judge/link/called.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

#define LEAST_LETTERS 2
#define MOST_LETTERS  6
#define CAPITALS      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* Words with these first letters that follow each other; NULL: there are none, or the
 * title has all of them beside the letters. */
static const char *
find_spelled(struct arena *arena, const struct words *own, const struct words *words,
    const char *letters)
{
	size_t n = strlen(letters);

	for (size_t from = 0; from < words->count; from++) {
		size_t found = 0, said = 0, end = from;
		const char *text = "";

		for (; end < words->count && found < n; end++) {
			if (*words->v[end] == letters[found])
				found++;
			else if (found == 0 || !word_is_small(words->v[end]))
				break;
			said += words_have(own, words->key[end]);
		}
		if (found < n || said == end - from)
			continue;
		for (; from < end; from++)
			text = arena_join(
			    arena, text, words->v[from], from + 1 < end ? " " : "", NULL);
		return text;
	}
	return NULL;
}

/* Capitals, maybe in the plural: "GNNs"; 0: it is no such word. */
static size_t
count_letters(const char *text, const char *at, size_t length)
{
	size_t letters = strspn(at, CAPITALS);

	return (at > text && strchr(" -(/,:", at[-1]) == NULL) ||
		letters < LEAST_LETTERS || letters > MOST_LETTERS ||
		(letters != length && (letters + 1 != length || at[letters] != 's'))
	    ? 0
	    : letters;
}

const char *
called_unfold(struct arena *arena, const char *text, const struct words *own,
    const struct words *other)
{
	/* Alone they are a name. */
	if (strchr(text, ' ') == NULL)
		return text;
	for (const char *at = text; *(at += strcspn(at, CAPITALS)) != '\0';) {
		size_t length = strspn(
		    at, CAPITALS "abcdefghijklmnopqrstuvwxyz0123456789");
		size_t letters = count_letters(text, at, length);
		struct words folded = { 0 };
		const char *said = NULL;

		if (letters > 0)
			words_read(arena, arena_text_n(arena, at, letters), &folded);
		if (folded.count == 1 && !word_is_number(folded.key[0]) &&
		    !words_have(other, folded.key[0]))
			said = find_spelled(arena, own, other, folded.v[0]);
		if (said != NULL)
			return called_unfold(arena,
			    arena_join(arena,
				arena_text_n(arena, text, (size_t)(at - text)), said,
				at + length, NULL),
			    own, other);
		at += length;
	}
	return text;
}
