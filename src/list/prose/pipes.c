/* Lines of a list enter; where tables begin, and go on, leaves. */
#include <string.h>

#include "list/prose/inside.h"

/* Comments between two rows, and bytes of each, that are looked across. */
enum { MOST_COMMENTS = 8, LONGEST_COMMENT = 4096 };

bool
pipes_are_rule(const char *line, size_t length)
{
	bool dash = false, bar = false;

	for (size_t i = 0; i < length; i++) {
		dash |= line[i] == '-';
		bar |= line[i] == '|';
		if (strchr("|-: \t\r", line[i]) == NULL)
			return false;
	}
	return dash && bar;
}

bool
pipes_start_table(const char *line, size_t length, const char *next, const char *end)
{
	const char *newline = next < end ? memchr(next, '\n', (size_t)(end - next))
					 : NULL;
	size_t next_length = next >= end ? 0
	    : newline == NULL            ? (size_t)(end - next)
					 : (size_t)(newline - next);

	return memchr(line, '|', length) != NULL && pipes_are_rule(next, next_length) &&
	    !pipes_are_rule(line, length);
}

const char *
pipes_behind_gap(const char *at, const char *end)
{
	const char *line = at, *close;

	for (unsigned n = 0; n < MOST_COMMENTS; n++) {
		for (; at < end && strchr(" \t\r\n", *at) != NULL && *at != '\0'; at++)
			line = *at == '\n' ? at + 1 : line;
		if (end - at < 4 || strncmp(at, "<!--", 4) != 0)
			break;
		close = memmem(at,
		    end - at < LONGEST_COMMENT ? (size_t)(end - at) : LONGEST_COMMENT,
		    "-->", 3);
		if (close == NULL)
			return NULL;
		at = close + 3;
	}
	if (at == end || *at != '|')
		return NULL;
	close = memchr(at, '\n', (size_t)(end - at));
	return close != NULL &&
		pipes_start_table(at, (size_t)(close - at), close + 1, end)
	    ? NULL
	    : line;
}
