/*
 * The value of an answer as bytes: a fixed head, texts, the brief, and the
 * body last, under a checksum of its own so that it need not be touched.
 *
 *	0 sum of the head (8 … head's end) and the key	8 format	9 state
 *	10 earlier confirmations, 11 zero	12 HTTP status	16 confirmed_at
 *	24 asked_version	28 brief_version	32 lengths of subject,
 *	etag, last_modified, note, brief, ages (4 bytes each)
 *	56 length of the body	64 sum of the body	72 earlier, ages …
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cache/bytes.h"
#include "model/answer.h"

struct buffer;

enum {
	VALUE_FORMAT = 1,
	VALUE_HEAD = 72,
	VALUE_EARLIER = 26, /* confirmations kept: half a year of weeks */
};

struct value {
	enum answer_state state;
	int http_status;
	int64_t confirmed_at;
	unsigned asked_version;
	unsigned brief_version;
	struct span subject; /* only when the key has its digest */
	struct span etag, last_modified, note, brief, body;
	struct span earlier; /* confirmations before, 8 bytes each */
	struct span ages;    /* of its claims, older than itself: ages.h */
	uint64_t body_sum;   /* set by decode */
};

/* As it lies under that key, behind what is in the buffer. */
void value_encode(const struct value *, struct span key, struct buffer *);
/* Everything but the body is checked.  The spans point into the bytes. */
bool value_decode(struct span bytes, struct span key, struct value *);
bool value_body_is_whole(const struct value *);
/*
 * The last confirmation not after `as_of`, as far as they are kept; the time
 * of the reply itself when there is none.
 */
int64_t value_confirmed(const struct value *, int64_t retrieved_at, int64_t as_of);
