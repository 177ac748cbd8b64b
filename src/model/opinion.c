/* Words for judgements. */
#include "model/opinion.h"

#include <assert.h>

const char *
judgement_name(enum judgement judgement)
{
	switch (judgement) {
	case JUDGE_SAME:
		return "same";
	case JUDGE_UNCLEAR:
		return "unclear";
	case JUDGE_DIFFERENT:
		return "different";
	}
	assert(!"a judgement");
	return "unclear";
}
