/* Words of an item enter; the venues beside its dates leave. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* "FACCT ’" of "FACCT ’2018": the mark goes, in place. */
static char *
without_mark(char *venue)
{
	size_t length = strlen(venue);

	if (length > 4 && strcmp(venue + length - 3, "’") == 0)
		venue[length - 3 - (venue[length - 4] == ' ')] = '\0';
	return venue;
}

static void
set_venue(struct arena *arena, struct entry *entry, char *venue)
{
	const char *version = text_find_nocase(venue, "rxiv(v");

	/* "Things, vol. 4, num 2" */
	if (strchr(venue, ',') != NULL)
		venue = arena_text(arena, words_without_volume(arena, venue));

	/* "arXiv(v2)" */
	if (version != NULL)
		venue[version + 4 - venue] = '\0';
	venue = without_mark(venue);
	if (*venue != '\0' && entry->venue == NULL)
		entry->venue = venue;
}

void
words_venue(struct arena *arena, const char *text, struct entry *entry)
{
	char *clean = text_squeeze(arena, words_past_marks(text));
	size_t start = 0, end = 0;
	const char *date = words_date(arena, clean, &start, &end);
	char *raw, *venue;

	if (date == NULL &&
	    (raw = arena_text(arena, words_glued_year(arena, clean))) != NULL) {
		entry->date = entry->date == NULL ? raw : entry->date;
		clean[strlen(clean) - 2] = '\0';
	} else if (date == NULL &&
	    (raw = arena_text(arena, words_short_year(arena, clean, &start))) != NULL) {
		entry->date = entry->date == NULL ? raw : entry->date;
		clean[start] = '\0';
	}
	if (date == NULL) {
		set_venue(arena, entry, text_trim(clean, ",;"));
		return;
	}
	raw = text_trim(arena_text(arena, clean + start), ",;)(");
	if (entry->date == NULL) {
		entry->date = date;
		entry->date_raw = strcmp(raw, date) == 0 ? NULL : raw;
	}
	venue = text_trim(arena_text_n(arena, clean, start), ",;(-'");
	if (*venue == '\0')
		venue = text_trim(arena_text(arena, clean + end), ",;)(-.");
	else if (text_starts_nocase(clean + end, " workshop"))
		venue = arena_printf(arena, "%s%s", venue, clean + end);
	set_venue(arena, entry, venue);
}

/* What was done on a day is not where: "Released: 2026-06-11". */
static bool
is_deed(const char *text)
{
	static const char *const happens[] = { "released", "release", "updated",
		"published", "posted", "added", "submitted", "created", "since",
		"accessed", "retrieved", "date", "year", "last updated", "release date",
		"last update", "first released", "epub" };
	size_t length = strcspn(text, ":");

	if (text[length] != '\0' && text[length + 1] != '\0')
		return false;
	for (size_t i = 0; i < sizeof happens / sizeof happens[0]; i++)
		if (strlen(happens[i]) == length && text_starts_nocase(text, happens[i]))
			return true;
	return false;
}

/* Could these words name a venue?  Few, and none that tells a story. */
static bool
may_be_venue(const char *text)
{
	size_t count = words_count(text), length = strlen(text);
	bool upper = false;

	if (length == 0 || length > 100 || count > 12 ||
	    ((length > 70 || count > 9) && !words_hold_place(text, length)) ||
	    strchr(text, ':') != NULL || strstr(text, "et al") != NULL)
		return false;
	for (const char *at = text; *at != '\0'; at++)
		upper |= text_is_capital(*at) || (*at & 0x80) != 0;
	/* "published in the", "version of" are prose. */
	/* "aiDM@SIGMOD" */
	if (strchr(text, '@') != NULL && strchr(text, ' ') == NULL)
		return upper;
	return (upper &&
		   (text_is_capital(*text) || (*text & 0x80) != 0 || *text == 'e' ||
		       text_is_capital(text[1]) || strncmp(text, "npj ", 4) == 0)) ||
	    text_find_nocase(text, "rxiv") != NULL;
}

/* How a paper was taken is no part of its venue: cut off, in place. */
static char *
drop_praise(char *text)
{
	static const char *const endings[] = { "oral", "spotlight", "highlight", "poster",
		"best paper", "outstanding paper", "long paper", "short paper", "award",
		"submission", "submitted", "accepted", "under review", "finalist",
		"candidate", "honorable mention", "honorable mentions", "best demo",
		"best system", "best student paper", "notable", "presentation",
		"runner-up", "main conference", "main", "paper" };
	static const char *const before[] = { "accepted by ", "accepted to ",
		"accepted at ", "accepted in ", "to appear in ", "to appear at ",
		"published in ", "presented at ", "under ", "submitted to ", "in " };

	for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
		if ((*text | 0x20) == *before[i] && text_starts_nocase(text, before[i])) {
			text += strlen(before[i]);
			break;
		}
	text = text_trim(text, " ,;()[].");
	for (size_t i = 0, length = strlen(text);
	     length > 3 && i < sizeof endings / sizeof endings[0]; i++) {
		size_t size = strlen(endings[i]);
		if (length < size || (text[length - size] | 0x20) != *endings[i] ||
		    !text_starts_nocase(text + length - size, endings[i]) ||
		    (length > size && !text_is_any(text[length - size - 1], " ,;([")))
			continue;
		text[length - size] = '\0';
		text = text_trim(text, " ,;()[].");
		length = strlen(text);
		i = (size_t)-1;
	}
	return text;
}

