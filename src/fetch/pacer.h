/*
 * One service's pace at work: rule, state, file, and what is on its way.
 * Sources that share a service share its pacer.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/digest.h"
#include "fetch/fetch.h"
#include "fetch/pace.h"
#include "fetch/pace_file.h"

struct pacer {
	struct pacer *next;
	const struct pace *pace; /* whoever shares it may share this */
	char identity[DIGEST_TEXT];
	struct pace_file file;
	struct pace_rule rule;
	struct pace_state state;
	unsigned flying;  /* requests on the wire */
	int held_status;  /* whose reply asked for the wait, 0: none */
	bool held_hinted; /* it said for how long */
};

/*
 * The pacer of an endpoint, made when there is none in *list.  At the real
 * service all sources of one pace share it, on whichever of its hosts (arXiv
 * counts its hosts together); elsewhere those with the same origin.
 */
struct pacer *pacer_get(
    struct pacer **list, const struct fetch_settings *, const struct endpoint *);
void pacer_free(struct pacer *list);

/* Milliseconds until the next slot, 0: now; asks the file before saying 0. */
int64_t pacer_wait(struct pacer *, int64_t now);
/* The same as it was known last: no file is touched. */
int64_t pacer_known_wait(const struct pacer *, int64_t now);
/* The part of it that a closed window or a wait asked for makes. */
int64_t pacer_closed(const struct pacer *, int64_t now);
/* Take the next slot; the moment it begins, perhaps later than `now`. */
int64_t pacer_reserve(struct pacer *, int64_t now);
/*
 * The request of `slot` leaves now.  false: it is so late that the request of
 * the slot behind (another process's perhaps) would be too close; the slot is
 * lost, take another.
 */
bool pacer_depart(struct pacer *, int64_t slot, int64_t now);
/* A reply came: what it says, and when its request really left. */
void pacer_replied(struct pacer *, const struct hint *, int64_t left_at, int64_t now);
void pacer_hold(struct pacer *, int64_t wait_ms, int status, bool hinted, int64_t now);
