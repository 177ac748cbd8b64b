/*
 * Bytes of unknown making in, well-formed UTF-8 out: what is ill-formed becomes
 * U+FFFD.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

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
		used = text_decode(at + i, length - i, &code_point);
		/* U+FFFD itself takes three bytes beginning with EF. */
		if (code_point == TEXT_REPLACEMENT &&
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
			size_t run;

			good += text_decode((const unsigned char *)bytes + good,
			    length - good, &code_point);
			out += text_put_code_point(code_point, text + out);
			run = well_formed_length(bytes + good, length - good);
			memcpy(text + out, bytes + good, run);
			good += run;
			out += run;
		}
		text[out] = '\0';
		length = out;
	}
	for (char *at = text, *end = text + length;
	     (at = memchr(at, '\0', (size_t)(end - at))) != NULL;)
		*at = ' ';
	return text;
}
