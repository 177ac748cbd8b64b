/* Pieces of an item: collecting them, their text, their links. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/words/words.h"

void
pieces_add(struct arena *arena, struct pieces *pieces, struct piece piece)
{
	if (piece.text == NULL)
		piece.text = "";
	pieces->v = arena_push(arena, pieces->v, pieces->count, sizeof *pieces->v);
	pieces->v[pieces->count++] = piece;
}

void
pieces_end_link(struct arena *arena, struct pieces *pieces, const char *url)
{
	/* What it holds came last. */
	for (size_t i = pieces->count; i > 0 && pieces->count - i < 16; i--)
		if (pieces->v[i - 1].url == url)
			return;
	if (url != NULL && strstr(url, "://") != NULL)
		pieces_add(arena, pieces,
		    (struct piece){ .kind = PIECE_LINK,
			.text = "link",
			.url = url,
			.repeated = true });
}

void
pieces_add_all(struct arena *arena, struct pieces *pieces, const struct pieces *more)
{
	size_t room = 4;

	/* As arena_push has it. */
	while (room < more->count)
		room *= 2;
	if (pieces->count > 0 || more->count == 0) {
		for (size_t i = 0; i < more->count; i++)
			pieces_add(arena, pieces, more->v[i]);
		return;
	}
	pieces->v = arena_alloc(arena, room * sizeof *pieces->v);
	memcpy(pieces->v, more->v, more->count * sizeof *pieces->v);
	pieces->count = more->count;
}

char *
pieces_text(struct arena *arena, const struct pieces *pieces)
{
	char *text, *end;

	if (pieces->count == 1 && pieces->v->kind == PIECE_TEXT)
		return text_squeeze(arena, pieces->v->text);
	text = end = arena_alloc(arena, pieces_length(pieces) + 1);
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind != PIECE_IMAGE && !pieces->v[i].holds_image)
			end = stpcpy(end, pieces->v[i].text);
	return text_squeeze(arena, text);
}

size_t
pieces_length(const struct pieces *pieces)
{
	size_t length = 0;

	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind != PIECE_IMAGE && !pieces->v[i].holds_image)
			length += strlen(pieces->v[i].text);
	return length;
}

char *
pieces_start(struct arena *arena, const struct pieces *pieces)
{
	char start[ENOUGH_TO_START + 1];
	size_t length = 0;

	for (size_t i = 0; i < pieces->count && length < ENOUGH_TO_START; i++) {
		const char *text = pieces->v[i].text;
		size_t size = strlen(text);
		if (pieces->v[i].kind == PIECE_IMAGE || pieces->v[i].holds_image)
			continue;
		if (size > ENOUGH_TO_START - length)
			size = ENOUGH_TO_START - length;
		memcpy(start + length, text, size);
		length += size;
	}
	/* Cut in the middle of a letter? */
	return length < ENOUGH_TO_START
	    ? text_squeeze_n(arena, start, length)
	    : text_squeeze(arena, text_to_utf8(arena, start, length));
}

bool
pieces_have_colon(const struct pieces *pieces)
{
	size_t signs = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		if (pieces->v[i].kind == PIECE_IMAGE || pieces->v[i].holds_image)
			continue;
		for (const char *at = pieces->v[i].text; *at != '\0'; at++) {
			if (*at == ':' || (*at < 0 && text_begins(at, "：") > 0))
				return true;
			/* Squeezing takes none of them. */
			signs += *at > ' ' && *at <= '~';
			if (signs > LONGEST_SPOKEN)
				return false;
		}
	}
	return false;
}

static bool
is_web(const char *url)
{
	return url != NULL &&
	    (strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0);
}

bool
pieces_have_link(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK && is_web(pieces->v[i].url))
			return true;
	return false;
}

bool
pieces_have_paper(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK &&
		    words_is_paper_address(pieces->v[i].url))
			return true;
	return false;
}

/* What a column says of the links in it; LINK_OTHER: identify/ decides. */
static enum link_role
role_of_column(enum column column)
{
	switch (column) {
	case COLUMN_TITLE:
	case COLUMN_PAPER:
		return LINK_PAPER;
	case COLUMN_CODE:
		return LINK_CODE;
	case COLUMN_MODEL:
		return LINK_MODEL;
	case COLUMN_DATASET:
		return LINK_DATASET;
	case COLUMN_OTHER:
	case COLUMN_NUMBER:
	case COLUMN_NAME:
	case COLUMN_INSTITUTE:
	case COLUMN_DATE:
	case COLUMN_VENUE:
	case COLUMN_LICENSE:
	case COLUMN_BASE_MODEL:
	case COLUMN_AUTHORS:
	case COLUMN_LINK:
		break;
	}
	return LINK_OTHER;
}

void
pieces_link(struct arena *arena, struct entry *entry, const struct pieces *pieces,
    enum column column)
{
	struct link *links = arena_alloc(
	    arena, (entry->link_count + pieces->count + 1) * sizeof *links);

	if (entry->link_count > 0)
		memcpy(links, entry->links, entry->link_count * sizeof *links);
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		struct link link;
		if (piece->kind == PIECE_TEXT || !is_web(piece->url))
			continue;
		link.url = text_squeeze(arena, piece->url);
		link.label = text_squeeze(arena, piece->text);
		link.role = piece->kind == PIECE_IMAGE ? LINK_BADGE
		    : piece->person                    ? LINK_OTHER
		    : piece->holds_image               ? LINK_BADGE_TARGET
						       : role_of_column(column);
		links[entry->link_count++] = link;
	}
	entry->links = links;
}

void
pieces_drop_signs(struct arena *arena, struct pieces *pieces)
{
	for (size_t i = 1; i + 1 < pieces->count; i++) {
		struct piece *before = &pieces->v[i - 1], *behind = &pieces->v[i + 1];
		size_t length = strlen(before->text);

		if (pieces->v[i].kind != PIECE_LINK || before->kind != PIECE_TEXT ||
		    behind->kind != PIECE_TEXT || length == 0 ||
		    before->text[length - 1] != '<' || *behind->text != '>')
			continue;
		before->text = arena_text_n(arena, before->text, length - 1);
		behind->text++;
	}
}
