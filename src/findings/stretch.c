/*
 * A row's bytes and words that stand in it enter; where they stand leaves: the one
 * place that is meant, or all of them.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"

static bool
goes_on(char sign)
{
	return text_is_digit(sign) || ((sign | 32) >= 'a' && (sign | 32) <= 'z') ||
	    sign == '_' || (sign & 0x80) != 0;
}

/* The next place behind `at` where the words stand by themselves. */
static const char *
next_place(const struct row *row, const char *at, const char *words)
{
	size_t length = strlen(words);
	const char *end = row->bytes + row->length;

	while (
	    length > 0 && (at = memmem(at, (size_t)(end - at), words, length)) != NULL) {
		const char *behind = at + length;
		bool joined = behind < end &&
		    (goes_on(*behind) || *behind == '-' ||
			(*behind == '.' && behind + 1 < end && goes_on(behind[1])));

		if (!(goes_on(words[length - 1]) && joined) &&
		    !(at > row->bytes && goes_on(*words) &&
			(goes_on(at[-1]) || strchr(".-", at[-1]) != NULL)))
			return at;
		at++;
	}
	return NULL;
}

/* Is it a part of an address? */
static bool
in_address(const struct row *row, const char *at)
{
	const char *start = at;

	while (start > row->bytes && strchr(" \t\r\n|<>\"", start[-1]) == NULL)
		start--;
	for (; start < at; start++)
		if (strncmp(start, "://", 3) == 0) {
			/* "[a](https://b), 2024": behind its bracket. */
			const char *close = memchr(start, ')', (size_t)(at - start));

			return close == NULL;
		}
	return false;
}

static size_t
count_bytes(const struct row *row, const char *from, size_t length)
{
	const char *end = row->bytes + row->length, *at = row->bytes;
	size_t count = 0;

	while ((at = memmem(at, (size_t)(end - at), from, length)) != NULL) {
		count++;
		at++;
	}
	return count;
}

static bool
ends_sign(const char *at)
{
	return (*at & 0xC0) != 0x80;
}

/* With what stands around it in its line, until it stands in the row only once. */
bool
stretch_widen(const struct row *row, struct stretch *stretch)
{
	const char *end = row->bytes + row->length;

	while (count_bytes(row, stretch->from, stretch->length) > 1) {
		const char *behind = stretch->from + stretch->length;
		size_t more = 1;

		if (stretch->from > row->bytes && stretch->from[-1] != '\n') {
			while (!ends_sign(stretch->from - more))
				more++;
			stretch->repair = arena_printf(row->arena, "%.*s%s", (int)more,
			    stretch->from - more, stretch->repair);
			stretch->from -= more;
		} else if (behind == end || *behind == '\n') {
			return false;
		} else {
			while (behind + more < end && !ends_sign(behind + more))
				more++;
			stretch->repair = arena_printf(
			    row->arena, "%s%.*s", stretch->repair, (int)more, behind);
		}
		stretch->length += more;
	}
	return memchr(stretch->from, '\n', stretch->length) == NULL;
}

/* All its places in one stretch, each mended. */
bool
stretch_everywhere(const struct row *row, const char *given, struct stretch *stretch)
{
	size_t length = strlen(given);
	const char *at = next_place(row, row->bytes, given), *done = at, *all = "";

	if (at == NULL)
		return false;
	stretch->from = at;
	while (at != NULL) {
		all = arena_printf(
		    row->arena, "%s%.*s%s", all, (int)(at - done), done, stretch->repair);
		done = at + length;
		at = next_place(row, done, given);
	}
	stretch->length = (size_t)(done - stretch->from);
	stretch->repair = all;
	return true;
}

/* Behind "Arxiv": the length of ", 2024.02", the row's date; 0: not there. */
size_t
stretch_date(const struct row *row, const char *at)
{
	const char *date = row->entry->date_raw != NULL ? row->entry->date_raw
							: row->entry->date;
	const char *start = at, *end = row->bytes + row->length;

	while (at < end && at - start < 3 && (*at == ' ' || *at == ','))
		at++;
	if (date == NULL || at == start || next_place(row, at, date) != at)
		return 0;
	return (size_t)(at - start) + strlen(date);
}

/* Words that stand once outside of addresses, or once beside the date. */
bool
stretch_words(const struct row *row, const char *given, struct stretch *stretch)
{
	const char *alone = NULL, *dated = NULL;
	size_t places = 0, with_date = 0;

	for (const char *at = next_place(row, row->bytes, given); at != NULL;
	     at = next_place(row, at + 1, given)) {
		if (in_address(row, at))
			continue;
		alone = at;
		places++;
		if (stretch_date(row, at + strlen(given)) > 0) {
			dated = at;
			with_date++;
		}
	}
	stretch->from = with_date == 1 ? dated : places == 1 ? alone : NULL;
	stretch->length = strlen(given);
	return stretch->from != NULL;
}
