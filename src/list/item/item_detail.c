/*
 * A nested item enters; whether it only says more of the item above it
 * (authors, venue, links) leaves.
 */
#include <string.h>

#include "base/text.h"
#include "list/item/item.h"

/* "[GitHub](u) (👨‍💻 120 · 🔀 930 · 8% open):": a label and figures. */
bool
item_is_figures(struct arena *arena, const struct pieces *pieces)
{
	static const char *const registries[] = { "pypi", "conda", "npm", "docker hub",
		"maven", "cran", "gitlab", NULL };
	size_t digits = 0, letters = 0;
	bool pictures = false;

	if (pieces->count < 2 || pieces->v[0].kind != PIECE_LINK ||
	    (!words_link_is_label(arena, &pieces->v[0]) &&
		!text_is_one_of_nocase(pieces->v[0].text, registries)))
		return false;
	for (size_t i = 1; i < pieces->count; i++) {
		const char *text = pieces->v[i].text;
		if (pieces->v[i].kind != PIECE_TEXT)
			return false;
		/* What installs it is below. */
		if (*text == '\n' || (digits > 0 && text_is_blank(text)))
			break;
		for (; *text != '\0'; text++) {
			digits += text_is_digit(*text);
			pictures |= (*text & 0x80) != 0;
			letters += text_is_letter(*text);
		}
	}
	return pictures && digits > 0 && letters < 3 * digits;
}

/* "[[Paper]](u)[[Code]](u) (ICCV 2017)": labels, and where it came out, no title. */
static bool
is_dated_labels(struct arena *arena, const struct pieces *pieces)
{
	const char *venue;
	bool dated = false;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && !words_link_is_label(arena, piece))
			return false;
		if (piece->kind != PIECE_TEXT || text_is_blank(piece->text))
			continue;
		/* "(Some Lab)", too */
		if (*piece->text == '(' && words_count(piece->text) <= TITLE_WORDS)
			dated = true;
		else if (*piece->text == '(')
			dated |= words_venue_and_date(arena, piece->text, &venue) != NULL;
		else if (words_count(piece->text) >= TITLE_WORDS)
			return false;
	}
	return dated;
}

bool
item_is_detail(struct arena *arena, const struct pieces *pieces)
{
	struct spoken spoken;

	if (words_are_labels(arena, pieces) || item_is_figures(arena, pieces) ||
	    is_dated_labels(arena, pieces))
		return true;
	if (item_spoken(arena, pieces, &spoken))
		return true;
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK && !pieces->v[i].written &&
		    !pieces->v[i].person)
			return !pieces_have_link(pieces);
	return true;
}

bool
item_is_credit(struct arena *arena, const struct pieces *pieces)
{
	struct entry entry = { 0 }, cited = { 0 };
	const char *text = pieces_start(arena, pieces);

	/* A reference has a title of its own, and so has what is numbered. */
	if (item_cite_read(arena, &(struct cursor){ pieces, 0, 0 }, &cited) ||
	    *text == '[' || strpbrk(text, "\"“") != NULL)
		return false;
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && !piece->holds_image &&
		    !words_link_is_label(arena, piece) && !words_is_url(piece->text))
			return false;
		/* A title of its own. */
		if (piece->kind == PIECE_TEXT &&
		    words_count(piece->text) > (piece->strong ? TITLE_WORDS : 12) &&
		    !words_are_authors(piece->text))
			return false;
	}
	if (!pieces_have_link(pieces) || pieces_length(pieces) > 400 ||
	    item_form_is_prose(text))
		return false;
	item_rest_read(arena, (struct cursor){ pieces, 0, 0 }, &entry);
	return entry.date != NULL || entry.authors != NULL;
}

bool
item_says_link(const struct pieces *pieces)
{
	const char *text, *colon;

	if (pieces->count < 2 || pieces->v[0].kind != PIECE_TEXT)
		return false;
	text = pieces->v[0].text;
	colon = strchr(text, ':');
	if (colon == NULL || colon - text > 24 || words_count(text) > 3 ||
	    !text_is_blank(colon + 1))
		return false;
	for (size_t i = 1; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK ? !words_is_url(pieces->v[i].text)
						    : !text_is_blank(pieces->v[i].text))
			return false;
	return true;
}
