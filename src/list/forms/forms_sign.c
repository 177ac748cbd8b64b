/* A place in an item's words enters; the signs between blanks there, or the quotation,
 * leave. */
#include "list/forms/forms.h"

#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* Words of a quotation that is cut out whole. */
/* … and bytes of a venue's name. */
enum { QUOTED = 3, LONGEST_VENUE = 80 };

static const struct {
	const char *sign;
	enum forms_gap gap;
} signs[] = {
	{ ", ", GAP_COMMA },
	{ "，", GAP_COMMA },
	{ "、", GAP_COMMA },
	{ ": ", GAP_COLON },
	{ "：", GAP_COLON },
	{ "。", GAP_STOP },
	{ "; ", GAP_SEMICOLON },
	{ "；", GAP_SEMICOLON },
	{ " (", GAP_BRACKET },
	{ "（", GAP_BRACKET },
	{ "）", GAP_BRACKET },
	{ "【", GAP_BRACKET },
	{ "】", GAP_BRACKET },
	{ " - ", GAP_HYPHEN },
	{ " – ", GAP_DASH },
	{ " — ", GAP_DASH },
	{ " -- ", GAP_DASH },
	{ "·", GAP_BAR },
	{ "•", GAP_BAR },
};

/* Signs between two blanks at `at`, no dash and no "&". */
static size_t
signs_length(const char *at)
{
	size_t length = 1;

	if (*at != ' ' || at[1] == ' ')
		return 0;
	while (at[length] != ' ' && at[length] != '\0') {
		const char *next = at + length;
		unsigned c = text_next_code_point(&next);
		bool sign = c < 0x80 ? text_is_any((char)c, "/\\|:;~>=*#@^")
				     : text_is_punctuation(c) || c == 0x2022 ||
			c == 0xB7 || (c >= 0x2190 && c < 0x2C00);
		if (!sign || length > 6)
			return 0;
		length = (size_t)(next - at);
	}
	return at[length] == ' ' && length > 1 ? length + 1 : 0;
}

size_t
forms_sign_length(const char *at, enum forms_gap *gap)
{
	*gap = GAP_BAR;
	/* Most blanks are followed by a letter. */
	if (*at == ' ' && text_is_letter(at[1]))
		return 0;
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		size_t length = text_begins(at, signs[i].sign);
		if (length > 0) {
			*gap = signs[i].gap;
			return length;
		}
	}
	return signs_length(at);
}

/* The quotation that begins at `at`: how long it is with its marks; 0: none, or
 * a few words. */
static size_t
length_of(const char *at, size_t *mark)
{
	static const char *const marks[][2] = { { "\"", "\"" }, { "“", "”" },
		{ "‘", "’" }, { "'", "'" }, { "«", "»" }, { "„", "“" }, { "``", "''" },
		{ "「", "」" }, { "《", "》" }, { "『", "』" } };

	if (*at > 0 && *at != '"' && *at != '`' && *at != '\'')
		return 0;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		const char *close, *sign = marks[i][1];
		bool apostrophe = *sign == '\'' || strcmp(sign, "’") == 0;
		size_t size;
		if (*at != *marks[i][0])
			continue;
		size = strlen(marks[i][0]);
		if (strncmp(at, marks[i][0], size) != 0)
			continue;
		close = strstr(at + size, sign);
		/* "'Roe's Title'": no letter follows its end. */
		while (apostrophe && close != NULL && text_is_letter(close[strlen(sign)]))
			close = strstr(close + 1, sign);
		if (close == NULL)
			return 0;
		*mark = size;
		return (size_t)(close - at) + strlen(sign);
	}
	return 0;
}

static size_t
quoted_words(const char *at, size_t length)
{
	size_t words = 1;

	for (size_t i = 0; i < length; i++)
		words += at[i] == ' ' || (at[i] & 0x80) != 0;
	return words;
}

/* "“You Sound Like Him” in Bold": set in one way, it goes on. */
static bool
is_quoted_whole(const struct told *told, size_t at, size_t length)
{
	const char *behind = told->text + at + length;

	return told->style[at] == ' ' || *behind != ' ' ||
	    told->style[at + length + 1] != told->style[at];
}

/* "… Roe. "Deep Roots." Nature": between signs, no part of a sentence. */
static bool
stands_apart(const char *text, size_t at, size_t length)
{
	const char *end = text + at + length;
	size_t before = at;

	before = text_trimmed(text, before, " ");
	return (before == 0 || text_is_any(text[before - 1], ".,:)]\x1e\x1f")) &&
	    (*end == '\0' || text_is_any(*end, ".,;:)]\x1e\x1f") ||
		text_is_any(text[at + length - 2], ".,"));
}

size_t
forms_quotation(const struct told *told, size_t at, size_t *mark)
{
	size_t length = length_of(told->text + at, mark), words;

	if (length == 0 || !is_quoted_whole(told, at, length))
		return 0;
	words = quoted_words(told->text + at, length);
	return words >= QUOTED ||
		(words == QUOTED - 1 && *mark > 0 && stands_apart(told->text, at, length))
	    ? length
	    : 0;
}

bool
forms_ends_word(const char *at)
{
	return at[1] == ' ' || at[1] == '\0' || at[1] == FORMS_LABEL ||
	    at[1] == FORMS_LINE;
}

/* "ACS Synth. Biol, 2020": does the full stop stand inside of a name we know? */
static bool
is_in_venue(struct stretches *known, const char *start, const char *at)
{
	size_t length;

	start += text_span(start, " ");
	if (at > start + LONGEST_VENUE / 2 || at[1] != ' ')
		return false;
	length = (size_t)(at - start) + strcspn(at, ",;()[]|0123456789\x1e\x1f");
	length = text_trimmed(start, length, " .");
	return start + length > at + 2 && length < LONGEST_VENUE &&
	    forms_stretch_venue(known, start, length);
}

/* "Comm. and Signals": no sentence begins so. */
static bool
goes_on_small(const char *at)
{
	return strncmp(at, " and ", 5) == 0 || strncmp(at, " of ", 4) == 0 ||
	    strncmp(at, " for ", 5) == 0 || strncmp(at, " on ", 4) == 0;
}

bool
forms_stop_parts(struct stretches *known, const char *start, const char *at)
{
	return forms_ends_word(at) && !goes_on_small(at + 1) &&
	    !words_stop_shortens(start, at) && !is_in_venue(known, start, at);
}

size_t
forms_past_words(const char *text, size_t start, size_t end)
{
	static const char *const words[] = { "by ", "By ", "In ", "in ",
		"in: ", "In: ", "from " };

	while (start < end && text[start] > 0 && text_is_any(text[start], " *_-,./"))
		start++;
	if (!text_is_any(text[start], "bBIif"))
		return start;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t length = text_begins(text + start, words[i]);
		if (length > 0 && end - start > length + 2)
			return start + length;
	}
	return start;
}
