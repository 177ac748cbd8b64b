/*
 * What this run does with one source: its counts, its budget of retries, its
 * last trouble, and whether it is still asked.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "fetch/fetch.h"
#include "fetch/note.h"
#include "fetch/pacer.h"

struct peer {
	struct peer *next;
	const struct source *source;
	const char *key; /* the endpoint's, to notice when it goes */
	struct pacer *pacer;
	struct fetch_tally tally;
	unsigned spent;     /* halves of retries that good replies did not pay */
	unsigned queued;    /* of them waiting for their turn */
	int64_t patience;   /* as last said to fetch_wait, seconds */
	int64_t wished_at;  /* first told to wait since the last start, 0 */
	int64_t wish_until; /* how long it was told to */
	bool closed;
	struct note alone; /* as earlier runs left it, or this one */
	char trouble[240];
	char waiting[120];
	char retry_words[40]; /* "503", while a retry waits */
	int64_t retry_at;
};

/* Retries that may still be made. */
unsigned peer_budget(const struct peer *);
void peer_retries(struct peer *); /* one more is made */
void peer_close(struct peer *, const char *words, int status);
void peer_trouble(struct peer *, const char *words, int status);
void peer_good(struct peer *); /* a reply without trouble came */

/* A request could not be sent at `now` but at `until`; at last it is sent. */
void peer_wish(struct peer *, int64_t now, int64_t until);
void peer_wish_over(struct peer *, int64_t now);

/* Does the service ask for more than this run's patience? */
bool peer_is_shut(const struct peer *, int64_t now);

/* "12 s", "4 min", "5 h": rounded up. */
void peer_duration(int64_t ms, char words[24]);
