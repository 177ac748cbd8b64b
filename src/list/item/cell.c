/* A cell of a table enters; what it calls its row, and says besides, leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

enum { PROSE_WORDS = 10 };

/* How much of a cell's text may be a title: prose begins behind two blanks, or
 * behind bold words. */
static size_t
told_length(const char *text, bool behind_bold)
{
	const char *gap = strstr(text, "  ");

	if (behind_bold &&
	    (words_describe(text) ||
		words_count(text) > (*text == ':' ? 4 : 2) * PROSE_WORDS))
		return 0;
	return gap != NULL && words_count(gap) > PROSE_WORDS &&
		words_count(text) - words_count(gap) > 0
	    ? (size_t)(gap - text)
	    : strlen(text);
}

/* "1) **Title** - presents …", "2) Name  This work …": the cell without its prose. */
struct pieces
cell_told(struct arena *arena, const struct pieces *cell)
{
	struct pieces told = { 0 };

	for (size_t i = 0; i < cell->count; i++) {
		struct piece piece = cell->v[i];
		size_t length = strlen(piece.text);
		size_t kept = piece.kind != PIECE_TEXT
		    ? length
		    : told_length(piece.text, i > 0 && cell->v[i - 1].strong);
		if (kept < length)
			piece.text = arena_text_n(arena, piece.text, kept);
		pieces_add(arena, &told, piece);
		if (kept < length)
			break;
	}
	return told;
}

/* The same stretch of words goes on: "M<sup>3</sup>IT", "[Name](u) (what it is)". */
static bool
joins(const struct piece *piece)
{
	const char *before = piece[-1].text, *text = piece->text;

	return piece->kind != PIECE_IMAGE && !piece->holds_image && *text != '\0' &&
	    *text != '\n' && *before != '\0' &&
	    ((*text != ' ' && before[strlen(before) - 1] != ' ' &&
		 piece->kind == piece[-1].kind) ||
		(piece->kind == PIECE_TEXT && strncmp(text, " (", 2) == 0 &&
		    text[strlen(text) - 1] == ')'));
}

/* "TreeBase (1999)", "TreeBase (ICLR, 2025)"; "TB25 (TreeBase 2025)" is whole. */
static char *
without_bracket(struct arena *arena, char *name, struct entry *said)
{
	char *title = arena_text(arena, name);
	struct entry closed = { 0 };

	words_closing_bracket(arena, title, &closed);
	if (closed.date == NULL || closed.authors != NULL ||
	    (closed.venue != NULL && !words_name_venue(arena, closed.venue)))
		return name;
	said->venue = said->venue == NULL ? closed.venue : said->venue;
	said->date = said->date == NULL ? closed.date : said->date;
	return words_title(arena, title);
}

/* "[Name 2019](u)", "Name (owner)": few words in a column of names are one, whole, but for
 * "(1999)". */
static const char *
name_in(struct arena *arena, const struct pieces *cell, struct entry *said)
{
	struct buffer text;
	char *name;
	size_t i = 0;

	while (i < cell->count &&
	    (cell->v[i].kind == PIECE_IMAGE || cell->v[i].holds_image ||
		*words_past_marks(cell->v[i].text) == '\0'))
		i++;
	if (i == cell->count || words_link_is_label(arena, &cell->v[i]))
		return "";
	buffer_init(&text, 0);
	do
		buffer_add(&text, cell->v[i].text, strcspn(cell->v[i].text, "\n"));
	while (++i < cell->count && joins(&cell->v[i]));
	name = words_title(arena, text.bytes);
	if (pieces_have_link(cell))
		name = without_bracket(arena, name, said);
	buffer_free(&text);
	return words_count(name) <= LONGEST_NAME_WORDS ? name : "";
}

/* "A Name - introduces a way to read charts that …": more than a title says. */
static const char *
without_description(struct arena *arena, const char *title)
{
	const char *dash = title == NULL ? NULL : strchr(title, ' ');

	while (dash != NULL && !words_describe(dash))
		dash = strchr(dash + 1, ' ');
	return dash == NULL || words_count(dash) <= 3 * TITLE_WORDS
	    ? title
	    : words_title_n(arena, title, (size_t)(dash - title));
}

/* What a cell says, read as an item is: its title, "" when it has none. */
const char *
cell_title(struct reader *reader, enum column column, const struct pieces *cell,
    struct entry *said)
{
	struct pieces told = cell_told(reader->scratch, cell);

	const char *text = pieces_text(reader->scratch, cell),
		   *close = strstr(text, "](");

	/* "[Oats](ask Ann Roe)": the label of what is no link. */
	if (*text == '[' && close != NULL &&
	    memchr(text + 1, '[', (size_t)(close - text - 1)) == NULL) {
		*said = (struct entry){ .title = words_title(reader->scratch,
					    arena_text_n(reader->scratch, text + 1,
						(size_t)(close - text - 1))) };
		return said->title;
	}
	/* Where a column has the date, "… in 2004" is the title's. */
	*said = (struct entry){ .date = said->date };
	if (column == COLUMN_NAME)
		said->title = name_in(reader->scratch, cell, said);
	if (said->title == NULL || *said->title == '\0')
		item_hear(reader, &told, true, said);
	said->title = without_description(reader->scratch, said->title);
	return said->title == NULL ? "" : said->title;
}

/* All that a cell names; "⏎([7B](u), [13B](u))" is what it comes in. */
const char *
cell_names(struct arena *arena, const struct pieces *cell)
{
	struct pieces names = { 0 };

	for (size_t i = 0; i < cell->count; i++) {
		if (i > 0 && strcmp(cell->v[i - 1].text, "\n") == 0 &&
		    *words_past_marks(cell->v[i].text) == '(')
			break;
		if (!words_is_url(cell->v[i].text))
			pieces_add(arena, &names, cell->v[i]);
	}
	return pieces_text(arena, &names);
}

bool
cell_is_promised(struct arena *arena, const struct pieces *cell)
{
	const char *text = pieces_text(arena, cell);

	return text_is_letter(*text) && words_is_generic(arena, text);
}
