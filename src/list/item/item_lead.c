/*
 * The front of an item enters; the venue and the date that stand there leave,
 * and the cursor stands where the name or the title begins.
 *
 *	[**Venue, 2024.5**] …	(2023.05) …	[2023/05] [ACL 2023] …
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* What a bracket without links holds; the cursor moves behind it. */
static bool
read_bracket(struct cursor *cursor, struct buffer *inside, bool *square)
{
	size_t at = cursor->at, offset = cursor->offset;
	bool open = false;

	buffer_clear(inside);
	for (; at < cursor->pieces->count; at++, offset = 0) {
		const struct piece *piece = &cursor->pieces->v[at];
		const char *text, *close;
		if (piece->kind == PIECE_IMAGE && !open)
			continue;
		if (piece->kind != PIECE_TEXT)
			return false;
		text = piece->text + offset;
		if (!open) {
			text = words_past_marks(text);
			if (*text == '\0')
				continue;
			if (*text != '[' && *text != '(')
				return false;
			*square = *text == '[';
			open = true;
			text++;
		}
		close = strchr(text, *square ? ']' : ')');
		if (close == NULL) {
			buffer_text(inside, text);
			continue;
		}
		buffer_add(inside, text, (size_t)(close - text));
		cursor->at = at;
		cursor->offset = (size_t)(close + 1 - piece->text);
		return true;
	}
	return false;
}

/* Do words that are no label come behind the piece? */
static bool
words_follow(struct arena *arena, const struct cursor *cursor)
{
	struct buffer text;
	const char *venue = NULL;
	char first;
	bool any;

	buffer_init(&text, 0);
	buffer_text(&text, "");
	for (size_t i = cursor->at + 1; i < cursor->pieces->count; i++) {
		const struct piece *piece = &cursor->pieces->v[i];
		/* "| [Paper](u) | [Code](u) |": bars are no words. */
		if ((piece->kind == PIECE_TEXT &&
			text_span(piece->text, " |/") != strlen(piece->text)) ||
		    (piece->kind == PIECE_LINK && !piece->holds_image &&
			words_count(piece->text) >= TITLE_WORDS))
			buffer_text(&text, piece->text);
	}
	/* "[Kaggle](u): many data sets", "[Database](u) - its …" name it. */
	first = text.bytes[text_span(text.bytes, " ")];
	any = words_count(words_past_marks(text.bytes)) >= 2 && first != ':' &&
	    first != '-' && strncmp(text.bytes, " –", 4) != 0 &&
	    strncmp(text.bytes, " —", 4) != 0 &&
	    (words_venue_and_date(arena, text.bytes, &venue) == NULL ||
		(venue != NULL && words_count(venue) > TITLE_WORDS &&
		    !words_are_called(venue)));
	buffer_free(&text);
	return any;
}

/* "2023.05 Title", "**ACL 2023** Title": a first piece that is only that. */
static void
read_bare_date(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	size_t at = cursor->at, start, end;
	const struct piece *piece;
	const char *text, *date;

	while (at < cursor->pieces->count && cursor->pieces->v[at].kind == PIECE_TEXT &&
	    *words_past_marks(cursor->pieces->v[at].text +
		(at == cursor->at ? cursor->offset : 0)) == '\0')
		at++;
	if (at == cursor->pieces->count || entry->date != NULL ||
	    cursor->pieces->v[at].kind != PIECE_TEXT)
		return;
	piece = &cursor->pieces->v[at];
	text = words_past_marks(piece->text + (at == cursor->at ? cursor->offset : 0));
	if (piece->strong || piece->styled) {
		const char *venue;
		date = words_venue_and_date(arena, text, &venue);
		/* "**Fusion of Shapes (2020)** [paper](u)" is the title. */
		if (date == NULL || at + 1 == cursor->pieces->count ||
		    (venue != NULL && words_count(venue) > TITLE_WORDS) ||
		    !words_follow(arena, &(struct cursor){ cursor->pieces, at, 0 }))
			return;
		entry->date = date;
		if (entry->venue == NULL)
			entry->venue = venue;
		cursor->at = at + 1;
		cursor->offset = 0;
		return;
	}
	date = words_date(arena, text, &start, &end);
	/* A bare year may begin a title: "2018 n2c2 shared task". */
	if (date == NULL || start != 0 ||
	    (strlen(date) == 4 && !text_is_any(text[end], ":|,)") &&
		!text_starts_nocase(text + end, " - ")) ||
	    (text[end] != '\0' && !text_is_any(text[end], " :|,)")))
		return;
	entry->date = date;
	cursor->at = at;
	cursor->offset = (size_t)(text + end - piece->text);
}

static bool
is_short_venue(const char *text, const char *venue)
{
	return venue != NULL && words_count(venue) <= 3 &&
	    strcspn(text, "(") >= strlen(venue) + 3;
}

