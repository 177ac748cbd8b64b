/*
 * The text of a list enters; slices that cmark can read on their own leave,
 * one at a time.  cmark needs some 17 bytes a byte, so a list of 50 MB is
 * never one tree: a slice ends before a heading, a bullet or a row once it is
 * large enough, and a table that goes on has its header repeated.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/forms/forms.h"
#include "list/prose/inside.h"
#include "list/prose/prose.h"

/* Blanks in front of what is code. */
enum { ENOUGH = 64 << 10, CODE = 4 };

struct slicer {
	struct reader *reader;
	struct buffer slice;
	struct definitions *definitions;
	char fence; /* inside a fenced block: its character */
	size_t fence_length;
	bool comment;      /* inside <!-- … */
	const char *table; /* header and rule of the open table */
	size_t table_length;
	unsigned line;       /* lines seen so far */
	bool blank;          /* the line before was blank */
	bool row;            /* the line before was a row of a table */
	enum html_line html; /* what it was to HTML */
	size_t run;          /* bytes of plain lines without a blank one between */
	size_t least;        /* blanks in front of a line since the last heading */
	const char *gap_end; /* in front of it blank lines and comments part rows */
};

static size_t
indent(const char *line, size_t length)
{
	size_t n = 0;

	while (n < length && line[n] == ' ')
		n++;
	return n;
}

static bool
is_blank(const char *line, size_t length)
{
	return text_trimmed(line, length, " \t\r") == 0;
}

/* Stands no line since the heading further left, it is in no other item. */
static bool
is_bullet(const struct slicer *slicer, const char *line, size_t length)
{
	size_t at = indent(line, length);

	return at < CODE && at <= slicer->least && marks_item(line + at, length - at) > 0;
}

static void
flush(struct slicer *slicer)
{
	struct reader *reader = slicer->reader;

	if (slicer->slice.length == 0)
		return;
	definitions_append(slicer->definitions, reader->scratch, &slicer->slice);
	budget_hold(reader, slicer->slice.bytes, slicer->slice.length);
	markdown_read(reader, slicer->slice.bytes, slicer->slice.length);
	arena_reset(reader->scratch);
	buffer_clear(&slicer->slice);
	reader->base = slicer->line;
}

/* Fences and comments: nothing inside may end a slice. */
static bool
is_inside(struct slicer *slicer, const char *line, size_t length)
{
	size_t at = indent(line, length), run = 0;
	bool inside = slicer->fence != 0 || slicer->comment;

	if (slicer->comment) {
		slicer->comment = memmem(line, length, "-->", 3) == NULL;
		return true;
	}
	while (at + run < length && at < 4 && (line[at] == '`' || line[at] == '~') &&
	    line[at + run] == line[at])
		run++;
	if (slicer->fence != 0) {
		if (run >= slicer->fence_length && line[at] == slicer->fence)
			slicer->fence = 0;
	} else if (run >= 3) {
		slicer->fence = line[at];
		slicer->fence_length = run;
		inside = true;
	} else {
		const char *open = memchr(line, '<', length);
		if (open != NULL)
			open = memmem(open, (size_t)(line + length - open), "<!--", 4);
		slicer->comment = open != NULL &&
		    memmem(open, (size_t)(line + length - open), "-->", 3) == NULL;
	}
	return inside;
}

static void
add_line(struct slicer *slicer, const char *line, size_t length)
{
	struct buffer mended;
	size_t start;

	buffer_init(&mended, 0);
	if (slicer->fence == 0 && !slicer->comment && mend_line(line, length, &mended)) {
		mended_keep(slicer->reader, slicer->line + 1, line, length, &mended);
		line = mended.bytes;
		length = mended.length;
	}
	if (slicer->fence == 0 && !slicer->comment) {
		size_t mark = marks_mend(line, length, &slicer->slice);
		line += mark;
		length -= mark;
	}
	start = slicer->slice.length;
	buffer_add(&slicer->slice, line, length);
	/* Alone it ends a line for CommonMark, but for nobody who counts. */
	for (char *at = slicer->slice.bytes + start; length > 1 &&
	     (at = memchr(at, '\r',
		  (size_t)(slicer->slice.bytes + slicer->slice.length - 1 - at))) !=
		 NULL;)
		*at = ' ';
	buffer_char(&slicer->slice, '\n');
	buffer_free(&mended);
}

