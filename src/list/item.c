/*
 * One bullet (or paragraph, or heading) as pieces enters; an entry leaves when
 * a person would call it one.
 *
 *	[**Venue, 2024.5**] **Name** Title. 2023. [paper](u) [code](u)
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/inside.h"

enum { LONGEST_TITLE = 400 };

/* Reading from the left; `at` is the piece, `offset` inside its text. */
struct cursor {
	const struct pieces *pieces;
	size_t at, offset;
};

/* A leading [ … ] that holds no link: the venue and the date. */
static void
read_brackets(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	struct buffer inside;
	size_t at = cursor->at, offset = cursor->offset;
	const char *text;
	bool open = false;

	buffer_init(&inside, 0);
	for (; at < cursor->pieces->count; at++, offset = 0) {
		const struct piece *piece = &cursor->pieces->v[at];
		if (piece->kind != PIECE_TEXT)
			break;
		text = piece->text + offset;
		if (!open) {
			text += strspn(text, " \t");
			if (*text == '\0')
				continue;
			if (*text != '[')
				break;
			open = true;
			text++;
		}
		const char *close = strchr(text, ']');
		if (close == NULL) {
			buffer_text(&inside, text);
			continue;
		}
		buffer_add(&inside, text, (size_t)(close - text));
		cursor->at = at;
		cursor->offset = (size_t)(close + 1 - piece->text);
		if (inside.length > 0)
			words_venue(arena, inside.bytes, entry);
		break;
	}
	buffer_free(&inside);
}

/* The bold text that comes next, or NULL. */
static char *
read_bold(struct arena *arena, struct cursor *cursor, bool *linked)
{
	struct buffer bold;
	size_t at = cursor->at, offset = cursor->offset;
	char *text = NULL;

	*linked = false;
	while (at < cursor->pieces->count && !cursor->pieces->v[at].strong
	    && cursor->pieces->v[at].kind == PIECE_TEXT
	    && text_is_blank(cursor->pieces->v[at].text + offset)) {
		at++;
		offset = 0;
	}
	buffer_init(&bold, 0);
	for (; at < cursor->pieces->count && cursor->pieces->v[at].strong;
	     at++, offset = 0) {
		if (cursor->pieces->v[at].kind == PIECE_IMAGE)
			continue;
		*linked |= cursor->pieces->v[at].kind == PIECE_LINK;
		buffer_text(&bold, cursor->pieces->v[at].text + offset);
	}
	if (bold.length > 0) {
		text = words_title(arena, bold.bytes);
		cursor->at = at;
		cursor->offset = offset;
	}
	buffer_free(&bold);
	return text;
}

/* Text up to the first label like [paper]; links with words belong to it. */
static char *
read_title(struct arena *arena, struct cursor *cursor)
{
	struct buffer title;
	char *text;
	bool any_link = false;

	buffer_init(&title, 0);
	for (; cursor->at < cursor->pieces->count;
	     cursor->at++, cursor->offset = 0) {
		const struct piece *piece = &cursor->pieces->v[cursor->at];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece_is_label(arena, piece)
		    || (piece->kind == PIECE_LINK && words_is_url(piece->text)))
			break;
		if (piece->kind == PIECE_LINK) {
			/* A titled link is the title; what follows is prose. */
			if (any_link || title.length > LONGEST_TITLE)
				break;
			if (text_is_blank(title.length > 0 ? title.bytes : ""))
				any_link = true;
		} else if (any_link) {
			break;
		}
		buffer_text(&title, piece->text + cursor->offset);
	}
	text = words_title(arena, title.length > 0 ? title.bytes : "");
	buffer_free(&title);
	return text;
}

/* "… Title [": the bracket that opened around a label. */
static void
drop_open_bracket(char *title)
{
	size_t length = strlen(title);

	while (length > 0 && strchr("[( |,-", title[length - 1]) != NULL)
		title[--length] = '\0';
	if (length > 0 && title[length - 1] == '.')
		title[--length] = '\0';
}

