/*
 * What a cache holds anything about, in a few bits a key: most of what is
 * looked for and not there was never asked, and need not be looked for.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cache;
struct key;
struct span;

/* All zero: nothing is noted yet, and anything may be there. */
struct asked {
	uint64_t *bits; /* NULL: not yet gone through */
	size_t count;   /* of bits, a power of two */
	uint64_t fruitless;
	bool gives_up; /* it could not be gone through */
};

/*
 * false: no answer and no attempt is there about the key's origin, source and
 * subject, of whatever time.  Once enough looks were fruitless all keys of the
 * file are gone through, which is dear as a part of them; that reads its map.
 */
bool asked_maybe(struct cache *, const struct key *);
/* A look found nothing. */
void asked_in_vain(struct cache *);
/* What has this key without its time is put, and is there after the next commit. */
void asked_note(struct cache *, struct span key);
void asked_free(struct asked *);
