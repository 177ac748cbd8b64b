/*
 * Bytes in, code points out, and back.  Ill-formed input becomes U+FFFD, one
 * for each maximal well-formed beginning (Unicode 15, section 3.9).
 */
#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

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

size_t
text_decode(const unsigned char *bytes, size_t length, unsigned *code_point)
{
	utf8proc_int32_t read;
	utf8proc_ssize_t used;

	*code_point = *bytes;
	if (*bytes < 0x80)
		return 1;
	used = utf8proc_iterate(bytes, length < 4 ? (utf8proc_ssize_t)length : 4, &read);
	*code_point = used > 0 ? (unsigned)read : TEXT_REPLACEMENT;
	return used > 0 ? (size_t)used : maximal_beginning(bytes, length);
}

unsigned
text_next_wide(const char **text)
{
	unsigned code_point;

	*text += text_decode(
	    (const unsigned char *)*text, strnlen(*text, 4), &code_point);
	return code_point;
}

size_t
text_put_code_point(unsigned code_point, char out[4])
{
	if (code_point > 0x10ffff || (code_point >= 0xd800 && code_point <= 0xdfff))
		code_point = TEXT_REPLACEMENT;
	return (size_t)utf8proc_encode_char(
	    (utf8proc_int32_t)code_point, (utf8proc_uint8_t *)out);
}

bool
text_is_punctuation(unsigned code_point)
{
	switch ((unsigned)utf8proc_category((utf8proc_int32_t)code_point)) {
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return code_point >= 0x80;
	default:
		return false;
	}
}
