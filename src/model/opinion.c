/* Opinions enter; whether they let a link in, and which is better, leaves. */
#include "model/opinion.h"

bool
opinion_is_accepted(const struct opinion *opinion)
{
	return opinion->judgement != JUDGE_DIFFERENT && !opinion->held;
}

bool
opinion_is_better(const struct opinion *a, const struct opinion *b)
{
	if (a->judgement != b->judgement)
		return a->judgement < b->judgement;
	return !a->held && b->held;
}
