/* A JSON string token in, its text out. */
#include "base/json_string.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static unsigned
hexadecimal(const char *digits)
{
	unsigned value = 0;

	for (int i = 0; i < 4; i++) {
		unsigned c = (unsigned char)digits[i];

		value = value << 4 | (c <= '9' ? c - '0' : (c | 0x20u) - 'a' + 10);
	}
	return value & 0xffff;
}

/* The code point of \uXXXX, or of the pair \uXXXX\uXXXX, advancing. */
static unsigned
take_unicode_escape(const char **at, const char *end)
{
	unsigned first = hexadecimal(*at), second;

	*at += 4;
	if (first < 0xd800 || first > 0xdfff)
		return first;
	if (first <= 0xdbff && end - *at >= 6 && (*at)[0] == '\\' && (*at)[1] == 'u') {
		second = hexadecimal(*at + 2);
		if (second >= 0xdc00 && second <= 0xdfff) {
			*at += 6;
			return 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff);
		}
	}
	return 0xfffd;
}

static char
plain_escape(char letter)
{
	switch (letter) {
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	default:
		return letter; /* " \ and / */
	}
}

static size_t
decode_escapes(const char *at, const char *end, char *out)
{
	size_t length = 0;

	while (at < end) {
		const char *escape = memchr(at, '\\', (size_t)(end - at));
		size_t plain = (size_t)((escape == NULL ? end : escape) - at);

		memcpy(out + length, at, plain);
		length += plain;
		at += plain;
		if (at == end)
			break;
		at++;
		if (at < end && *at == 'u' && end - at >= 5) {
			at++;
			length += text_put_code_point(
			    take_unicode_escape(&at, end), out + length);
		} else if (at < end) {
			out[length++] = plain_escape(*at++);
		}
	}
	return length;
}

const char *
json_decode_string(
    struct arena *arena, const char *raw, size_t raw_length, size_t *length)
{
	const char *inside = raw + 1;
	size_t inside_length;
	char *text;

	assert(raw_length >= 2 && raw[0] == '"' && raw[raw_length - 1] == '"');
	inside_length = raw_length - 2;
	if (memchr(inside, '\\', inside_length) == NULL) {
		text = arena_text_n(arena, inside, inside_length);
		*length = inside_length;
	} else {
		/* No escape is shorter than what it stands for. */
		text = arena_alloc(arena, inside_length + 1);
		*length = decode_escapes(inside, inside + inside_length, text);
		text[*length] = '\0';
	}
	if (!text_is_utf8(text, *length)) {
		text = text_to_utf8(arena, text, *length);
		*length = strlen(text);
	}
	return text;
}
