/* Dates of lists and of arXiv ids enter; the days they allow leave. */
#include "model/date.h"

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
date_of_arxiv(const char *id, char out[8])
{
	const char *slash = strchr(id, '/');
	const char *digits = slash == NULL ? id : slash + 1;
	int year, month;

	if (strlen(digits) < 7 || !two_digits(digits, &year) ||
	    !two_digits(digits + 2, &month) || month < 1 || month > 12)
		return false;
	/* 9107 is the first; new ids begin with 0704. */
	year += slash != NULL && year >= 91 ? 1900 : 2000;
	out[0] = (char)('0' + year / 1000);
	out[1] = (char)('0' + year / 100 % 10);
	out[2] = (char)('0' + year / 10 % 10);
	out[3] = (char)('0' + year % 10);
	out[4] = '-';
	out[5] = (char)('0' + month / 10);
	out[6] = (char)('0' + month % 10);
	out[7] = '\0';
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
