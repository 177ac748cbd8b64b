/*
 * A text enters; it leaves with the letters that stood in it as BibTeX writes them:
 * people paste "L{\"o}ser, Jo{\~a}o and O{'}Connor" into lists of any kind.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "list/record/latex.h"
#include "list/record/record.h"

/* "{\v{s}}" is no longer. */
enum { LONGEST = 12 };

/* Up to the brace that closes the one `at` begins with, on its line; 0: too far. */
static size_t
closed(const char *at, size_t length)
{
	size_t end = 0, depth = 0;

	do {
		depth += at[end] == '{';
		depth -= at[end] == '}';
		end++;
	} while (depth > 0 && end < length && end < LONGEST && at[end] != '\n');
	return depth == 0 ? end : 0;
}

/* One letter or an apostrophe in braces, at the begin: its length, or 0. */
static size_t
letter_in_braces(const char *at, size_t length)
{
	size_t end = closed(at, length);
	bool named;

	if (end == 3 && at[1] == '\'')
		return end;
	if (end < 4 || at[1] != '\\')
		return 0;
	/* "{\o}", "{\ss}" */
	if (end < 6 && latex_symbol(at + 2, end - 3) != NULL)
		return end;
	/* "{\v s}", "{\v{s}}": a name ends before its letter. */
	named = (at[2] | 32) >= 'a' && (at[2] | 32) <= 'z';
	return latex_accent(at[2]) == 0 || end < 5 ||
		(named && at[3] != '{' && at[3] != ' ')
	    ? 0
	    : end;
}

const char *
latex_lines(struct arena *arena, const char *bytes, size_t *length, struct buffer *out)
{
	const char *from = bytes, *end = bytes + *length, *at = bytes;

	for (; (at = memchr(at, '{', (size_t)(end - at))) != NULL; at++) {
		size_t size = letter_in_braces(at, (size_t)(end - at));

		if (size == 0)
			continue;
		buffer_add(out, from, (size_t)(at - from));
		buffer_text(out, latex_text(arena, arena_text_n(arena, at, size), false));
		from = at + size;
		at = from - 1;
	}
	if (from == bytes)
		return bytes;
	buffer_add(out, from, (size_t)(end - from));
	*length = out->length;
	return out->bytes;
}
