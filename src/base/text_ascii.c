/* ASCII letters compared without regard to case; all other bytes as they are. */
#include "base/text.h"

#include <string.h>

#include "base/arena.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

char *
text_lower(struct arena *arena, const char *text)
{
	char *copy = arena_text(arena, text);

	for (char *at = copy; at != NULL && *at != '\0'; at++)
		*at = lower(*at);
	return copy;
}

bool
text_equal_nocase(const char *a, const char *b)
{
	while (*a != '\0' && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return *a == '\0' && *b == '\0';
}

bool
text_starts_nocase(const char *text, const char *prefix)
{
	for (; *prefix != '\0'; text++, prefix++) {
		if (lower(*text) != lower(*prefix))
			return false;
	}
	return true;
}

const char *
text_find_nocase(const char *text, const char *needle)
{
	if (*needle == '\0')
		return text;
	for (; *text != '\0'; text++) {
		if (text_starts_nocase(text, needle))
			return text;
	}
	return NULL;
}
