/*
 * A service: what all sources at one address share.  Two sources are of one
 * service when they point to the same one, and share a pace when their
 * services do.
 */
#pragma once

#include <stdbool.h>

/* Facts about limits; services that count their requests together share one. */
struct pace {
	unsigned interval;     /* milliseconds between requests */
	unsigned interval_key; /* the same with a key (0: as without) */
	unsigned concurrent;   /* most requests in flight */
	unsigned window;       /* requests a window allows, 0: no window */
	unsigned window_key;   /* the same with a key */
	unsigned window_seconds;
	bool midnight;   /* the window ends at midnight UTC */
	unsigned breath; /* milliseconds to wait after a limit that does
				 * not say for how long; 0: 20 intervals */
};

struct service {
	/*
	 * "arxiv": whose it is, for the merge table, findings and the state of
	 * the pace.  Services that share a pace have one name.
	 */
	const char *name;
	const char *base_url;             /* scheme and host */
	const char *url_variable;         /* "ENRICH_SEMANTICSCHOLAR_URL" */
	const char *const *key_variables; /* NULL-terminated, in order; or NULL */
	const char *key_header;           /* "x-api-key", or NULL */
	const char *key_prefix;           /* "Bearer ", or NULL */
	const char *key_parameter;        /* of the query instead of a header */
	const char *terms;                /* URL of the terms of use */
	const struct pace *pace;
	/*
	 * IDENTIFIER_BIT set: kinds that it issues, or whose things it hosts:
	 * of those its word is the registry's.  0: it gathers what others
	 * issued.
	 */
	unsigned issues;
};
