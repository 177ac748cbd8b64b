/* Words of an item enter; the dates in them leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* One or two digits that are a month or a day; 0: no. */
static unsigned
small_number(const char *at, unsigned most, size_t *length)
{
	unsigned n = 0;
	for (*length = 0; *length < 2 && text_is_digit(at[*length]); ++*length)
		n = n * 10 + (unsigned)(at[*length] - '0');
	return *length == 0 || text_is_digit(at[*length]) || n > most ? 0 : n;
}

/* "10." of "2016. 10.", "10. 13.": no volume in front of pages. */
static bool
is_dotted(const char *at)
{
	size_t digits = strspn(at, "0123456789");
	const char *next = at + digits + 1;

	return digits > 0 && digits < 3 && at[digits] == '.' && !text_is_digit(*next) &&
	    (*next != ' ' || !text_is_digit(next[1]) || is_dotted(next + 1));
}

/* - . / or a hyphen that does not break, 年 月; ". ". */
static size_t
separator(const char *at)
{
	static const char *const wide[] = { "\xE2\x80\x91", "\xE2\x80\x90", "年", "月",
		"년", "월" };
	if (*at == '.' && at[1] == ' ' && is_dotted(at + 2))
		return 2;
	if (*at == '-' || *at == '.' || *at == '/')
		return 1;
	for (size_t i = 0; *at < 0 && i < sizeof wide / sizeof wide[0]; i++)
		if (strncmp(at, wide[i], 3) == 0)
			return 3 + strspn(at + 3, i > 1 ? " " : "");
	return 0;
}

/* "28th " that ends at `end`: the day, and *start moves before it. */
static unsigned
day_before(const char *text, const char *end, const char **start)
{
	static const char ordinals[][3] = { "st", "nd", "rd", "th" };
	const char *at = end;
	size_t length;
	unsigned day;

	at = text + text_trimmed(text, (size_t)(at - text), " .");
	for (size_t i = 0; i < 4; i++)
		if (at - text >= 3 && strncasecmp(at - 2, ordinals[i], 2) == 0 &&
		    text_is_digit(at[-3])) {
			at -= 2;
			break;
		}
	while (at > text && text_is_digit(at[-1]))
		at--;
	day = small_number(at, 31, &length);
	if (day > 0)
		*start = at;
	return day;
}

/* "03/2023", "05.03.2023", "3/14/2023": numbers in front of a year. */
static unsigned
numbers_before(const char *text, const char *year, const char **start, unsigned *day)
{
	const char *at = year, *first = NULL;
	unsigned numbers[2] = { 0, 0 }, count = 0;
	char sign = at > text ? at[-1] : ' ';
	size_t length;

	*day = 0;
	if (sign != '/' && sign != '.' && sign != '-')
		return 0;
	while (count < 2 && at > text && at[-1] == sign) {
		for (first = at - 1; first > text && text_is_digit(first[-1]);)
			first--;
		numbers[count] = small_number(first, 31, &length);
		if (numbers[count++] == 0)
			return 0;
		at = first;
	}
	if (at > text && !text_is_any(at[-1], " ([|,;:\"`*_"))
		return 0;
	*start = at;
	if (count == 1 || numbers[1] == 0)
		return numbers[0] <= 12 ? numbers[0] : 0;
	if (sign == '/' && numbers[0] <= 12 && numbers[1] <= 12)
		return 0;
	*day = numbers[numbers[0] <= 12];
	return numbers[numbers[0] <= 12 ? 0 : 1] <= 12 ? numbers[numbers[0] <= 12 ? 0 : 1]
						       : 0;
}

/* Before "de": "diciembre de 2022". */
static const char *
before_of(const char *text, const char *end)
{
	end = text + text_trimmed(text, (size_t)(end - text), " ");
	return end - text > 3 && strncmp(end - 3, " de", 3) == 0 ? end - 3 : end;
}

/* "Ann Mei, 2019": is the word at `month` a family, behind one more name? */
static bool
is_family(const char *text, const char *month, const char *year)
{
	const char *given = month - 1;

	if (!text_is_capital(*month) ||
	    memchr(month, ',', (size_t)(year - month)) == NULL || month - text < 2 ||
	    *given != ' ')
		return false;
	while (given > text && (text_is_letter(given[-1]) || given[-1] == '-'))
		given--;
	if (!text_is_capital(*given) || given[1] < 'a')
		return false;
	given = text + text_trimmed(text, (size_t)(given - text), " ");
	return given == text || text_is_any(given[-1], ",;&(") ||
	    (given - text > 3 && strncmp(given - 3, "and", 3) == 0);
}

/* "May" right before the year; *day: one beside it. */
static unsigned
month_before(const char *text, const char *year, const char **start, unsigned *day)
{
	const char *end = year, *word;
	unsigned month;

	end = text + text_trimmed(text, (size_t)(end - text), " ,.'-");
	/* "May 12, 2023" */
	word = end;
	*day = 0;
	if (end < year && end > text && text_is_digit(end[-1]))
		*day = day_before(text, end, &word);
	while (*day > 0 && word > text && text_is_any(word[-1], " ."))
		word--;
	end = before_of(text, *day > 0 ? word : end);
	month = words_month_before(text, end, start);
	if (month > 0 && *day == 0 && is_family(text, *start, year))
		return 0;
	if (month > 0 && *day == 0)
		*day = day_before(text, before_of(text, *start), start);
	return month;
}

