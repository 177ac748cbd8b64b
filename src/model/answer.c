/* Words for outcomes and states, as in the record. */
#include "model/answer.h"

#include <assert.h>

const char *
answer_outcome_name(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_FOUND:
		return "found";
	case OUTCOME_ABSENT:
		return "absent";
	case OUTCOME_AMBIGUOUS:
		return "ambiguous";
	case OUTCOME_NOT_ASKED:
		return "not-asked";
	case OUTCOME_UNANSWERED:
		return "unanswered";
	case OUTCOMES:
		break;
	}
	assert(!"an outcome");
	return "unanswered";
}

const char *
answer_state_name(enum answer_state state)
{
	switch (state) {
	case ANSWER_FOUND:
		return "found";
	case ANSWER_ABSENT:
		return "absent";
	case ANSWER_UNANSWERED:
		return "unanswered";
	}
	assert(!"a state");
	return "unanswered";
}
