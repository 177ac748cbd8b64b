/*
 * The text of a list enters; the words its links repeat leave: what stands
 * behind something else in its line and leads to many addresses is a label
 * ("статья", ":x:"), in whatever language.  No dictionary is needed.
 */
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "base/text.h"
#include "list/item/item.h"

enum {
	LONGEST = 48,
	LONGEST_URL = 2048,
	MOST_WORDS = 3,
	ENOUGH_ADDRESSES = 3,
	ENOUGH_BEHIND = 80
};

struct repeated {
	unsigned addresses; /* different ones, up to ENOUGH_ADDRESSES */
	unsigned seen, behind;
	const char *url[ENOUGH_ADDRESSES];
	size_t length[ENOUGH_ADDRESSES];
};

struct labels {
	struct arena *arena;
	struct strmap *by_text;
};

static char *
folded(struct arena *arena, const char *text)
{
	return text_lower(arena, text_squeeze(arena, text));
}

/* Is there a word between the line's or the cell's start and the link? */
static bool
stands_behind(const char *line, const char *open)
{
	const char *cell = memrchr(line, '|', (size_t)(open - line));

	/* "  - [статья](u)": below an item. */
	if (cell == NULL && open > line + 3 &&
	    (*line == '\t' || (line[0] == ' ' && line[1] == ' ')))
		return true;
	for (const char *at = cell == NULL ? line : cell + 1; at < open; at++)
		if ((*at | 32) >= 'a' || (*at & 0x80) != 0)
			return true;
	return cell != NULL && cell > line + 1;
}

static void
add(struct labels *labels, const char *text, size_t length, const char *url, size_t size,
    bool behind)
{
	const char *key = folded(
	    labels->arena, arena_text_n(labels->arena, text, length));
	struct repeated *repeated = strmap_get(labels->by_text, key);
	unsigned i = 0;

	if (size == 0 || *url == '#')
		return;
	if (repeated == NULL) {
		repeated = arena_alloc(labels->arena, sizeof *repeated);
		*repeated = (struct repeated){ 0 };
		strmap_put(labels->by_text, key, repeated);
	}
	repeated->seen++;
	repeated->behind += behind;
	while (i < repeated->addresses &&
	    (repeated->length[i] != size || memcmp(repeated->url[i], url, size) != 0))
		i++;
	if (i < repeated->addresses || i == ENOUGH_ADDRESSES)
		return;
	repeated->url[i] = url;
	repeated->length[i] = size;
	repeated->addresses++;
}

static void
take_line(struct labels *labels, const char *line, size_t length)
{
	const char *end = line + length, *at = line;

	for (; (at = memchr(at, ']', (size_t)(end - at))) != NULL; at++) {
		const char *stop = at, *open = at, *url = at + 2;
		if (end - at < 2 || at[1] != '(')
			continue;
		while (open > line && open[-1] != '[' && stop - open <= LONGEST)
			open--;
		if (open == line || open[-1] != '[' ||
		    (open > line + 1 && open[-2] == '!'))
			continue;
		/* "[\[paper\]](u)": brackets are no part of it. */
		while (stop > open && strchr("\\]", stop[-1]) != NULL)
			stop--;
		size_t size = 0;
		while (url + size < end && size <= LONGEST_URL && url[size] != ')' &&
		    url[size] != ' ')
			size++;
		/* A line of openings without an end would be read again for each. */
		if (size > LONGEST_URL)
			continue;
		add(labels, open, (size_t)(stop - open), url, size,
		    stands_behind(line, open - 1));
	}
}

struct labels *
labels_collect(struct arena *arena, const char *bytes, size_t length)
{
	struct labels *labels = arena_alloc(arena, sizeof *labels);
	const char *end = bytes + length;

	labels->arena = arena;
	labels->by_text = strmap_new();
	for (const char *at = bytes; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t size = newline == NULL ? (size_t)(end - at)
					      : (size_t)(newline - at);
		take_line(labels, at, size);
		at += size + 1;
	}
	return labels;
}

void
labels_free(struct labels *labels)
{
	strmap_free(labels->by_text);
}

void
labels_mark(const struct labels *labels, struct arena *scratch, struct pieces *pieces)
{
	for (size_t i = 0; labels != NULL && i < pieces->count; i++) {
		struct piece *piece = &pieces->v[i];
		const struct repeated *repeated;
		const char *text;
		if (piece->kind != PIECE_LINK || piece->holds_image ||
		    strlen(piece->text) > LONGEST)
			continue;
		text = text_trim(folded(scratch, piece->text), "[]\\");
		repeated = strmap_get(labels->by_text, text);
		if (repeated == NULL || words_count(text) > MOST_WORDS ||
		    repeated->behind * 100 < repeated->seen * ENOUGH_BEHIND)
			continue;
		piece->twice = repeated->addresses > 1;
		piece->repeated = repeated->addresses == ENOUGH_ADDRESSES;
	}
}
