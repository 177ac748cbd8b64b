/*
 * A reference as papers print it enters; people, title, venue and date leave.
 *
 *	Roe, Ann, and Bo Poe. "Title." Journal of Things 12.3 (2015): 4-6.
 *	Roe, A. B., & Poe, C. (2015). Title. Journal of Things, 12(3), 4-6.
 *	Ann Roe and Bo Poe. 2015. Title. In Proceedings of THINGS '15
 *	Roe A, Poe B. Title. J Things. 2015;12:3
 *
 * What stands in front must be people, whole; else it is no reference.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

enum { LONGEST_REFERENCE = 1200 };

static bool
take(struct arena *arena, const char *people, size_t length, const char *title,
    size_t title_length, const char *place, struct entry *entry)
{
	char *words = words_title_n(arena, title, title_length);

	/* "Title (2014), Ann Roe, Bo Poe" is the other way about. */
	if (text_is_blank(words) || words_count(words) < 2 || words_are_full_names(words))
		return false;
	length = text_trimmed(people, length, " ,;");
	length = cite_people_length(people, length);
	/* "Roe A, et al." */
	length += length > 5 && people[length] == '.' &&
	    strncmp(people + length - 5, "et al", 5) == 0;
	entry->title = words;
	if (length > 0)
		entry->authors = words_people(
		    arena, text_squeeze(arena, arena_text_n(arena, people, length)));
	cite_place_read(arena, place, entry);
	return true;
}

/* A year in brackets or alone at `at` ("(2015)", "2015.", "(2015, May)"): how
 * long; *date: what it says. */
static size_t
year_at(struct arena *arena, const char *at, const char **date)
{
	size_t open = *at == '(', length, start, end;
	const char *year = at + open;

	if (!words_is_year(year))
		return 0;
	*date = words_date(arena,
	    arena_text_n(arena, year, open > 0 ? strcspn(year, ")") : 4), &start, &end);
	*date = *date == NULL ? arena_text_n(arena, year, 4) : *date;
	length = open + 4;
	if (open == 0)
		return at[4] == '.' ? 5 : 0;
	length += strcspn(at + length, ")");
	return length < 24 && at[length] == ')' ? length + 1 : 0;
}

/* The title in quotation marks. */
static bool
cite_quoted(struct arena *arena, const char *text, struct entry *entry)
{
	static const char *const marks[][2] = { { "\"", "\"" }, { "“", "”" },
		{ "``", "''" }, { "«", "»" }, { "„", "“" } };

	/* Each begins with one of these bytes. */
	if (strpbrk(text, "\"`\xE2\xC2") == NULL)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		const char *open = strstr(text, marks[i][0]), *close, *date;
		bool initials;
		size_t length;
		if (open == NULL || open < text + 6)
			continue;
		length = (size_t)(open - text);
		open += strlen(marks[i][0]);
		close = strstr(open, marks[i][1]);
		/* 'Roe, A. "“Title”: …"' and inner marks: the last one counts. */
		if (close == NULL || !text_is_any(text[length - 1], " "))
			continue;
		length = text_trimmed(text, length, " ");
		/* "Roe, Ann (2015). "Title" …" */
		for (size_t at = length; at > 4 && length - at < 26; at--)
			if (text_is_any(text[at - 1], "( ") &&
			    year_at(arena, text + at - (text[at - 1] == '('), &date) >
				0) {
				if (entry->date == NULL)
					entry->date = date;
				length = at - 1;
				break;
			}
		if (!words_are_byline(text, length) ||
		    (!text_is_any(text[length > 0 ? length - 1 : 0], ".,: ") &&
			(words_count_people(text, length, &initials) < 2 || !initials)))
			continue;
		if (text[length - 1] == '.' &&
		    !words_stop_shortens(text, text + length - 1) &&
		    strncmp(text + length - 3, "al.", 3) != 0)
			length--;
		if (take(arena, text, length, open, (size_t)(close - open),
			close + strlen(marks[i][1]), entry))
			return true;
	}
	return false;
}

/* A year between people and title. */
static bool
cite_dated(struct arena *arena, const char *text, struct entry *entry)
{
	const char *date, *title, *end;

	for (const char *at = text + 3;
	     (at = strchr(at, ' ')) != NULL && at - text < 599;) {
		size_t length = text_is_any(*++at, "(12") ? year_at(arena, at, &date) : 0;
		if (length == 0)
			continue;
		if (!words_are_byline(text, (size_t)(at - text)))
			return false;
		title = at + length;
		title += text_span(title, " .,:");
		/* "Open Root (2023-2024) - Draws roots" */
		if (*title == '-' || (unsigned char)*title == 0xE2)
			return false;
		end = cite_form_title_end(arena, title);
		if (*end == '\0' && length == 5)
			return false;
		if (entry->date == NULL)
			entry->date = date;
		return take(arena, text, (size_t)(at - text), title,
		    (size_t)(end - title) + (*end == '?' || *end == '!'),
		    *end == '\0' ? end : end + 1, entry);
	}
	return false;
}

