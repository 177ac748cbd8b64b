/* Words and formats in, texts in the arena out. */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

char *
arena_join(struct arena *arena, const char *first, ...)
{
	size_t length = 1;
	va_list texts;
	char *joined, *end;

	va_start(texts, first);
	for (const char *t = first; t != NULL; t = va_arg(texts, const char *))
		length += strlen(t);
	va_end(texts);
	joined = end = arena_alloc(arena, length);
	va_start(texts, first);
	for (const char *t = first; t != NULL; t = va_arg(texts, const char *))
		end = stpcpy(end, t);
	va_end(texts);
	return joined;
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
	char first[256]; /* most texts fit, and are formatted once */
	va_list arguments;
	char *text;
	int length;

	va_start(arguments, format);
	length = vsnprintf(first, sizeof first, format, arguments);
	va_end(arguments);
	assert(length >= 0);
	if ((size_t)length < sizeof first)
		return arena_text_n(arena, first, (size_t)length);
	text = arena_alloc(arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return text;
}