/* The month and day behind a year at `at`; *end moves behind them. */
static unsigned
month_after(const char *text, const char *at, size_t *end, unsigned *day)
{
	size_t one, two, gap = separator(at + 4);
	unsigned month = gap == 0 ? 0 : small_number(at + 4 + gap, 12, &one);
	const char *rest;

	*day = 0;
	if (month == 0)
		return 0;
	rest = at + 4 + gap + one;
	*end = (size_t)(rest - text);
	gap = separator(rest);
	/* 2023.2/5 names two months, not a day. */
	if (gap == 0 || (*rest == '/' && at[4] != '/'))
		return month;
	*day = small_number(rest + gap, 31, &two);
	if (*day > 0) {
		*end += gap + two;
		rest += gap + two;
		if (strncmp(rest, "日", 3) == 0 || strncmp(rest, "일", 3) == 0)
			*end += 3;
	} else if (strncmp(rest, "月", 3) == 0 || strncmp(rest, "월", 3) == 0) {
		*end += 3;
	}
	return month;
}

/* "2023 Mar", "2023, March", "2025 Apr 14;", "2023 г.": what stands behind a year; *end
 * moves. */
static unsigned
word_after(const char *text, size_t *end, unsigned *day)
{
	const char *at = text + *end, *word = at + text_span(at, " ,");
	size_t length = 0, digits;
	unsigned month;

	if (strncmp(at, " г.", 4) == 0 || strncmp(at, " r.", 3) == 0) {
		*end += at[1] == 'r' ? 3 : 4;
		return 0;
	}
	while (text_is_letter(word[length]))
		length++;
	month = word > at && text_is_capital(word[0]) ? words_month(word, length) : 0;
	if (month == 0)
		return 0;
	*end = (size_t)(word - text) + length;
	if (word[length] == ' ' && text_is_digit(word[length + 1])) {
		*day = small_number(word + length + 1, 31, &digits);
		/* "2023 Mar 5(2)", "2019, March 12-15" */
		if (*day > 0 &&
		    (text_is_any(word[length + 1 + digits], "(-") ||
			(word[length + 1 + digits] & 0x80) != 0))
			*day = 0;
		*end += *day > 0 ? 1 + digits : 0;
	}
	return month;
}

static const char *
date_text(struct arena *arena, const char *year, unsigned month, unsigned day)
{
	const char date[] = { year[0], year[1], year[2], year[3], '-',
		(char)('0' + month / 10), (char)('0' + month % 10), '-',
		(char)('0' + day / 10), (char)('0' + day % 10) };

	return arena_text_n(arena, date, month == 0 ? 4 : day == 0 ? 7 : 10);
}

/* "20241003", "202410": digits in one row; *end moves behind them. */
static bool
compact(const char *text, const char *at, size_t *end, unsigned *month, unsigned *day)
{
	size_t digits = text_span(at, "0123456789");

	if ((strncmp(at, "19", 2) != 0 && strncmp(at, "20", 2) != 0) ||
	    (digits != 6 && digits != 8))
		return false;
	*month = (unsigned)((at[4] - '0') * 10 + at[5] - '0');
	*day = digits == 8 ? (unsigned)((at[6] - '0') * 10 + at[7] - '0') : 0;
	*end = (size_t)(at - text) + digits;
	return *month >= 1 && *month <= 12 && *day <= 31 && (digits == 6 || *day > 0);
}

const char *
words_date(struct arena *arena, const char *text, size_t *start, size_t *end)
{
	size_t length = strlen(text), stop;

	/* Years begin with 19 or 20. */
	for (const char *at = text;
	     (at = strpbrk(at, "12")) != NULL && length >= 4 && at <= text + length - 4;
	     at++) {
		unsigned month, day = 0;
		const char *from = at;
		if (at > text && text_is_digit(at[-1]))
			continue;
		if (!compact(text, at, &stop, &month, &day)) {
			if (!words_is_year(at) || !words_year_counts(text, at)) {
				at += words_is_year(at) ? words_year_again(at + 4) : 0;
				continue;
			}
			stop = (size_t)(at - text) + 4;
			/* "2023a" */
			if (text[stop] >= 'a' && text[stop] <= 'd' &&
			    !text_is_letter(text[stop + 1]) &&
			    !text_is_digit(text[stop + 1]))
				stop++;
			stop += strncmp(text + stop, "年", 3) == 0 ? 3 : 0;
			month = month_after(text, at, &stop, &day);
			if (month == 0) {
				stop += words_year_again(text + stop);
				month = month_before(text, at, &from, &day);
				if (month == 0 && from == at)
					month = numbers_before(text, at, &from, &day);
				if (from == at)
					month = word_after(text, &stop, &day);
			}
		}
		if (words_is_told(text, from))
			continue;
		*start = (size_t)(from - text);
		*end = stop;
		return date_text(arena, at, month, day);
	}
	return NULL;
}
