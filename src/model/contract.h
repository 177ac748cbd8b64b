/*
 * A contract: one form of request that the program sends, and what it takes for
 * granted of the reply.  `sources --check` holds a real reply against each.
 */
#pragma once

#include <stdbool.h>

#include "model/source.h"

enum { CONTRACT_MOST = 3 };

struct contract {
	const struct source *source;
	const char *form;                 /* "batch of ids", for people */
	const char *asked[CONTRACT_MOST]; /* identifiers it surely knows; NULL behind */
	const char *type;                 /* of the content */
	/*
	 * Of a JSON reply: "PATH:KIND" with blanks between, PATH dotted (0 is an
	 * element), KIND s, n, b, a or o for a text, number, boolean, list, object;
	 * "?" behind it: or null, or not there.  NULL: no JSON.
	 */
	const char *members;
	unsigned fields;   /* FIELD_BIT set that each answer has to claim */
	bool needs_key;    /* sent with a key only */
	bool is_validated; /* has an ETag, and answers 304 to it */
	bool tells_limits; /* says in its headers what is left */
};
