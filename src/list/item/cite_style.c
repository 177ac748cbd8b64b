/* An item enters; when it begins with people and a title that is set apart, these leave:
 * "Ann Roe and Bo Poe, *Title*, Venue 2012". */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* "Roe, A. (dir.), ", "Roe, A. (2019). ", "Ann Roe, Bo Poe. 2018. ": how long the people are
 * in front of what they did, or when. */
static size_t
people_length(struct arena *arena, const char *text, size_t length, const char **date)
{
	for (;;) {
		size_t end = text_trimmed(text, length, " ,.:"), start, stop;
		const char *open = end > 0 && text[end - 1] == ')'
		    ? memrchr(text, '(', end)
		    : NULL;

		if (open == NULL && end > 5 && text[end - 5] == ' ' &&
		    words_is_year(text + end - 4))
			open = text + end - 5;
		if (open == NULL || open == text || text + end - open > 12)
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

bool
cite_style_read(
    struct arena *arena, struct cursor *cursor, bool loose, struct entry *entry)
{
	const struct piece *people = &cursor->pieces->v[cursor->at], *title = people + 1;
	const char *text, *date = NULL, *venue, *place;
	char *words;
	size_t length;
	bool initials;

	if (cursor->offset > 0 || cursor->at + 1 >= cursor->pieces->count ||
	    people->kind != PIECE_TEXT || people->styled || people->strong ||
	    title->kind == PIECE_IMAGE || title->holds_image ||
	    (title->kind == PIECE_TEXT && !title->styled && !title->strong) ||
	    title->code || words_link_is_label(arena, title))
		return false;
	text = cite_form_past_ordinal(people->text);
	length = strlen(text);
	length = before_mark(text, text_trimmed(text, length, " "));
	if (length < 5 ||
	    !text_is_any(text[length - 1], loose && !title->strong ? ",.:)" : ",.:"))
		return false;
	if (loose)
		length = people_length(arena, text, length, &date);
	length = text_trimmed(text, length, " ");
	if (length < 5 || !words_are_byline(text, length) ||
	    /* "RootNet & TwigNet: [Title](u)" */
	    (text[length - 1] == ':' &&
		(words_count_people(text, length - 1, &initials) == 0 ||
		    (!initials &&
			!words_are_full_names(arena_text_n(arena, text, length - 1))))))
		return false;
	words = words_title(arena, title->text);
	if (words_count(words) + loose < TITLE_WORDS - 1 || words_are_full_names(words) ||
	    (words_count(words) < TITLE_WORDS && words_name_place(words)) ||
	    (loose && words_venue_and_date(arena, words, &venue) != NULL) ||
	    text_starts_nocase(words, "proceedings") ||
	    text_starts_nocase(words, "journal of") ||
	    text_starts_nocase(words, "transactions"))
		return false;
	length = text_trimmed(text, length, " ,:");
	entry->authors = words_people(
	    arena, text_squeeze(arena, arena_text_n(arena, text, length)));
	entry->title = words;
	entry->date = entry->date == NULL ? date : entry->date;
	*cursor = (struct cursor){ cursor->pieces, cursor->at + 2, 0 };
	place = place_behind(arena, cursor);
	/* Behind a book's title in italics its imprint stands. */
	if ((title->kind == PIECE_LINK || title->strong) && cite_form_is_published(place))
		cite_place_read(arena, place, entry);
	item_rest_read(arena, *cursor, entry);
	return true;
}
