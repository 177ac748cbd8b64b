/*
 * An answer: what one source said to one question at one time.  The unit of
 * caching.
 *
 * Made by a source's `read` (or by the conductor for what stayed open), kept
 * by cache/, read by judge/ and merge/ through its brief.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "model/brief.h"

struct json;
struct markup;

enum answer_state {
	ANSWER_FOUND,
	ANSWER_ABSENT,     /* a definite "we have no such thing" */
	ANSWER_UNANSWERED, /* outage, limit, malformed: never cached */
};

/* The note of an absence that means: the source refuses the identifier. */
#define ANSWER_REFUSED "refused as malformed"

/* A claim that the source made before, just so. */
struct answer_age {
	enum field field;
	int64_t since; /* instant */
};

struct answer {
	/* key */
	const char *origin;   /* "https://api.semanticscholar.org" */
	const char *source;   /* name of the source */
	const char *subject;  /* canonical subject of the question */
	int64_t retrieved_at; /* instant of the reply */
	/* value */
	enum answer_state state;
	int http_status;
	int64_t confirmed_at;   /* last time the same bytes came again */
	unsigned asked_version; /* version of the fields asked */
	const char *etag;       /* validators, NULL when none */
	const char *last_modified;
	const char *note; /* ABSENT/UNANSWERED in words, or NULL */
	const char *body; /* bytes about this subject only */
	size_t body_length;
	/* The body, where who has it had to read it; NULL: it is to be read. */
	const struct json *json;
	const struct markup *xml;
	unsigned brief_version;        /* of the reader; 0: no brief stored */
	struct brief brief;            /* valid when brief_version != 0 */
	const struct answer_age *ages; /* of claims older than this answer */
	size_t age_count;
};

/* Since when the source answers this field as here: no later than retrieved_at. */
int64_t answer_since(const struct answer *, enum field);

/* How one (work, source) pair ended; words as in the record. */
enum outcome {
	OUTCOME_FOUND,
	OUTCOME_ABSENT,
	OUTCOME_AMBIGUOUS, /* answered, but judged to be about another */
	OUTCOME_NOT_ASKED,
	OUTCOME_UNANSWERED,
	OUTCOMES
};

extern const char *const answer_outcomes[]; /* "found", "not-asked" … */
extern const char *const answer_states[];
