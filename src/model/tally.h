/*
 * What asking came to: one tally a source, one for the run.  Counted while
 * sources are asked, read by those who tell of it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What asking would cost: requests at the polite pace. */
struct plan_cost {
	size_t questions; /* that are asked */
	size_t requests;
	double seconds;  /* at the pace, without replies' own time */
	double busy;     /* … and until the pace allows another */
	size_t left_out; /* questions that do not fit */
};

struct source_tally {
	size_t wanted;    /* questions of this run */
	size_t titles;    /* of them searches for a title */
	size_t fresh;     /* of them known and fresh before */
	size_t answered;  /* asked and answered (found or absent) */
	size_t open;      /* asked, not answered */
	size_t refused;   /* of the answered: malformed for the source */
	size_t topped_up; /* fresh ones asked along, at no request */
	size_t not_asked;
	const char *why_not; /* … in words, or NULL */
	unsigned requests;
	struct plan_cost planned; /* before the first request */
	size_t more;              /* requests that may follow it, at most … */
	size_t alone;             /* … beside those for what no list held */
	size_t follow_ups;        /* requests made of these two kinds */
	const char *trouble;      /* in words, NULL: none */
	int64_t trouble_since;
	int64_t opens_at; /* instant from which it may be asked again; 0: now */
	unsigned retries, limited;
	uint64_t bytes; /* of replies, decoded */
	int64_t waited_ms;
};

struct run_tally {
	double planned_seconds; /* of asking, sources side by side */
	double seconds;         /* … as it was */
	size_t kept;            /* answers that were committed */
	bool stopped;           /* by a signal */
	/* All was fresh, and the first of it turns stale then; 0: it was not. */
	int64_t due;
};
