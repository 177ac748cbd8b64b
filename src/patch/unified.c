/*
 * A list and changes of its bytes enter, a unified diff leaves.
 *
 * There is no line "diff --git": with one, git reads paths from the top of its
 * repository, without from the folder it is called in, as patch does.  One line of
 * context, so that repairs in a dense list are hunks of their own; each has its keys
 * behind its place.
 */
#include <string.h>

#include "base/buffer.h"
#include "patch/inside.h"

#define CONTEXT 1 /* lines */

/* Lines that change together, and how: edits[first] … edits[last - 1]. */
struct change {
	const char *from, *to;
	size_t line;   /* of `from`, from 1 */
	size_t before; /* lines */
	size_t first, last;
};

struct diff {
	const struct patched *patched;
	const char *bytes, *end;
	struct buffer mended; /* of one change */
	size_t next;          /* edit */
	const char *at;       /* line reading stands at */
	size_t line;
	size_t added, removed; /* lines, so far */
};

static const char *
line_end(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline == NULL ? end : newline + 1;
}

static size_t
count_lines(const char *at, const char *end)
{
	size_t count = 0;

	for (; at < end; at = line_end(at, end))
		count++;
	return count;
}

/* The next lines that change; false: none. */
static bool
next_change(struct diff *diff, struct change *change)
{
	const struct edit *edits = diff->patched->edits;

	if (diff->next == diff->patched->count)
		return false;
	while (line_end(diff->at, diff->end) <= diff->bytes + edits[diff->next].at &&
	    line_end(diff->at, diff->end) < diff->end) {
		diff->at = line_end(diff->at, diff->end);
		diff->line++;
	}
	*change =
	    (struct change){ .from = diff->at, .line = diff->line, .first = diff->next };
	change->to = line_end(diff->at, diff->end);
	while (diff->next < diff->patched->count &&
	    (diff->bytes + edits[diff->next].at < change->to ||
		change->to == diff->end)) {
		const char *behind = diff->bytes + edits[diff->next].at +
		    edits[diff->next].length;

		while (change->to < behind)
			change->to = line_end(change->to, diff->end);
		diff->next++;
	}
	change->last = diff->next;
	change->before = count_lines(change->from, change->to);
	diff->at = change->to;
	diff->line += change->before;
	return true;
}

static void
add_lines(struct buffer *out, char sign, const char *at, const char *end)
{
	while (at < end) {
		const char *next = line_end(at, end);

		buffer_char(out, sign);
		buffer_add(out, at, (size_t)(next - at));
		if (next[-1] != '\n')
			buffer_text(out, "\n\\ No newline at end of file\n");
		at = next;
	}
}

/* The new bytes of a change. */
static void
mend(struct diff *diff, const struct change *change)
{
	const char *done = change->from;

	buffer_clear(&diff->mended);
	for (size_t i = change->first; i < change->last; i++) {
		const struct edit *edit = &diff->patched->edits[i];
		const char *at = diff->bytes + edit->at;

		buffer_add(&diff->mended, done, (size_t)(at - done));
		buffer_text(&diff->mended, edit->put);
		done = at + edit->length;
	}
	buffer_add(&diff->mended, done, (size_t)(change->to - done));
}

/* Each key once. */
static void
add_keys(struct buffer *out, const struct diff *diff, size_t first, size_t last)
{
	const struct edit *edits = diff->patched->edits;

	for (size_t i = first; i < last; i++) {
		bool said = false;

		for (size_t k = first; k < i && !said; k++)
			said = strcmp(edits[k].key, edits[i].key) == 0;
		if (!said)
			buffer_printf(out, " %s", edits[i].key);
	}
	buffer_char(out, '\n');
}

/* `count` lines back, no further than `start`. */
static const char *
lines_back(const char *start, const char *at, size_t count)
{
	for (; count > 0 && at > start; count--)
		for (at--; at > start && at[-1] != '\n';)
			at--;
	return at;
}

static const char *
lines_on(const char *at, const char *end, size_t count)
{
	for (; count > 0 && at < end; count--)
		at = line_end(at, end);
	return at;
}

/* From one change on, those that are too near to it with it. */
static bool
write_hunk(struct diff *diff, struct change *change, struct buffer *out)
{
	const char *start = lines_back(diff->bytes, change->from, CONTEXT);
	size_t line = change->line - count_lines(start, change->from);
	size_t first = change->first, last, old, new;
	const char *stop = start, *reach;
	struct buffer body;
	bool more, near;

	buffer_init(&body, 0);
	old = new = 0;
	do {
		add_lines(&body, ' ', stop, change->from);
		old += count_lines(stop, change->from) + change->before;
		new += count_lines(stop, change->from);
		add_lines(&body, '-', change->from, change->to);
		mend(diff, change);
		add_lines(&body, '+', diff->mended.bytes,
		    diff->mended.bytes + diff->mended.length);
		new += count_lines(
		    diff->mended.bytes, diff->mended.bytes + diff->mended.length);
		stop = change->to;
		last = change->last;
		reach = lines_on(stop, diff->end, 2 * CONTEXT);
		more = next_change(diff, change);
		near = more && change->from < reach;
	} while (near || (more && change->from == stop));
	reach = lines_on(stop, diff->end, CONTEXT);
	add_lines(&body, ' ', stop, reach);
	old += count_lines(stop, reach);
	new += count_lines(stop, reach);
	buffer_printf(out, "@@ -%zu,%zu +%zu,%zu @@", line, old,
	    line + diff->added - diff->removed, new);
	add_keys(out, diff, first, last);
	buffer_add(out, body.bytes, body.length);
	diff->added += new;
	diff->removed += old;
	buffer_free(&body);
	return more;
}

/* As git and patch read names: quoted where they hold what would end them. */
static void
add_name(struct buffer *out, const char *mark, char side, const char *path)
{
	bool quoted = false;

	for (const char *at = path; *at != '\0'; at++)
		quoted |= (unsigned char)*at < ' ' || *at == 0x7f || *at == '"' ||
		    *at == '\\';
	buffer_printf(out, "%s %s%c/", mark, quoted ? "\"" : "", side);
	for (const char *at = path; *at != '\0'; at++)
		if (quoted && (*at == '"' || *at == '\\'))
			buffer_printf(out, "\\%c", *at);
		else if ((unsigned char)*at < ' ' || *at == 0x7f)
			buffer_printf(out, "\\%03o", (unsigned)*at);
		else
			buffer_char(out, *at);
	/* A blank in a name is told from its end by a tab. */
	buffer_text(out, quoted ? "\"\n" : strchr(path, ' ') != NULL ? "\t\n" : "\n");
}

void
unified_write(const struct patched *patched, const char *path, struct buffer *out)
{
	struct diff diff = { .patched = patched,
		.bytes = patched->list->bytes,
		.end = patched->list->bytes + patched->list->length,
		.at = patched->list->bytes,
		.line = 1 };
	struct change change;
	bool more = next_change(&diff, &change);

	if (!more)
		return;
	add_name(out, "---", 'a', path);
	add_name(out, "+++", 'b', path);
	buffer_init(&diff.mended, 0);
	while (more)
		more = write_hunk(&diff, &change, out);
	buffer_free(&diff.mended);
}
