/*
 * Time: seconds since 1970 UTC (int64_t, called an instant), milliseconds of
 * a clock that never jumps, and the text forms of both.  No locale, no zone.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct arena;

int64_t clock_now(void);          /* seconds since the epoch */
int64_t clock_milliseconds(void); /* CLOCK_BOOTTIME, for intervals */

/* "2026-11-21T03:04:05Z" (RFC 3339, UTC), "2026-11-21", "2026.11.21". */
char *clock_instant_text(struct arena *, int64_t instant);
char *clock_date_text(struct arena *, int64_t instant);
char *clock_version_text(struct arena *, int64_t instant); /* 2026.1.8 */
/* RFC 3339, with or without fraction, zone Z or ±hh:mm, or a bare date. */
bool clock_parse_instant(const char *text, int64_t *instant);

/*
 * EDTF level 0 dates: YYYY, YYYY-MM, YYYY-MM-DD.  First and last day it
 * allows, as days since 1970-01-01.  false when it is not such a date.
 */
bool clock_parse_date(const char *text, int64_t *first_day, int64_t *last_day);
