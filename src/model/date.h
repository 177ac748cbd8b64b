/* Dates of lists, records and arXiv ids, EDTF: the days they allow. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Month an arXiv id was announced, EDTF; false: not to be told. */
bool date_of_arxiv(const char *id, char out[8]);
/* First and last day; false when there is no date (NULL too). */
bool date_days(const char *date, int64_t *first, int64_t *last);
/* 0: none. */
int date_first_year(const char *date);
