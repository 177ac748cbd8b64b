/*
 * A question: what we want to know from one source about one subject.
 *
 * Made by plan/, carried by requests, answered by a source's `read`.
 */
#ifndef ENRICH_MODEL_QUESTION_H
#define ENRICH_MODEL_QUESTION_H

#include "model/identifier.h"

struct source;

struct question {
	const struct source *source;
	const char *subject;	/* canonical: identifier_key() */
	struct identifier id;	/* as spelled in the list */
};

#endif
