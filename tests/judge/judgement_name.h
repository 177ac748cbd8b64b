/* Words for judgements, for those who test the judge. */
#ifndef ENRICH_TESTS_JUDGEMENT_NAME_H
#define ENRICH_TESTS_JUDGEMENT_NAME_H

#include "model/opinion.h"

static inline const char *
judgement_name(enum judgement judgement)
{
	static const char *const names[] = { "same", "unclear", "different" };

	return names[judgement];
}

#endif