/* "EMNLP 23" of 2023 */
static void
drop_short_year(char *venue, const char *date)
{
	size_t length = strlen(venue);

	if (length > 5 && venue[length - 3] == ' ' &&
	    strncmp(venue + length - 2, date + 2, 2) == 0)
		venue[length - 3] = '\0';
}

/* "NeurIPS2022": one word, letters and the year. */
static bool
is_glued(const char *text, size_t start, size_t end)
{
	size_t capitals = 0;

	for (size_t i = 0; i < start; i++) {
		if (!text_is_letter(text[i]))
			return false;
		capitals += text_is_capital(text[i]);
	}
	return (capitals > 2 || strstr(text, "rXiv") != NULL) && end == start + 4;
}

/* "Oct. 04, EMNLP" of 2024: the day in front; the venue behind it. */
static char *
past_day(struct arena *arena, char *before, const char **date)
{
	size_t letters = 0;
	unsigned month;
	unsigned long number;
	char *day, *end;

	while (text_is_letter(before[letters]))
		letters++;
	day = before + letters + text_span(before + letters, ". ");
	month = words_month(before, letters);
	if (month == 0 || !text_is_digit(*day) || strlen(*date) != 4)
		return before;
	number = strtoul(day, &end, 10);
	if (end - day > 2 || *end != ',' || number < 1 || number > 31)
		return before;
	*date = arena_printf(arena, "%s-%02u-%02lu", *date, month, number);
	return text_trim(end + 1, " ");
}

/* "8410–8415" */
static bool
are_numbers(const char *text)
{
	text += text_span(text, "0123456789/():;,.- ");
	return *text == '\0' ||
	    (*text < 0 && text[strspn(text, "0123456789/():;,.- –")] == '\0');
}

/* Does the date at `start` begin a word, or a mark lead to it, as in "FACCT ’2018"? */
static bool
stands_apart(const char *text, size_t start)
{
	return start == 0 || text_is_any(text[start - 1], " ,('.") ||
	    (text[start] & 0x80) != 0 || text[start] == '\'' ||
	    (start > 2 && strncmp(text + start - 3, "’", 3) == 0);
}

/* "IEEE, 2021: 8410–8415", "2023 Oct 24;188:105", "ICLR'2019-MethodNet", "ICASSP 2021, Some Lab":
 * is what stands behind the date no part of the venue? */
static bool
ends_there(
    const char *clean, size_t start, size_t end, const char *before, const char *after)
{
	if (clean[end] == ';' || are_numbers(after))
		return true;
	if (start == 0 || text_is_letter(clean[start - 1]) || words_hold_track(after))
		return false;
	return (clean[end] == '-' && text_is_letter(clean[end + 1])) ||
	    (clean[end] == ',' && words_count(after) < 3 && strchr(before, '(') == NULL);
}

/* "neurips" */
static bool
is_known_in_small(struct arena *arena, const char *venue)
{
	return venue[strspn(venue, "abcdefghijklmnopqrstuvwxyz")] == '\0' &&
	    words_name_venue(arena, venue);
}

const char *
words_venue_and_date(struct arena *arena, const char *text, const char **venue)
{
	const char *date;
	size_t start = 0, end;
	char *clean, *before, *after;

	*venue = NULL;
	/* Most words have none, and no date. */
	if (strpbrk(text, "0123456789") == NULL)
		return NULL;
	clean = text_trim(text_squeeze(arena, words_past_marks(text)), ",;.()[]|-");
	date = words_date(arena, clean, &start, &end);
	if (date == NULL) {
		const char *mark = strrchr(clean, '\'');
		/* "ACL'23 Findings" */
		end = mark != NULL && text_is_digit(mark[1]) && text_is_digit(mark[2]) &&
			mark[3] == ' '
		    ? (size_t)(mark + 3 - clean)
		    : strlen(clean);
		date = words_short_year(arena, arena_text_n(arena, clean, end), &start);
	}
	/* "ECCV24": of a venue that is known. */
	if (date == NULL && (date = words_glued_year(arena, clean)) != NULL) {
		*venue = arena_text_n(arena, clean, strlen(clean) - 2);
		date = words_name_venue(arena, *venue) ? date : NULL;
		*venue = date == NULL ? NULL : *venue;
		return date;
	}
	if (date == NULL)
		return NULL;
	before = drop_praise(text_trim(arena_text_n(arena, clean, start), ",;(-'.["));
	after = drop_praise(text_trim(arena_text(arena, clean + end), ",;)-.]"));
	if (ends_there(clean, start, end, before, after))
		*after = '\0';
	before = past_day(arena, without_mark(before), &date);
	if (is_deed(before))
		before += strlen(before);
	/* "2019年的综述": a survey of that year */
	if ((*before == '\0' &&
		(*after == '\0' || strncmp(after, "的", strlen("的")) == 0)) ||
	    (*after == '\0' && words_name_thing(before)))
		return date;
	/* "WNUT-2020 task 2" is a name. */
	if (!stands_apart(clean, start) &&
	    (*after != '\0' || !is_glued(clean, start, end)))
		return NULL;
	/* "ACL 2023 Findings", "2023, Nature". */
	if (*before != '\0' && *after != '\0' && words_count(after) > 2)
		return NULL;
	/* "ICCV 2019, ICCV 2017" */
	if (*before != '\0' && words_date(arena, after, &start, &end) != NULL)
		*after = '\0';
	before = *before == '\0' ? after : before;
	if (!may_be_venue(before) && !is_known_in_small(arena, before))
		return NULL;
	drop_short_year(before, date);
	drop_short_year(after, date);
	*venue = *after == '\0' || after == before
	    ? words_without_volume(arena, before)
	    : arena_printf(arena, "%s %s", before, after);
	return date;
}
