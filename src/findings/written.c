/* Words and how a list is written enter; the bytes that say them there leave. */
#include <string.h>

#include "base/arena.h"
#include "findings/inside.h"

/* Each of these signs with a backslash in front. */
static const char *
with_backslashes(struct arena *arena, const char *text, const char *signs)
{
	char *out = arena_alloc(arena, 2 * strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++) {
		if (strchr(signs, *text) != NULL)
			*to++ = '\\';
		*to++ = *text;
	}
	return out;
}

const char *
written_as(struct arena *arena, enum writing writing, bool url, const char *text)
{
	for (const char *at = text; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			return NULL;
	switch (writing) {
	case WRITING_LINES:
	case WRITING_CSV: /* whether it takes quotes, its cell says */
		return text;
	case WRITING_JSON:
		return with_backslashes(arena, text, "\"\\");
	case WRITING_BIBTEX:
		return strpbrk(text, "{}\\$~^") != NULL ? NULL
		    : url                               ? text
			  : with_backslashes(arena, text, "&%#_");
	case WRITING_MARKDOWN:
		/* What would end its cell, or begin a mark. */
		return strpbrk(text, url ? "|<> " : "|<>[]{}*`\\") != NULL ? NULL : text;
	}
	return NULL;
}
