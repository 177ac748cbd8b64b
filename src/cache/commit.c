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

/* Each answer meets the one before it. */
static int
compare(const void *left, const void *right)
{
	const struct pending *a = left, *b = right;
	int order = key_compare(a->key, b->key);

	return order != 0 ? order : a->order < b->order ? -1 : 1;
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

static int
write_value(struct cache *cache, struct span key, const struct value *value)
{
	buffer_clear(&cache->encoded);
	value_encode(value, key, &cache->encoded);
	return store_put(cache->store, STORE_ANSWERS, key,
	    (struct span){ cache->encoded.bytes, cache->encoded.length });
}

/* `last`: there is no key behind it, so that pages are filled and written once. */
static int
write_new(struct cache *cache, struct pending *new, bool last)
{
	int (*put)(struct store *, enum store_table, struct span,
	    struct span) = last ? store_append : store_put;
	struct span bytes = new->stored;

	new->taken = true;
	if (bytes.length == 0) {
		buffer_clear(&cache->encoded);
		value_encode(&new->value, new->key, &cache->encoded);
		bytes = (struct span){ cache->encoded.bytes, cache->encoded.length };
	}
	return put(cache->store, STORE_ANSWERS, new->key, bytes);
}

/* The same words again, under the key they had. */
static int
confirm(
    struct cache *cache, struct span key, const struct value *old, struct pending *new)
{
	struct value value = *old;
	bool later = new->value.confirmed_at > old->confirmed_at;
	char copied[KEY_BYTES];

	if (new->stored.length > 0 && !later)
		return 0;
	if (later) {
		if (old->confirmed_at > key_time(key))
			value.earlier = add_earlier(
			    cache->scratch, old->earlier, old->confirmed_at);
		value.confirmed_at = new->value.confirmed_at;
	}
	if (new->stored.length == 0) {
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
	return write_value(cache, (struct span){ copied, key.length }, &value);
}

/* Something stands at this very second. */
static int
meet(struct cache *cache, struct span bytes, struct pending *new)
{
	struct value old;

	if (value_decode(bytes, new->key, &old) && value_body_is_whole(&old)) {
		if (says_the_same(&old, &new->value))
			return confirm(cache, new->key, &old, new);
		/* The last word counts, but no absence erases a find. */
		if (new->stored.length > 0 ||
		    (old.state == ANSWER_FOUND && new->value.state == ANSWER_ABSENT))
			return 0;
	}
	return write_new(cache, new, false);
}

/* `last`: the answer before went behind all others, as its neighbours are, too; or this one. */
static int
apply(struct cache *cache, struct pending *new, bool *last)
{
	char newest[KEY_BYTES];
	struct span key = { newest, new->key.length }, bytes;
	struct value old, value;
	bool before;
	int result;

	new->taken = false;
	if (*last && !key_same_subject(new[-1].key, new->key))
		return write_new(cache, new, true);
	*last = false;
	if (new->stored.length > 0 && !value_decode(new->stored, new->key, &new->value))
		return 0;
	result = store_find(cache->store, STORE_ANSWERS, new->key, &bytes);
	if (result == 0)
		return meet(cache, bytes, new);
	if (result != STORE_NONE)
		return result;
	/* Among those of a subject the newest stands first. */
	memset(mempcpy(newest, new->key.bytes, key.length - KEY_TIME), 0, KEY_TIME);
	result = store_seek(cache->store, STORE_ANSWERS, &key, &bytes);
	if (result != 0 && result != STORE_NONE)
		return result;
	*last = result == STORE_NONE;
	before = result == 0 && key_same_subject(new->key, key) &&
	    key_compare(key, new->key) < 0 && value_decode(bytes, key, &old);
	if (before && new->stored.length == 0 && value_body_is_whole(&old) &&
	    says_the_same(&old, &new->value))
		return confirm(cache, key, &old, new);
	if (!before || new->value.ages.length > 0)
		return write_new(cache, new, *last);
	value = new->value;
	ages_inherit(cache->scratch, &old, key_time(key), &value, &cache->ages);
	value.ages = (struct span){ cache->ages.bytes, cache->ages.length };
	new->taken = true;
	return write_value(cache, new->key, &value);
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
	bool last = false;

	for (size_t i = 0; i < cache->pending_count && result == 0; i++) {
		result = apply(cache, &cache->pending[i], &last);
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
	if (cache->pending_count > 1)
		qsort(cache->pending, cache->pending_count, sizeof *cache->pending,
		    compare);
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
