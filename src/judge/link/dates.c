/*
 * The day a list states and what an answer is called enter; whether they fit
 * leaves.  An arXiv number names the month it was given in: of 5,933 dated
 * rows .970 lie in it or in the next, .003 more than three before it.
 */
#include "judge/link/dates.h"

#include <stdlib.h>
#include <string.h>

#include "judge/link/link.h"
#include "model/brief.h"

#define MOST_BEFORE 3 /* months */
#define MOST_AFTER  12
#define MOST_YEARS  1

/* Digits of `text` as a number; -1: others stand there. */
static int
read_digits(const char *text, size_t count)
{
	int value = 0;

	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

/* Months since the year 0 of "2311.09876" or "cs/0112017"; 0: none. */
static int
month_of_number(const char *number)
{
	const char *slash = strchr(number, '/');
	int year, month;

	if (slash != NULL)
		number = slash + 1;
	year = strlen(number) < 7 ? -1 : read_digits(number, 2);
	month = year < 0 ? -1 : read_digits(number + 2, 2);
	if (month < 1 || month > 12)
		return 0;
	return (year > 90 ? 1900 + year : 2000 + year) * 12 + month;
}

int
dates_year(const char *date)
{
	int year = date == NULL || strlen(date) < 4 ? 0 : read_digits(date, 4);

	return year < 0 ? 0 : year;
}

static int
month_of_date(const char *date)
{
	int month;

	if (dates_year(date) == 0 || strlen(date) < 7 || date[4] != '-')
		return 0;
	month = read_digits(date + 5, 2);
	return month < 1 || month > 12 ? 0 : dates_year(date) * 12 + month;
}

static int
month_of_answer(const struct brief *brief, struct identifier asked)
{
	if (asked.kind == IDENTIFIER_ARXIV && asked.value != NULL)
		return month_of_number(asked.value);
	for (size_t i = 0; i < brief->id_count; i++)
		if (brief->ids[i].kind == IDENTIFIER_ARXIV)
			return month_of_number(brief->ids[i].value);
	return 0;
}

enum dates
dates_compare(const char *date, const struct brief *brief, struct identifier asked)
{
	int answer = month_of_answer(brief, asked), given = month_of_date(date);
	int year = dates_year(date), apart, other;

	if (given > 0 && answer > 0) {
		apart = given - answer;
		if (apart < -MOST_BEFORE || apart > MOST_AFTER)
			return DATES_AGAINST;
		if (apart < 0)
			return DATES_BEFORE;
		return apart <= 1 ? DATES_AGREE : DATES_NEAR;
	}
	if (year == 0 || (answer == 0 && brief->year == 0))
		return DATES_UNKNOWN;
	/* A preprint's year and its article's: whichever is nearer. */
	if (answer > 0 && year == (answer - 1) / 12 - 1 &&
	    (brief->year == 0 || brief->year > year))
		return DATES_BEFORE;
	apart = answer == 0 ? abs(year - brief->year) : abs(year - (answer - 1) / 12);
	other = brief->year == 0 ? apart : abs(year - brief->year);
	apart = other < apart ? other : apart;
	return apart == 0 ? DATES_THAT : apart > MOST_YEARS ? DATES_YEARS : DATES_YEAR;
}
