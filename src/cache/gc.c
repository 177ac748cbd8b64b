/*
 * A cache in, a smaller one in its place: what is kept is copied in order to
 * a new file, which then takes the name of the next generation.
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "cache/folder.h"
#include "cache/guard.h"
#include "cache/inside.h"

enum {
	KEPT_ALWAYS = 3,        /* the newest answers of a subject */
	BATCH_BYTES = 32 << 20, /* of a transaction */
};

/* One answer of the subject at hand. */
struct candidate {
	struct span key, bytes;
	int64_t at;
	bool found;
	int quarter;
};

struct copy {
	struct store *from, *to;
	struct arena *arena; /* of the subject at hand */
	struct candidate *candidates;
	size_t count;
	int64_t since; /* all from then on are kept */
	size_t bytes;  /* since the last commit */
	uint64_t dropped;
};

static int
quarter_of(int64_t instant)
{
	time_t seconds = (time_t)instant;
	struct tm date;

	if (!gmtime_r(&seconds, &date))
		return 0;
	return date.tm_year * 4 + date.tm_mon / 3;
}

static int
commit_batch(struct copy *copy)
{
	int result = store_commit(copy->to);

	copy->bytes = 0;
	return result != 0 ? result : store_begin(copy->to);
}

static int
copy_value(struct copy *copy, enum store_table table, struct span key, struct span bytes)
{
	int result = store_append(copy->to, table, key, bytes);

	/* Keys that were damaged stand where they should not. */
	if (result == STORE_DISORDER) {
		copy->dropped++;
		return 0;
	}
	copy->bytes += key.length + bytes.length;
	if (result == 0 && copy->bytes >= BATCH_BYTES)
		result = commit_batch(copy);
	return result;
}

/* Of each quarter the newest that was found, else the newest. */
static bool
is_of_its_quarter(const struct copy *copy, size_t at)
{
	const struct candidate *all = copy->candidates;

	for (size_t i = at; i > 0 && all[i - 1].quarter == all[at].quarter; i--)
		if (all[i - 1].found || !all[at].found)
			return false;
	for (size_t i = at + 1;
	     !all[at].found && i < copy->count && all[i].quarter == all[at].quarter; i++)
		if (all[i].found)
			return false;
	return true;
}

static int
end_subject(struct copy *copy)
{
	size_t always = KEPT_ALWAYS;
	int result = 0;

	for (size_t i = 0; i < copy->count && result == 0; i++) {
		const struct candidate *one = &copy->candidates[i];

		always += one->at >= copy->since;
		if (i < always || is_of_its_quarter(copy, i))
			result = copy_value(copy, STORE_ANSWERS, one->key, one->bytes);
		else
			copy->dropped++;
	}
	arena_reset(copy->arena);
	copy->candidates = NULL;
	copy->count = 0;
	return result;
}

static bool
is_of_subject(const struct copy *copy, struct span key)
{
	struct span last = copy->candidates[copy->count - 1].key;

	return key.length == last.length &&
	    memcmp(key.bytes, last.bytes, key.length - KEY_TIME) == 0;
}

static int
copy_answers(struct copy *copy)
{
	struct span key = { 0 }, bytes;
	struct key_parts parts;
	struct value value;
	int result, done = 0;

	for (result = store_seek(copy->from, STORE_ANSWERS, &key, &bytes);
	     result == 0 && done == 0;
	     result = store_next(copy->from, STORE_ANSWERS, &key, &bytes)) {
		if (!key_split(key, &parts) || !value_decode(bytes, key, &value) ||
		    !value_body_is_whole(&value)) {
			copy->dropped++;
			continue;
		}
		if (copy->count > 0 && !is_of_subject(copy, key))
			done = end_subject(copy);
		copy->candidates = arena_push(
		    copy->arena, copy->candidates, copy->count, sizeof *copy->candidates);
		copy->candidates[copy->count++] = (struct candidate){ key, bytes,
			parts.at, value.state == ANSWER_FOUND, quarter_of(parts.at) };
	}
	if (done != 0 || result != STORE_NONE)
		return done != 0 ? done : result;
	return end_subject(copy);
}

