/*
 * Bytes in, code points out, and back.  Ill-formed input becomes U+FFFD, one
 * for each maximal well-formed beginning (Unicode 15, section 3.9).
 */
#include "base/text.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"

#define REPLACEMENT 0xfffdu

/*
 * How many bytes begin a well-formed sequence that does not go on (table 3-7 of
 * the standard): those that the lowest or the highest bytes would complete.
 */
static size_t
maximal_beginning(const unsigned char *bytes, size_t length)
{
	utf8proc_int32_t ignored;

	for (size_t n = length < 3 ? length : 3; n > 1; n--) {
		unsigned char low[4] = { 0x80, 0x80, 0x80, 0x80 };
		unsigned char high[4] = { 0xbf, 0xbf, 0xbf, 0xbf };

		memcpy(low, bytes, n);
		memcpy(high, bytes, n);
		if (utf8proc_iterate(low, 4, &ignored) > 0 ||
		    utf8proc_iterate(high, 4, &ignored) > 0)
			return n;
	}
	return 1;
}

/* The bytes used, and *code_point; U+FFFD when ill-formed.  length: at least 1. */
static size_t
decode(const unsigned char *bytes, size_t length, unsigned *code_point)
{
	utf8proc_int32_t read;
	utf8proc_ssize_t used;

	*code_point = *bytes;
	if (*bytes < 0x80)
		return 1;
	used = utf8proc_iterate(bytes, length < 4 ? (utf8proc_ssize_t)length : 4, &read);
	*code_point = used > 0 ? (unsigned)read : REPLACEMENT;
	return used > 0 ? (size_t)used : maximal_beginning(bytes, length);
}

unsigned
text_next_code_point(const char **text)
{
	unsigned code_point;

	*text += decode((const unsigned char *)*text,
	    (unsigned char)**text < 0x80 ? 1 : strnlen(*text, 4), &code_point);
	return code_point;
}

size_t
text_put_code_point(unsigned code_point, char out[4])
{
	if (code_point > 0x10ffff || (code_point >= 0xd800 && code_point <= 0xdfff))
		code_point = REPLACEMENT;
	return (size_t)utf8proc_encode_char(
	    (utf8proc_int32_t)code_point, (utf8proc_uint8_t *)out);
}

/* Bytes of the ASCII beginning, eight at a time. */
static size_t
ascii_run(const unsigned char *at, size_t length)
{
	size_t i = 0;
	uint64_t eight;

	for (; length - i >= sizeof eight; i += sizeof eight) {
		memcpy(&eight, at + i, sizeof eight);
		if ((eight & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (i < length && at[i] < 0x80)
		i++;
	return i;
}

/* Length of the well-formed beginning. */
static size_t
well_formed_length(const char *bytes, size_t length)
{
	const unsigned char *at = (const unsigned char *)bytes;
	size_t i = 0;

	while (i < length) {
		unsigned code_point;
		size_t used;

		if (at[i] < 0x80) {
			i += ascii_run(at + i, length - i);
			continue;
		}
		used = decode(at + i, length - i, &code_point);
		/* U+FFFD itself takes three bytes beginning with EF. */
		if (code_point == REPLACEMENT &&
		    (used != 3 || at[i] != 0xef || at[i + 1] != 0xbf ||
			at[i + 2] != 0xbd))
			return i;
		i += used;
	}
	return length;
}

bool
text_is_utf8(const char *bytes, size_t length)
{
	return well_formed_length(bytes, length) == length;
}

char *
text_to_utf8(struct arena *arena, const char *bytes, size_t length)
{
	size_t good = well_formed_length(bytes, length), out = good;
	char *text;

	if (good == length) {
		text = arena_text_n(arena, length == 0 ? "" : bytes, length);
	} else {
		/* One bad byte becomes at most three. */
		text = arena_alloc(arena, good + (length - good) * 3 + 1);
		memcpy(text, bytes, good);
		while (good < length) {
			unsigned code_point;

			good += decode((const unsigned char *)bytes + good, length - good,
			    &code_point);
			out += text_put_code_point(code_point, text + out);
		}
		text[out] = '\0';
		length = out;
	}
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\0')
			text[i] = ' ';
	}
	return text;
}
