/*
 * An item's links enter; the venue and the date that one of them is called
 * leave: "[Nature (2022)](u)", "[arXiv:2505.18966](u)", "[JCIM](u)".
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* "bioRxiv 2023.12.07.570727", "arXiv:2501.01477": the server; NULL: none. */
static const char *
server_of(struct arena *arena, const char *text)
{
	const char *word = text_find_nocase(text, "rxiv");
	size_t length;

	if (word == NULL || word - text > 8 || memchr(text, '-', (size_t)(word - text)))
		return NULL;
	length = (size_t)(word + 4 - text);
	if (strcspn(text, " ") < (size_t)(word - text) || text_is_letter(text[length]))
		return NULL;
	return arena_text_n(arena, text, length);
}

/* "… 2025", "… 11, 85 (2025)", "… 3 Apr 2024": the date that ends a label; NULL: none
 * does. */
static const char *
closing_date(struct arena *arena, const char *text)
{
	size_t length = strlen(text), start, end;
	const char *date;

	length -= length > 0 && text[length - 1] == ')';
	if (length < 6 || !text_is_any(text[length - 5], " ("))
		return NULL;
	text = arena_text_n(arena, text, length);
	date = words_date(arena, text, &start, &end);
	return date != NULL && end == length
	    ? date
	    : words_date(arena, text + length - 4, &start, &end);
}

/* "JCIM", "Nature Methods", where papers are; a name of one work that links
 * its paper stands once in a list, a venue more often, and what all of them have
 * ("PUB") is a label. */
static bool
is_venue(struct arena *arena, const struct piece *piece, const char *text)
{
	size_t length = strlen(text);

	if (!words_is_paper_address(piece->url) || words_count(text) > 7 || length < 3 ||
	    length > 60 || !text_is_capital(*text) ||
	    strpbrk(text, ":0123456789") != NULL ||
	    words_is_generic(arena, arena_text_n(arena, text, strcspn(text, " "))) ||
	    (piece->usual && !words_name_venue(arena, text)))
		return false;
	return (piece->twice && words_are_capitalised(text)) ||
	    (words_hold_place(text, length) && words_are_capitalised(text)) ||
	    (length < 9 && text_span_in(text, TEXT_CAPITALS) == length);
}

/* "Cell Discov 11, 85 (2025)", "J. Am. Things 2026": few words, or one among
 * them that only venues have. */
static bool
is_dated_venue(const char *text)
{
	return strchr(text, ':') == NULL && words_count(text) <= 14 &&
	    words_are_capitalised(text) &&
	    (words_count(text) <= 6 || words_hold_place(text, strlen(text)));
}

void
item_labels_read(struct arena *arena, const struct pieces *pieces, struct entry *entry)
{
	const char *server = NULL;

	for (size_t i = 1; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		const char *venue, *date, *text, *said;
		if (piece->kind != PIECE_LINK || piece->holds_image ||
		    words_is_url(piece->text) || piece->code)
			continue;
		text = words_title(
		    arena, text_trim(arena_text(arena, piece->text), "[]"));
		if (text_is_blank(text) ||
		    (entry->title != NULL && strstr(entry->title, text) != NULL))
			continue;
		if (piece->written && strchr(text, '/') != NULL)
			continue;
		said = server_of(arena, text);
		if (said != NULL) {
			server = server == NULL ? said : server;
			date = closing_date(arena, text);
			entry->date = entry->date == NULL ? date : entry->date;
			continue;
		}
		if (!words_is_paper_address(piece->url))
			continue;
		date = words_venue_and_date(arena, text, &venue);
		if (strstr(text, "et al") != NULL) {
			words_take_people(arena, text, entry);
		} else if (venue == NULL && closing_date(arena, text) != NULL &&
		    words_count(text) > 1 && is_dated_venue(text)) {
			cite_place_read(arena, text, entry);
		} else if (date != NULL && venue != NULL && is_dated_venue(text) &&
		    !text_starts_nocase(text, "published")) {
			entry->venue = entry->venue == NULL ? venue : entry->venue;
			entry->date = entry->date == NULL ? date : entry->date;
		} else if (entry->venue == NULL && date == NULL &&
		    is_venue(arena, piece, text)) {
			entry->venue = text;
		}
	}
	/* Where it was put first is the weakest of all. */
	if (entry->venue == NULL)
		entry->venue = server;
}

/* Behind words that end in a sign, few words in a link are no title; nor behind an arrow. */
bool
item_label_follows(const char *title, const struct piece *link)
{
	size_t length = text_trimmed(title, strlen(title), " ");

	if (length > 2 && words_count(link->text) < TITLE_WORDS &&
	    (memcmp(title + length - 2, "=>", 2) == 0 ||
		memcmp(title + length - 2, "->", 2) == 0 ||
		memcmp(title + length - 3, "→", 3) == 0))
		return true;
	return link->kind == PIECE_LINK && words_count(title) >= TITLE_WORDS &&
	    words_count(link->text) < TITLE_WORDS &&
	    (*link->text == '[' || text_is_any(title[length - 1], ",.;|[(") ||
		words_are_quoted(title, length));
}

