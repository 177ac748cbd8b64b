/* Words for judgements, for those who test the judge. */
#pragma once

#include "model/opinion.h"

static inline const char *
judgement_name(enum judgement judgement)
{
	static const char *const names[] = { "same", "unclear", "different" };

	return names[judgement];
}
