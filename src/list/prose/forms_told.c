/* An item enters; its words leave, with the way they stand. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/prose/inside.h"

enum { LONGEST = 700, PROBE = 16 };

static void
add(struct buffer *text, struct buffer *style, const char *words, char how)
{
	for (; *words != '\0'; words++) {
		char sign = *words == '\n' || *words == '\t' ? ' ' : *words;
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
	return piece->kind == PIECE_LINK ? 'l'
	    : piece->code                ? 'c'
	    : piece->strong              ? 'b'
	    : piece->styled              ? 'i'
					 : ' ';
}

/* Where the quotation ends that `at` begins or stands right behind; 0: none. */
static size_t
quoted_end(const char *text, const char *at)
{
	static const char *const marks[][2] = { { "\"", "\"" }, { "“", "”" },
		{ "«", "»" }, { "„", "“" }, { "`", "`" } };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t size = strlen(marks[i][0]);
		const char *close = NULL;
		if (strncmp(at, marks[i][0], size) == 0)
			close = strstr(at + size, marks[i][1]);
		else if ((size_t)(at - text) >= size &&
		    strncmp(at - size, marks[i][0], size) == 0)
			close = strstr(at, marks[i][1]);
		if (close != NULL)
			return (size_t)(close - text) + strlen(marks[i][1]);
	}
	return 0;
}

bool
forms_tell(struct arena *arena, const struct pieces *pieces, const char *title,
    struct told *told)
{
	struct buffer text, style;
	char probe[PROBE + 1] = "";
	const char *at = NULL;

	buffer_init(&text, 0);
	buffer_init(&style, 0);
	buffer_text(&text, "");
	buffer_text(&style, "");
	for (size_t i = 0; i < pieces->count && text.length < LONGEST; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece->kind == PIECE_LINK &&
		    (item_link_is_label(arena, piece) || words_is_url(piece->text))) {
			buffer_char(&text, FORMS_LABEL);
			buffer_char(&style, ' ');
			continue;
		}
		add(&text, &style, piece->text, how_of(piece));
	}
	if (text.length > 0 && text.length < LONGEST) {
		told->text = arena_text_n(arena, text.bytes, text.length);
		told->style = arena_text_n(arena, style.bytes, style.length);
		strncpy(probe, title, PROBE);
		at = strstr(told->text, probe);
	}
	buffer_free(&text);
	buffer_free(&style);
	if (at == NULL || *probe == '\0')
		return false;
	told->title = (size_t)(at - told->text);
	told->whole = quoted_end(told->text, at);
	return true;
}
