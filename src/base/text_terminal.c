/* Text from outside in, text that cannot play tricks on a terminal out. */
#include "base/text.h"

#include <string.h>

#define ESCAPE 0x1bu

/* Past an ANSI sequence (ECMA-48) whose introducer was just read. */
static const char *
skip_control_sequence(const char *text)
{
	while (*text >= 0x20 && *text <= 0x3f)
		text++;
	if (*text >= 0x40 && *text <= 0x7e)
		text++;
	return text;
}

/* Past a string that ends with BEL or ESC \ (titles, hyperlinks). */
static const char *
skip_control_string(const char *text)
{
	const char *end = text;

	while (
	    *end != '\0' && *end != '\a' && *end != '\n' && (unsigned char)*end != ESCAPE)
		end++;
	if (*end == '\a')
		return end + 1;
	if ((unsigned char)*end == ESCAPE && end[1] == '\\')
		return end + 2;
	/* Never ended: only the introducer goes. */
	return text;
}

static const char *
skip_escape(const char *text)
{
	switch (*text) {
	case '[':
		return skip_control_sequence(text + 1);
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		return skip_control_string(text + 1);
	default:
		return text;
	}
}

static bool
is_harmful(unsigned code_point)
{
	return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) ||
	    code_point == 0x061c || code_point == 0x200e || code_point == 0x200f ||
	    (code_point >= 0x202a && code_point <= 0x202e) ||
	    (code_point >= 0x2060 && code_point <= 0x206f) || code_point == 0xfeff ||
	    (code_point >= 0xfff9 && code_point <= 0xfffb) ||
	    (code_point >= 0xe0000 && code_point <= 0xe007f);
}

static bool
is_line_break(unsigned code_point)
{
	return (code_point >= '\t' && code_point <= '\r') || code_point == 0x85 ||
	    code_point == 0x2028 || code_point == 0x2029;
}

size_t
text_harmless(const char *text, char *out, size_t size)
{
	size_t length = 0;

	while (*text != '\0') {
		unsigned code_point = text_next_code_point(&text);
		char bytes[4];
		size_t count;

		if (code_point == ESCAPE) {
			text = skip_escape(text);
			continue;
		}
		if (code_point == 0x9b) {
			text = skip_control_sequence(text);
			continue;
		}
		if (is_line_break(code_point))
			code_point = ' ';
		else if (is_harmful(code_point))
			continue;
		count = text_put_code_point(code_point, bytes);
		if (length + count >= size)
			break;
		memcpy(out + length, bytes, count);
		length += count;
	}
	out[length] = '\0';
	return length;
}
