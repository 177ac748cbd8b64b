/* Words enter; how many they are, and whether they are spelt as titles are, leaves. */
#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

size_t
words_count(const char *text)
{
	const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
	const char *end = text + strlen(text);
	size_t words = 0, wide = 0;
	bool inside = false;

	while (*text != '\0') {
		uint64_t eight, letters;

		/* Eight of ASCII at once: a word begins where none stands in front. */
		while ((size_t)(end - text) >= sizeof eight &&
		    (memcpy(&eight, text, sizeof eight), (eight & tops) == 0)) {
			letters = (le64toh(eight) + ones * (0x7F - ' ')) & tops;
			words += ((letters & ~(letters << 8 | (uint64_t)inside << 7)) >>
				     7) *
				ones >>
			    56;
			inside = letters >> 63 != 0;
			text += sizeof eight;
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
	while (*text != '\0') {
		length = strcspn(text, " -/");
		if (length > 3) {
			capital += text_is_capital(*text);
			small += text_is_small(*text);
		}
		text += length + (text[length] != '\0');
	}
	return capital >= 3 && capital >= 3 * small;
}
