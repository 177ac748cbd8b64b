/*
 * A question: what we want to know from one source about one subject.
 *
 * Made by plan/, carried by requests, answered by a source's `read`.
 */
#pragma once

#include <stdint.h>

#include "model/identifier.h"

struct source;

struct question {
	const struct source *source;
	const char *subject;  /* canonical: identifier_key() */
	struct identifier id; /* as spelled in the list */
	/* Confirmed last: the find that is kept, of the same fields; 0: none. */
	int64_t since;
};
