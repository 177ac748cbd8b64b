/* Any text enters, harmless characters leave. */
#include "release/text/characters.h"

#include "base/buffer.h"
#include "base/text.h"

bool
characters_harmless(unsigned c)
{
	if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
		return false;
	if (c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff)
		return false;
	if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return false;
	if (c >= 0xfdd0 && c <= 0xfdef)
		return false;
	if ((c & 0xfffe) == 0xfffe)
		return false;
	return true;
}

size_t
characters_plain(const char *text)
{
	static const bool plain[256] = { ['a' ... 'z'] = true,
		['A' ... 'Z'] = true,
		['0' ... '9'] = true,
		[' '] = true,
		['('] = true,
		[')'] = true,
		[','] = true,
		['-'] = true,
		['.'] = true,
		['/'] = true,
		[';'] = true,
		['?'] = true };
	size_t length = 0;

	while (plain[(unsigned char)text[length]])
		length++;
	return length;
}

void
characters_copy(struct buffer *out, const char **text)
{
	char bytes[4];
	size_t length;

	length = text_put_code_point(text_next_code_point(text), bytes);
	buffer_add(out, bytes, length);
}

void
characters_harmless_text(
    struct buffer *out, const char *text, bool (*ascii)(struct buffer *, char))
{
	while (text != NULL && *text != '\0') {
		size_t plain = characters_plain(text);
		unsigned char c;

		buffer_add(out, text, plain);
		text += plain;
		c = (unsigned char)*text;
		if (c == '\0')
			break;
		if (c >= 0x80) {
			const char *here = text;

			if (characters_harmless(text_next_code_point(&here)))
				characters_copy(out, &text);
			text = here;
			continue;
		}
		if (c == '\t' || c == '\n' || c == '\r')
			buffer_char(out, ' ');
		else if (c >= 0x20 && c != 0x7f && (ascii == NULL || !ascii(out, *text)))
			buffer_char(out, *text);
		text++;
	}
}
