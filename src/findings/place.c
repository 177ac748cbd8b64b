/*
 * The findings of a work enter, each with what to write instead; those whose
 * repair is bytes leave: `given` stands in the row exactly once, and `repair` in
 * its place mends it.  What cannot be placed is for a person to decide.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"

/* A row's bytes, and where in them something stands. */
struct row {
	struct arena *arena;
	const struct entry *entry;
	const char *bytes;
	size_t length;
};

/* A stretch of a row and what to write for it. */
struct stretch {
	const char *from;
	size_t length;
	const char *repair;
};

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
static bool
widen(const struct row *row, struct stretch *stretch)
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
static bool
place_everywhere(const struct row *row, const char *given, struct stretch *stretch)
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
static size_t
date_behind(const struct row *row, const char *at)
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
static bool
place_words(const struct row *row, const char *given, struct stretch *stretch)
{
	const char *alone = NULL, *dated = NULL;
	size_t places = 0, with_date = 0;

	for (const char *at = next_place(row, row->bytes, given); at != NULL;
	     at = next_place(row, at + 1, given)) {
		if (in_address(row, at))
			continue;
		alone = at;
		places++;
		if (date_behind(row, at + strlen(given)) > 0) {
			dated = at;
			with_date++;
		}
	}
	stretch->from = with_date == 1 ? dated : places == 1 ? alone : NULL;
	stretch->length = strlen(given);
	return stretch->from != NULL;
}

/* "Arxiv, 2024.02" → "ACL, 2024"; a date that stands elsewhere stays. */
static void
take_date(const struct row *row, const struct finding *finding, struct stretch *stretch)
{
	size_t date = date_behind(row, stretch->from + stretch->length);
	const char *comma = strrchr(finding->repair, ',');

	if (comma == NULL || strcmp(finding->code, "preprint-now-published") != 0 ||
	    strspn(comma + 1, " 0123456789") != strlen(comma + 1))
		return;
	if (date > 0)
		stretch->length += date;
	else
		stretch->repair = arena_text_n(
		    row->arena, finding->repair, (size_t)(comma - finding->repair));
}

/* What would end the cell it is written into. */
static bool
breaks_row(const struct row *row, const char *repair)
{
	const char *source = row->entry->list_source;
	size_t length = source == NULL ? 0 : strlen(source);

	if (strpbrk(repair, "|\n{}") != NULL)
		return true;
	return length > 4 && strpbrk(repair, ",;\"") != NULL &&
	    (text_equal_nocase(source + length - 4, ".csv") ||
		text_equal_nocase(source + length - 4, ".tsv"));
}

static bool
place(const struct row *row, struct finding *finding)
{
	struct stretch stretch = { .repair = finding->repair };
	const char *host, *new_host;
	bool placed;

	if (strcmp(finding->field, "url") != 0) {
		placed = !breaks_row(row, finding->repair) &&
		    place_words(row, finding->given, &stretch);
		if (placed)
			take_date(row, finding, &stretch);
	} else if (strcmp(finding->code, "malformed-link") == 0 &&
	    row->entry->mend_from != NULL && finding->repair == row->entry->mend_to) {
		stretch.length = strlen(row->entry->mend_from);
		stretch.from = memmem(
		    row->bytes, row->length, row->entry->mend_from, stretch.length);
		stretch.repair = row->entry->mend_to;
		placed = stretch.from != NULL;
	} else {
		placed = place_everywhere(row, finding->given, &stretch);
		/* "http://www.github.com/…": the rest of the address is the same. */
		host = strstr(finding->given, "://");
		new_host = strstr(finding->repair, "://");
		if (!placed && host != NULL && new_host != NULL) {
			stretch.repair = new_host + 3;
			placed = place_everywhere(row, host + 3, &stretch);
		}
	}
	if (!placed || !widen(row, &stretch))
		return false;
	for (const char *at = row->bytes; at < stretch.from; at++)
		finding->line += *at == '\n';
	finding->given = arena_text_n(row->arena, stretch.from, stretch.length);
	finding->repair = stretch.repair;
	return true;
}

void
findings_place(struct finding_draft *draft)
{
	const struct work *work = draft->input->work;

	for (size_t i = draft->first; i < draft->findings->count; i++) {
		struct finding *finding = &draft->findings->v[i];
		const struct entry *entry = NULL;

		for (size_t k = 0; k < work->entry_count && entry == NULL; k++)
			if (work->entries[k]->line == finding->line &&
			    work->entries[k]->part == finding->part &&
			    strcmp(work->entries[k]->list, finding->list) == 0)
				entry = work->entries[k];
		if (finding->class != FINDING_FIX || finding->repair == NULL ||
		    finding->given == NULL || entry == NULL || entry->row == NULL)
			continue;
		struct row row = { draft->arena, entry, entry->row, entry->row_length };

		if (!place(&row, finding))
			finding->class = FINDING_DECIDE;
	}
}
