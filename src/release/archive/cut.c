/*
 * Bytes enter, the length of their first piece leaves.  A line's own begin says
 * whether a piece begins with it, so a row more or fewer moves no other cut.
 */
#include "release/archive/cut.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* FNV-1a; one line of sixteen begins a piece. */
static bool
begins_piece(const char *line)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < CUT_AHEAD; i++)
		hash = (hash ^ (unsigned char)line[i]) * 16777619u;
	return (hash >> 16 & 15) == 0;
}

size_t
cut_next(const char *bytes, size_t length)
{
	size_t end = length < CUT_MOST ? length : CUT_MOST, at = CUT_LEAST;

	while (at < end) {
		const char *newline = memchr(bytes + at, '\n', end - at);

		if (newline == NULL)
			break;
		at = (size_t)(newline - bytes) + 1;
		if (length - at >= CUT_AHEAD && begins_piece(bytes + at))
			return at;
	}
	return end;
}
