/*
 * What waits in, one synced transaction out.  An answer is appended, or the
 * same bytes move the confirmation of the one before.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cache/ages.h"
#include "cache/guard.h"
#include "cache/inside.h"

/* By subject, then time: each answer meets the one before it. */
static int
compare(const void *left, const void *right)
{
	const struct pending *a = left, *b = right;
	size_t shorter = a->key->subject_end < b->key->subject_end ? a->key->subject_end
								   : b->key->subject_end;
	int order = memcmp(a->key->bytes, b->key->bytes, shorter);

	if (order != 0)
		return order;
	if (a->key->subject_end != b->key->subject_end)
		return a->key->subject_end < b->key->subject_end ? -1 : 1;
	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

void
commit_sort(struct cache *cache)
{
	if (cache->pending_count > 1)
		qsort(cache->pending, cache->pending_count, sizeof *cache->pending,
		    compare);
}

/* An absence has no bytes: its words are what it says. */
static bool
says_the_same(const struct value *a, const struct value *b)
{
	return a->state == b->state && bytes_equal(a->subject, b->subject) &&
	    bytes_equal(a->body, b->body) &&
	    (a->state == ANSWER_FOUND || bytes_equal(a->note, b->note));
}

/* A confirmation joins the ones before; the oldest goes when it is full. */
static struct span
add_earlier(struct arena *arena, struct span earlier, int64_t at)
{
	size_t skip = earlier.length >= VALUE_EARLIER * 8 ? 8 : 0;
	size_t kept = earlier.length - skip;
	char *bytes = arena_alloc(arena, kept + 8);

	if (kept > 0)
		memcpy(bytes, earlier.bytes + skip, kept);
	bytes_put_u64(bytes + kept, (uint64_t)at);
	return (struct span){ bytes, kept + 8 };
}

/* `last`: there is no key behind it, so that pages are filled and written once. */
static int
write_value(struct cache *cache, struct span key, const struct value *value, bool last)
{
	int (*put)(struct store *, enum store_table, struct span,
	    struct span) = last ? store_append : store_put;

	value_encode(value, key, &cache->encoded);
	return put(cache->store, STORE_ANSWERS, key,
	    (struct span){ cache->encoded.bytes, cache->encoded.length });
}

/* The same words again, under the key they had. */
static int
confirm(
    struct cache *cache, struct span key, const struct value *old, struct pending *new)
{
	struct value value = *old;
	bool later = new->value.confirmed_at > old->confirmed_at;
	char copied[KEY_BYTES];

	if (new->imported && !later)
		return 0;
	if (later) {
		if (old->confirmed_at > key_time(key))
			value.earlier = add_earlier(
			    cache->scratch, old->earlier, old->confirmed_at);
		value.confirmed_at = new->value.confirmed_at;
	}
	if (!new->imported) {
		value.asked_version = new->value.asked_version;
		if (new->value.etag.length > 0)
			value.etag = new->value.etag;
		if (new->value.last_modified.length > 0)
			value.last_modified = new->value.last_modified;
	}
	if (new->value.brief_version != 0) {
		value.brief_version = new->value.brief_version;
		value.brief = new->value.brief;
	}
	new->taken = true;
	/* The key may lie in a page that the write will move. */
	memcpy(copied, key.bytes, key.length);
	return write_value(cache, (struct span){ copied, key.length }, &value, false);
}

/* Something stands at this very second. */
static int
meet(struct cache *cache, struct span bytes, struct pending *new)
{
	struct span key = key_span(new->key);
	struct value old;

	if (value_decode(bytes, key, &old) && value_body_is_whole(&old)) {
		if (says_the_same(&old, &new->value))
			return confirm(cache, key, &old, new);
		/* The last word counts, but no absence erases a find. */
		if (new->imported ||
		    (old.state == ANSWER_FOUND && new->value.state == ANSWER_ABSENT))
			return 0;
	}
	new->taken = true;
	return write_value(cache, key, &new->value, false);
}

static int
apply(struct cache *cache, struct pending *new)
{
	struct key newest = *new->key;
	struct span key, bytes;
	struct value old, value = new->value;
	bool before, last;
	int result;

	new->taken = false;
	result = store_find(cache->store, STORE_ANSWERS, key_span(new->key), &bytes);
	if (result == 0)
		return meet(cache, bytes, new);
	if (result != STORE_NONE)
		return result;
	key_set_time(&newest, INT64_MAX);
	key = key_span(&newest);
	result = store_seek(cache->store, STORE_ANSWERS, &key, &bytes);
	if (result != 0 && result != STORE_NONE)
		return result;
	last = result == STORE_NONE;
	before = result == 0 && key_same_subject(new->key, key) &&
	    key_time(key) < new->at &&value_decode(bytes, key, &old);
	if (before && !new->imported && value_body_is_whole(&old) &&
	    says_the_same(&old, &new->value))
		return confirm(cache, key, &old, new);
	if (before && value.ages.length == 0) {
		ages_inherit(cache->scratch, &old, key_time(key), &value, &cache->ages);
		value.ages = (struct span){ cache->ages.bytes, cache->ages.length };
	}
	new->taken = true;
	return write_value(cache, key_span(new->key), &value, last);
}

/* The newest attempt, the first registration and the last memo stay. */
static int
apply_pair(struct cache *cache, const struct pending_pair *pair)
{
	struct span old;
	int result = store_find(cache->store, pair->table, pair->key, &old);

	if (pair->table == STORE_MEMOS && (result == 0 || result == STORE_NONE))
		return store_put(cache->store, pair->table, pair->key, pair->value);
	if (result == 0 && bytes_sealed(old, pair->key) &&
	    (pair->table == STORE_REGISTRY ||
		(old.length >= 16 &&
		    (int64_t)bytes_get_u64(old.bytes + 8) >
			(int64_t)bytes_get_u64(pair->value.bytes + 8))))
		return 0;
	if (result != 0 && result != STORE_NONE)
		return result;
	return store_put(cache->store, pair->table, pair->key, pair->value);
}

static int
write_all(struct cache *cache)
{
	int result = store_begin(cache->store);

	for (size_t i = 0; i < cache->pending_count && result == 0; i++) {
		result = apply(cache, &cache->pending[i]);
		arena_reset(cache->scratch);
	}
	for (size_t i = 0; i < cache->pair_count && result == 0; i++)
		result = apply_pair(cache, &cache->pairs[i]);
	if (result == 0)
		return store_commit(cache->store);
	store_abort(cache->store);
	return result;
}

void
commit_forget(struct cache *cache)
{
	arena_reset(cache->waiting);
	cache->pending = NULL;
	cache->pending_count = 0;
	cache->pairs = NULL;
	cache->pair_count = 0;
}

bool
commit_waiting(struct cache *cache, uint64_t *taken, struct cache_trouble *trouble)
{
	int result;

	assert(cache->mode == CACHE_WRITE);
	commit_sort(cache);
	if (cache->pending_count == 0 && cache->pair_count == 0)
		return true;
	while ((result = write_all(cache)) == STORE_FULL)
		if ((result = store_grow(cache->store)) != 0)
			break;
	if (result != 0) {
		trouble_say_result(trouble, "cannot write", cache->path, result);
		return false;
	}
	for (size_t i = 0; taken && i < cache->pending_count; i++)
		*taken += cache->pending[i].taken;
	commit_forget(cache);
	return true;
}

bool
cache_commit(struct cache *cache, struct cache_trouble *trouble)
{
	const char *before = guard_enter(cache->guard);
	bool done;

	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	done = disk_has_file(cache, trouble) && commit_waiting(cache, NULL, trouble);
	guard_leave(before);
	return done;
}
