/* An item enters; its words leave, with the way they stand. */
#include "list/forms/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/words/words.h"

enum { LONGEST = 700, PROBE = 16, WRAPPED_FROM = 55, WRAPPED_TO = 90 };

static void
add(struct buffer *text, struct buffer *style, const char *words, char how)
{
	while (*words != '\0') {
		size_t length = 0;
		char sign;

		/* Words with one blank between go at once. */
		if (*words != ' ' ||
		    (text->length > 0 && text->bytes[text->length - 1] != ' '))
			while (!text_is_any(words[length], "\n\t") &&
			    (words[length] != ' ' || words[length + 1] != ' '))
				length++;
		buffer_add(text, words, length);
		buffer_add(style, words, length);
		memset(style->bytes + style->length - length, how, length);
		words += length;
		if (*words == '\0')
			return;
		sign = *words++ == '\n' ? FORMS_LINE : ' ';
		if (sign == ' ' &&
		    (text->length == 0 || text->bytes[text->length - 1] == ' '))
			continue;
		buffer_char(text, sign);
		buffer_char(style, how);
	}
}

static char
how_of(const struct piece *piece)
{
	if (piece->people)
		return piece->styled ? FORMS_NAMES_APART : FORMS_NAMES;
	return piece->kind == PIECE_LINK && !(piece->code && words_count(piece->text) < 3)
	    ? 'l'
	    : piece->code   ? 'c'
	    : piece->strong ? 'b'
	    : piece->styled ? 'i'
			    : ' ';
}

/* The end of a line of the list's text parts slots unless the list is wrapped: that
 * line has a usual length and ends in no sign. */
static char
line_end(const struct buffer *text, size_t line)
{
	size_t length = text->length - line;

	return text->length > 0 && length >= WRAPPED_FROM && length <= WRAPPED_TO &&
		!text_is_any(text->bytes[text->length - 1], ".:;|)]!?\"")
	    ? ' '
	    : FORMS_LINE;
}

/* Does the line that begins here begin with a date or a bracket? */
static bool
begins_slot(const struct piece *line)
{
	return line->kind == PIECE_TEXT && *line->text != '\0' &&
	    text_is_any(*line->text, "0123456789([");
}

static void
tell_piece(struct arena *arena, const struct piece *piece, bool first, bool last,
    struct buffer *text, struct buffer *style, size_t *line)
{
	const struct piece *before = first ? NULL : piece - 1;
	char end[2] = "";

	if (piece->kind == PIECE_IMAGE || piece->holds_image)
		return;
	if (piece->kind == PIECE_LINK &&
	    (words_link_is_label(arena, piece) || words_is_url(piece->text))) {
		buffer_char(text, FORMS_LABEL);
		buffer_char(style, ' ');
		return;
	}
	if (piece->broken && text_is_blank(piece->text)) {
		*end = (before != NULL && how_of(before) != ' ' &&
			   how_of(piece) == ' ') ||
			(!last && begins_slot(piece + 1))
		    ? FORMS_LINE
		    : line_end(text, *line);
		*line = text->length;
	}
	add(text, style, *end != '\0' ? end : piece->text, how_of(piece));
}

bool
forms_tell(struct arena *arena, const struct pieces *pieces, const char *title,
    struct told *told)
{
	struct buffer text, style;
	size_t line = 0;
	const char *at = NULL;

	buffer_init(&text, 0);
	buffer_init(&style, 0);
	buffer_text(&text, "");
	buffer_text(&style, "");
	for (size_t i = 0; i < pieces->count && text.length < LONGEST; i++)
		tell_piece(arena, &pieces->v[i], i == 0, i + 1 == pieces->count, &text,
		    &style, &line);
	for (size_t i = 0; i < pieces->below_count && text.length < LONGEST; i++)
		tell_piece(arena, &pieces->below[i], i == 0, i + 1 == pieces->below_count,
		    &text, &style, &line);
	if (text.length > 0 && text.length < LONGEST) {
		told->text = arena_text_n(arena, text.bytes, text.length);
		told->style = arena_text_n(arena, style.bytes, style.length);
		at = text_is_blank(title) ? NULL : strstr(told->text, title);
	}
	buffer_free(&text);
	buffer_free(&style);
	told->title = at == NULL ? 0 : (size_t)(at - told->text);
	told->end = told->title + (at == NULL ? 0 : strlen(title));
	return told->text != NULL;
}
