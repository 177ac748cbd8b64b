/*
 * What stands behind an item's title enters; date, venue and authors leave.
 *
 *	… (2023)	…, NeurIPS 2023.	… — **ACL** 2024-01 · 5 stars
 *	… *Jane Roe, Tom Poe* Journal of Things, 2020
 *
 * It is cut into chunks at brackets, breaks, dashes, full stops and changes of
 * style; a chunk counts when it is a date, or a venue and a date, whole.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

enum { MOST_CHUNKS = 64, LONGEST = 4000, SHORT = 60 };

struct chunk {
	char *text;
	bool styled, people; /* for sure */
	bool bracket;        /* stands in one */
};

struct rest {
	struct chunk chunks[MOST_CHUNKS];
	size_t count;
};

static void
add_chunk(
    struct arena *arena, struct rest *rest, const char *text, size_t length, bool styled)
{
	char *clean = words_title_n(arena, text, length);

	if (*clean != '\0' && rest->count < MOST_CHUNKS)
		rest->chunks[rest->count++] = (struct chunk){ .text = clean,
			.styled = styled };
}

/* Length of what parts two chunks at `at`, or 0. */
static size_t
divider(const char *start, const char *at)
{
	static const char *const dividers[] = { "\n", " - ", " | ", " – ", " — ", "—",
		" · ", "•", ", in ", "(", ")", "[", "]", ";", "。", "，", "（", "）" };

	/* Most are letters: none begins so. */
	if ((*at & 0x80) == 0 && !text_is_any(*at, " \n.,;()[]"))
		return 0;
	for (size_t i = 0; i < sizeof dividers / sizeof dividers[0]; i++)
		if (text_begins(at, dividers[i]) > 0)
			return strlen(dividers[i]);
	if (strncmp(at, ".* ", 3) == 0)
		return 2;
	if (at[0] == '.' && (at[1] == ' ' || at[1] == '\0'))
		return words_stop_shortens(start, at) ? 0 : 1;
	return 0;
}

static void
cut(struct arena *arena, struct rest *rest, const char *text, bool styled)
{
	const char *start = text;

	while (*text != '\0') {
		size_t length = divider(start, text);
		if (length == 0) {
			text += 1 + text_span_in(text + 1, TEXT_LETTERS);
			continue;
		}
		add_chunk(arena, rest, start, (size_t)(text - start), styled);
		if (*text == ')' && rest->count > 0)
			rest->chunks[rest->count - 1].bracket = true;
		text += length;
		start = text;
	}
	add_chunk(arena, rest, start, (size_t)(text - start), styled);
}

/* "Jane Roe, Tom Poe. ACL 2020": how much of it is people; 0: none. */
static size_t
people_length(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	const char *venue, *stop = NULL, *al = strstr(text, "et al");

	for (const char *at = text; (at = strstr(at, ". ")) != NULL; at++)
		if (!words_stop_shortens(text, at))
			stop = at;
	if (stop != NULL &&
	    (words_venue_and_date(arena, stop + 2, &venue) != NULL ||
		words_name_place(stop + 2)))
		length = (size_t)(stop - text);
	/* "Ann Roe (Some University) et al. arXiv" */
	if (al != NULL)
		length = (size_t)(al + 5 - text);
	return words_are_authors(text_squeeze(arena, arena_text_n(arena, text, length)))
	    ? length
	    : 0;
}

static void
add_text(struct arena *arena, struct rest *rest, const char *text, bool styled)
{
	size_t people = styled ? people_length(arena, text)
			       : cite_people_sentence(arena, text);

	/* Emphasised names belong together, dots and all. */
	if (people > 0)
		add_chunk(arena, rest, text, people, true);
	cut(arena, rest, text + people, styled);
}

/* "*J. Am. Things*, 2019": words set apart and a year are a venue, whole. */
static bool
is_place(struct arena *arena, const struct cursor *cursor, const char *text)
{
	const struct piece *piece = &cursor->pieces->v[cursor->at];
	size_t start, end;

	return piece->styled && cursor->at + 1 < cursor->pieces->count &&
	    piece[1].kind == PIECE_TEXT && words_count(text) <= 12 &&
	    people_length(arena, text) == 0 &&
	    words_date(arena, text, &start, &end) == NULL &&
	    words_date(arena, piece[1].text, &start, &end) != NULL && start < 4;
}

static void
collect(struct arena *arena, struct rest *rest, struct cursor cursor)
{
	size_t total = 0;
	for (; cursor.at < cursor.pieces->count; cursor.at++) {
		const struct piece *piece = &cursor.pieces->v[cursor.at];
		const char *text = piece->text + cursor.offset;

		cursor.offset = 0;
		if (piece->kind != PIECE_TEXT || total > LONGEST)
			continue;
		total += strlen(text);
		if (piece->people || is_place(arena, &cursor, text)) {
			add_chunk(arena, rest, text, strlen(text), true);
			rest->chunks[rest->count - (rest->count > 0)].people |=
			    piece->people;
			continue;
		}
		add_text(arena, rest, text, piece->styled || piece->strong);
	}
}

/* "Ann Roe, Bo Poe, and Cid Moe, RLEM": all but the last are people. */
static bool
take_people(struct arena *arena, const char *venue, struct entry *entry)
{
	const char *comma = strrchr(venue, ',');
	bool initials;

	if (comma == NULL || comma[1] != ' ' || !words_name_place(comma + 2) ||
	    words_count_people(venue, (size_t)(comma - venue), &initials) < 2)
		return false;
	if (entry->authors == NULL)
		entry->authors = arena_text_n(arena, venue, (size_t)(comma - venue));
	return true;
}

