/* A line enters; how long the mark of an item is that begins there leaves, and one that
 * Markdown reads instead of it. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "list/prose/inside.h"

size_t
marks_item(const char *line, size_t length)
{
	size_t digits = 0;

	/* A line's end is no end of text. */
	while (digits < length && text_is_digit(line[digits]))
		digits++;
	if (digits > 9 || digits + 1 >= length || line[digits + 1] != ' ' ||
	    (digits > 0 ? !text_is_any(line[digits], ".)")
			: !text_is_any(line[digits], "*+-")))
		return 0;
	return digits + 1;
}

/* "*[Ann Roe](u), [Bo Poe](v).*": a star further on ends what this one begins. */
static bool
is_emphasis(const char *line, size_t length)
{
	for (size_t i = 2; i < length; i++)
		if (line[i] == '*' && line[i - 1] != '*' && line[i - 1] != ' ' &&
		    line[i - 1] != '\\' && (i + 1 == length || line[i + 1] != '*'))
			return true;
	return false;
}

/* "-[Title](url)", "1.[Title](url)", "• Title", "1、Title": bullets to a reader, but not
 * to Markdown; where the mark ends, or 0. */
static size_t
bare_bullet(const char *line, size_t length)
{
	size_t at = 0, digits;

	while (at < length && line[at] == ' ')
		at++;
	digits = at;
	if (at + 4 > length)
		return 0;
	if ((line[at] == '*' && line[at + 1] == '[' &&
		!is_emphasis(line + at, length - at)) ||
	    (text_is_any(line[at], "-+") &&
		(line[at + 1] == '[' || memcmp(line + at + 1, "**", 2) == 0 ||
		    memcmp(line + at + 1, "<a ", 3) == 0)))
		return at + 1;
	if (memcmp(line + at, "•", 3) == 0)
		return at + 3;
	while (digits < length && line[digits] >= '0' && line[digits] <= '9')
		digits++;
	if (digits > at && digits < at + 4 && digits + 3 < length &&
	    (memcmp(line + digits, "、", 3) == 0 || memcmp(line + digits, "．", 3) == 0))
		return digits + 3;
	if (digits > at && digits < at + 4 && digits + 1 < length &&
	    (line[digits] == '.' || line[digits] == ')') &&
	    (line[digits + 1] == '[' || line[digits + 1] == '*'))
		return digits + 1;
	return 0;
}

/* "- [x] Title": a box of a list of tasks is no word of it.  Up to where it is read. */
static size_t
box_length(const char *line, size_t length, struct buffer *out)
{
	size_t start = 0, mark;

	while (start < length && (line[start] == ' ' || line[start] == '\t'))
		start++;
	if (start == length)
		return 0;
	mark = start + marks_item(line + start, length - start);
	if (mark == start || mark + 5 >= length || line[mark + 1] != '[' ||
	    !text_is_any(line[mark + 2], " xX") || line[mark + 3] != ']' ||
	    line[mark + 4] != ' ')
		return 0;
	buffer_add(out, line, mark);
	return mark + 4;
}

size_t
marks_mend(const char *line, size_t length, struct buffer *out)
{
	size_t mark = notes_begin(line, length);

	if (mark > 0) {
		buffer_printf(out, "%d. ", NOTES_NUMBER);
		return mark;
	}
	mark = bare_bullet(line, length);
	if (mark == 0)
		return box_length(line, length, out);
	if (text_is_digit(line[text_span(line, " ")]) && (line[mark - 1] & 0x80) != 0)
		buffer_printf(out, "%.*s.", (int)mark - 3, line);
	else if ((line[mark - 1] & 0x80) != 0)
		buffer_char(out, '-');
	else
		buffer_add(out, line, mark);
	buffer_char(out, ' ');
	return mark;
}
