/*
 * What a reply's headers say about when to come back: seconds and counts,
 * as the service means them (never scaled).
 */
#pragma once

#include <stdint.h>

/* Longest time believed; what is longer is cut to it. */
#define HINT_FAR INT64_C(1000000000)

struct hint {
	int64_t retry_after; /* seconds from now, 0: at once, -1: not said */
	int64_t left;        /* requests left in the window, -1: not said */
	int64_t limit;       /* requests a window allows, -1: not said */
	int64_t reset;       /* seconds until the window ends, -1: not said */
	int64_t rate;        /* requests per …, -1: not said */
	int64_t interval;    /* milliseconds between requests, -1: not said */
	int64_t concurrent;  /* most requests at once, -1: not said */
};

void hint_clear(struct hint *);

/*
 * Take in one header; names that say nothing about limits, and values that
 * make no sense, change nothing.  `now` is the server's Date when it sent
 * one, else our clock: absolute times are read against it.
 *
 *	Retry-After: 120 | Fri, 20 Nov 2026 10:00:00 GMT	RFC 9110 §10.2.3
 *	RateLimit: "api";r=0;t=123				Hugging Face
 *	RateLimit-Policy: "fixed window";"api";q=500;w=300
 *	X-RateLimit-Limit, -Remaining, -Reset			GitHub (epoch),
 *								OpenAlex (seconds)
 *	X-Rate-Limit-Limit: 5, -Interval: 1s, X-Concurrency-Limit: 1  Crossref
 */
void hint_header(struct hint *, const char *name, const char *value, int64_t now);

/* The headers above, NULL-terminated; an order of asking that works. */
extern const char *const hint_names[];
