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
text_starts_nocase_in(const char *text, const char *prefix)
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
	const char *small = strchr(text, first), *large = NULL;

	if (first >= 'a' && first <= 'z')
		large = strchr(text, first - 'a' + 'A');
	while (small != NULL || large != NULL) {
		bool is_small = large == NULL || (small != NULL && small < large);
		text = is_small ? small : large;
		if (first == '\0' || text_starts_nocase(text + 1, needle + 1))
			return text;
		*(is_small ? &small : &large) = strchr(text + 1, *text);
	}
	return NULL;
}

bool
text_is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (*text == **words && strcmp(text, *words) == 0)
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

char *
text_trim_in(char *text, unsigned long long low, unsigned long long high)
{
	size_t length = strlen(text);

	while (length > 0 && text_is_in(text[length - 1], low, high))
		text[--length] = '\0';
	while (text_is_in(*text, low, high))
		text++;
	return text;
}
