/* A link, or pieces, enter; whether they only name a kind of link leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

bool
words_are_capitalised(const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, " ");
		if (length > 4 && text_is_small(*text) && !text_is_capital(text[1]))
			return false;
		text += length + (text[length] == ' ');
	}
	return true;
}

/* "[[Lua]](u)": few words in a bracket of their own. */
static bool
is_bracketed(const char *text)
{
	size_t length = strlen(text);

	return length > 2 && *text == '[' && text[length - 1] == ']' &&
	    words_count(text) < TITLE_WORDS;
}

bool
words_link_is_label(struct arena *arena, const struct piece *piece)
{
	return piece->kind == PIECE_LINK && !piece->holds_image &&
	    !words_is_url(piece->text) &&
	    (piece->repeated || *words_past_marks(piece->text) == '\0' ||
		is_bracketed(piece->text) || words_is_generic(arena, piece->text));
}

bool
words_are_labels(struct arena *arena, const struct pieces *pieces)
{
	bool any = false;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		const char *text = piece->text;
		if (piece->kind == PIECE_TEXT) {
			text = words_past_marks(text);
			if (text_span(text, " []|,/()-:&+\n") != strlen(text) &&
			    !words_is_generic(arena, text))
				return false;
			continue;
		}
		if (piece->kind == PIECE_LINK && !piece->holds_image &&
		    !words_link_is_label(arena, piece) && !words_is_url(piece->text))
			return false;
		any |= piece->kind == PIECE_LINK;
	}
	return any;
}

bool
words_describe(const char *text)
{
	static const char *const dashes[] = { "- ", "– ", "— " };
	size_t capital = 0, small = 0, dash = 0;

	text += text_span(text, " ");
	for (size_t i = 0; dash == 0 && i < sizeof dashes / sizeof dashes[0]; i++)
		dash = text_begins(text, dashes[i]);
	if (dash == 0)
		return false;
	if (text_is_small(text[dash]))
		return true;
	for (text += dash; *text != '\0';) {
		size_t length = strcspn(text, " ");
		if (length > 3) {
			capital += text_is_capital(*text);
			small += text_is_small(*text);
		}
		text += length;
		text += text_span(text, " ");
	}
	return small > 2 * capital;
}
