/*
 * One HTTP request on one easy handle.
 *
 * An order enters; bytes, status and headers leave.  Follows nothing, retries
 * nothing, knows no pace.
 */
#pragma once

#include <curl/curl.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fetch/hint.h"
#include "model/request.h"

struct arena;
struct transfer;
struct record;

/* What to send.  Texts but for the body need not outlive the call. */
struct order {
	const char *url;
	const char *method;
	const char *body; /* stays the caller's; NULL: none */
	size_t body_length;
	const char *content_type;
	const char *accept;
	const char *if_none_match;
	const struct header *headers; /* others, without secrets */
	size_t header_count;
	const char *if_modified_since;
	const char *user, *password; /* of the address; NULL: none */
	const char *key_header;      /* with `key`: "x-api-key" */
	const char *key_prefix;      /* "Bearer ", NULL for "" */
	const char *key;             /* NULL: none */
	const char *user_agent;
	const char *ca_file;
	bool plain_http;                   /* HTTP/1.1 and no newer one */
	size_t ceiling;                    /* most decoded bytes */
	double scale;                      /* of the time limits */
	const volatile sig_atomic_t *stop; /* not 0: give up */
};

/* How it went. */
struct transfer_end {
	enum exchange exchange;
	bool hopeless; /* FAILED, and time will not heal it */
	bool bars_all; /* … whatever is asked: a proxy's refusal, a check for browsers */
	/* FAILED over HTTP/2 with a body under way, or before anything was sent: another
	 * connection, over HTTP/1.1, may do. */
	bool unended;
	bool unsent; /* the second of these: nobody was asked */
	int status;
	char trouble[160]; /* in words, "" when REPLIED */
	uint64_t bytes;    /* decoded */
	int64_t took_ms;
	int64_t connected_ms; /* from the start until the request left */
};

struct transfer *transfer_new(void);
void transfer_free(struct transfer *); /* NULL is allowed */

/* Set the handle up; what it held before is forgotten. */
void transfer_prepare(struct transfer *, const struct order *);
CURL *transfer_easy(struct transfer *);
/* After the handle was run (by a multi handle) with this result. */
void transfer_finish(struct transfer *, CURLcode, struct transfer_end *);
/* What was recorded comes in place of a reply; the handle is not run. */
void transfer_play(struct transfer *, const struct record *);
/* The next header of the reply; *name NULL: the first.  false: no more. */
bool transfer_next_header(struct transfer *, const char **name, const char **value);
void transfer_body(const struct transfer *, const char **bytes, size_t *length);
/* Run it here and now. */
void transfer_run(struct transfer *, struct transfer_end *);

/*
 * The parts of a response that headers and body give; body belongs to the
 * transfer, texts to the arena.  `whole` false: no body is shown.
 */
void transfer_response(struct transfer *, struct arena *, bool whole, struct response *);
/* Location as sent, in the arena, or NULL. */
const char *transfer_next(struct transfer *, struct arena *); /* Link, or NULL */
const char *transfer_location(struct transfer *, struct arena *);
void transfer_hint(struct transfer *, struct hint *);

/* An HTTP date (any of the three forms of RFC 9110 §5.6.7). */
bool http_date_parse(const char *text, int64_t *instant);
