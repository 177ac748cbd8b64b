/* What each of two titles says that the other does not.  Inside of judge/. */
#pragma once

#include <stdbool.h>

#include "judge/title/title.h"

struct judge_field;

/* Of FIELD_MOST: so rare words on both sides are two works'. */
#define TWO_SIDED 6

struct difference {
	/* Lesser of the two rests' heaviest words, 0 to FIELD_MOST: a cut or a
	 * longer title leaves words on one side only, another work on both. */
	unsigned two_sided;
	unsigned share;        /* of the weight of both, in common, in hundredths */
	bool counted;          /* a number on one side only: a part, a version */
	bool recounted;        /* one on each */
	const char *rarest[2]; /* of either rest; NULL: it is empty */
	unsigned heaviest;     /* of both rests */
	unsigned rest[2];      /* words, small ones aside */
};

void differ_titles(const struct judge_field *, const struct words *, const struct words *,
    struct difference *);
