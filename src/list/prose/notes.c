/*
 * A text enters; it leaves without its references to footnotes, and what begins one is
 * known.  GitHub shows footnotes at the end of the page.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/strmap.h"
#include "list/prose/inside.h"

enum { LONGEST_LABEL = 80 };

/* "[^label]", at the begin: its length, or 0. */
static size_t
reference(const char *at, size_t length)
{
	const char *close;

	if (length < 4 || at[0] != '[' || at[1] != '^')
		return 0;
	close = memchr(at, ']', length < LONGEST_LABEL ? length : LONGEST_LABEL);
	if (close == NULL || close == at + 2 ||
	    memchr(at, ' ', (size_t)(close - at)) != NULL)
		return 0;
	return (size_t)(close - at) + 1;
}

size_t
notes_begin(const char *line, size_t length)
{
	size_t end = reference(line, length);

	return end > 0 && end < length && line[end] == ':' ? end + 1 : 0;
}

/* Marks that begin a line: "[^label]". */
static struct strmap *
collect(struct arena *arena, const char *bytes, size_t length)
{
	struct strmap *notes = strmap_new();
	const char *end = bytes + length, *at = bytes;

	for (; (at = memchr(at, '[', (size_t)(end - at))) != NULL; at++) {
		size_t mark = notes_begin(at, (size_t)(end - at));

		if (mark > 0 && (at == bytes || at[-1] == '\n'))
			strmap_put(notes, arena_text_n(arena, at, mark - 1), notes);
	}
	return notes;
}

const char *
notes_drop(struct arena *arena, const char *bytes, size_t *length, struct buffer *out)
{
	struct strmap *notes = collect(arena, bytes, *length);
	const char *from = bytes, *end = bytes + *length, *at = bytes;

	while (strmap_count(notes) > 0 &&
	    (at = memmem(at, (size_t)(end - at), "[^", 2)) != NULL) {
		size_t mark = reference(at, (size_t)(end - at));

		if (mark > 0 && (at > bytes && at[-1] != '\n') &&
		    strmap_get(notes, arena_text_n(arena, at, mark)) != NULL) {
			buffer_add(out, from, (size_t)(at - from));
			from = at + mark;
		}
		at += 2;
	}
	strmap_free(notes);
	if (from == bytes)
		return bytes;
	buffer_add(out, from, (size_t)(end - from));
	*length = out->length;
	return out->bytes;
}
