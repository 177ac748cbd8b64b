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
	CHUNK_BYTES = 4 << 20,  /* of lines that one reads and sorts … */
	CHUNKS = 2,             /* … so many for each who does */
	BATCH_BYTES = 32 << 20, /* what a kill costs: none of a batch is there, or all */
};

/* Whole lines, and what they are. */
struct chunk {
	struct buffer lines, encoded, answers;
	struct arena *arena; /* of a line */
	unsigned long read;  /* lines */
	uint64_t put;        /* answers */
	const char *reason;  /* why the last line read is none; NULL: all are, or blank */
};

struct import {
	FILE *file;
	const char *name;
	char bytes[64 << 10]; /* of the file */
	struct buffer rest;   /* of it, behind the last whole line */
	unsigned long read;   /* lines */
	uint64_t put;
	struct chunk *chunks; /* that are read side by side, each to a run */
	size_t chunk_count, filled;
	void (*brief)(struct arena *, struct answer *);
	struct runs runs;
	struct cache_trouble *trouble;
};

/* false: the file has no more. */
static bool
fill_chunk(struct import *in, struct buffer *lines)
{
	size_t whole = 0, got = 1;

	buffer_clear(lines);
	buffer_add(lines, in->rest.bytes, in->rest.length);
	/* What is longer than a line may be is told as one. */
	while (got > 0 && (whole < CHUNK_BYTES && lines->length - whole <= LINE_BYTES)) {
		const char *newline;

		got = fread(in->bytes, 1, sizeof in->bytes, in->file);
		newline = memrchr(in->bytes, '\n', got);
		if (newline != NULL)
			whole = lines->length + (size_t)(newline + 1 - in->bytes);
		buffer_add(lines, in->bytes, got);
	}
	if (got == 0 || whole == 0)
		whole = lines->length;
	buffer_clear(&in->rest);
	buffer_add(&in->rest, lines->bytes + whole, lines->length - whole);
	lines->length = whole;
	return whole > 0;
}

static bool
is_blank(const char *line, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!strchr(" \t\r", line[i]) || !line[i])
			return false;
	return true;
}

/* Why it is none; NULL: it joins the others. */
static const char *
read_line(const struct import *in, struct chunk *chunk, const char *line, size_t length)
{
	const char *reason = NULL;
	struct answer answer;
	struct value value;
	struct key key;

	if (length > LINE_BYTES)
		return arena_printf(
		    chunk->arena, "it is longer than %d bytes", LINE_BYTES);
	if (!text_is_utf8(line, length))
		return "it is not UTF-8";
	if (!line_read(chunk->arena, line, length, &answer, &reason))
		return reason == NULL ? "no JSON" : reason;
	if (in->brief != NULL && answer.state == ANSWER_FOUND)
		in->brief(chunk->arena, &answer);
	if (put_value(&answer, &key, &value, &chunk->encoded)) {
		runs_encode(&chunk->answers, &key, &value);
		chunk->put++;
	}
	return NULL;
}

static void
read_chunk(void *context, size_t i, size_t who)
{
	struct import *in = context;
	struct chunk *chunk = &in->chunks[i];
	const char *line = chunk->lines.bytes, *end = line + chunk->lines.length, *stop;

	(void)who;
	buffer_clear(&chunk->answers);
	chunk->read = chunk->put = 0;
	for (; line < end && chunk->reason == NULL; line = stop + 1) {
		stop = memchr(line, '\n', (size_t)(end - line));
		if (stop == NULL)
			stop = end;
		chunk->read++;
		arena_reset(chunk->arena);
		if (!is_blank(line, (size_t)(stop - line)))
			chunk->reason = read_line(in, chunk, line, (size_t)(stop - line));
	}
	if (chunk->reason == NULL)
		runs_fill(&in->runs, in->runs.count - in->filled + i, &chunk->answers);
}

static bool
read_chunks(struct import *in)
{
	if (!runs_reserve(&in->runs, in->filled, in->trouble))
		return false;
	crew_do(in->filled, read_chunk, in);
	for (size_t i = 0; i < in->filled; i++) {
		in->read += in->chunks[i].read;
		in->put += in->chunks[i].put;
		if (in->chunks[i].reason == NULL)
			continue;
		trouble_say(in->trouble,
		    "%s:%lu: not a line of `cache export`: %s; nothing was taken",
		    in->name, in->read, in->chunks[i].reason);
		return false;
	}
	return true;
}

/* All lines become runs. */
static bool
read_lines(struct import *in)
{
	bool more = true;

	while (more) {
		in->filled = 0;
		while (in->filled < in->chunk_count &&
		    (more = fill_chunk(in, &in->chunks[in->filled].lines)))
			in->filled++;
		if (!read_chunks(in))
			return false;
	}
	if (ferror(in->file))
		trouble_say(
		    in->trouble, "%s: cannot be read: %s", in->name, strerror(errno));
	return !ferror(in->file);
}

static bool
take_runs(struct import *in, struct cache *cache, uint64_t *counted)
{
	struct span key, value;
	size_t bytes = 0;

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
open_chunks(struct import *in)
{
	in->chunk_count = crew_size() == 1 ? 1 : crew_size() * CHUNKS;
	in->chunks = calloc(in->chunk_count, sizeof *in->chunks);
	if (in->chunks == NULL)
		log_fatal(71, "out of memory (lines)");
	for (size_t i = 0; i < in->chunk_count; i++)
		in->chunks[i].arena = arena_new_in_memory();
}

static void
close_chunks(struct import *in)
{
	for (size_t i = 0; i < in->chunk_count; i++) {
		arena_free(in->chunks[i].arena);
		buffer_free(&in->chunks[i].lines);
		buffer_free(&in->chunks[i].encoded);
		buffer_free(&in->chunks[i].answers);
	}
	free(in->chunks);
	in->chunk_count = 0;
	in->chunks = NULL;
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
	open_chunks(&in);
	done = read_lines(&in);
	close_chunks(&in);
	done = done && take_runs(&in, cache, counted);
	*skipped = in.put - *counted;
	commit_forget(cache);
	runs_close(&in.runs);
	buffer_free(&in.rest);
	if (in.file != stdin)
		fclose(in.file);
	guard_leave(before);
	return done;
}
