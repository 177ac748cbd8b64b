/*
 * JSON Lines in, answers that were not there yet kept.  All of them are read and
 * sorted before the first is taken: a line that is wrong is found in time, and each
 * page of the cache is written once.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cache/guard.h"
#include "cache/inside.h"
#include "cache/line.h"
#include "cache/runs.h"

enum {
	LINE_BYTES = 64 << 20,  /* the longest line taken */
	RUN_BYTES = 32 << 20,   /* of lines that are sorted in memory */
	BATCH_BYTES = 32 << 20, /* what a kill costs: none of a batch is there, or all */
};

struct import {
	FILE *file;
	const char *name;
	char bytes[32 << 10]; /* of the file, as far as they were read … */
	size_t at, end;       /* … and are not yet lines */
	struct buffer line;
	unsigned long number;
	struct arena *arena;
	struct runs runs;
	struct cache_trouble *trouble;
};

/* false: the end, or (line.overflowed) too long, or an error of the file. */
static bool
next_line(struct import *in)
{
	const char *begin, *newline = NULL;
	size_t length;

	buffer_clear(&in->line);
	in->number++;
	while (newline == NULL) {
		if (in->at == in->end) {
			in->end = fread(in->bytes, 1, sizeof in->bytes, in->file);
			in->at = 0;
		}
		if (in->at == in->end)
			return in->line.length > 0;
		begin = in->bytes + in->at;
		newline = memchr(begin, '\n', in->end - in->at);
		length = newline != NULL ? (size_t)(newline - begin) : in->end - in->at;
		in->at += length + (newline != NULL);
		if (!buffer_add(&in->line, begin, length))
			return false;
	}
	return true;
}

static bool
ended_well(struct import *in)
{
	if (in->line.overflowed)
		trouble_say(in->trouble,
		    "%s:%lu: the line is longer than %d "
		    "bytes; nothing was taken",
		    in->name, in->number, LINE_BYTES);
	else if (ferror(in->file))
		trouble_say(
		    in->trouble, "%s: cannot be read: %s", in->name, strerror(errno));
	return !in->line.overflowed && !ferror(in->file);
}

static bool
is_blank(const struct buffer *line)
{
	for (size_t i = 0; i < line->length; i++)
		if (!strchr(" \t\r", line->bytes[i]) || !line->bytes[i])
			return false;
	return true;
}

static bool
read_line(struct import *in, struct answer *answer)
{
	const char *reason = "it is not UTF-8";

	arena_reset(in->arena);
	if (text_is_utf8(in->line.bytes, in->line.length) &&
	    line_read(in->arena, in->line.bytes, in->line.length, answer, &reason))
		return true;
	trouble_say(in->trouble,
	    "%s:%lu: not a line of `cache export`: %s; "
	    "nothing was taken",
	    in->name, in->number, reason ? reason : "no JSON");
	return false;
}

/* All lines into runs and, the last of them, into what waits. */
static bool
read_lines(struct import *in, struct cache *cache, uint64_t *put)
{
	struct answer answer;
	size_t bytes = 0;

	while (next_line(in)) {
		if (is_blank(&in->line))
			continue;
		if (!read_line(in, &answer))
			return false;
		if (cache->brief && answer.state == ANSWER_FOUND)
			cache->brief(in->arena, &answer);
		*put += put_answer(cache, &answer, true);
		bytes += in->line.length;
		if (bytes < RUN_BYTES)
			continue;
		if (!runs_add(&in->runs, cache, in->trouble))
			return false;
		bytes = 0;
	}
	return ended_well(in);
}

static bool
take_runs(struct import *in, struct cache *cache, uint64_t *counted)
{
	struct span key, value;
	size_t bytes = 0;

	if (cache->pending_count > 0 && !runs_add(&in->runs, cache, in->trouble))
		return false;
	if (!runs_begin(&in->runs, in->trouble))
		return false;
	while (runs_next(&in->runs, &key, &value, in->trouble)) {
		put_stored(cache, key, value);
		bytes += value.length;
		if (bytes < BATCH_BYTES)
			continue;
		if (!commit_waiting(cache, counted, in->trouble))
			return false;
		bytes = 0;
	}
	return in->runs.count == 0 && commit_waiting(cache, counted, in->trouble);
}

void
cache_brief_with(struct cache *cache, void (*read)(struct arena *, struct answer *))
{
	cache->brief = read;
}

bool
cache_import(struct cache *cache, const char *path, uint64_t *counted, uint64_t *skipped,
    struct cache_trouble *trouble)
{
	struct import in = { .name = strcmp(path, "-") == 0 ? "standard input" : path,
		.trouble = trouble };
	const char *before;
	uint64_t put = 0;
	bool done;

	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	*counted = *skipped = 0;
	in.file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	if (!in.file) {
		trouble_say(trouble, "%s: cannot be read: %s", in.name, strerror(errno));
		return false;
	}
	before = guard_enter(cache->guard);
	in.arena = arena_new();
	buffer_init(&in.line, LINE_BYTES);
	done = read_lines(&in, cache, &put) &&
	    (in.runs.count == 0 ? commit_waiting(cache, counted, trouble)
				: take_runs(&in, cache, counted));
	*skipped = put - *counted;
	commit_forget(cache);
	runs_close(&in.runs);
	buffer_free(&in.line);
	arena_free(in.arena);
	if (in.file != stdin)
		fclose(in.file);
	guard_leave(before);
	return done;
}
