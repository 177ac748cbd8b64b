/* Words for outcomes and states, as in the record. */
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
