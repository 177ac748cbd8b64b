/*
 * The text of a list enters; the words its links repeat leave: what stands
 * behind something else in its line and leads to many addresses is a label
 * ("статья", ":x:"), in whatever language; and so is what many lines below
 * others have in front of a colon ("Env: …").  No dictionary is needed.
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
	ENOUGH_BEHIND = 80,
	ENOUGH_LINES = 6,
	SAMPLES = 12,
	MOST_OF = 60,
	ENOUGH_LABELS = 12,
	ONE_IN = 4
};

struct repeated {
	unsigned addresses; /* different ones, up to ENOUGH_ADDRESSES */
	unsigned seen, behind;
	const char *url[ENOUGH_ADDRESSES];
	size_t length[ENOUGH_ADDRESSES];
};

/* Words in front of a colon, and what stands behind some of them. */
struct word {
	unsigned lines;
	const char *said[SAMPLES];
	size_t length[SAMPLES];
	enum column column; /* once it is known */
	bool settled;
};

struct labels {
	struct arena *arena;
	struct strmap *by_text, *by_word; /* of links; in front of colons */
	unsigned behind;                  /* links that stand behind something */
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
	labels->behind += behind;
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
		while (stop > open && text_is_any(stop[-1], "\\]"))
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

/* The words in front of a colon, few; NULL: there are none. */
static char *
spoken_word(struct arena *arena, const char *line, size_t length)
{
	const char *colon = memchr(
	    line, ':', length < LONGEST_SPOKEN ? length : LONGEST_SPOKEN);
	char *word;

	if (colon == NULL || (colon + 1 < line + length && colon[1] == '/') ||
	    memchr(line, '[', (size_t)(colon - line)) != NULL)
		return NULL;
	word = text_fold(arena, arena_text_n(arena, line, (size_t)(colon - line)));
	return *word == '\0' || words_count(word) > MOST_WORDS ? NULL : word;
}

/* "    - 💻 Env: …" below an item, "* Link to data: …" below a heading. */
static void
take_word(struct labels *labels, const char *line, size_t length)
{
	size_t at = 0;
	const char *text;
	struct word *word;

	while (at < length && (line[at] == ' ' || line[at] == '\t'))
		at++;
	text = spoken_word(labels->arena, line + at, length - at);
	if (text == NULL)
		return;
	word = strmap_get(labels->by_word, text);
	if (word == NULL) {
		word = arena_alloc(labels->arena, sizeof *word);
		*word = (struct word){ 0 };
		strmap_put(labels->by_word, text, word);
	}
	if (word->lines < SAMPLES) {
		text = memchr(line, ':', length);
		word->said[word->lines] = text + 1;
		word->length[word->lines] = (size_t)(line + length - text - 1);
	}
	word->lines++;
}

/* What most lines say behind the word: dates, people, where a work came out. */
static enum column
column_of(struct arena *arena, struct word *word)
{
	unsigned counts[COLUMN_LINK + 1] = { 0 };
	unsigned samples = word->lines < SAMPLES ? word->lines : SAMPLES;

	for (unsigned i = 0; i < samples && !word->settled; i++) {
		const char *venue, *date;
		char *text = text_trim(
		    arena_text_n(arena, word->said[i], word->length[i]), " *_`\t\r.");
		date = words_venue_and_date(arena, text, &venue);
		if (date == NULL &&
		    (words_name_place(text) || text_find_nocase(text, "rxiv") != NULL))
			counts[COLUMN_VENUE]++;
		else if (date != NULL)
			counts[venue == NULL ? COLUMN_DATE : COLUMN_VENUE]++;
		else if (words_are_full_names(text))
			counts[COLUMN_AUTHORS]++;
	}
	for (unsigned i = 0; i <= COLUMN_LINK && !word->settled; i++)
		if (counts[i] * 100 >= samples * MOST_OF)
			word->column = (enum column)i;
	word->settled = true;
	return word->column;
}

struct labels *
labels_collect(struct arena *arena, const char *bytes, size_t length)
{
	struct labels *labels = arena_alloc(arena, sizeof *labels);
	const char *end = bytes + length;

	labels->arena = arena;
	labels->by_text = strmap_new();
	labels->by_word = strmap_new();
	for (const char *at = bytes; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t size = newline == NULL ? (size_t)(end - at)
					      : (size_t)(newline - at);
		take_line(labels, at, size);
		take_word(labels, at, size);
		at += size + 1;
	}
	return labels;
}

void
labels_free(struct labels *labels)
{
	strmap_free(labels->by_text);
	strmap_free(labels->by_word);
}

/* Words that lines of an item begin with. */
static void
mark_words(const struct labels *labels, struct arena *scratch, struct pieces *pieces)
{
	bool begins = true;

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *piece = &pieces->v[i];
		struct pieces line = { .v = piece, .count = pieces->count - i };
		struct word *word = NULL;
		if (begins && piece->kind == PIECE_TEXT && pieces_have_colon(&line)) {
			const char *text = pieces_start(scratch, &line);
			text = spoken_word(scratch, text, strlen(text));
			word = text == NULL ? NULL : strmap_get(labels->by_word, text);
		}
		piece->spoken = word != NULL && word->lines >= ENOUGH_LINES;
		if (piece->spoken)
			piece->speaks = column_of(scratch, word);
		begins = piece->broken || strcmp(piece->text, "\n") == 0;
	}
}

void
labels_mark(const struct labels *labels, struct arena *scratch, struct pieces *pieces)
{
	if (labels == NULL)
		return;
	mark_words(labels, scratch, pieces);
	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *piece = &pieces->v[i];
		const struct repeated *repeated;
		const char *text;
		if (piece->kind != PIECE_LINK || piece->holds_image ||
		    strlen(piece->text) > LONGEST)
			continue;
		text = text_trim(folded(scratch, piece->text), "[]\\");
		repeated = strmap_get(labels->by_text, text);
		/* "Roe et al." wrote several. */
		if (repeated == NULL || words_count(text) > MOST_WORDS ||
		    strstr(text, " et al") != NULL ||
		    repeated->behind * 100 < repeated->seen * ENOUGH_BEHIND)
			continue;
		piece->twice = repeated->addresses > 1;
		piece->usual = repeated->behind > ENOUGH_LABELS &&
		    repeated->behind * ONE_IN >= labels->behind;
		piece->repeated = repeated->addresses == ENOUGH_ADDRESSES;
	}
}
