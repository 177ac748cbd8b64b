/* Answers enter in any order; all of them leave in the order of their keys. */
#include "cache/runs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/spool.h"
#include "cache/inside.h"

enum {
	HEAD = 8,          /* the lengths of a key and of its value, which follow */
	ENOUGH = 64 << 10, /* of the file in one reading */
	HELD = 32 << 20,   /* bytes in memory */
};

struct run {
	off_t at, end; /* in the file, of what is not yet in `bytes` */
	char *bytes;
	size_t used, length, room;
	struct span key, value; /* of the first answer that is left */
	size_t number;
};

static void *
resize(void *memory, size_t size)
{
	memory = realloc(memory, size);
	if (memory == NULL)
		log_fatal(71, "out of memory (runs)");
	return memory;
}

static bool
cannot(struct cache_trouble *trouble, const char *what)
{
	trouble_say(trouble, "a temporary file in %s cannot be %s: %s; nothing was taken",
	    spool_folder(), what, strerror(errno));
	return false;
}

static struct span
key_at(const char *answer)
{
	return (struct span){ answer + HEAD, bytes_get_u32(answer) };
}

static const char *
behind(const char *answer)
{
	return answer + HEAD + bytes_get_u32(answer) + bytes_get_u32(answer + 4);
}

void
runs_encode(struct buffer *out, const struct key *key, const struct value *value)
{
	size_t at = out->length, begin = at + HEAD + key->length;

	buffer_add(out, (char[HEAD]){ 0 }, HEAD);
	buffer_add(out, key->bytes, key->length);
	value_encode(value, key_span(key), out);
	bytes_put_u32(out->bytes + at, (uint32_t)key->length);
	bytes_put_u32(out->bytes + at + 4, (uint32_t)(out->length - begin));
}

static bool
was_written(const struct runs *runs, struct cache_trouble *trouble)
{
	errno = runs->error;
	return errno == 0 || cannot(trouble, "written");
}

bool
runs_reserve(struct runs *runs, size_t count, struct cache_trouble *trouble)
{
	if (!was_written(runs, trouble))
		return false;
	if (runs->file == 0 && runs->held > HELD) {
		int file = spool_open();

		if (file < 0)
			return cannot(trouble, "made");
		runs->file = file;
	}
	if (runs->count + count > runs->room) {
		runs->room = runs->room * 2 + count;
		runs->runs = resize(runs->runs, runs->room * sizeof *runs->runs);
	}
	for (; count > 0; count--) {
		runs->runs[runs->count] = (struct run){ .number = runs->count };
		runs->count++;
	}
	return true;
}

/* Answers of one buffer, so the earlier one was put before. */
static int
compare(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;
	int order = key_compare(key_at(*a), key_at(*b));

	return order != 0 ? order : *a < *b ? -1 : 1;
}

static char *
sorted(const struct buffer *answers)
{
	const char *end = answers->bytes + answers->length, **all = NULL;
	char *bytes = resize(NULL, answers->length), *at = bytes;
	size_t count = 0, room = 0;

	for (const char *one = answers->bytes; one < end; one = behind(one)) {
		if (count == room) {
			room = room * 2 + 1024;
			all = resize(all, room * sizeof *all);
		}
		all[count++] = one;
	}
	qsort(all, count, sizeof *all, compare);
	for (size_t i = 0; i < count; i++) {
		size_t length = (size_t)(behind(all[i]) - all[i]);

		memcpy(at, all[i], length);
		at += length;
	}
	free(all);
	return bytes;
}

static void
put_aside(struct runs *runs, struct run *run)
{
	run->at = (off_t)atomic_fetch_add(&runs->filed, run->length);
	for (size_t done = 0; done < run->length;) {
		ssize_t written = pwrite(runs->file, run->bytes + done,
		    run->length - done, run->at + (off_t)done);

		if (written <= 0) {
			runs->error = written < 0 ? errno : ENOSPC;
			break;
		}
		done += (size_t)written;
	}
	run->end = run->at + (off_t)run->length;
	free(run->bytes);
	run->bytes = NULL;
	run->length = run->room = 0;
}

void
runs_fill(struct runs *runs, size_t number, const struct buffer *answers)
{
	struct run *run = &runs->runs[number];

	if (answers->length == 0)
		return;
	run->bytes = sorted(answers);
	run->length = run->room = answers->length;
	if (runs->file != 0)
		put_aside(runs, run);
	else
		runs->held += run->length;
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
			run->bytes = resize(run->bytes, wanted);
		}
		wanted = run->room - run->length;
		if ((off_t)wanted > run->end - run->at)
			wanted = (size_t)(run->end - run->at);
		got = pread(runs->file, run->bytes + run->length, wanted, run->at);
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

static bool
is_before(const struct run *a, const struct run *b)
{
	int order = key_compare(a->key, b->key);

	return order < 0 || (order == 0 && a->number < b->number);
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
	if (!was_written(runs, trouble))
		return false;
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
	if (runs->file != 0)
		close(runs->file);
}
