/*
 * When may a service be asked again: arithmetic only.  Times are
 * milliseconds of the clock that never jumps (clock_milliseconds).
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "fetch/hint.h"
#include "model/source.h"

/* The service's limits as they bind us: with or without key, scaled. */
struct pace_rule {
	int64_t interval;
	int64_t window; /* requests a window allows, 0: no window */
	int64_t window_length;
	int64_t midnight; /* a moment at which windows end, 0: any */
	unsigned concurrent;
	unsigned share; /* who keep it together; we are one of them */
	double scale;
};

/* Kept over runs and processes. */
struct pace_state {
	int64_t next_free;  /* nothing is sent before; only advances */
	int64_t held_until; /* a wait the service asked for */
	int64_t window_end;
	int64_t window_left;
	int64_t window_limit; /* as the service told it, 0: as the rule */
};

/*
 * `to_midnight`: milliseconds until midnight UTC; `now` as of all moments.
 */
struct pace_rule pace_rule(
    const struct pace *, bool has_key, double scale, int64_t to_midnight, int64_t now);
/* The rule of one of `share` who together keep it (1: alone). */
struct pace_rule pace_rule_shared(struct pace_rule, unsigned share);
/* `ms` of the service's time in ours, rounded up. */
int64_t pace_scaled(int64_t ms, double scale);

/* Earliest moment, not before `now`, at which a request may be sent. */
int64_t pace_slot(const struct pace_state *, const struct pace_rule *, int64_t now);
/* Take the slot that pace_slot gave. */
void pace_take(struct pace_state *, const struct pace_rule *, int64_t slot);
/* A request really left at `at` (a connection had to be made first). */
void pace_sent(struct pace_state *, const struct pace_rule *, int64_t at);
/* Send nothing before `until`; what is absurdly far is cut to an hour. */
void pace_hold(struct pace_state *, int64_t until, int64_t now);
/*
 * Believe the service about its window; `others` requests are on their way
 * and may not be in its count.  A slower rate than the rule's is adopted.
 */
void pace_correct(struct pace_state *, struct pace_rule *, const struct hint *,
    unsigned others, int64_t now);
/* Drop what cannot be: slots and windows absurdly far ahead. */
void pace_mend(struct pace_state *, const struct pace_rule *, int64_t now);
int64_t pace_limit(const struct pace_state *, const struct pace_rule *);

/* One line of text; false when it is not of this form or another boot's. */
bool pace_parse(const char *text, const char *boot, struct pace_state *);
