/* An item that links nothing enters; whether it names a work all the same leaves: a label
 * whose address is still to come, people or a venue beside a title. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* The address is still to come, or is a file beside the list. */
static bool
leads_nowhere(struct arena *arena, const struct piece *label)
{
	struct piece piece = *label;
	const struct pieces one = { .v = &piece, .count = 1 };

	return text_is_blank(label->url) || strcmp(label->url, "#") == 0 ||
	    (*label->url != '#' && strstr(label->url, "://") == NULL &&
		item_has_work(arena, &one));
}

/* "[Roots of Things](roots.pdf)", "[Roots of Things]()": the work is a file beside the list,
 * or still to come. */
static bool
is_file(const struct piece *piece)
{
	size_t length = piece->url == NULL ? 0 : strcspn(piece->url, "?#");
	size_t whole = piece->url == NULL ? 0 : strlen(piece->url);

	if (piece->kind != PIECE_LINK || piece->holds_image || piece->url == NULL ||
	    words_count(piece->text) < 2)
		return false;
	if (text_is_blank(piece->url) || strcmp(piece->url, "#") == 0)
		return words_count(piece->text) >= TITLE_WORDS;
	/* "/papers/roots.pdf", "/fetch.php?media=roots.pdf" */
	return strstr(piece->url, "://") == NULL &&
	    ((length > 4 && strncasecmp(piece->url + length - 4, ".pdf", 4) == 0) ||
		(whole > 4 && strcasecmp(piece->url + whole - 4, ".pdf") == 0));
}

bool
item_is_promised(struct arena *arena, const struct pieces *pieces)
{
	struct buffer text;
	bool promised = false;

	buffer_init(&text, 0);
	buffer_text(&text, "");
	for (size_t i = 0; i < pieces->count && !promised; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_TEXT)
			buffer_text(&text, piece->text);
		/* Most lead somewhere. */
		if (piece->url != NULL && strstr(piece->url, "://") != NULL)
			continue;
		promised = words_link_is_label(arena, piece)
		    ? leads_nowhere(arena, piece) &&
			words_count(words_past_marks(text.bytes)) >= TITLE_WORDS
		    : is_file(piece) ||
			(piece->kind == PIECE_LINK && text_is_blank(piece->url) &&
			    i + 1 < pieces->count && strcmp(piece[1].text, " by ") == 0);
	}
	buffer_free(&text);
	return promised;
}

/* "… (2023)", "… 2023.": the year is the last word of few. */
static bool
ends_dated(const char *text)
{
	size_t length = text_trimmed(text, strlen(text), " .)]");

	return length > 4 && length < LONGEST_TITLE / 2 &&
	    text_span(text + length - 4, "0123456789") >= 4 && !item_form_is_prose(text);
}

/* "(2024) …": the year is its first word. */
static bool
begins_dated(const char *text)
{
	text += text_span(text, " ([");
	return words_is_year(text) && text_is_any(text[4], ")]") &&
	    !item_form_is_prose(text + 5);
}

bool
item_is_set_apart(struct arena *arena, const struct pieces *pieces, const char *title)
{
	for (size_t i = 0; i < pieces->count; i++)
		if ((pieces->v[i].strong || pieces->v[i].styled) &&
		    strcmp(words_title(arena, pieces->v[i].text), title) == 0)
			return true;
	return false;
}

/* "**Title of It**, Ann Roe (University of X)", "*Title of It*, by Ann Roe and Bo Poe": who is
 * behind words set apart, and no more; NULL: nobody. */
static const char *
people_behind(struct arena *arena, const struct pieces *pieces)
{
	const struct piece *first = pieces->v;
	const char *text;
	size_t at = 1, length;

	while (at < pieces->count && text_is_blank(pieces->v[at].text))
		at++;
	if (at >= pieces->count || first->kind != PIECE_TEXT ||
	    (!first->strong && !first->styled) || pieces->v[at].kind != PIECE_TEXT ||
	    pieces->v[at].strong || pieces->v[at].code)
		return NULL;
	text = pieces->v[at].text;
	text += text_span(text, " \t\n,.:-(");
	text += text_starts_nocase(text, "by ") ? 3 : 0;
	if ((unsigned char)*text == 0xE2)
		return NULL; /* a dash */
	length = strcspn(text, "()[\n");
	length = text_trimmed(text, length, " .,");
	text = arena_text_n(arena, text, length);
	return (words_are_person(text, length) && strchr(text, ' ') != NULL) ||
		words_are_full_names(text) || words_are_people_in_full(text, length)
	    ? text
	    : NULL;
}

/* "Title of It⏎*Ann Roe, Bo Poe*": people, set apart. */
static bool
has_people_apart(const struct pieces *pieces)
{
	for (size_t i = 1; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_TEXT && piece->styled && !piece->code &&
		    (piece->people || words_are_full_names(piece->text) ||
			words_are_people_in_full(piece->text, strlen(piece->text))))
			return true;
	}
	return false;
}

bool
item_is_signed(struct arena *arena, const struct pieces *pieces)
{
	const struct piece *piece = pieces->v;

	return pieces->count > 1 && piece->kind == PIECE_TEXT && !piece->people &&
	    words_count(piece->text) >= TITLE_WORDS - 1 &&
	    !words_are_full_names(piece->text) && (piece->strong || piece->styled) &&
	    text_is_blank(piece[1].text) &&
	    (has_people_apart(pieces) ||
		(people_behind(arena, pieces) != NULL &&
		    !words_are_person(people_behind(arena, pieces),
			strlen(people_behind(arena, pieces)))));
}

/* "intro: Some University" */
static bool
is_labelled(const char *text)
{
	return text[text_span(text, "abcdefghijklmnopqrstuvwxyz")] == ':';
}

bool
item_is_named_work(
    const struct reader *reader, const struct pieces *pieces, struct entry *entry)
{
	struct arena *arena = reader->scratch;
	const char *text = pieces_text(arena, pieces);
	size_t words = words_count(entry->title);
	const char *people;
	bool apart = item_is_set_apart(arena, pieces, entry->title) ||
	    has_people_apart(pieces);

	/* "Author: …" below it. */
	if (pieces->details.authors != NULL && words >= TITLE_WORDS - 1)
		return true;
	/* Among its likes a title is enough. */
	if (reader->among_titles && !is_labelled(text) &&
	    (words_are_titled(entry->title) ||
		(entry->date != NULL && words >= TITLE_WORDS &&
		    (ends_dated(text) || begins_dated(text)))))
		return true;
	if (reader->among_works && words > 1 && !is_labelled(text) &&
	    !item_form_is_prose(text))
		return true;
	if (words < TITLE_WORDS - 1 || words_are_full_names(entry->title))
		return false;
	people = entry->authors == NULL ? people_behind(arena, pieces) : NULL;
	if (people != NULL && words_count(pieces->v->text) >= TITLE_WORDS - 1) {
		entry->authors = people;
		entry->title = words_title(arena, pieces->v->text);
		apart = true;
	}
	return (entry->date != NULL &&
		   (entry->venue != NULL ||
		       (entry->authors != NULL && !item_form_is_prose(entry->title)))) ||
	    (apart && entry->authors != NULL);
}
