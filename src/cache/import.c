/*
 * JSON Lines in, answers that were not there yet kept.  All of them are read and
 * sorted before the first is taken: a line that is wrong is found in time, and each
 * page of the cache is written once.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/crew.h"
#include "base/log.h"
#include "base/text.h"
#include "cache/guard.h"
#include "cache/inside.h"
#include "cache/line.h"
#include "cache/runs.h"

enum {
	LINE_BYTES = 64 << 20,  /* the longest line taken */
	SLOTS = 128,            /* lines for each who reads them … */
	SLOTS_BYTES = 4 << 20,  /* … and what all have at the most, but for the last */
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
	struct slot *slots; /* lines that are read side by side */
	size_t slot_count, filled;
	void (*brief)(struct arena *, struct answer *);
	struct runs runs;
	struct cache_trouble *trouble;
};

/* A line, and what it is; all of it in the arena. */
struct slot {
	struct arena *arena;
	const char *bytes;
	size_t length;
	unsigned long number;
	struct answer answer;
	const char *reason; /* why it is none; NULL: it is one */
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

static void
read_line(void *context, size_t i, size_t who)
{
	const struct import *in = context;
	struct slot *slot = &in->slots[i];
	const char *reason = NULL;

	(void)who;
	slot->reason = NULL;
	if (!text_is_utf8(slot->bytes, slot->length))
		slot->reason = "it is not UTF-8";
	else if (!line_read(
		     slot->arena, slot->bytes, slot->length, &slot->answer, &reason))
		slot->reason = reason == NULL ? "no JSON" : reason;
	else if (in->brief != NULL && slot->answer.state == ANSWER_FOUND)
		in->brief(slot->arena, &slot->answer);
}

/* The lines that stand in slots are read; their answers wait, in their order. */
static bool
put_lines(struct import *in, struct cache *cache, uint64_t *put)
{
	crew_do(in->filled, read_line, in);
	for (size_t i = 0; i < in->filled; i++) {
		struct slot *slot = &in->slots[i];

		if (slot->reason != NULL) {
			trouble_say(in->trouble,
			    "%s:%lu: not a line of `cache export`: %s; nothing was taken",
			    in->name, slot->number, slot->reason);
			return false;
		}
		*put += put_answer(cache, &slot->answer, true);
		arena_reset(slot->arena);
	}
	in->filled = 0;
	return true;
}

static void
fill_slot(struct import *in)
{
	struct slot *slot = &in->slots[in->filled++];

	slot->bytes = arena_text_n(slot->arena, in->line.bytes, in->line.length);
	slot->length = in->line.length;
	slot->number = in->number;
}

/* All lines into runs and, the last of them, into what waits. */
static bool
read_lines(struct import *in, struct cache *cache, uint64_t *put)
{
	size_t run = 0, bytes = 0;

	while (next_line(in)) {
		if (is_blank(&in->line))
			continue;
		fill_slot(in);
		bytes += in->line.length;
		if (in->filled < in->slot_count && bytes < SLOTS_BYTES)
			continue;
		if (!put_lines(in, cache, put))
			return false;
		run += bytes;
		bytes = 0;
		if (run < RUN_BYTES)
			continue;
		if (!runs_add(&in->runs, cache, in->trouble))
			return false;
		run = 0;
	}
	return put_lines(in, cache, put) && ended_well(in);
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

static void
open_slots(struct import *in)
{
	in->slot_count = crew_size() == 1 ? 1 : crew_size() * SLOTS;
	in->slots = calloc(in->slot_count, sizeof *in->slots);
	if (in->slots == NULL)
		log_fatal(71, "out of memory (lines)");
	for (size_t i = 0; i < in->slot_count; i++)
		in->slots[i].arena = arena_new_in_memory();
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
		.brief = cache->brief,
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
	open_slots(&in);
	buffer_init(&in.line, LINE_BYTES);
	done = read_lines(&in, cache, &put) &&
	    (in.runs.count == 0 ? commit_waiting(cache, counted, trouble)
				: take_runs(&in, cache, counted));
	*skipped = put - *counted;
	commit_forget(cache);
	runs_close(&in.runs);
	buffer_free(&in.line);
	for (size_t i = 0; i < in.slot_count; i++)
		arena_free(in.slots[i].arena);
	free(in.slots);
	if (in.file != stdin)
		fclose(in.file);
	guard_leave(before);
	return done;
}
