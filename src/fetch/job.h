/*
 * Inside of fetch/: the requests it has in hand, and the struct that holds
 * them all.
 */
#pragma once

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/queue.h>

#include "fetch/fetch.h"
#include "fetch/peer.h"
#include "fetch/record.h"
#include "fetch/transfer.h"

struct arena;

/* One request until its response is released; it is in one queue. */
struct job {
	TAILQ_ENTRY(job) link;
	struct peer *peer;
	struct pacer *pacer; /* it was launched under */
	const struct endpoint *endpoint;
	struct request *request; /* whoever started it gets it back */
	struct arena *arena;
	struct transfer *transfer;
	char *url; /* changes with redirects */
	bool becomes_get;
	bool whole;    /* response is one that may be handed out */
	int64_t due;   /* not sent before */
	bool reserved; /* `due` is a slot taken from the pacer */
	int64_t queued_at;
	int64_t launched_at;
	unsigned retries, hops;
	bool plain_http; /* its stream never ended: HTTP/1.1 from now on */
	struct response response;
};

TAILQ_HEAD(jobs, job);

struct fetch {
	struct arena *arena; /* of the settings */
	struct fetch_settings settings;
	volatile sig_atomic_t stopped;
	bool finishing; /* what is not on the wire stays here */
	CURLM *multi;   /* NULL: libcurl is not needed yet */
	struct peer *peers;
	struct pacer *pacers;
	struct jobs waiting, flying, ready, handed, idle;
	size_t open; /* jobs not handed out yet */
	unsigned idle_count;
	unsigned recorded;      /* exchanges, so far */
	struct record *records; /* what is played, in the order it was */
	size_t record_count;
	uint64_t chance; /* state of the jitter's generator */
};

struct peer *fetch_find_peer(const struct fetch *, const struct source *);
struct peer *fetch_peer(struct fetch *, const struct endpoint *);
/* Initialise libcurl, once. */
void fetch_wake_curl(struct fetch *);
unsigned fetch_jitter(struct fetch *); /* 0 … 1023 */

struct job *job_new(struct fetch *, const struct endpoint *, struct request *);
void job_recycle(struct fetch *, struct job *); /* it is in no queue */
void job_free_all(struct jobs *);
/* A redirect may echo the key that stood in the query: it is cut out. */
void job_forget_key(struct job *);

/* What is to become of a job that is in no queue; it then is in one. */
void job_wait(struct fetch *, struct job *, int64_t due);
void job_ready(struct fetch *, struct job *);
/* Hand out what it has: its last reply, or STOPPED with these words. */
void job_give_up(struct fetch *, struct job *, const char *words);
/* Its transfer ended so: redirect, retry or hand out. */
void settle_job(struct fetch *, struct job *, const struct transfer_end *);

/* Put it on the wire (it is in no queue). */
void job_launch(struct fetch *, struct job *, int64_t now);

/* Take a job out of the waiting queue. */
void queue_leave(struct fetch *, struct job *, int64_t now);
/* Send a waiting job when its time has come, or hand it out when it cannot. */
void queue_consider(struct fetch *, struct job *, int64_t now);
void queue_consider_all(struct fetch *);
/* The moment at which something waiting may move: from `now` to `until`. */
int64_t queue_next_event(const struct fetch *, int64_t now, int64_t until);
