/*
 * Bytes in, code points out, and back.  Ill-formed input becomes U+FFFD, one
 * for each maximal well-formed beginning (Unicode 15, section 3.9).
 */
#include "base/text.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

#define REPLACEMENT 0xfffdu

/*
 * Table 3-7 of the standard: bytes used by the sequence at `bytes`, and
 * *code_point; U+FFFD when it is ill-formed.  length is at least 1.
 */
static size_t
decode(const unsigned char *bytes, size_t length, unsigned *code_point)
{
	unsigned first = bytes[0], low = 0x80, high = 0xbf;
	size_t more, i;

	*code_point = first;
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first <= 0xdf)
		more = 1;
	else if (first >= 0xe0 && first <= 0xef)
		more = 2;
	else if (first >= 0xf0 && first <= 0xf4)
		more = 3;
	else {
		*code_point = REPLACEMENT;
		return 1;
	}
	if (first == 0xe0)
		low = 0xa0;
	else if (first == 0xed)
		high = 0x9f;
	else if (first == 0xf0)
		low = 0x90;
	else if (first == 0xf4)
		high = 0x8f;
	*code_point = first & (0x3fu >> more);
	for (i = 1; i <= more; i++) {
		if (i >= length || bytes[i] < low || bytes[i] > high) {
			*code_point = REPLACEMENT;
			return i;
		}
		*code_point = *code_point << 6 | (bytes[i] & 0x3fu);
		low = 0x80;
		high = 0xbf;
	}
	return more + 1;
}

unsigned
text_next_code_point(const char **text)
{
	unsigned code_point;

	/* The NUL at the end stops a sequence that is cut short. */
	*text += decode((const unsigned char *)*text, 4, &code_point);
	return code_point;
}

size_t
text_put_code_point(unsigned code_point, char out[4])
{
	unsigned char *bytes = (unsigned char *)out;

	if (code_point > 0x10ffff || (code_point >= 0xd800 && code_point <= 0xdfff))
		code_point = REPLACEMENT;
	if (code_point < 0x80) {
		bytes[0] = (unsigned char)code_point;
		return 1;
	}
	if (code_point < 0x800) {
		bytes[0] = (unsigned char)(0xc0 | code_point >> 6);
		bytes[1] = (unsigned char)(0x80 | (code_point & 0x3f));
		return 2;
	}
	if (code_point < 0x10000) {
		bytes[0] = (unsigned char)(0xe0 | code_point >> 12);
		bytes[1] = (unsigned char)(0x80 | (code_point >> 6 & 0x3f));
		bytes[2] = (unsigned char)(0x80 | (code_point & 0x3f));
		return 3;
	}
	bytes[0] = (unsigned char)(0xf0 | code_point >> 18);
	bytes[1] = (unsigned char)(0x80 | (code_point >> 12 & 0x3f));
	bytes[2] = (unsigned char)(0x80 | (code_point >> 6 & 0x3f));
	bytes[3] = (unsigned char)(0x80 | (code_point & 0x3f));
	return 4;
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
