/* The day a list states against that of an answer.  Inside of judge/ only. */
#pragma once

struct brief;
struct judge_link;

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

/* `date`: the list's, EDTF or NULL. */
enum dates dates_compare(
    const char *date, const struct brief *, const struct judge_link *);
