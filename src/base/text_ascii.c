/* ASCII as such: letters of either case, words, ends; other bytes as they are. */
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
	const char first = lower(*needle);
	const char either = first >= 'a' && first <= 'z' ? 0x20 : 0;

	if (first == '\0')
		return text;
	for (; *text != '\0'; text++) {
		if ((*text | either) == first && text_starts_nocase(text + 1, needle + 1))
			return text;
	}
	return NULL;
}

bool
text_is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (strcmp(text, *words) == 0)
			return true;
	}
	return false;
}

bool
text_is_one_of_nocase(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (text_equal_nocase(text, *words))
			return true;
	return false;
}

static bool
is_end(char c, const char *also)
{
	return c == ' ' || c == '\t' || strchr(also, c) != NULL;
}

char *
text_trim(char *text, const char *also)
{
	size_t length = strlen(text);

	while (length > 0 && is_end(text[length - 1], also))
		text[--length] = '\0';
	while (*text != '\0' && is_end(*text, also))
		text++;
	return text;
}
