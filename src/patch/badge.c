/*
 * An item or a paragraph of Markdown enters; badges at the end of its first line leave: pictures
 * that say "citations 12", of which a reader of lists knows that they are no words of
 * the title.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/url.h"
#include "patch/inside.h"

static const char host[] = "https://img.shields.io/badge/";

/* As shields.io wants a text: "-" and "_" twice, a blank as "_". */
static const char *
as_part(struct arena *arena, const char *text)
{
	struct buffer out;
	const char *part;

	buffer_init(&out, 0);
	for (; *text != '\0'; text++)
		if (*text == '-' || *text == '_')
			buffer_printf(&out, "%c%c", *text, *text);
		else
			buffer_char(&out, *text == ' ' ? '_' : *text);
	part = url_encode(arena, out.length > 0 ? out.bytes : "");
	buffer_free(&out);
	return part;
}

static const char *
badge(struct arena *arena, enum filled what, const char *text)
{
	char *value = arena_text(arena, text);

	/* What would end it is no part of a venue's name. */
	for (char *at = value; *at != '\0'; at++)
		if (strchr("[]()<>`\\|", *at) != NULL)
			*at = ' ';
	return arena_printf(arena, "![%s: %s](%s%s-%s-blue)", filler_words[what], value,
	    host, filler_words[what], as_part(arena, value));
}

/* An item or a paragraph: nothing whose line has a form of its own. */
static bool
is_text(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at < end && strchr("<#|=>\r", *at) == NULL;
}

/* Before what a line may end with without showing it: blanks, a break. */
static const char *
text_end(const char *line, const char *end)
{
	static const char *const breaks[] = { "<br>", "<br/>", "<br />", "\\", NULL };

	for (bool more = true; more;) {
		more = false;
		while (end > line && strchr(" \t\r\n", end[-1]) != NULL)
			end--;
		for (const char *const *one = breaks; *one != NULL && !more; one++) {
			size_t length = strlen(*one);

			more = (size_t)(end - line) > length &&
			    strncasecmp(end - length, *one, length) == 0;
			if (more)
				end -= length;
		}
	}
	return end;
}

/* Does a link, a code span or a tag go on in the next line? */
static bool
is_open(const char *at, const char *end)
{
	int square = 0, round = 0, angle = 0;
	unsigned ticks = 0;

	for (; at < end; at++) {
		if (*at == '\\') {
			at++;
			continue;
		}
		square += (*at == '[') - (*at == ']');
		round += (*at == '(') - (*at == ')');
		angle += (*at == '<') - (*at == '>');
		ticks += *at == '`';
	}
	return square > 0 || round > 0 || angle > 0 || ticks % 2 != 0;
}

/* The badge that is there; its length; NULL: none. */
static const char *
find_badge(struct arena *arena, const char *line, const char *end, enum filled what,
    size_t *length)
{
	const char *head = arena_printf(arena, "![%s: ", filler_words[what]);
	const char *url = arena_printf(arena, "](%s%s-", host, filler_words[what]);
	const char *at = memmem(line, (size_t)(end - line), head, strlen(head)), *close;

	if (at == NULL)
		return NULL;
	close = memchr(at, ')', (size_t)(end - at));
	if (close == NULL || memmem(at, (size_t)(close - at), url, strlen(url)) == NULL)
		return NULL;
	*length = (size_t)(close + 1 - at);
	return at;
}

void
badge_fill(struct filler *filler, const struct filling *row)
{
	const char *line = row->entry->row, *all = line + row->entry->row_length;
	const char *newline = memchr(line, '\n', row->entry->row_length);
	const char *stop = newline == NULL ? all : newline, *end, *more = "";
	enum filled first = FILLED;

	if (!is_text(line, stop)) {
		filler_leave(
		    filler, row->entry, "it is neither in a table nor plain text");
		return;
	}
	end = text_end(line, stop);
	for (enum filled what = 0; what < FILLED; what++) {
		const char *value = row->values[what], *there, *wanted;
		size_t length;

		/* One that asks a service itself is fresh at any time. */
		if (value == NULL ||
		    (what == FILLED_CITATIONS &&
			memmem(line, (size_t)(stop - line), "label=citation", 14) !=
			    NULL))
			continue;
		wanted = badge(filler->arena, what, value);
		there = find_badge(filler->arena, line, stop, what, &length);
		if (there != NULL) {
			if (strlen(wanted) != length ||
			    memcmp(there, wanted, length) != 0)
				filler_put(filler, what, there, length, wanted);
			continue;
		}
		more = arena_join(filler->arena, more, " ", wanted, NULL);
		first = first == FILLED ? what : first;
	}
	if (first == FILLED)
		return;
	if (is_open(line, end))
		filler_leave(filler, row->entry, "its first line ends inside of a link");
	else
		filler_put(filler, first, end, 0, more);
}
