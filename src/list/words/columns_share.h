/* What stands in the cells of a table's columns, counted. */
#ifndef LIST_WORDS_COLUMNS_SHARE_H
#define LIST_WORDS_COLUMNS_SHARE_H

#include "list/words/words.h"

/* Of the rows looked at, how many cells … */
struct column_share {
	size_t rows, filled;
	size_t fresh;           /* … have not been seen before, */
	size_t changing;        /* differ from the one above, */
	size_t dates, dated;    /* are a date, hold one, */
	size_t numbered;        /* hold the month of the row's arXiv number, */
	size_t places, named;   /* are a venue with a year, without one, */
	size_t known;           /* … that is known, */
	size_t labels;          /* … and a link to a paper is called so, */
	size_t words;           /* (in all of them) */
	size_t wordy;           /* have letters, */
	size_t houses;          /* name an institution, */
	size_t people, persons; /* are people, may be a person, */
	size_t links, linked;   /* link something, link words. */
};

struct column_share columns_share(
    struct arena *, const struct table_row *rows, size_t count, size_t column);

#endif
