/* The day a list states against that of an answer.  Inside of judge/ only. */
#pragma once

#include "model/identifier.h"

struct brief;

enum dates {
	DATES_UNKNOWN,
	DATES_THAT,    /* years only, and equal: little … */
	DATES_YEAR,    /* … or one apart: nothing */
	DATES_AGREE,   /* the month of the arXiv number, or the one after */
	DATES_BEFORE,  /* months, the list's up to three before the number's */
	DATES_NEAR,    /* months, some apart */
	DATES_YEARS,   /* years only, and two or more apart */
	DATES_AGAINST, /* months that no list states for that number */
};

/* Year of an EDTF date; 0: none. */
int dates_year(const char *);
/* `date`: the list's, EDTF or NULL; `asked`: the identifier the answer is to, its
 * value NULL: none. */
enum dates dates_compare(const char *date, const struct brief *, struct identifier asked);