/* Names, then sentences: title, venue with a year.  Names in full are people where what
 * is behind the title is surely a place. */
static bool
cite_plain(struct arena *arena, const char *text, struct entry *entry)
{
	for (const char *at = text + 4;
	     (at = strpbrk(at, ".:")) != NULL && at - text < 600; at++) {
		const char *title = at + 2, *end;
		size_t start, stop;
		if (at[1] != ' ' || !cite_people_end_at(arena, text, at))
			continue;
		end = cite_form_title_end(arena, title);
		if (*end == '\0' || words_date(arena, end, &start, &stop) == NULL ||
		    words_count(arena_text_n(arena, title, (size_t)(end - title))) < 3)
			return false;
		return take(arena, text,
		    (size_t)(at - text) +
			(*at == '.' && text_is_capital(at[-1]) &&
			    memchr(text, '.', (size_t)(at - text)) != NULL),
		    title, (size_t)(end - title) + (*end != '.'), end + 1, entry);
	}
	return false;
}

/* Commas and full stops, as some journals print it; or a mark of its kind. */
static bool
cite_formed(struct arena *arena, const char *text, bool marked, struct entry *entry)
{
	struct cite_form form;

	if (marked ? !cite_form_marked(text, &form) : !cite_form_find(text, &form))
		return false;
	if (entry->date == NULL && form.year != NULL)
		entry->date = arena_text_n(arena, form.year, 4);
	return take(arena, text, form.people, form.title, form.length, form.place, entry);
}

static bool
read_text(struct arena *arena, const char *text, struct entry *entry)
{
	struct entry cited = *entry;

	/* None is without a year, marks of quotation, or a bracket. */
	if (strpbrk(text, "12[\"`\xE2\xC2") == NULL)
		return false;
	text = cite_form_past_ordinal(text_squeeze(arena, text));
	if (strlen(text) < 30 || strlen(text) > LONGEST_REFERENCE)
		return false;
	if (!cite_formed(arena, text, true, &cited) &&
	    !cite_quoted(arena, text, &cited) && !cite_dated(arena, text, &cited) &&
	    !cite_plain(arena, text, &cited) &&
	    !cite_formed(arena, text, false, &cited) &&
	    !cite_book_read(arena, text, &cited))
		return false;
	*entry = cited;
	return true;
}

/* "Ann Roe, and Bo Poe, “[Title](u)”, …": the link is what stands in the marks. */
static bool
opens_quote(const struct buffer *text)
{
	static const char *const marks[] = { " \"", " “", " ``", " «", " „" };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (text->length > strlen(marks[i]) &&
		    strcmp(text->bytes + text->length - strlen(marks[i]), marks[i]) == 0)
			return true;
	return false;
}

/* "Roe, A. (2012). [Do Tides Want to Be Free? Harbours and Ice](u)": a mark within what is
 * linked ends no title.  Is one taken out? */
static bool
hide_marks(char *at)
{
	bool hidden = false;

	for (; *at != '\0'; at++)
		if (at[1] == ' ' && text_is_any(*at, "?!")) {
			*at = ' ';
			hidden = true;
		}
	return hidden;
}

enum cited
item_cite_read(struct arena *arena, struct cursor *cursor, struct entry *entry)
{
	struct buffer text;
	size_t at = cursor->at, before;
	const char *hidden = NULL;
	bool link = false, cited;

	if (cursor->at < cursor->pieces->count &&
	    cite_style_read(arena, cursor, false, entry))
		return CITED_STYLED;
	buffer_init(&text, 0);
	buffer_text(&text, "");
	for (; at < cursor->pieces->count; at++) {
		const struct piece *piece = &cursor->pieces->v[at];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece->kind == PIECE_LINK && !piece->written &&
		    (words_link_is_label(arena, piece) || words_is_url(piece->text) ||
			link || (text.length > 40 && !opens_quote(&text))))
			break;
		link |= piece->kind == PIECE_LINK && !piece->written;
		before = text.length;
		buffer_text(&text, piece->text);
		if (piece->kind == PIECE_LINK && before > 0 &&
		    hide_marks(text.bytes + before))
			hidden = piece->text;
	}
	cited = read_text(arena, text.bytes, entry);
	if (cited && hidden != NULL &&
	    strcmp(text_fold(arena, entry->title), text_fold(arena, hidden)) == 0)
		entry->title = words_title(arena, hidden);
	buffer_free(&text);
	if (cited)
		*cursor = (struct cursor){ cursor->pieces, at, 0 };
	if (!cited && cursor->at < cursor->pieces->count &&
	    cite_style_read(arena, cursor, true, entry))
		return CITED_STYLED;
	return cited ? CITED_WHOLE : CITED_NOT;
}
