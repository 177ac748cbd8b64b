/*
 * Bytes enter, the length of their first piece leaves.  Each line has a rank by its
 * first bytes; a piece begins with one that none nearer than a piece's least length
 * outranks.  So a row that changes moves no cut but those beside it.
 */
#include "release/archive/cut.h"

#include <endian.h>
#include <stdint.h>
#include <string.h>

/* Of CUT_AHEAD bytes, since rows of one file begin alike. */
static uint64_t
rank(const char *bytes)
{
	uint64_t sum = 0, word;

	for (size_t i = 0; i < CUT_AHEAD; i += sizeof word) {
		memcpy(&word, bytes + i, sizeof word);
		sum = (sum ^ le64toh(word)) * 0x9e3779b97f4a7c15u;
		sum ^= sum >> 29;
	}
	return sum;
}

/* Where the first line begins at `at` or behind it; `end`: nowhere before that. */
static size_t
next_line(const char *bytes, size_t at, size_t end)
{
	const char *newline = at < end ? memchr(bytes + at - 1, '\n', end - at) : NULL;

	return newline != NULL ? (size_t)(newline - bytes) + 1 : end;
}

size_t
cut_next(const char *bytes, size_t length)
{
	size_t end = length < CUT_MOST ? length : CUT_MOST, best = end;
	uint64_t first = UINT64_MAX;

	for (size_t at = next_line(bytes, CUT_LEAST, end);
	     at < end && length - at >= CUT_AHEAD; at = next_line(bytes, at + 1, end)) {
		const uint64_t now = rank(bytes + at);

		if (best != end && at - best >= CUT_LEAST)
			return best;
		if (now < first) {
			first = now;
			best = at;
		}
	}
	/* What is left at the end of a file is no piece of its own. */
	return end == length && end - best < CUT_LEAST ? end : best;
}

bool
cut_is_database(const char *bytes, size_t length)
{
	static const char magic[] = "SQLite format 3";

	return length >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0;
}
