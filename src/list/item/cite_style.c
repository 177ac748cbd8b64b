/* An item enters; when it begins with people and a title that is set apart, these leave:
 * "Ann Roe and Bo Poe, *Title*, Venue 2012". */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* Of people; of a bracket behind them. */
enum { LONGEST = 1200, LONGEST_BRACKET = 18 };

/* "Roe, A. (dir.), ", "Roe, A. (2019). ", "Ann Roe, Bo Poe. 2018. ": how long the people are
 * in front of what they did, or when. */
static size_t
people_length(struct arena *arena, const char *text, size_t length, const char **date)
{
	for (;;) {
		size_t end = text_trimmed(text, length, " ,.:\n"), start, stop;
		const char *open = end > 0 && text[end - 1] == ')'
		    ? memrchr(text, '(', end)
		    : NULL;

		if (open == NULL && end > 5 && text[end - 5] == ' ' &&
		    words_is_year(text + end - 4))
			open = text + end - 5;
		if (open == NULL || open == text || text + end - open > LONGEST_BRACKET)
			return length;
		if (*date == NULL)
			*date = words_date(arena,
			    arena_text_n(arena, open, (size_t)(text + end - open)),
			    &start, &stop);
		length = (size_t)(open - text);
	}
}

/* What stands behind the title, up to a label. */
static const char *
place_behind(struct arena *arena, const struct cursor *cursor)
{
	struct pieces behind = { .v = cursor->pieces->v + cursor->at };

	while (cursor->at + behind.count < cursor->pieces->count &&
	    behind.v[behind.count].kind == PIECE_TEXT)
		behind.count++;
	return pieces_text(arena, &behind);
}

/* "Ann Roe, «": the mark of quotation in front of a title that is a link. */
static size_t
before_mark(const char *text, size_t length)
{
	static const char *const marks[] = { "«", "“", "„", "``", "\"", "'" };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t size = strlen(marks[i]);
		if (length > size + 2 && text_is_any(text[length - size - 1], " ") &&
		    memcmp(text + length - size, marks[i], size) == 0)
			return text_trimmed(text, length - size, " ");
	}
	return length;
}

/* May the piece be a title that is set apart? */
static bool
may_be_title(struct arena *arena, const struct piece *piece)
{
	return piece->kind != PIECE_IMAGE && !piece->holds_image && !piece->code &&
	    (piece->kind == PIECE_LINK || piece->styled || piece->strong) &&
	    !words_link_is_label(arena, piece);
}

/* "Ann **Roe**, **Poe, B.** (2019)⏎*Title of It*": where the title stands behind people of whom
 * some are set apart, or at the end of a line; what is in front goes to `text`. */
static size_t
find_title(struct arena *arena, const struct cursor *cursor, struct buffer *text)
{
	const struct pieces *pieces = cursor->pieces;
	size_t at = cursor->at;

	for (; at < pieces->count && text->length < LONGEST; at++) {
		const struct piece *piece = &pieces->v[at];
		if (text->length > 0 && may_be_title(arena, piece) &&
		    words_count(piece->text) >= TITLE_WORDS - 1 &&
		    !words_are_people_in_full(piece->text, strlen(piece->text)) &&
		    !words_are_full_names(piece->text))
			return at;
		if (piece->kind != PIECE_TEXT)
			break;
		buffer_text(text, text_is_blank(piece->text) ? " \n" : piece->text);
	}
	return pieces->count;
}

/* "Ann Roe, Bo Poe", "Ann Roe and Bo Poe", "Ann Roe.", no "Tree-based Search". */
static bool
names_several(struct arena *arena, const char *text)
{
	size_t length = text_trimmed(text, strlen(text), " \n");

	return length > 0 &&
	    (strpbrk(text, ",;") != NULL ||
		words_are_full_names(arena_text_n(arena, text, length)) ||
		(text[length - 1] == '.' && words_count(text) < TITLE_WORDS));
}

/* Are the words in front of what is set apart people? */
static bool
are_people(struct arena *arena, const char *text, size_t length)
{
	bool initials;

	return length >= 5 && words_are_byline(text, length) &&
	    /* "RootNet & TwigNet: [Title](u)" */
	    (text[length - 1] != ':' ||
		(words_count_people(text, length - 1, &initials) > 0 &&
		    (initials ||
			words_are_full_names(arena_text_n(arena, text, length - 1)))));
}

static bool
is_title(struct arena *arena, const char *words, bool loose)
{
	const char *venue;

	return words_count(words) + loose >= TITLE_WORDS - 1 &&
	    !words_are_full_names(words) &&
	    (words_count(words) >= TITLE_WORDS || !words_name_place(words)) &&
	    (!loose || words_venue_and_date(arena, words, &venue) == NULL) &&
	    !text_starts_nocase(words, "proceedings") &&
	    !text_starts_nocase(words, "journal of") &&
	    !text_starts_nocase(words, "transactions");
}

bool
cite_style_read(
    struct arena *arena, struct cursor *cursor, bool loose, struct entry *entry)
{
	const struct pieces *pieces = cursor->pieces;
	const struct piece *first = &pieces->v[cursor->at];
	size_t title = cursor->at + 1, length;
	const char *text, *date = NULL, *place;
	struct buffer gathered;
	bool broken;
	char *words;

	if (cursor->offset > 0 || title >= pieces->count || first->kind != PIECE_TEXT ||
	    (first->strong && *words_past_marks(first->text) == '[') ||
	    pieces_length(pieces) > LONGEST_ITEM)
		return false;
	buffer_init(&gathered, 0);
	buffer_text(&gathered, "");
	title = find_title(arena, cursor, &gathered);
	text = arena_text(arena, gathered.bytes);
	buffer_free(&gathered);
	broken = strlen(text) > 0 && text[strlen(text) - 1] == '\n';
	/* Otherwise one text is in front of it. */
	if (title == pieces->count ||
	    (!loose && !broken && pieces->v[title].kind != PIECE_LINK) ||
	    !names_several(arena, text)) {
		title = cursor->at + 1;
		text = first->text;
		if (first->styled || first->strong ||
		    !may_be_title(arena, &pieces->v[title]))
			return false;
	}
	text = cite_form_past_ordinal(text);
	length = strlen(text);
	length = before_mark(text, text_trimmed(text, length, " "));
	if (length < 5 ||
	    (!text_is_any(text[length - 1], ",.:\n") &&
		(text[length - 1] != ')' || !loose || pieces->v[title].strong)))
		return false;
	if (loose || broken)
		length = people_length(arena, text, length, &date);
	length = text_trimmed(text, length, " \n");
	words = words_title(arena, pieces->v[title].text);
	if (!are_people(arena, text, length) || !is_title(arena, words, loose))
		return false;
	length = text_trimmed(text, length, " ,:");
	entry->authors = words_people(
	    arena, text_squeeze(arena, arena_text_n(arena, text, length)));
	entry->title = words;
	entry->date = entry->date == NULL ? date : entry->date;
	*cursor = (struct cursor){ pieces, title + 1, 0 };
	place = place_behind(arena, cursor);
	/* Behind a book's title in italics its imprint stands. */
	if ((pieces->v[title].kind == PIECE_LINK || pieces->v[title].strong) &&
	    cite_form_is_published(place))
		cite_place_read(arena, place, entry);
	item_rest_read(arena, *cursor, entry);
	return true;
}
