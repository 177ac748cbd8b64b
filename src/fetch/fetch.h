/*
 * fetch/: requests → responses, politely.
 *
 * Requests enter; responses leave, after every retry the budget allows.  The
 * pace of each service is kept here (and in a file, over runs and processes);
 * what a reply means is not known here.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/request.h"
#include "model/source.h"

struct fetch;

struct fetch_settings {
	const char *user_agent;
	const char *state_folder; /* holds pace/; NULL: keep no pace file */
	const char *ca_file;      /* NULL: the system's */
	double pace_scale;        /* multiplies every interval and wait */
	unsigned shared_by;       /* runs that keep each pace together; 0, 1: this one */
	bool verbose;             /* one line a request (log_info) */
	const char *record;       /* folder for every exchange, or NULL */
	const char *replay;       /* folder to answer from, nobody is asked; or NULL */
	bool insist;              /* ask also whom earlier runs gave up */
};

/* Where a source is reached this run: made by the conductor. */
struct endpoint {
	const struct source *source;
	const char *base_url; /* scheme, host, port, perhaps a path prefix */
	const char *key;      /* secret or NULL */
};

/* libcurl is initialised at the first fetch_start, not here. */
struct fetch *fetch_new(const struct fetch_settings *);
void fetch_free(struct fetch *);

/*
 * Milliseconds until the endpoint may send another request: 0 means now,
 * -1 that it will not in this run (budget spent, window closed beyond
 * `patience` seconds, told to stop).  `patience` is in the service's time,
 * scaled as all waits are; negative: any wait will do.  Requests in flight
 * at their most give a wait that a reply ends sooner: ask again after each
 * fetch_step.
 */
int64_t fetch_wait(struct fetch *, const struct endpoint *, int64_t patience);

/*
 * Reserve a slot and send.  The request (and its questions) must stay until
 * its response was handed out.  Only when fetch_wait said 0.
 */
void fetch_start(struct fetch *, const struct endpoint *, struct request *);

struct fetched {
	const struct endpoint *endpoint;
	struct request *request;
	struct response response; /* lives until fetch_release */
	void *owner;              /* fetch's own */
};

/*
 * Move everything forward for at most `timeout_ms`; true when a response is
 * ready (in *done).  false: nothing yet, or a wait is over.
 */
bool fetch_step(struct fetch *, int timeout_ms, struct fetched *done);
void fetch_release(struct fetch *, struct fetched *);
size_t fetch_in_flight(const struct fetch *); /* retries included */

/*
 * Give back what is open as EXCHANGE_STOPPED at the next fetch_step calls.
 * Only sets a flag: may be called from a signal handler.
 */
void fetch_stop(struct fetch *);
/*
 * Send nothing more.  What waits is handed out as it is, what is on the wire
 * may still come.
 */
void fetch_finish(struct fetch *);
/* Is a reply of this status asked for again before it is handed out? */
bool fetch_repeats(int status);

/*
 * Ask this endpoint's source nothing more in this run.  What waits is handed
 * out as it is, what is on the wire may still come.
 */
void fetch_leave_alone(struct fetch *, const struct endpoint *, const char *reason);

/* Send this endpoint's service nothing for so long (its time, scaled). */
void fetch_hold(struct fetch *, const struct endpoint *, int64_t ms);

/*
 * Most questions a request to this endpoint is to carry, as an earlier run
 * learned from a 413 or 414; 0: nothing is known.
 */
size_t fetch_most(const struct fetch *, const struct endpoint *);
/*
 * One of more was refused as too long and one of at most this was not:
 * remembered for a month, over runs and caches.
 */
void fetch_note_most(const struct fetch *, const struct endpoint *, size_t most);

struct fetch_tally {
	unsigned requests, retries, redirects, limited /* 429 */;
	uint64_t bytes;        /* decoded */
	int64_t waited_ms;     /* for pace, windows and Retry-After */
	int64_t next_ms;       /* milliseconds until the next slot */
	const char *waiting;   /* why it waits just now, in words, or NULL */
	const char *trouble;   /* in words; NULL after a good reply */
	int trouble_status;    /* its HTTP status, 0: none */
	int64_t trouble_since; /* instant of the first of the row, 0 */
};
/* Texts live until the next call for the same source, or fetch_free. */
void fetch_tally(const struct fetch *, const struct source *, struct fetch_tally *);

/* One URL outside any source, and what goes with the request. */
struct fetch_page {
	const char *url;               /* without user and password */
	const char *user, *password;   /* NULL: none; secret */
	const char *if_none_match;     /* validators of the copy that is */
	const char *if_modified_since; /* kept, or NULL */
	size_t ceiling;                /* most decoded bytes */
};

/*
 * Fetch a page (a list): GET, the same limits, redirects only to the same
 * origin, three tries.  Blocks; fetch_stop (from a signal handler) ends it.
 * The response lives in the arena.  true: REPLIED with 200, or with 304 to a
 * validator; false: response->trouble says in words what came instead.
 */
struct arena;
bool fetch_url(
    struct fetch *, struct arena *, const struct fetch_page *, struct response *);
