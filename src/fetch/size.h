/*
 * How many questions a source took in one request after more of them were
 * refused as too long: remembered in STATE/pace/SOURCE-….size for a month.
 */
#ifndef ENRICH_FETCH_SIZE_H
#define ENRICH_FETCH_SIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct size {
	size_t most;   /* questions; 0: nothing is known */
	int64_t until; /* instant from which the full size is tried */
};

/* "1 MOST UNTIL"; false when it is not of this form, over, or cannot be. */
bool size_parse(const char *text, int64_t now, struct size *);

#endif
