/* A reference as text enters; where its people, title and place stand leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

enum { FARTHEST = 600, YEAR = 4, LONGEST_NAME = 160 };

/* The last comma up to `end` in front of which all are people, one of them shortened. */
static const char *
end_of_people(const char *text, const char *end)
{
	const char *last = NULL;

	for (const char *at = text; (at = strchr(at, ',')) != NULL && at < end; at++) {
		bool initials;
		if (at[1] != ' ' ||
		    words_count_people(text, (size_t)(at - text), &initials) == 0)
			continue;
		if (initials)
			last = at;
	}
	return last;
}

/* "A. Roe, B. Poe, Title of It, Journal 46 (1981) 854–859." */
static bool
has_volume(const char *text, struct cite_form *form)
{
	const char *year = text, *comma, *people;

	do {
		year = strchr(year + 1, '(');
		if (year == NULL || year - text > FARTHEST)
			return false;
	} while (!words_is_year(year + 1) || year[YEAR + 1] != ')' || year < text + 8 ||
	    !text_is_digit(year[-2]));
	for (comma = year; comma > text && (*comma != ',' || comma[1] != ' '); comma--)
		;
	people = end_of_people(text, comma);
	if (people == NULL || comma <= people + 2 || !text_is_capital(comma[2]))
		return false;
	*form = (struct cite_form){ .people = (size_t)(people - text),
		.title = people + 2,
		.length = (size_t)(comma - people) - 2,
		.place = comma + 2 };
	return true;
}

/* "Roe, A., and Poe, B., 2007, Title of It: Journal, 72, 155–167." */
static bool
has_colon(const char *text, struct cite_form *form)
{
	const char *year, *title, *colon, *last = NULL;
	bool initials;

	for (year = text; (year = strstr(year, ", ")) != NULL; year++)
		if (words_is_year(year + 2) && year[YEAR + 2] == ',')
			break;
	if (year == NULL || year - text > FARTHEST ||
	    words_count_people(text, (size_t)(year - text), &initials) == 0 || !initials)
		return false;
	title = year + YEAR + 3;
	for (colon = title; (colon = strstr(colon, ": ")) != NULL; colon++)
		if (strchr(colon, ',') != NULL && text_is_capital(colon[2]))
			last = colon;
	if (last == NULL || strchr(last, ',')[1] != ' ' ||
	    !text_is_digit(strchr(last, ',')[2]))
		return false;
	*form = (struct cite_form){ .people = (size_t)(year - text),
		.title = title,
		.length = (size_t)(last - title),
		.place = last + 2,
		.year = year + 2 };
	return true;
}

/* "ROE A, POE B. Title[J]. Venue, 2020": a mark says what kind a reference is. */
bool
cite_form_marked(const char *text, struct cite_form *form)
{
	static const char *const marks[] = { "[J]", "[C]", "[D]", "[M]", "[R]", "[J/OL]",
		"[C/OL]", "[EB/OL]" };
	const char *open = strchr(text, '['), *mark = NULL, *stop;
	size_t size = 0;

	if (open == NULL)
		return false;
	stop = strstr(text + 1, ". ");
	for (size_t i = 0; i < sizeof marks / sizeof marks[0] && mark == NULL; i++)
		if ((mark = strstr(open, marks[i])) != NULL)
			size = strlen(marks[i]);
	if (mark == NULL || stop == NULL || stop >= mark)
		return false;
	*form = (struct cite_form){ .people = (size_t)(stop - text),
		.title = stop + 2,
		.length = (size_t)(mark - stop) - 2,
		.place = mark + size + text_span(mark + size, "/. ") };
	return true;
}

const char *
cite_form_past_ordinal(const char *text)
{
	const char *at = words_past_marks(text);
	size_t open = text_span(at, "[(#"), digits, day;

	digits = text_span(at + open, "0123456789");
	/* "2019 | Roe, A. …", "2019: Roe, A. …", "[13.02.2020] Roe, A. …" */
	if (digits == YEAR && text_begins(at + open + digits, " | ") > 0)
		return at + open + digits + 3;
	if (digits == YEAR && open == 0 && text_begins(at + digits, ": ") > 0)
		return at + digits + 2;
	day = *at == '[' ? 1 + text_span(at + 1, "0123456789./-") : 0;
	if (day > YEAR && at[day] == ']' && at[day + 1] == ' ')
		return words_past_marks(at + day + 1);
	if (digits == 0 || digits > 3)
		return at;
	if (open == 0 && !text_is_any(at[digits], ".)"))
		return at;
	at += open + digits;
	return words_past_marks(at + text_span(at, "])."));
}

bool
cite_form_find(const char *text, struct cite_form *form)
{
	return has_volume(text, form) || has_colon(text, form);
}

/* "7(2)", "2015;12", "294-308", "12–19": a volume, or pages. */
static bool
has_pages(const char *place)
{
	for (const char *at = place; *at != '\0'; at++) {
		size_t digits = text_is_digit(*at) ? text_span(at, "0123456789") : 0;
		const char *sign = at + digits;

		if (digits == 0)
			continue;
		if ((*sign == '(' || (*sign == ';' && digits == YEAR)) &&
		    text_is_digit(sign[1]))
			return true;
		sign += *sign == '-' ? 1 : strncmp(sign, "–", 3) == 0 ? 3 : 0;
		if (sign > at + digits && text_is_digit(*sign) && !words_is_year(at))
			return true;
		at += digits - 1;
	}
	return false;
}

bool
cite_form_is_published(const char *place)
{
	const char *first = place + text_span(place, " .");
	char name[LONGEST_NAME];
	size_t length = strcspn(first, ",(");

	/* "Title. 2015. Thesis" */
	if (strncmp(place, ". ", 2) == 0 && words_is_year(place + 2) &&
	    place[YEAR + 2] == '.')
		return true;
	if (length < sizeof name) {
		memcpy(name, first, length);
		name[length] = '\0';
	}
	return (words_hold_place(place, strlen(place)) &&
		   text_find_nocase(place, " press") == NULL) ||
	    text_find_nocase(place, ", vol") != NULL ||
	    text_find_nocase(place, ", pp") != NULL || has_pages(place) ||
	    text_starts_nocase(first, "in: ") ||
	    ((unsigned char)*first >= 0xE3 && length < sizeof name &&
		words_hold_called(name));
}

const char *
cite_form_sentence_end(const char *text)
{
	const char *at = text;

	for (; *at != '\0'; at++)
		if (text_is_any(*at, ".?!") && (at[1] == ' ' || at[1] == '\0') &&
		    at > text + 3 && (*at != '.' || !words_stop_shortens(text, at)))
			break;
	return at;
}

const char *
cite_form_title_end(struct arena *arena, const char *title)
{
	const char *end = cite_form_sentence_end(title), *next;
	size_t start, stop;

	if (*end != '?' && *end != '!')
		return end;
	next = end[1] == '\0' ? end + 1 : cite_form_sentence_end(end + 2);
	return *next == '.' && next[1] == ' ' &&
		strcspn(end, "0123456789") > (size_t)(next - end) &&
		!cite_form_is_published(arena_text_n(arena, end, (size_t)(next - end))) &&
		words_date(arena, next, &start, &stop) != NULL
	    ? next
	    : end;
}
