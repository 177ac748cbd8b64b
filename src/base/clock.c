/* Clocks and date texts in, instants and days out; and the texts of both. */
#include "base/clock.h"

#include <stddef.h>
#include <time.h>

#include "base/arena.h"

#define DAY_SECONDS 86400

int64_t
clock_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec;
}

int64_t
clock_milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct date {
	int64_t year;
	int month; /* 1 … 12 */
	int day;   /* 1 … 31 */
};

/*
 * Proleptic Gregorian calendar.  Years are counted from March, so that the
 * leap day is the last of its year; 400 years have 146,097 days.
 */
static int64_t
days_of_date(struct date date)
{
	int64_t year = date.month <= 2 ? date.year - 1 : date.year;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t month = (date.month + 9) % 12;
	int64_t of_year = (153 * month + 2) / 5 + date.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static struct date
date_of_days(int64_t days)
{
	struct date date;
	int64_t shifted = days + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t of_era = shifted - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;

	date.day = (int)(of_year - (153 * month + 2) / 5 + 1);
	date.month = (int)(month < 10 ? month + 3 : month - 9);
	date.year = year + era * 400 + (date.month <= 2);
	return date;
}

static int
days_in_month(int64_t year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Whole days before the instant, rounded down also before 1970. */
static int64_t
days_of_instant(int64_t instant)
{
	int64_t days = instant / DAY_SECONDS;

	return instant % DAY_SECONDS < 0 ? days - 1 : days;
}

static void
put_two(char *at, int number)
{
	at[0] = (char)('0' + number / 10);
	at[1] = (char)('0' + number % 10);
}

/* A record has a dozen of them, and most years have four digits. */
static bool
has_four_digits(const struct date *date)
{
	return date->year >= 0 && date->year <= 9999;
}

static void
put_date(char *text, const struct date *date)
{
	put_two(text, (int)date->year / 100);
	put_two(text + 2, (int)date->year % 100);
	put_two(text + 5, date->month);
	put_two(text + 8, date->day);
}

char *
clock_date_text(struct arena *arena, int64_t instant)
{
	struct date date = date_of_days(days_of_instant(instant));
	char *text;

	if (!has_four_digits(&date))
		return arena_printf(arena, "%04lld-%02d-%02d", (long long)date.year,
		    date.month, date.day);
	text = arena_text(arena, "0000-00-00");
	put_date(text, &date);
	return text;
}

char *
clock_version_text(struct arena *arena, int64_t instant)
{
	struct date date = date_of_days(days_of_instant(instant));

	return arena_printf(
	    arena, "%lld.%d.%d", (long long)date.year, date.month, date.day);
}

char *
clock_instant_text(struct arena *arena, int64_t instant)
{
	int64_t days = days_of_instant(instant);
	struct date date = date_of_days(days);
	int second = (int)(instant - days * DAY_SECONDS);
	char *text;

	if (!has_four_digits(&date))
		return arena_printf(arena, "%04lld-%02d-%02dT%02d:%02d:%02dZ",
		    (long long)date.year, date.month, date.day, second / 3600,
		    second / 60 % 60, second % 60);
	text = arena_text(arena, "0000-00-00T00:00:00Z");
	put_date(text, &date);
	put_two(text + 11, second / 3600);
	put_two(text + 14, second / 60 % 60);
	put_two(text + 17, second % 60);
	return text;
}

/* Exactly `digits` digits, advancing. */
static bool
read_number(const char **text, int digits, int *number)
{
	*number = 0;
	for (int i = 0; i < digits; i++) {
		char c = **text;

		if (c < '0' || c > '9')
			return false;
		*number = *number * 10 + (c - '0');
		(*text)++;
	}
	return true;
}

static bool
read_char(const char **text, char wanted)
{
	if (**text != wanted)
		return false;
	(*text)++;
	return true;
}

/* YYYY-MM-DD, advancing. */
static bool
read_date(const char **text, struct date *date)
{
	int year;

	if (!read_number(text, 4, &year) || !read_char(text, '-') ||
	    !read_number(text, 2, &date->month) || !read_char(text, '-') ||
	    !read_number(text, 2, &date->day))
		return false;
	date->year = year;
	return date->month >= 1 && date->month <= 12 && date->day >= 1 &&
	    date->day <= days_in_month(year, date->month);
}

/* Z or ±hh:mm up to the end of the text; seconds east of UTC. */
static bool
read_zone(const char *text, int *offset)
{
	int sign = *text == '-' ? -1 : 1, hours, minutes;

	*offset = 0;
	if (*text == 'Z' || *text == 'z')
		return text[1] == '\0';
	if (*text != '+' && *text != '-')
		return false;
	text++;
	if (!read_number(&text, 2, &hours) || !read_char(&text, ':') ||
	    !read_number(&text, 2, &minutes) || hours > 23 || minutes > 59)
		return false;
	*offset = sign * (hours * 3600 + minutes * 60);
	return *text == '\0';
}

bool
clock_parse_instant(const char *text, int64_t *instant)
{
	struct date date;
	int hour, minute, second, offset;

	if (text == NULL || !read_date(&text, &date))
		return false;
	if (*text == '\0') {
		*instant = days_of_date(date) * DAY_SECONDS;
		return true;
	}
	if (*text != 'T' && *text != 't' && *text != ' ')
		return false;
	text++;
	if (!read_number(&text, 2, &hour) || !read_char(&text, ':') ||
	    !read_number(&text, 2, &minute) || !read_char(&text, ':') ||
	    !read_number(&text, 2, &second) || hour > 23 || minute > 59 || second > 60)
		return false;
	if (*text == '.') {
		text++;
		if (*text < '0' || *text > '9')
			return false;
		while (*text >= '0' && *text <= '9')
			text++;
	}
	if (!read_zone(text, &offset))
		return false;
	*instant = days_of_date(date) * DAY_SECONDS + hour * 3600 + minute * 60 + second -
	    offset;
	return true;
}

bool
clock_parse_date(const char *text, int64_t *first_day, int64_t *last_day)
{
	struct date first = { 0, 1, 1 }, last = { 0, 12, 31 };
	int year, month, day;

	if (text == NULL || !read_number(&text, 4, &year))
		return false;
	first.year = last.year = year;
	if (*text != '\0') {
		if (!read_char(&text, '-') || !read_number(&text, 2, &month) ||
		    month < 1 || month > 12)
			return false;
		first.month = last.month = month;
		last.day = days_in_month(year, month);
		if (*text != '\0') {
			if (!read_char(&text, '-') || !read_number(&text, 2, &day) ||
			    day < 1 || day > last.day || *text != '\0')
				return false;
			first.day = last.day = day;
		}
	}
	*first_day = days_of_date(first);
	*last_day = days_of_date(last);
	return true;
}