/* "CVPR 2024 oral, Title": few words up to a comma, no story. */
static void
read_bare_venue(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	const struct piece *piece;
	const char *text, *comma, *date, *venue;
	bool apart;

	if (cursor->at == cursor->pieces->count || entry->date != NULL ||
	    cursor->pieces->v[cursor->at].kind != PIECE_TEXT)
		return;
	piece = &cursor->pieces->v[cursor->at];
	text = words_past_marks(piece->text + cursor->offset);
	/* "ACL'21 **Title**": all of the piece, what follows is set apart. */
	apart = cursor->at + 1 < cursor->pieces->count && piece[1].kind == PIECE_TEXT &&
	    piece[1].strong;
	comma = strchr(text, ',');
	if (comma == NULL && apart)
		comma = text + strlen(text);
	if (comma == NULL || comma - text > 50)
		return;
	date = words_venue_and_date(
	    arena, arena_text_n(arena, text, (size_t)(comma - text)), &venue);
	if (date == NULL || !is_short_venue(text, venue) ||
	    (*comma != '\0' && words_are_authors(comma + 1)))
		return;
	entry->date = date;
	entry->venue = entry->venue == NULL ? venue : entry->venue;
	cursor->offset = (size_t)(comma - piece->text) + (*comma != '\0');
}

/* "[arXiv 2024.05](u), Title", "[[paper](u)] [[code](u)] Title": links first,
 * their labels are a venue or nothing. */
static void
read_first_links(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	for (size_t at = cursor->at; at < cursor->pieces->count; at++) {
		const struct piece *piece = &cursor->pieces->v[at];
		const char *date, *venue;

		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece->kind == PIECE_TEXT) {
			const char *text = words_past_marks(
			    piece->text + (at == cursor->at ? cursor->offset : 0));
			if (strspn(text, " []()|,/:-–.") == strlen(text))
				continue;
			return;
		}
		date = words_venue_and_date(arena, piece->text, &venue);
		if (date != NULL && !is_short_venue(piece->text, venue))
			return;
		if ((date == NULL && !words_link_is_label(arena, piece)) ||
		    !words_follow(arena, &(struct cursor){ cursor->pieces, at, 0 }))
			return;
		if (entry->date == NULL)
			entry->date = date;
		if (entry->venue == NULL && date != NULL)
			entry->venue = venue;
		cursor->at = at + 1;
		cursor->offset = 0;
	}
}

/* "[[paper](u)] Title": what closes behind a first link. */
static void
skip_closing(struct cursor *cursor)
{
	if (cursor->at > 0 && cursor->at < cursor->pieces->count &&
	    cursor->pieces->v[cursor->at].kind == PIECE_TEXT)
		cursor->offset += text_span(
		    cursor->pieces->v[cursor->at].text + cursor->offset, " ]),;|");
}

/* "`Benchmark` `Text` [Name](u)": code spans in front sort the entry. */
static void
skip_tags(struct arena *arena, struct cursor *cursor)
{
	size_t at = cursor->at;
	bool any = false;

	if (cursor->offset > 0)
		return;
	for (; at < cursor->pieces->count; at++) {
		const struct piece *piece = &cursor->pieces->v[at];
		const char *text = words_past_marks(piece->text);
		if (piece->kind == PIECE_TEXT && piece->code)
			any = true;
		else if (piece->kind != PIECE_TEXT ||
		    text_span(text, " -,|/:+") != strlen(text))
			break;
	}
	if (any && at < cursor->pieces->count && !cursor->pieces->v[at].code &&
	    (cursor->pieces->v[at].strong ||
		(cursor->pieces->v[at].kind == PIECE_LINK &&
		    !cursor->pieces->v[at].holds_image &&
		    !words_link_is_label(arena, &cursor->pieces->v[at]))))
		cursor->at = at;
}

/* "[Roots in the Dark of Winter] [[paper](u)]": a title in brackets, in front of labels
 * only; the cursor moves into the bracket. */
static bool
is_title(struct arena *arena, const struct cursor *before, struct cursor *behind,
    const char *inside)
{
	const char *rest = behind->pieces->v[behind->at].text + behind->offset, *open;
	const char *comma = strchr(inside, ','), *venue;

	/* "[Roots in Winter, Ann Roe, ICML, 2020]" */
	if ((comma == NULL || strchr(comma + 1, ',') == NULL) &&
	    words_venue_and_date(arena, inside, &venue) != NULL)
		return false;
	if (text_span(inside, "0123456789") == strlen(inside) ||
	    text_span(rest, " []()|,/:-\n") != strlen(rest) ||
	    !item_labels_follow(arena, behind))
		return false;
	open = strchr(before->pieces->v[before->at].text + before->offset, '[');
	if (open == NULL)
		return false;
	*behind = (struct cursor){ before->pieces, before->at,
		(size_t)(open + 1 - before->pieces->v[before->at].text) };
	return true;
}

void
item_lead_read(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	struct buffer inside;
	bool square;

	buffer_init(&inside, 0);
	skip_tags(arena, cursor);
	read_first_links(arena, cursor, entry);
	skip_closing(cursor);
	read_bare_venue(arena, cursor, entry);
	read_bare_date(arena, cursor, entry);
	for (unsigned n = 0; n < 4; n++) {
		struct cursor before = *cursor;
		const char *venue;

		if (!read_bracket(cursor, &inside, &square))
			break;
		/* "[16]" counts the entries of a list. */
		if (inside.length == 0 || inside.length > 200 ||
		    (square && inside.length < 4 &&
			text_span(inside.bytes, "0123456789") == inside.length))
			continue;
		/* Round ones are taken when they are a date and no more. */
		if (!square &&
		    words_venue_and_date(arena, inside.bytes, &venue) == NULL) {
			*cursor = before;
			break;
		}
		if (square && is_title(arena, &before, cursor, inside.bytes))
			break;
		words_venue(arena, inside.bytes, entry);
	}
	read_bare_date(arena, cursor, entry);
	buffer_free(&inside);
}