/* "18-SIGCOMM-Title", "2018-USENIX ATC-Title": the year and the venue; the cursor moves
 * behind them. */
static void
read_hyphened(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	const char *text = words_past_marks(
	    cursor->pieces->v[cursor->at].text + cursor->offset);
	size_t digits = text_span(text, "0123456789"), length;
	const char *name = text + digits + 1, *venue;

	if ((digits != 2 && (digits != 4 || !words_is_year(text))) || name[-1] != '-')
		return;
	length = strcspn(name, "-");
	if (name[length] != '-' || length < 3 || length > 20 || name[length + 1] == ' ')
		return;
	venue = arena_text_n(arena, name, length);
	if (!words_name_venue(arena, venue) &&
	    text_span(venue, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") < length)
		return;
	entry->venue = venue;
	entry->date = digits == 4
	    ? arena_text_n(arena, text, 4)
	    : arena_printf(arena, "%s%.2s", *text > '4' ? "19" : "20", text);
	cursor->offset = (size_t)(name + length + 1 - cursor->pieces->v[cursor->at].text);
}

/* "2.20 - Title", "04/04: Title" below "2024": month and day; the cursor moves
 * behind them. */
void
item_day_read(
    struct arena *arena, const char *year, struct cursor *cursor, struct entry *entry)
{
	const struct piece *piece;
	const char *text, *at;
	unsigned number[2] = { 0, 0 };

	if (cursor->at == cursor->pieces->count || entry->date != NULL)
		return;
	piece = &cursor->pieces->v[cursor->at];
	if (piece->kind != PIECE_TEXT)
		return;
	read_hyphened(arena, cursor, entry);
	if (year == NULL || entry->date != NULL)
		return;
	text = at = words_past_marks(piece->text + cursor->offset);
	for (unsigned i = 0; i < 2; i++) {
		size_t digits = text_span(at, "0123456789");
		if (digits == 0 || digits > 2)
			return;
		number[i] = (unsigned)(at[0] - '0');
		if (digits == 2)
			number[i] = number[i] * 10 + (unsigned)(at[1] - '0');
		at += digits;
		if (i == 0 && *at != '.' && *at != '/')
			return;
		at += i == 0;
	}
	text = at;
	at += text_span(at, " ");
	if (strncmp(at, "–", 3) == 0)
		at += 3;
	else if (*at == '-' || *at == ':')
		at++;
	else if (*at != '\0' || text == at)
		return;
	if (number[0] < 1 || number[0] > 12 || number[1] < 1 || number[1] > 31)
		return;
	entry->date = arena_printf(arena, "%.4s-%02u-%02u", year, number[0], number[1]);
	cursor->offset = (size_t)(at - piece->text);
}

bool
item_labels_follow(struct arena *arena, const struct cursor *cursor)
{
	for (size_t i = cursor->at + 1; i < cursor->pieces->count; i++) {
		const struct piece *piece = &cursor->pieces->v[i];
		if (piece->kind == PIECE_TEXT
			? text_span(piece->text, " []()|,/:-\n") != strlen(piece->text)
			: piece->kind == PIECE_LINK && !piece->holds_image &&
			    !words_link_is_label(arena, piece))
			return false;
	}
	return true;
}

/* "[[IEEE-TED](u)] Title of a Work": few words in a bracket of their own. */
static bool
is_alone(struct arena *arena, const struct pieces *pieces, size_t at)
{
	const struct piece *piece = &pieces->v[at];
	size_t length = at == 0 ? 0 : strlen(piece[-1].text);

	return piece->kind == PIECE_LINK && !piece->holds_image && length > 0 &&
	    at + 1 < pieces->count && piece[-1].kind == PIECE_TEXT &&
	    piece[-1].text[length - 1] == '[' && piece[1].kind == PIECE_TEXT &&
	    *piece[1].text == ']' && words_count(piece->text) < TITLE_WORDS - 1 &&
	    words_are_titled(words_title(arena,
		arena_text_n(arena, piece[1].text + 1,
		    text_trimmed(piece[1].text, strlen(piece[1].text), " [(.") - 1)));
}

bool
item_labels_pass(struct arena *arena, struct cursor *cursor)
{
	const struct pieces *pieces = cursor->pieces;

	for (size_t at = cursor->at; at < pieces->count; at++) {
		const struct piece *piece = &pieces->v[at];
		const char *text = piece->text;
		size_t signs = piece->kind == PIECE_TEXT ? text_span(text, " ,;|/[]()")
							 : 0;

		if (piece->kind == PIECE_TEXT && text[signs] != '\0') {
			if (at == cursor->at || text_is_small(text[signs]) ||
			    (memchr(text, ')', signs) == NULL &&
				memchr(text, ']', signs) == NULL) ||
			    words_count(text + signs) < TITLE_WORDS - 1)
				return false;
			*cursor = (struct cursor){ pieces, at, signs };
			return true;
		}
		if (piece->kind != PIECE_TEXT && !words_link_is_label(arena, piece) &&
		    !is_alone(arena, pieces, at))
			return false;
	}
	return false;
}
