/* Answers that wait enter, a run at a time; all of them leave in the order of their keys. */
#include "cache/runs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/spool.h"
#include "cache/inside.h"

enum {
	HEAD = 8,          /* the lengths of a key and of its value */
	ENOUGH = 64 << 10, /* of the file in one reading */
};

struct run {
	off_t at, end; /* in the file, of what is not yet in `bytes` */
	char *bytes;
	size_t used, length, room;
	struct span key, value; /* of the first answer that is left */
	size_t number;
};

static bool
cannot(struct cache_trouble *trouble, const char *what)
{
	trouble_say(trouble, "a temporary file in %s cannot be %s: %s; nothing was taken",
	    spool_folder(), what, strerror(errno));
	return false;
}

static bool
write_run(struct runs *runs, struct cache *cache)
{
	for (size_t i = 0; i < cache->pending_count; i++) {
		const struct pending *one = &cache->pending[i];
		struct span key = key_span(one->key);
		char head[HEAD];

		value_encode(&one->value, key, &cache->encoded);
		bytes_put_u32(head, (uint32_t)key.length);
		bytes_put_u32(head + 4, (uint32_t)cache->encoded.length);
		fwrite(head, 1, sizeof head, runs->file);
		fwrite(key.bytes, 1, key.length, runs->file);
		fwrite(cache->encoded.bytes, 1, cache->encoded.length, runs->file);
	}
	return fflush(runs->file) == 0;
}

bool
runs_add(struct runs *runs, struct cache *cache, struct cache_trouble *trouble)
{
	int descriptor = runs->file == NULL ? spool_open() : -1;
	struct run run = { .number = runs->count };

	if (descriptor >= 0)
		runs->file = fdopen(descriptor, "w+");
	if (runs->file == NULL)
		return cannot(trouble, "made");
	if (runs->count == runs->room) {
		runs->room = runs->room * 2 + 8;
		runs->runs = realloc(runs->runs, runs->room * sizeof run);
		if (runs->runs == NULL)
			log_fatal(71, "out of memory (runs)");
	}
	run.at = ftello(runs->file);
	commit_sort(cache);
	if (!write_run(runs, cache))
		return cannot(trouble, "written");
	commit_forget(cache);
	run.end = ftello(runs->file);
	runs->runs[runs->count++] = run;
	return true;
}

/* So many bytes of the run; NULL: it has not as many. */
static const char *
look(const struct runs *runs, struct run *run, size_t length)
{
	while (run->length - run->used < length) {
		size_t wanted = length > ENOUGH ? length : ENOUGH;
		ssize_t got;

		run->length -= run->used;
		if (run->length > 0)
			memmove(run->bytes, run->bytes + run->used, run->length);
		run->used = 0;
		if (run->room < wanted) {
			run->room = wanted;
			run->bytes = realloc(run->bytes, wanted);
			if (run->bytes == NULL)
				log_fatal(71, "out of memory (runs)");
		}
		wanted = run->room - run->length;
		if ((off_t)wanted > run->end - run->at)
			wanted = (size_t)(run->end - run->at);
		got = pread(
		    fileno(runs->file), run->bytes + run->length, wanted, run->at);
		if (got <= 0)
			return NULL;
		run->length += (size_t)got;
		run->at += got;
	}
	return run->bytes + run->used;
}

/* The run's next answer; false: it has none, or it cannot be read. */
static bool
advance(const struct runs *runs, struct run *run)
{
	const char *head;
	size_t key, value;

	if (run->at == run->end && run->used == run->length)
		return false;
	if ((head = look(runs, run, HEAD)) == NULL)
		return false;
	key = bytes_get_u32(head);
	value = bytes_get_u32(head + 4);
	if ((head = look(runs, run, HEAD + key + value)) == NULL)
		return false;
	run->key = (struct span){ head + HEAD, key };
	run->value = (struct span){ head + HEAD + key, value };
	run->used += HEAD + key + value;
	return true;
}

/* As a commit sorts what waits. */
static bool
is_before(const struct run *a, const struct run *b)
{
	size_t x = a->key.length - KEY_TIME, y = b->key.length - KEY_TIME;
	int order = memcmp(a->key.bytes, b->key.bytes, x < y ? x : y);

	if (order != 0)
		return order < 0;
	if (x != y)
		return x < y;
	if (key_time(a->key) != key_time(b->key))
		return key_time(a->key) < key_time(b->key);
	return a->number < b->number;
}

/* The run at `at` goes down the heap to its place. */
static void
sink(struct runs *runs, size_t at)
{
	struct run *all = runs->runs;

	for (size_t least; (least = 2 * at + 1) < runs->count; at = least) {
		struct run moved = all[at];

		if (least + 1 < runs->count && is_before(&all[least + 1], &all[least]))
			least++;
		if (!is_before(&all[least], &moved))
			return;
		all[at] = all[least];
		all[least] = moved;
	}
}

/* The run at `at` goes on to its next answer, or goes. */
static bool
step(struct runs *runs, size_t at, struct cache_trouble *trouble)
{
	struct run *run = &runs->runs[at];

	if (advance(runs, run))
		return true;
	if (run->at < run->end || run->used < run->length)
		return cannot(trouble, "read");
	free(run->bytes);
	*run = runs->runs[--runs->count];
	return true;
}

bool
runs_begin(struct runs *runs, struct cache_trouble *trouble)
{
	for (size_t i = runs->count; i-- > 0;)
		if (!step(runs, i, trouble))
			return false;
	for (size_t i = runs->count / 2; i-- > 0;)
		sink(runs, i);
	return true;
}

bool
runs_next(struct runs *runs, struct span *key, struct span *value,
    struct cache_trouble *trouble)
{
	if (runs->given && !step(runs, 0, trouble))
		return false;
	if (runs->count == 0)
		return false;
	sink(runs, 0);
	runs->given = true;
	*key = runs->runs[0].key;
	*value = runs->runs[0].value;
	return true;
}

void
runs_close(struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		free(runs->runs[i].bytes);
	free(runs->runs);
	if (runs->file != NULL)
		fclose(runs->file);
}