static int
copy_table(struct copy *copy, enum store_table table)
{
	struct span key = { 0 }, bytes;
	int result;

	for (result = store_seek(copy->from, table, &key, &bytes); result == 0;
	     result = store_next(copy->from, table, &key, &bytes)) {
		int done = 0;

		if (table == STORE_ABOUT || bytes_sealed(bytes, key))
			done = copy_value(copy, table, key, bytes);
		else
			copy->dropped++;
		if (done != 0)
			return done;
	}
	return result == STORE_NONE ? 0 : result;
}

static int
copy_all(struct copy *copy)
{
	int result = store_begin(copy->to);

	if (result == 0)
		result = copy_table(copy, STORE_ABOUT);
	if (result == 0)
		result = copy_answers(copy);
	if (result == 0)
		result = copy_table(copy, STORE_ATTEMPTS);
	if (result == 0)
		result = copy_table(copy, STORE_REGISTRY);
	/* Good as before, and dear. */
	if (result == 0 && copy->since != INT64_MAX)
		result = copy_table(copy, STORE_MEMOS);
	if (result == 0)
		result = store_commit(copy->to);
	else
		store_abort(copy->to);
	return result;
}

/* The next generation's file, built beside. */
static int
build(struct cache *cache, int64_t now, int64_t since, uint64_t *dropped)
{
	struct copy copy = { .from = cache->store, .arena = arena_new(), .since = since };
	char *part = folder_part(cache->arena, cache->folder);
	uint64_t used, present;
	int result;

	/* Packed, it needs no more than what it comes from. */
	store_extent(cache->store, &used, &present);
	result = store_open(part, STORE_BUILD, used * 2 + CACHE_FIRST_MAP, &copy.to);
	if (result == 0)
		result = store_open_tables(copy.to);
	if (result == 0)
		result = copy_all(&copy);
	if (result == 0)
		result = mark_write(copy.to, &(struct mark){ now, mark_bytes(copy.to) });
	if (result == 0)
		result = store_sync(copy.to);
	store_close(copy.to);
	arena_free(copy.arena);
	*dropped = copy.dropped;
	if (result != 0)
		unlink(part);
	return result;
}

static uint64_t
bytes_of(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 ? (uint64_t)about.st_size : 0;
}

bool
gc_replace(struct cache *cache, int64_t now, int64_t since, uint64_t *dropped,
    uint64_t *bytes_freed, struct cache_trouble *trouble)
{
	const char *before = guard_enter(cache->guard);
	long generation = folder_newest(cache->folder);
	uint64_t old = bytes_of(cache->path), new;
	int result = generation < 0 ? ENOENT : build(cache, now, since, dropped);

	if (result == 0 && !folder_install(cache->folder, generation + 1))
		result = errno;
	if (result != 0) {
		trouble_say_result(trouble, "cannot compact", cache->path, result);
	} else {
		new = bytes_of(folder_data(cache->arena, cache->folder, generation + 1));
		*bytes_freed = old > new ? old - new : 0;
		/* Readers of the old file keep it until they close it. */
		folder_sweep_old(cache->folder, generation + 1);
	}
	guard_leave(before);
	return result == 0;
}

bool
cache_gc(const char *folder, uint64_t *dropped, uint64_t *bytes_freed,
    struct cache_trouble *trouble)
{
	struct cache *cache;
	bool done;

	*dropped = *bytes_freed = 0;
	if (folder_newest(folder) < 0) {
		if (trouble)
			*trouble = (struct cache_trouble){ 0 };
		trouble_say(trouble, "no cache in %s: nothing to compact", folder);
		return false;
	}
	if (cache_open(folder, CACHE_WRITE, CACHE_FIRST_MAP, &cache, trouble) != CACHE_OK)
		return false;
	done = gc_replace(cache, clock_now(), INT64_MAX, dropped, bytes_freed, trouble);
	cache_close(cache);
	return done;
}
