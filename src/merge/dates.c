/* Dates of lists and of arXiv ids enter; the days they allow leave. */
#include "merge/inside.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"

static bool
two_digits(const char *text, int *value)
{
	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return false;
	*value = (text[0] - '0') * 10 + (text[1] - '0');
	return true;
}

bool
arxiv_month(const char *id, char out[8])
{
	const char *slash = strchr(id, '/');
	const char *digits = slash == NULL ? id : slash + 1;
	int year, month;

	if (strlen(digits) < 7 || !two_digits(digits, &year) ||
	    !two_digits(digits + 2, &month) || month < 1 || month > 12)
		return false;
	/* 9107 is the first; new ids begin with 0704. */
	year += slash != NULL && year >= 91 ? 1900 : 2000;
	snprintf(out, 8, "%04d-%02d", year % 10000, month);
	return true;
}

bool
date_days(const char *date, int64_t *first, int64_t *last)
{
	return date != NULL && clock_parse_date(date, first, last);
}

int
date_first_year(const char *date)
{
	int high, low;

	if (date == NULL || strlen(date) < 4 || !two_digits(date, &high) ||
	    !two_digits(date + 2, &low))
		return 0;
	return high * 100 + low;
}
