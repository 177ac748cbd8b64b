/*
 * An opinion: is this answer about this entry?
 *
 * Made by judge/, read by the conductor, join/, merge/ and explain.
 */
#ifndef ENRICH_MODEL_OPINION_H
#define ENRICH_MODEL_OPINION_H

#include <stddef.h>

enum judgement { JUDGE_SAME, JUDGE_UNCLEAR, JUDGE_DIFFERENT };

struct opinion {
	enum judgement judgement;
	const char *const *reasons; /* in words, for `explain`; may be none */
	size_t reason_count;
};

#endif
