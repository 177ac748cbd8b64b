/* Words enter; how many they are, and whether they are spelt as titles are, leaves. */
#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

static const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;

/* The next bytes, NUL behind the last of them; false: not all are ASCII, or there are few. */
static bool
take_eight(const char *begin, const char *text, const char *end, uint64_t *eight)
{
	size_t left = (size_t)(end - text);

	if (left == 0 || end - begin < 8)
		return false;
	memcpy(eight, left < 8 ? end - 8 : text, 8);
	*eight = le64toh(*eight) >> (left < 8 ? 8 * (8 - left) : 0);
	return (*eight & tops) == 0;
}

size_t
words_count(const char *text)
{
	const char *begin = text, *end = text + strlen(text);
	size_t words = 0, wide = 0;
	bool inside = false;

	while (*text != '\0') {
		uint64_t eight, letters;

		/* Eight of ASCII at once: a word begins where none stands in front. */
		while (take_eight(begin, text, end, &eight)) {
			letters = (eight + ones * (0x7F - ' ')) & tops;
			words += ((letters & ~(letters << 8 | (uint64_t)inside << 7)) >>
				     7) *
				ones >>
			    56;
			inside = letters >> 63 != 0;
			text += (size_t)(end - text) < 8 ? end - text : 8;
		}
		if (*text == '\0')
			break;
		if (*text > 0) {
			words += inside < (*text > ' ');
			inside = *text++ > ' ';
			continue;
		}
		unsigned c = text_next_code_point(&text);
		if (c >= 0x2E80 && c < 0x1F000) {
			wide++;
			inside = false;
			continue;
		}
		words += inside < (c != 0xA0);
		inside = c != 0xA0;
	}
	return words + (wide + 1) / 2;
}

bool
words_are_titled(const char *text)
{
	size_t capital = 0, small = 0, length = text == NULL ? 0 : strlen(text);

	if (length < 20 || length > 250 || words_count(text) < 4 ||
	    text_is_any(text[length - 1], ".:;") || strstr(text, ". ") != NULL)
		return false;
	for (char before = ' '; *text != '\0'; text += length + (text[length] != '\0')) {
		length = strcspn(text, " -/");
		if (length > 3) {
			capital += text_is_capital(*text);
			/* "Low-cost" */
			small += text_is_small(*text) && before != '-';
		}
		before = text[length];
	}
	return capital >= 3 && capital >= 3 * small;
}
