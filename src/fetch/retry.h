/*
 * After an exchange: is it over, is it tried again, and when.  Pure: no
 * clock, no I/O; waits are in the service's time (not scaled).
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "fetch/hint.h"
#include "model/request.h"

#define RETRY_MOST 4 /* retries of one request */

enum retry_verdict {
	RETRY_NO_NEED,  /* a reply to be read, good or bad */
	RETRY_LATER,    /* the same again after wait_ms */
	RETRY_ENOUGH,   /* hand out as it is: tried often enough */
	RETRY_BUDGET,   /* … and the source's retries are spent */
	RETRY_PATIENCE, /* … and the source asks for too long a wait */
};

struct retry_case {
	enum exchange exchange;
	bool hopeless; /* broken in a way that time does not heal */
	int status;
	unsigned retries;        /* of this request so far */
	unsigned server_retries; /* most for a 5xx; 0: as for all else */
	unsigned failures;       /* of its questions in other requests: waits grow */
	unsigned budget;         /* retries its source has left */
	int64_t interval_ms;     /* of the source's pace */
	int64_t breath_ms;       /* after a limit without a word, 0: by interval */
	int64_t patience;        /* longest wait in seconds; negative: any */
	unsigned jitter;         /* chance, 0 … 1023 */
	struct hint hint;
};

struct retry {
	enum retry_verdict verdict;
	int64_t wait_ms; /* valid unless RETRY_NO_NEED */
	bool everyone;   /* the whole service is to be left in peace */
	bool hinted;     /* the wait is the service's own word */
};

struct retry retry_decide(const struct retry_case *);
/* 429, or a 403 that a limit's headers explain (GitHub). */
bool retry_is_limit(int status, const struct hint *);
