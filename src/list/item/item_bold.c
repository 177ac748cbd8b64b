/*
 * The front of an item behind its venue enters; its bold text leaves, and what
 * it is: a name, the whole title, or its beginning.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* The bold text that comes next, or NULL; *last: the sign that ends it. */
static char *
read_bold(struct arena *arena, struct cursor *cursor, bool *linked, char *last)
{
	struct buffer bold;
	size_t at = cursor->at, offset = cursor->offset;
	char *text = NULL;

	*linked = false;
	*last = '\0';
	while (at < cursor->pieces->count && !cursor->pieces->v[at].strong &&
	    (cursor->pieces->v[at].kind == PIECE_IMAGE ||
		(cursor->pieces->v[at].kind == PIECE_TEXT &&
		    *words_past_marks(cursor->pieces->v[at].text + offset +
			text_span(cursor->pieces->v[at].text + offset, ".:-")) ==
			'\0'))) {
		at++;
		offset = 0;
	}
	buffer_init(&bold, 0);
	for (; at < cursor->pieces->count && cursor->pieces->v[at].strong;
	     at++, offset = 0) {
		const struct piece *piece = &cursor->pieces->v[at];
		if (piece->kind == PIECE_IMAGE)
			continue;
		if (words_link_is_label(arena, piece))
			break;
		*linked |= piece->kind == PIECE_LINK;
		buffer_text(&bold, piece->text + offset);
	}
	if (bold.length > 0) {
		text = text_squeeze(arena, bold.bytes);
		*last = *text == '\0' ? '\0' : text[strlen(text) - 1];
		text = words_title(arena, bold.bytes);
		cursor->at = at;
		cursor->offset = offset;
	}
	buffer_free(&bold);
	return text;
}

/* People, or a body, up to a sign, or to the link that they are. */
static bool
is_maker(const char *text)
{
	size_t length = strcspn(text, ".,(\n");
	bool initials;

	return text_is_blank(text) || text_starts_nocase(text, "the ") ||
	    words_are_authors(text) || words_count_people(text, length, &initials) > 0 ||
	    words_hold_place(text, length) ||
	    (length > 5 && strncmp(text + length - 5, "et al", 5) == 0);
}

/* "Atlas is a library of maps. …", "similar to atlases. …": a sentence, and no title. */
static bool
is_sentence(const char *text)
{
	size_t length = strcspn(text, ".:\n");
	const char *is = memmem(text, length, " is a", 5);

	return text[length] == '.' &&
	    (text[length + 1] == ' ' || text[length + 1] < ' ') &&
	    ((text_is_small(text[0]) && text_is_small(text[1])) ||
		(is != NULL && (is[5] == ' ' || is[5] == 'n'))) &&
	    words_count(text) > 2 * TITLE_WORDS;
}

/* "**Tool** is a …", "**Title** by Jane Roe": no word of the title. */
static bool
is_told_of(const struct cursor *cursor, const char *text)
{
	static const char *const words[] = { "is ", "are ", "was ", "has ", "provides ",
		"contains ", "which ", "that ", "aims ", "offers ", "hosts ",
		"developed ", "written by ", "implemented ", "created by ",
		"maintained by " };

	text += strspn(text, ":");
	if (*text != ' ')
		return false;
	text += strspn(text, " ");
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_begins(text, words[i]) > 0)
			return true;
	return (text_starts_nocase(text, "by ") && is_maker(text + 3)) ||
	    (is_sentence(text) && pieces_have_link(cursor->pieces));
}

static bool
follows(const struct cursor *cursor, char sign)
{
	return cursor->at < cursor->pieces->count &&
	    cursor->pieces->v[cursor->at].kind == PIECE_TEXT &&
	    cursor->pieces->v[cursor->at].text[cursor->offset] == sign;
}

/* More words than titles have, as a rule. */
enum { LONG_WORDS = 20 };

/* Sentences, or more words than a title has, before the next link. */
static bool
prose_follows(const struct cursor *cursor)
{
	const struct piece *next;
	const char *text, *stop;
	size_t words;

	if (cursor->at == cursor->pieces->count)
		return false;
	next = &cursor->pieces->v[cursor->at];
	text = next->text + cursor->offset;
	words = words_count(text);
	if (next->kind != PIECE_TEXT || next->styled || words <= LONG_WORDS)
		return false;
	stop = strstr(text, ". ");
	if (stop == NULL || words < 30)
		return words > 50 ||
		    (text[text_span(text, " ")] != '(' && !words_are_titled(text) &&
			!pieces_have_paper(cursor->pieces));
	return words_count(stop) > 15;
}

/* "**Scaling Laws** for Models": the bold words only begin the title. */
static bool
goes_on(struct arena *arena, const struct cursor *cursor)
{
	const struct piece *next;
	const char *text, *venue;

	if (cursor->at == cursor->pieces->count)
		return false;
	next = &cursor->pieces->v[cursor->at];
	text = next->text + cursor->offset;
	if (is_told_of(cursor, text) || strncmp(text, " et al", 6) == 0 ||
	    prose_follows(cursor))
		return false;
	return next->kind == PIECE_TEXT && !next->styled && text[0] == ' ' &&
	    text_is_small(text[1]) && words_count(text) > 1 &&
	    words_venue_and_date(arena,
		arena_text_n(arena, text, strcspn(text, ".;[(\n")), &venue) == NULL;
}

