/*
 * JSON Lines in, answers that were not there yet kept.  The file is read
 * twice: a line that is wrong is found before anything is taken.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cache/guard.h"
#include "cache/inside.h"
#include "cache/line.h"

enum {
	LINE_BYTES = 64 << 20, /* the longest line taken */
	BATCH_LINES = 20000,   /* what a kill costs: none of a batch is there, … */
	BATCH_BYTES = 8 << 20, /* … or all of it */
};

struct import {
	FILE *file;
	const char *name;
	char bytes[32 << 10]; /* of the file, as far as they were read … */
	size_t at, end;       /* … and are not yet lines */
	struct buffer line;
	unsigned long number;
	struct arena *arena;
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

static bool
check_lines(struct import *in)
{
	struct answer answer;

	while (next_line(in))
		if (!is_blank(&in->line) && !read_line(in, &answer))
			return false;
	return ended_well(in);
}

static bool
take_lines(struct import *in, struct cache *cache, uint64_t *counted, uint64_t *skipped)
{
	struct answer answer;
	size_t lines = 0, bytes = 0;
	uint64_t put = 0;
	bool more = true;

	in->number = 0;
	in->at = in->end = 0;
	while (more) {
		more = next_line(in);
		if (more && !is_blank(&in->line)) {
			if (!read_line(in, &answer))
				return false;
			if (cache->brief && answer.state == ANSWER_FOUND)
				cache->brief(in->arena, &answer);
			put += put_answer(cache, &answer, true);
			lines++;
			bytes += in->line.length;
		}
		if (more && lines < BATCH_LINES && bytes < BATCH_BYTES)
			continue;
		if (!commit_waiting(cache, counted, in->trouble))
			return false;
		lines = bytes = 0;
	}
	*skipped = put - *counted;
	return ended_well(in);
}

/* Something that can be read twice. */
static FILE *
spool(FILE *from)
{
	FILE *to = tmpfile();
	char bytes[65536];
	size_t length;

	while (to && (length = fread(bytes, 1, sizeof bytes, from)) > 0)
		if (fwrite(bytes, 1, length, to) != length)
			break;
	if (to && (ferror(from) || ferror(to) || fflush(to) != 0)) {
		fclose(to);
		to = NULL;
	}
	if (to)
		rewind(to);
	return to;
}

static FILE *
open_file(const char *path)
{
	FILE *given = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	FILE *copy;

	if (!given || (given != stdin && fseek(given, 0, SEEK_END) == 0)) {
		if (given)
			rewind(given);
		return given;
	}
	copy = spool(given); /* a pipe */
	if (given != stdin)
		fclose(given);
	return copy;
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
	bool done;

	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	*counted = *skipped = 0;
	in.file = open_file(path);
	if (!in.file) {
		trouble_say(trouble, "%s: cannot be read: %s", in.name, strerror(errno));
		return false;
	}
	before = guard_enter(cache->guard);
	in.arena = arena_new();
	buffer_init(&in.line, LINE_BYTES);
	done = check_lines(&in);
	rewind(in.file);
	done = done && take_lines(&in, cache, counted, skipped);
	buffer_free(&in.line);
	arena_free(in.arena);
	fclose(in.file);
	guard_leave(before);
	return done;
}
