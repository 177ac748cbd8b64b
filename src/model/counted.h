/*
 * How often a work was cited on a day, as a source told it.
 *
 * Made by release/ from records, one where a count has moved; kept from release to
 * release, so that growth can be told.
 */
#pragma once

#include <stdint.h>

struct counted {
	const char *work_id;
	const char *day; /* when the source first gave it */
	int64_t count;
	const char *source;
};