/* A sentence of its own ("**Title of a work.**"), and no title behind it. */
static bool
bold_is_sentence(
    struct arena *arena, const struct cursor *cursor, const char *bold, char last)
{
	struct buffer text;
	bool short_rest;

	if (last == '\0' || !text_is_any(last, ".?!") || words_count(bold) < 3)
		return false;
	buffer_init(&text, 0);
	buffer_text(&text, "");
	for (size_t i = cursor->at; i < cursor->pieces->count; i++) {
		const struct piece *piece = &cursor->pieces->v[i];
		if (piece->kind != PIECE_TEXT || piece->styled)
			break;
		buffer_text(&text, piece->text + (i == cursor->at ? cursor->offset : 0));
	}
	short_rest = words_count(text.bytes) <= TITLE_WORDS ||
	    words_are_authors(text_squeeze(arena, text.bytes));
	buffer_free(&text);
	return short_rest;
}

/* Does what follows a bold text speak of a title: venue, people, a break? */
static bool
bold_is_alone(struct arena *arena, const struct cursor *cursor)
{
	size_t offset = cursor->offset;

	for (size_t i = cursor->at; i < cursor->pieces->count; i++) {
		const struct piece *piece = &cursor->pieces->v[i];
		const char *text = piece->text + offset, *venue;
		size_t length;

		offset = 0;
		if (piece->kind == PIECE_IMAGE)
			continue;
		if (piece->people)
			return true;
		if (piece->kind == PIECE_LINK)
			return words_link_is_label(arena, piece);
		/* "**Tool** - draws plots": it describes, not a title. */
		if (words_describe(text) || is_told_of(cursor, text))
			return true;
		text += text_span(text, " .,:");
		if (*text == '\n')
			return true;
		if (*text == '\0')
			continue;
		if (piece->styled)
			return strstr(text, "et al") != NULL ||
			    words_are_authors(text_squeeze(arena, text));
		length = strcspn(text, ".\n");
		if (words_are_people_in_full(text, length))
			return true;
		length = strcspn(text, ".;[(\n");
		if (words_venue_and_date(
			arena, arena_text_n(arena, text, length), &venue) != NULL)
			return venue == NULL || words_count(venue) <= 3;
		if (*text != '(' && *text != '[')
			return false;
		length = strcspn(text + 1, "])");
		/* "**Tool** (Roe et al., 2020): a solver" */
		return text[1 + length] == '\0' ||
		    words_take_people(arena, arena_text_n(arena, text + 1, length),
			&(struct entry){ 0 }) ||
		    words_venue_and_date(
			arena, arena_text_n(arena, text + 1, length), &venue) != NULL;
	}
	return true;
}

/* "**Open Things Leaderboard**: ThingQA, …": what follows is in it. */
static bool
is_leaderboard(const char *bold)
{
	size_t length = strlen(bold), size = strlen("leaderboard");

	return length > size && text_equal_nocase(bold + length - size, "leaderboard");
}

/* "**Atlas of Things**⏎It holds …": a line of its own. */
static bool
ends_line(const struct cursor *cursor)
{
	const struct pieces *pieces = cursor->pieces;

	return cursor->at > 0 && cursor->at + 1 < pieces->count && cursor->offset == 0 &&
	    pieces->v[cursor->at].broken && !pieces->v[cursor->at].strong &&
	    text_is_blank(pieces->v[cursor->at].text);
}

/* "**PEARS-04**⏎[Pear's code](u);⏎[…](u)": no title is linked on the next line. */
static bool
links_below(const struct cursor *cursor)
{
	const struct piece *next = &cursor->pieces->v[cursor->at + 1];

	return next->kind == PIECE_LINK && !next->holds_image &&
	    words_count(next->text) < TITLE_WORDS;
}

void
item_bold_read(struct arena *arena, struct cursor *cursor, struct heard *heard)
{
	char last;

	heard->bold = read_bold(arena, cursor, &heard->linked, &last);
	if (heard->bold == NULL)
		return;
	heard->colon = last == ':' || follows(cursor, ':');
	/* "**Paper:** [Title](url)" */
	if (text_equal_nocase(heard->bold, "paper") ||
	    text_equal_nocase(heard->bold, "title") ||
	    text_equal_nocase(heard->bold, "name")) {
		heard->bold = NULL;
		return;
	}
	heard->begins = goes_on(arena, cursor);
	heard->alone = !heard->begins &&
	    (words_count(heard->bold) > LONGEST_NAME_WORDS ||
		is_leaderboard(heard->bold) ||
		(ends_line(cursor) && !heard->colon &&
		    (words_count(heard->bold) > 1 || links_below(cursor))) ||
		prose_follows(cursor) || bold_is_alone(arena, cursor) ||
		bold_is_sentence(arena, cursor, heard->bold, last));
}