/* The text behind a titled link: "(2023)", ", NeurIPS 2023", "- prose". */
static void
read_rest(struct arena *arena, const struct cursor *cursor,
    struct entry *entry)
{
	struct buffer rest;
	size_t start, end;

	if (entry->date != NULL)
		return;
	buffer_init(&rest, 0);
	for (size_t i = cursor->at; i < cursor->pieces->count; i++)
		if (cursor->pieces->v[i].kind == PIECE_TEXT)
			buffer_text(&rest, cursor->pieces->v[i].text
			    + (i == cursor->at ? cursor->offset : 0));
	if (rest.length > 0 && rest.length < 120)
		entry->date = words_date(arena, rest.bytes, &start, &end);
	buffer_free(&rest);
}

static void
settle_title(struct arena *arena, struct entry *entry, char *bold, char *title,
    bool linked)
{
	const char *year;
	size_t start, end;

	drop_open_bracket(title);
	/* "**Title**. 2024. [paper]": only the year is left beside the bold. */
	if (bold != NULL && strlen(title) == 4
	    && (year = words_date(arena, title, &start, &end)) != NULL) {
		if (entry->date == NULL)
			entry->date = year;
		*title = '\0';
	}
	year = words_closing_year(arena, title, entry->date != NULL);
	if (year != NULL && entry->date == NULL)
		entry->date = year;
	title = words_title(arena, title);
	if (bold == NULL || *bold == '\0') {
		entry->title = title;
		entry->name = words_name(arena, title);
	} else if (*title == '\0' || linked) {
		entry->title = bold;
		entry->name = words_name(arena, bold);
	} else {
		entry->title = title;
		entry->name = bold;
	}
}

/* Does a paragraph or heading start like an entry: bracket, bold or link? */
static bool
starts_like_entry(struct arena *arena, const struct pieces *pieces)
{
	size_t i = 0;

	while (i < pieces->count && pieces->v[i].kind == PIECE_TEXT
	    && text_is_blank(pieces->v[i].text))
		i++;
	if (i == pieces->count || pieces->v[i].kind == PIECE_IMAGE
	    || pieces->v[i].holds_image)
		return false;
	if (pieces->v[i].kind == PIECE_LINK)
		return !piece_is_label(arena, &pieces->v[i])
		    && strchr(pieces->v[i].text, ' ') != NULL;
	if (pieces->v[i].strong) {
		/* Bold and then, on the same breath, a labelled link. */
		for (size_t j = i; j < pieces->count; j++)
			if (piece_is_label(arena, &pieces->v[j]))
				return true;
	}
	return false;
}

/* A table of contents links to places in the list itself. */
static bool
is_contents(const struct pieces *pieces)
{
	size_t inner = 0, outer = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind != PIECE_LINK || piece->url == NULL)
			continue;
		if (strstr(piece->url, "://") == NULL)
			inner++;
		else
			outer++;
	}
	return outer == 0 && inner > 0;
}

bool
item_read(struct reader *reader, const struct pieces *pieces, bool is_list,
    unsigned line, unsigned last_line)
{
	struct arena *arena = reader->arena;
	struct entry entry = { 0 };
	struct cursor cursor = { pieces, 0, 0 };
	char *bold, *title;
	bool linked;

	if (reader_is_closed(reader) || !pieces_have_link(pieces)
	    || is_contents(pieces)
	    || strlen(pieces_text(reader->scratch, pieces)) > 2000)
		return false;
	read_brackets(arena, &cursor, &entry);
	if (!is_list && entry.venue == NULL && entry.date == NULL
	    && !starts_like_entry(reader->scratch, pieces))
		return false;
	bold = read_bold(arena, &cursor, &linked);
	title = read_title(arena, &cursor);
	settle_title(arena, &entry, bold, title, linked);
	read_rest(arena, &cursor, &entry);
	if (*entry.title == '\0') {
		/* Nothing but labels: no title, no entry of its own. */
		return false;
	}
	entry.authors = arena_text(arena, pieces->authors);
	entry_links(arena, &entry, pieces, COLUMN_OTHER);
	reader_add(reader, &entry, line, last_line);
	return true;
}
