/*
 * Request and response: one HTTP exchange as plain data.
 *
 * A request is made by a source's `ask` and sent by fetch/; the response is
 * made by fetch/ and read by the source.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct question;
struct source;

struct header {
	const char *name;
	const char *value;
};

struct request {
	const struct source *source;
	const char *method; /* "GET" or "POST" */
	const char *path;   /* from the base URL on: "/graph/v1/…?…" */
	const char *body;   /* POST only, else NULL */
	size_t body_length;
	const char *content_type;     /* of the body */
	const char *accept;           /* Accept header, NULL: anything */
	const struct header *headers; /* others the API wants, no secrets */
	size_t header_count;
	const char *if_none_match; /* validator of an answer kept, or NULL */
	unsigned server_retries;   /* of a 5xx, before `split`; 0: as usual */
	unsigned failures;         /* of what its questions were asked in */
	const struct question *questions;
	size_t question_count;
	/* Set by the conductor: how often it was sent before, and whether one of
	 * its questions was found before, so that a reply has to hold it. */
	unsigned repeats;
	bool has_known;
};

/* How an exchange ended, seen from HTTP (fetch/retry.c decides). */
enum exchange {
	EXCHANGE_REPLIED,   /* a status line and a whole body came */
	EXCHANGE_FAILED,    /* no route, reset, cut off, too slow */
	EXCHANGE_TOO_LARGE, /* the ceiling on decoded bytes was hit */
	EXCHANGE_REFUSED,   /* a redirect elsewhere, a bad scheme */
	EXCHANGE_STOPPED,   /* the run was asked to stop */
};

struct response {
	enum exchange exchange;
	const char *trouble;      /* in words when not REPLIED, else NULL */
	int status;               /* last HTTP status, 0: none came */
	const char *content_type; /* lower case, without parameters, or "" */
	const char *body;         /* NUL-terminated behind `length` bytes */
	size_t body_length;
	const char *etag; /* NULL when not sent */
	const char *last_modified;
	const char *next_path;  /* of the next page (Link), or NULL */
	bool tells_limits;      /* a header says what is left, or how fast it may go */
	const char *final_path; /* after redirects, NULL: no redirect */
	int64_t received_at;    /* instant of the reply */
	unsigned attempts;      /* requests this took, redirects too */
};
