/*
 * An opinion: is this answer about this entry?
 *
 * Made by judge/, read by the conductor, join/, merge/ and explain.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum judgement { JUDGE_SAME, JUDGE_UNCLEAR, JUDGE_DIFFERENT };

/* What makes an opinion doubtful; of an UNCLEAR one, and of authors. */
enum doubt {
	DOUBT_NONE,
	DOUBT_TITLE,   /* it says something else */
	DOUBT_NAME,    /* the same name, another title */
	DOUBT_NOWHERE, /* a name that the answer does not say */
	DOUBT_DATE,
	DOUBT_AUTHORS, /* the right title, by others */
};

struct opinion {
	enum judgement judgement;
	enum doubt doubt;
	bool held; /* UNCLEAR, and something contradicts: it fills nothing */
	const char *const *reasons; /* in words, for `explain`; may be none */
	size_t reason_count;
};

/* May it fill fields and join: not different, not held. */
bool opinion_is_accepted(const struct opinion *);
/* Of two opinions about one link: does `a` speak more for it? */
bool opinion_is_better(const struct opinion *a, const struct opinion *b);
