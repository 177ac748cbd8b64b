/* A word and what could be meant enter; the nearest leaves. */
#include "base/near.h"

#include <string.h>

#include "base/arena.h"

enum { LONGEST = 40, BEGINNING = 3, FARTHEST = 3 };

static char
lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a')
	    : letter == '_'                   ? '-'
					      : letter;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* The optimal string alignment distance. */
static unsigned
distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	unsigned rows[LONGEST + 1][LONGEST + 1];

	for (size_t i = 0; i <= a_length; i++)
		for (size_t j = 0; j <= b_length; j++) {
			unsigned exchanged;

			if (i == 0 || j == 0) {
				rows[i][j] = (unsigned)(i + j);
				continue;
			}
			exchanged = rows[i - 1][j - 1] +
			    (lower(a[i - 1]) != lower(b[j - 1]));
			rows[i][j] = least(
			    exchanged, least(rows[i - 1][j], rows[i][j - 1]) + 1);
			if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
			    lower(a[i - 2]) == lower(b[j - 1]))
				rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
		}
	return rows[a_length][b_length];
}

void
near_look(struct near *near, const char *candidate)
{
	size_t length = near->length > 0 ? near->length : strlen(near->word);
	size_t other = strlen(candidate);
	unsigned away, farthest = least((unsigned)(length + 2) / 3, FARTHEST);

	if (length == 0 || length > LONGEST || other > LONGEST)
		return;
	away = distance(near->word, length, candidate, other);
	if (length >= BEGINNING && other > length &&
	    strncmp(near->word, candidate, length) == 0)
		away = least(away, farthest);
	if (away > farthest || (near->best != NULL && near->away <= away))
		return;
	near->best = candidate;
	near->away = away;
}

void
near_look_at_all(struct near *near, struct arena *arena, const char *candidates)
{
	while (*candidates != '\0') {
		size_t length = strcspn(candidates, " ");

		near_look(near, arena_text_n(arena, candidates, length));
		candidates += length + (candidates[length] == ' ');
	}
}

char *
near_words(struct arena *arena, const struct near *near)
{
	return near->best == NULL ? arena_text(arena, "")
				  : arena_printf(arena, "; did you mean %s?", near->best);
}
