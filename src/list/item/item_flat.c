/* Pieces of an item enter; its words in one text leave, where something may stand behind
 * people's names. */
#include "list/item/item_flat.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Bytes of an item that is looked at. */
enum { LONGEST = 3000 };

/* "[Ann Roe](https://ann.example)", "**Ann Roe**": a name set apart. */
static bool
is_name_apart(struct arena *arena, const struct piece *piece)
{
	const char *text = piece->text;
	size_t length = text_trimmed(text, strlen(text), " ,");

	return (piece->kind == PIECE_LINK || piece->strong || piece->styled) &&
	    !piece->holds_image && !piece->code && length > 3 &&
	    words_are_person(text, length) &&
	    (piece->kind != PIECE_LINK ||
		(!piece->repeated && !words_is_paper_address(piece->url) &&
		    words_hub_name(arena, piece->url) == NULL &&
		    !words_link_is_label(arena, piece)));
}

/* Raised figures and marks that HTML sets apart. */
static bool
is_mark(const struct piece *piece)
{
	return piece->kind == PIECE_TEXT && piece->styled && *piece->text != '\0' &&
	    text_span(piece->text, "0123456789,* ") == strlen(piece->text);
}

/* The end of a line in the text goes on with what it was about. */
static bool
goes_on(const struct buffer *text)
{
	size_t length = text->length;

	length = text_trimmed(text->bytes, length, " ");
	return length > 0 && text_is_any(text->bytes[length - 1], ",;&");
}

static void
add_words(struct buffer *to, const char *text)
{
	for (; *text != '\0'; text++)
		buffer_char(to,
		    *text == '\n'       ? (goes_on(to) ? ' ' : WORDS_END)
			: *text == '\t' ? ' '
					: *text);
}

static bool
is_set_as(const struct piece *piece, const struct piece *other)
{
	return piece->kind == other->kind && piece->strong == other->strong &&
	    piece->styled == other->styled && piece->code == other->code;
}

/* Does a name end here, and another begin, with a blank between? */
static bool
is_joint(const struct buffer *text, const char *next)
{
	char last = text->length == 0 ? ' ' : text->bytes[text->length - 1];
	bool blank = last == ' ' || *next == ' ';

	if (last == ' ' && text->length > 1)
		last = text->bytes[text->length - 2];
	next += *next == ' ';
	return blank && ((last | 32) >= 'a' || last == '.') && (last | 32) <= 'z' &&
	    text_is_capital(*next);
}

void
item_flat_make(struct arena *arena, struct flat *flat)
{
	const struct piece *before = NULL;
	bool was = false;

	flat->starts = arena_alloc(
	    arena, (flat->pieces->count + 1) * sizeof *flat->starts);
	flat->kinds = arena_alloc(arena, (flat->pieces->count + 1) * sizeof *flat->kinds);
	buffer_init(&flat->text, 0);
	for (size_t i = 0; i < flat->pieces->count; i++) {
		const struct piece *piece = &flat->pieces->v[i];
		bool apart = is_name_apart(arena, piece);

		flat->kinds[i] = apart ? FLAT_NAME
		    : is_mark(piece)   ? FLAT_MARK
				       : FLAT_WORDS;
		flat->starts[i] = flat->text.length;
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (flat->kinds[i] == FLAT_MARK ||
		    (piece->broken && text_is_blank(piece->text))) {
			add_words(&flat->text, piece->broken ? "\n" : "*");
			continue;
		}
		if (before != NULL && !is_set_as(before, piece) && !apart && !was)
			buffer_char(&flat->text, WORDS_END);
		/* "[Ann Roe](u) Bo Poe" */
		if (was && is_joint(&flat->text, piece->text))
			buffer_char(&flat->text, ',');
		flat->starts[i] = flat->text.length;
		add_words(&flat->text, piece->text);
		before = piece;
		was = apart;
	}
	flat->starts[flat->pieces->count] = flat->text.length;
	buffer_char(&flat->text, WORDS_END);
}

static bool
is_letter(char c)
{
	return (c & 0x80) != 0 || text_is_letter(c);
}

/* "Roe (MIT), ", "Roe (University of X)", "Bobin (Ray) Poe": may the bracket at `at` stand
 * behind a name, or in one? */
static bool
bracket_may_mark(const char *start, const char *at)
{
	size_t length = strcspn(at, ")]"), behind = length + 1;

	if (at < start + 3 || at[length] == '\0' ||
	    !is_letter(at[at[-1] == ' ' ? -2 : -1]))
		return false;
	if (text_is_any(at[behind], ",;&") || text_and_length(at + behind) > 0)
		return at[behind] != '\0';
	behind += at[behind] == ' ';
	return text_is_capital(at[behind]) || words_hold_place(at + 1, length - 1);
}

/* "Ann Roe1, Bo Poe2": a figure that a name may end with. */
static bool
may_hold_figures(const char *text)
{
	for (const char *at = text; (at = strpbrk(at, "0123456789")) != NULL; at++)
		if (at > text && text_is_small(at[-1]) && at[1] != '\0' &&
		    text_is_any(at[1], ",;&*. "))
			return true;
	return false;
}

/* May one of the words be a name that something stands behind, or be Chinese? */
static bool
may_be_marked(const char *text)
{
	static const char signs[] = "([\"*#^\xC2\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9";

	for (const char *at = text; (at = strpbrk(at, signs)) != NULL; at++)
		if ((unsigned char)*at >= 0xE3 ||
		    (text_is_any(*at, "([") ? bracket_may_mark(text, at)
			    : *at == '"'    ? text_is_capital(at[1])
					    : at > text && is_letter(at[-1]) &&
				words_mark_length(at) > 0))
			return true;
	return may_hold_figures(text);
}

bool
item_flat_is_worth(struct arena *arena, const struct pieces *pieces)
{
	size_t apart = 0;

	if (pieces_length(pieces) > LONGEST)
		return false;
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece->kind == PIECE_TEXT &&
		    (may_be_marked(piece->text) || (i > 0 && is_mark(piece))))
			return true;
		/* A link first of all is the title. */
		apart += i > 0 && is_name_apart(arena, piece);
	}
	return apart > 0 && pieces->count > 2;
}
