/* A place in an item's words enters; the signs between blanks there leave. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/text.h"

size_t
forms_sign_length(const char *at)
{
	size_t length = 1;

	if (*at != ' ' || at[1] == ' ')
		return 0;
	while (at[length] != ' ' && at[length] != '\0') {
		const char *next = at + length;
		unsigned c = text_next_code_point(&next);
		bool sign = c < 0x80 ? strchr("/\\|:;~>=*#@^", (char)c) != NULL
				     : text_is_punctuation(c) || c == 0x2022 ||
			c == 0xB7 || (c >= 0x2190 && c < 0x2C00);
		if (!sign || length > 6)
			return 0;
		length = (size_t)(next - at);
	}
	return at[length] == ' ' && length > 1 ? length + 1 : 0;
}
