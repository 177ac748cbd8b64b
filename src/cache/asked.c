/*
 * Keys enter, whether there may be anything about them leaves.
 *
 * The bits are a Bloom filter: what was noted is always said to be there, and
 * of what was not a few in a hundred are, which costs them a look.
 */
#include "cache/asked.h"

#include <stdlib.h>

#include "cache/inside.h"

enum {
	WORTH = 16,   /* keys that are gone through in the time of a look */
	KEY_BITS = 8, /* at least */
	LEAST = 1 << 10,
	PROBES = 4,
	TURNS = 1 << 12, /* keys, before what was read of the map may go */
};

/* FNV-1a; then its high bits are mixed into the low ones, which choose. */
static uint64_t
hash_of(const char *bytes, size_t length)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
	return (hash ^ hash >> 32) * 0x9e3779b97f4a7c15u;
}

static size_t
probe(const struct asked *asked, uint64_t hash, size_t n)
{
	return (size_t)((hash >> 32) + n * ((uint32_t)hash | 1)) & (asked->count - 1);
}

static void
note(struct asked *asked, uint64_t hash)
{
	for (size_t n = 0; n < PROBES; n++) {
		size_t bit = probe(asked, hash, n);
		asked->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

static bool
is_noted(const struct asked *asked, uint64_t hash)
{
	for (size_t n = 0; n < PROBES; n++) {
		size_t bit = probe(asked, hash, n);
		if ((asked->bits[bit / 64] >> bit % 64 & 1) == 0)
			return false;
	}
	return true;
}

/* `behind`: bytes of a key that do not belong to its subject. */
static bool
note_table(struct cache *cache, enum store_table table, size_t behind)
{
	struct span key = { "", 0 }, value;
	size_t turn = 0;
	int result;

	for (result = store_seek(cache->store, table, &key, &value); result == 0;
	     result = store_next(cache->store, table, &key, &value)) {
		if (key.length >= behind)
			note(&cache->asked, hash_of(key.bytes, key.length - behind));
		if (++turn % TURNS == 0)
			store_rest(cache->store, 0);
	}
	return result == STORE_NONE;
}

static void
note_all(struct cache *cache, uint64_t keys)
{
	struct asked *asked = &cache->asked;

	for (asked->count = LEAST; asked->count / KEY_BITS < keys;)
		asked->count *= 2;
	asked->bits = calloc(asked->count / 64, sizeof *asked->bits);
	asked->gives_up = asked->bits == NULL ||
	    !note_table(cache, STORE_ANSWERS, KEY_TIME) ||
	    !note_table(cache, STORE_ATTEMPTS, 0);
	for (size_t i = 0; i < cache->pending_count && !asked->gives_up; i++)
		asked_note(cache, key_subject(cache->pending[i].key));
	for (size_t i = 0; i < cache->pair_count && !asked->gives_up; i++)
		if (cache->pairs[i].table == STORE_ATTEMPTS)
			asked_note(cache, cache->pairs[i].key);
	if (asked->gives_up)
		asked_free(asked);
}

bool
asked_maybe(struct cache *cache, const struct key *key)
{
	struct asked *asked = &cache->asked;
	uint64_t answers, attempts;

	if (asked->bits == NULL && asked->fruitless > 0 && !asked->gives_up &&
	    store_count(cache->store, STORE_ANSWERS, &answers) == 0 &&
	    store_count(cache->store, STORE_ATTEMPTS, &attempts) == 0 &&
	    asked->fruitless >= (answers + attempts) / WORTH)
		note_all(cache, answers + attempts);
	return asked->bits == NULL ||
	    is_noted(asked, hash_of(key->bytes, key->subject_end));
}

void
asked_in_vain(struct cache *cache)
{
	cache->asked.fruitless++;
}

void
asked_note(struct cache *cache, struct span key)
{
	if (cache->asked.bits != NULL)
		note(&cache->asked, hash_of(key.bytes, key.length));
}

void
asked_free(struct asked *asked)
{
	free(asked->bits);
	asked->bits = NULL;
}
