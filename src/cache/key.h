/*
 * Keys: origin, source and subject, each with its NUL, then the time of the
 * reply so that the newest sorts first.  A subject too long for LMDB's 511
 * bytes stands as its SHA-256; the value then holds the words.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cache/bytes.h"

enum {
	KEY_BYTES = 511,
	KEY_TIME = 8,
	KEY_ORIGIN = 300, /* most bytes: DNS ends at 253 */
	KEY_SOURCE = 39,
};

struct key {
	char bytes[KEY_BYTES];
	size_t subject_end; /* where the time stands, if any */
	size_t length;
	bool digest; /* the subject is not in the key */
};

/* Without the time.  false: origin or source too long to be one. */
bool key_make(struct key *, const char *origin, const char *source, const char *subject);
void key_set_time(struct key *, int64_t at); /* adds or replaces it */
struct span key_span(const struct key *);
/* Are they keys of answers to the same question? */
bool key_same_subject(struct span, struct span);
/* Of two answers' keys, by subject, then the older one first (in the cache it is the last). */
int key_compare(struct span, struct span);
struct span key_subject(struct span answer_key); /* all but the time */
int64_t key_time(struct span answer_key);

/* A key of the registry: the identifier, or its digest. */
void key_make_name(struct key *, const char *identifier);

struct key_parts {
	const char *origin, *source, *subject; /* NUL-terminated, in the key */
	size_t subject_end;
	int64_t at;
	bool digest;
};

/* false: not a key that was made here. */
bool key_split(struct span answer_key, struct key_parts *);