/* A cut inside a table: the next slice starts with its header again. */
static void
cut_table(struct slicer *slicer)
{
	flush(slicer);
	buffer_add(&slicer->slice, slicer->table, slicer->table_length);
	slicer->reader->base = slicer->line - 2;
}

/* Does the line part two rows of the open table? */
static bool
is_in_gap(struct slicer *slicer, const char *line, size_t length, const char *end)
{
	if (line < slicer->gap_end)
		return true;
	if (!slicer->row || (!is_blank(line, length) && *line != '<'))
		return false;
	slicer->gap_end = pipes_behind_gap(line, end);
	return slicer->gap_end != NULL;
}

static void
take_line(struct slicer *slicer, const char *line, size_t length, const char *next,
    const char *end)
{
	bool gap = slicer->table != NULL && is_in_gap(slicer, line, length, end);
	bool inside = !gap && is_inside(slicer, line, length);
	bool blank = !gap && is_blank(line, length);
	bool full = slicer->slice.length >= ENOUGH;
	bool hidden = (slicer->html == HTML_HIDES && is_bullet(slicer, line, length)) ||
	    (slicer->html == HTML_HEADING && html_is_text(line, length));
	bool table = !inside && pipes_start_table(line, length, next, end);
	bool rule = !inside && slicer->table != NULL && pipes_are_rule(line, length);

	if (!inside && (line[0] == '#' || table || hidden)) {
		/* A paragraph above a table spoils its lines, tags hide items. */
		flush(slicer);
		slicer->table = NULL;
	} else if (!inside && full && slicer->table == NULL &&
	    (is_bullet(slicer, line, length) ||
		(slicer->blank && !blank && line[0] != ' ' && line[0] != '\t'))) {
		flush(slicer);
	} else if (!inside && slicer->table == NULL && slicer->html == HTML_NONE &&
	    slicer->run + length > PROSE_LONGEST / 2) {
		/* A paragraph beyond all measure is as many as need be. */
		flush(slicer);
		slicer->run = 0;
	} else if (full && slicer->table != NULL && !rule && !blank && !inside &&
	    slicer->row && memchr(line, '|', length) != NULL) {
		cut_table(slicer);
	}
	if (table) {
		const char *newline = memchr(next, '\n', (size_t)(end - next));
		slicer->table = line;
		slicer->table_length = newline == NULL ? (size_t)(end - line)
						       : (size_t)(newline + 1 - line);
		slicer->row = false;
	} else if (blank || inside) {
		slicer->table = NULL;
	}
	slicer->row = slicer->table != NULL && !table && !rule;
	if (gap)
		buffer_text(&slicer->slice, "| |\n");
	else
		add_line(slicer, line, length);
	slicer->blank = blank;
	slicer->run = blank || is_bullet(slicer, line, length) ? 0
							       : slicer->run + length + 1;
	slicer->html = html_line(slicer->html, line, length);
	if (line[0] == '#')
		slicer->least = CODE;
	else if (!blank && indent(line, length) < slicer->least)
		slicer->least = indent(line, length);
	slicer->line++;
}

void
slices_read(struct reader *reader, const char *bytes, size_t length)
{
	struct slicer slicer = { .reader = reader, .blank = true, .least = CODE };
	struct arena *definitions = arena_new();
	struct buffer noteless = { 0 };
	const char *text = notes_drop(definitions, bytes, &length, &noteless);
	const char *end = text + length;
	struct labels *labels;

	buffer_init(&slicer.slice, 0);
	slicer.definitions = definitions_collect(definitions, text, length);
	labels = labels_collect(definitions, text, length);
	reader->labels = labels;
	reader->forms = forms_new();
	reader->again = again_new(definitions);
	reader->tree = arena_new_in_memory();
	for (const char *at = text; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t size = newline == NULL ? (size_t)(end - at)
					      : (size_t)(newline - at);
		take_line(&slicer, at, size, at + size + 1, end);
		at += size + 1;
	}
	flush(&slicer);
	arena_free(reader->tree);
	again_free(reader->again);
	forms_settle(reader->forms, reader);
	forms_free(reader->forms);
	buffer_free(&slicer.slice);
	buffer_free(&noteless);
	definitions_free(slicer.definitions);
	labels_free(labels);
	arena_free(definitions);
}
