/*
 * A line as it stands and as cmark is given it enter; what of it a repair takes away,
 * and what it puts there, stays with the reader.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* "]( address": the blank is read over, and should not be there. */
static void
drop_blanks(const char *bytes, size_t length, struct buffer *out)
{
	for (size_t i = 0; i < length; i++)
		if (bytes[i] != ' ' || i < 2 || bytes[i - 1] != '(' ||
		    bytes[i - 2] != ']')
			buffer_char(out, bytes[i]);
}

/* How many bytes at the end are the same, behind `from`. */
static size_t
same_end(const char *line, size_t length, size_t from, const struct buffer *right)
{
	size_t same = 0;

	while (same < length - from && same < right->length - from &&
	    line[length - same - 1] == right->bytes[right->length - same - 1])
		same++;
	return same;
}

/* A short stretch: from the bracket before the first difference to the next blank
 * behind it; and the line's stretch that holds all that differs. */
void
mended_keep(struct reader *reader, unsigned number, const char *line, size_t length,
    const struct buffer *mended)
{
	struct arena *arena = reader->arena;
	struct buffer right;
	size_t at = 0, start, end, last, same;

	buffer_init(&right, 0);
	drop_blanks(mended->bytes, mended->length, &right);
	while (at < length && at < right.length && line[at] == right.bytes[at])
		at++;
	same = same_end(line, length, at, &right);
	for (start = at;
	     start > 0 && (start == length || line[start] != '[') && at - start < 80;)
		start--;
	start = text_trimmed(line, start, "[");
	at += at < length && line[at] == ' ';
	for (end = at;
	     end < length && !text_is_any(line[end], " |\t\r") && end - at < 200;)
		end++;
	reader->mended = arena_push(
	    arena, reader->mended, reader->mended_count, sizeof *reader->mended);
	reader->mended[reader->mended_count] = (struct mended_link){ .line = number,
		.as_written = arena_text_n(arena, line + start, end - start) };
	last = end > length - same ? end : length - same;
	if (memmem(line, length, line + start, last - start) != line + start)
		start = 0;
	reader->mended[reader->mended_count].from = arena_text_n(
	    arena, line + start, last - start);
	reader->mended[reader->mended_count++].to = arena_text_n(
	    arena, right.bytes + start, right.length - (length - last) - start);
	buffer_free(&right);
}