/* The chunk is a date, or a venue and one; or stands beside a styled venue. */
static void
read_chunk(struct arena *arena, const struct rest *rest, size_t i, struct entry *entry)
{
	const char *venue;
	const char *date = words_venue_and_date(arena, rest->chunks[i].text, &venue);

	if (date == NULL && i == 0 && rest->chunks[i].bracket)
		date = words_bracket_year(arena, rest->chunks[i].text, &venue);
	if (date == NULL)
		return;
	if (venue != NULL && take_people(arena, venue, entry))
		venue = strrchr(venue, ',') + 2;
	/* "(Roe, 2018)" */
	if (venue != NULL && entry->authors == NULL && words_are_family(venue) &&
	    strchr(rest->chunks[i].text, ',') != NULL && !rest->chunks[i].styled) {
		entry->authors = venue;
		venue = NULL;
	}
	/* "(Roe and Poe, 2018)" */
	if (venue != NULL &&
	    (strstr(venue, " and ") != NULL || strstr(venue, " & ") != NULL) &&
	    words_take_people(arena, rest->chunks[i].text, entry))
		return;
	if (venue == NULL && i > 0 && rest->chunks[i - 1].styled &&
	    words_count(rest->chunks[i - 1].text) <= 6 &&
	    (!words_is_generic(arena, rest->chunks[i - 1].text) ||
		text_find_nocase(rest->chunks[i - 1].text, "rxiv") != NULL) &&
	    !words_are_authors(rest->chunks[i - 1].text))
		venue = rest->chunks[i - 1].text;
	if (entry->date == NULL)
		entry->date = date;
	if (entry->venue == NULL)
		entry->venue = venue;
}

static const char *
authors_of(const struct chunk *chunk)
{
	const char *text = chunk->text;
	bool says = text_starts_nocase(text, "by "), initials;

	if (chunk->people)
		return text;
	if (says)
		text += 3;
	else if (text_starts_nocase(text, "authors:"))
		return text + 8 + text_span(text + 8, " ");
	/* "Tamil, Kannada, Hindi" are things that a description tells of. */
	if ((says || chunk->styled || strstr(text, "et al") != NULL)
		? words_are_authors(text)
		: strchr(text, ',') != NULL && words_are_full_names(text))
		return text;
	/* "W. Ling", "Q. Le and T. Mikolov" */
	return words_count_people(text, strlen(text), &initials) > 0 && initials &&
		strlen(text) > 4 && strchr(text, ' ') != NULL &&
		strchr(text, '.') != NULL && !words_stop_ends_word(text)
	    ? text
	    : NULL;
}

/* "… et al. arXiv", "… et al. EMNLP": where it stands, without a year; "Ann Roe (MIT)" says
 * where a person is. */
static void
read_place(struct arena *arena, const struct rest *rest, size_t i, struct entry *entry)
{
	const char *text = i < rest->count ? rest->chunks[i].text : "";

	/* "… et al. Nature 578, 129–136 (2020)" */
	const char *name = words_without_volume(arena, text);
	bool counted = name != text && words_count(name) <= 8 && text_is_capital(*name) &&
	    words_are_capitalised(name);

	if (entry->venue == NULL && (counted || words_name_place(text)) &&
	    text_find_nocase(text, "universit") == NULL && !rest->chunks[i].bracket)
		entry->venue = name;
}

static void
read_chunks(struct arena *arena, struct rest *rest, struct entry *entry)
{
	size_t start, end;

	for (size_t i = 0; i < rest->count; i++) {
		const char *authors = authors_of(&rest->chunks[i]), *venue;

		/* "Ann Roe et al,2014" */
		if (authors == NULL && entry->authors == NULL &&
		    !rest->chunks[i].bracket && text_is_capital(*rest->chunks[i].text) &&
		    strstr(rest->chunks[i].text, "et al") != NULL &&
		    words_take_people(arena, rest->chunks[i].text, entry))
			continue;
		/* "Ann Roe and Bo Poe. NeurIPS, 2021": two, and where. */
		if (i == 0 && authors == NULL && rest->count > 1 &&
		    strstr(rest->chunks[0].text, " and ") != NULL &&
		    words_are_full_names(rest->chunks[0].text) &&
		    words_venue_and_date(arena, rest->chunks[1].text, &venue) != NULL)
			authors = rest->chunks[0].text;
		if (authors != NULL && entry->authors == NULL) {
			const char *behind = words_past_others(arena, &authors);
			entry->authors = authors;
			if (entry->venue == NULL && words_are_called(behind))
				entry->venue = behind;
			read_place(arena, rest, i + 1, entry);
		} else if (entry->date == NULL || entry->venue == NULL)
			read_chunk(arena, rest, i, entry);
	}
	/* "… arXiv:1511.04510": the server is the weakest of venues. */
	for (size_t i = 0; i < rest->count && entry->venue == NULL; i++)
		if (text_starts_nocase(rest->chunks[i].text, "arXiv:") &&
		    text_is_digit(rest->chunks[i].text[6]))
			entry->venue = "arXiv";
	/* "published 2023 as open access": short words may hold the year. */
	for (size_t i = 0; i < rest->count && entry->date == NULL; i++)
		if (strlen(rest->chunks[i].text) < SHORT && rest->count < 6)
			entry->date = words_date(
			    arena, rest->chunks[i].text, &start, &end);
}

void
item_rest_read(struct arena *arena, struct cursor cursor, struct entry *entry)
{
	struct rest *rest = arena_alloc(arena, sizeof *rest);

	collect(arena, rest, cursor);
	read_chunks(arena, rest, entry);
}

void
item_rest_read_text(struct arena *arena, const char *text, struct entry *entry)
{
	struct rest *rest = arena_alloc(arena, sizeof *rest);

	add_text(arena, rest, text, false);
	read_chunks(arena, rest, entry);
}
