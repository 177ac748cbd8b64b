/* Percent-encoding (RFC 3986, section 2.1). */
#include "base/url.h"

#include <stddef.h>
#include <string.h>

#include "base/arena.h"

static bool
is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

char *
url_encode(struct arena *arena, const char *text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *encoded = arena_alloc(arena, strlen(text) * 3 + 1), *out = encoded;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (is_unreserved(c)) {
			*out++ = *text;
		} else {
			*out++ = '%';
			*out++ = digits[c >> 4];
			*out++ = digits[c & 15];
		}
	}
	return encoded;
}

static int
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* %00 would cut the text and stays as it is, like every bad escape. */
char *
url_decode(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	char *decoded = arena_alloc(arena, length + 1), *out = decoded;

	for (size_t i = 0; i < length; i++) {
		int high = -1, low = -1;

		if (text[i] == '%' && length - i > 2) {
			high = digit_value(text[i + 1]);
			low = digit_value(text[i + 2]);
		}
		if (high >= 0 && low >= 0 && high + low > 0) {
			*out++ = (char)(high << 4 | low);
			i += 2;
		} else {
			*out++ = text[i];
		}
	}
	return decoded;
}
