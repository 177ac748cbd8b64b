/* What stands behind a reference's title enters; its venue and date leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

static bool
is_ordinal(const char *text)
{
	static const char *const ends[] = { "st ", "nd ", "rd ", "th " };

	text += text_span(text, "0123456789");
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (strncmp(text, ends[i], 3) == 0)
			return true;
	return false;
}

/* ", Feb. 2024" */
static bool
is_month(const char *at)
{
	size_t letters;

	if (strncmp(at, ", ", 2) != 0)
		return false;
	for (letters = 0; text_is_letter(at[2 + letters]);)
		letters++;
	at += 2 + letters;
	return text_is_digit(at[strspn(at, ". ")]) &&
	    words_month(at - letters, letters) > 0;
}

/* Where the name of a venue ends: at numbers, pages, the next sentence. */
static size_t
venue_length(const char *text)
{
	static const char *const stops[] = { ", pp", ", pages", ", vol", " vol.", ", no.",
		", no ", ", n°", " n° ", ", nº", ", v. ", ", n. ", " pp.", ", doi",
		", arXiv", " (", ": ", ", ed", " https://", " http://" };
	size_t length = 0;

	for (; text[length] != '\0'; length++) {
		const char *at = text + length;
		/* "Proceedings of the 12th Conference", "… of 2016 THINGS Workshop",
		 * "言語処理学会第27回年次大会" */
		if (text_is_digit(*at) &&
		    ((length > 2 && strncmp(at - 3, "第", 3) == 0) ||
			((is_ordinal(at) || text_starts_nocase(text, "proc")) &&
			    text_span(at, "0123456789") < 5 && length > 3 &&
			    length < 20))) {
			length += text_span(at, "0123456789");
			continue;
		}
		if (text_is_digit(*at) || (*at == '\'' && text_is_digit(at[1])) ||
		    is_month(at))
			break;
		/* No comma is in a name of that script. */
		if (*at == ',' && (unsigned char)*text >= 0xE3)
			break;
		/* "PhD thesis, University of Things": what it is, not where. */
		if (*at == ',' && length > 6 &&
		    (strncmp(at - 6, "thesis", 6) == 0 ||
			strncmp(at - 6, "tation", 6) == 0))
			break;
		if (*at == '.' && (at[1] == ' ' || at[1] == '\0') &&
		    !words_stop_shortens(text, at))
			break;
		for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
			if (text_starts_nocase(at, stops[i]) &&
			    (*stops[i] != ':' ||
				(text_is_digit(at[2]) && !is_ordinal(at + 2))))
				return length;
	}
	return length;
}

/* "A. Roe & B. Poe (Eds.), Book of Things": behind who made the book. */
static const char *
past_editors(const char *text)
{
	size_t open = strcspn(text, "("), close = strcspn(text + open, ")");

	return open > 0 && close > 2 && close < 12 && !text_is_digit(text[open + 1]) &&
		text[open + close] == ')' && words_are_byline(text, open - 1)
	    ? text + open + close + 1 + text_span(text + open + close + 1, " ,.:")
	    : text;
}

/* "In Proceedings of THINGS '15", "2019 International Conference on …" */
static const char *
past_in(const char *text)
{
	static const char *const words[] = { "in: ", "in ", "to appear in ",
		"presented at the ", "presented at ", "published in ",
		"accepted for publication in ", "dans ", "en ",
		"en: ", "em: ", "publicado em: " };
	size_t length = text_span(text, " .,;:()[]-*_\"'");

	/* "[J]. ", "[C]//", "», " */
	while (length > 0 && text[length - 1] == '[' &&
	    text_is_any(text[length], "JCMDREB") && strchr(text + length, ']') != NULL &&
	    strcspn(text + length, "]") < 6)
		length += strcspn(text + length, "]") + 1;
	length += text_span(text + length, " /.,");
	for (const char *quote = text + length;
	     strncmp(quote, "»", 2) == 0 || strncmp(quote, "”", 3) == 0;
	     quote = text + length) {
		length += *quote == '\xC2' ? 2 : 3;
		length += text_span(text + length, " .,");
	}
	text += length;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_starts_nocase(text, words[i])) {
			text = past_editors(text + strlen(words[i]));
			break;
		}
	text = words_past_proceedings(text);
	length = text_span(text, "0123456789");
	return length == 4 && text[4] == ' ' ? text + 5 : text;
}

void
cite_place_read(struct arena *arena, const char *text, struct entry *entry)
{
	const char *place = past_in(text), *date, *server;
	size_t start, end, length = venue_length(place);
	char *venue = text_trim(arena_text_n(arena, place, length), ",;.()[]-: ");

	/* "Bull. Soc. Am." */
	if (strncmp(place, venue, strlen(venue)) == 0 && place[strlen(venue)] == '.' &&
	    strstr(venue, ". ") != NULL)
		venue = arena_printf(arena, "%s.", venue);

	/* The number of a preprint is no year. */
	server = text_find_nocase(text, "arxiv");
	if (server != NULL && server <= place + 4) {
		venue = arena_text(arena, "arXiv");
		text = server + 5;
		while ((end = strcspn(text, ":")) < 20 && text[end] == ':')
			text += end + 1;
		text += text_span(text, " ");
		text += text_is_digit(*text) ? text_span(text, "0123456789.v") : 0;
	}
	date = words_date(arena, text, &start, &end);
	/* "Workshop on Things (WOT 2020), December 2020" */
	if (date != NULL && strlen(date) == 4) {
		size_t from, to;
		const char *month = words_date(arena, text + end, &from, &to);
		date = month != NULL && strncmp(date, month, 4) == 0 ? month : date;
	}
	/* "vol. 2024, no. 1, Feb. 2024" */
	if (date != NULL && start > 5 && strncasecmp(text + start - 5, "vol. ", 5) == 0) {
		const char *later = words_date(arena, text + end, &start, &end);
		date = later != NULL ? later : date;
	}
	if (date == NULL) {
		const char *ignored;
		const char *mark = strrchr(text, '\'');
		date = mark == NULL ? NULL
				    : words_venue_and_date(arena,
					  arena_printf(arena, "X %.3s", mark), &ignored);
	}
	if (entry->date == NULL)
		entry->date = date;
	if (entry->venue == NULL &&
	    words_count(venue) <= (text_starts_nocase(venue, "proc") ? 24 : 14) &&
	    strlen(venue) > 2 &&
	    (text_is_capital(*venue) || (*venue & 0x80) != 0 ||
		text_is_capital(venue[1])))
		entry->venue = venue;
	else if (entry->venue == NULL && server != NULL && server <= place + 4)
		entry->venue = venue;
}
