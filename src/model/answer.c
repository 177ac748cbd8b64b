/* Answers in, how old their claims are out; words for outcomes and states. */
#include "model/answer.h"

const char *const answer_outcomes[] = { [OUTCOME_FOUND] = "found",
	[OUTCOME_ABSENT] = "absent",
	[OUTCOME_AMBIGUOUS] = "ambiguous",
	[OUTCOME_NOT_ASKED] = "not-asked",
	[OUTCOME_UNANSWERED] = "unanswered",
	NULL };

const char *const answer_states[] = { [ANSWER_FOUND] = "found",
	[ANSWER_ABSENT] = "absent",
	[ANSWER_UNANSWERED] = "unanswered",
	NULL };

int64_t
answer_since(const struct answer *answer, enum field field)
{
	for (size_t i = 0; i < answer->age_count; i++)
		if (answer->ages[i].field == field)
			return answer->ages[i].since;
	return answer->retrieved_at;
}
