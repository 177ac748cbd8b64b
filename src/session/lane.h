/*
 * A lane: one source in one run, where it is reached, how far it may be asked,
 * what asking it came to.  Lanes hang together in the order of the registry.
 */
#pragma once

#include "fetch/fetch.h"
#include "model/question.h"
#include "model/tally.h"

struct plan;

enum lane_state {
	LANE_OPEN,
	LANE_SKIPPED, /* by the settings: what is known is used, nothing asked */
	LANE_SPENT,   /* its allowance is used up: the rest is not asked */
	LANE_SHUT,    /* it had trouble, or its window is closed */
};

struct lane {
	const struct source *source;
	struct lane *next; /* NULL: the last one */
	unsigned bit;      /* its own, for sets of lanes */
	struct endpoint endpoint;
	char *secret;       /* the endpoint's key, to be overwritten; NULL */
	const char *origin; /* where its answers come from */
	bool stand_in;      /* not the real service */
	enum lane_state state;

	/* Of ASK. */
	struct plan *plan;     /* what waits; while sources are asked */
	size_t in_flight;      /* questions sent, not answered */
	int64_t free_since;    /* slot free, nothing full; 0: no */
	bool was_asked;        /* a request was sent */
	size_t later;          /* questions that may follow, at most */
	bool was_too_long;     /* and what fits is not known yet */
	struct question probe; /* subject NULL: not made yet */
	enum {
		PROBE_UNSURE,
		PROBE_FOUND,
		PROBE_ABSENT
	} probe_state;   /* as answered in this run */
	bool probed;     /* it was asked about alone */
	bool had_other;  /* it is the source's other one by now */
	unsigned unsure; /* refusals in a row that prove nothing */
	unsigned vain;   /* replies in a row that cannot be right */
	struct source_tally tally;
};
