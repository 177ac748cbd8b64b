/* Words of an item enter; clean titles leave, labels are told from them. */
#include <string.h>

#include "base/text.h"
#include "list/words/repair.h"
#include "list/words/words.h"

/* Pictures, arrows, boxes, stars, and what nobody sees: signs that only decorate. */
static bool
is_decoration(unsigned c)
{
	if (c < 0x2022)
		return c == 0xB7 || (c >= 0x200B && c <= 0x200F);
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
	    c == 0xFEFF || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2300 && c <= 0x23FF) ||
	    (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
	    (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F || c == 0x2022 || c == 0x30FB ||
	    c == 0x20E3 || (c >= 0xE0020 && c <= 0xE007F);
}

/* ":star:", as GitHub writes pictures: its length, or 0. */
static size_t
shortcode(const char *text)
{
	size_t length;

	if (*text != ':')
		return 0;
	length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");
	return length > (text_is_digit(text[1]) ? 1 : 0) && text[1 + length] == ':'
	    ? length + 2
	    : 0;
}

const char *
words_past_marks(const char *text)
{
	for (;;) {
		const char *next = text;
		unsigned c;

		if (*text > ' ' && *text != ':')
			return text;
		if (shortcode(text) > 0) {
			text += shortcode(text);
			continue;
		}
		if (*text == '\0')
			return text;
		c = text_next_code_point(&next);
		if (c != ' ' && c != 0xA0 && c != '\t' && c != '\n' && !is_decoration(c))
			return text;
		text = next;
	}
}

/* Where the text ends when closing decoration and signs go. */
static size_t
end_before(const char *text, size_t length)
{
	while (length > 0) {
		size_t start = length - 1;
		const char *at;

		if (text[start] == ':') {
			const char *open = start > 0 ? memrchr(text, ':', start) : NULL;
			if (open != NULL &&
			    shortcode(open) == (size_t)(text + length - open)) {
				length = (size_t)(open - text);
				continue;
			}
		}
		if (text_is_any(text[start], " ,;:|")) {
			length--;
			continue;
		}
		if (text[start] > 0)
			break;
		while (start > 0 && (text[start] & 0xC0) == 0x80)
			start--;
		at = text + start;
		if (!is_decoration(text_next_code_point(&at)))
			break;
		length = start;
	}
	return length;
}

static bool
ends_with(const char *text, size_t length, const char *end)
{
	size_t size = strlen(end);

	return length >= size && memcmp(text + length - size, end, size) == 0;
}

/* Marks of quotation, in one language or another. */
static const char *const quotes[][2] = { { "\"", "\"" }, { "“", "”" }, { "《", "》" },
	{ "「", "」" }, { "『", "』" }, { "*", "*" }, { "”", "“" }, { "”", "”" },
	{ "«", "»" }, { "„", "“" }, { "„", "”" }, { "„", "\"" } };

bool
words_are_quoted(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++)
		if (*quotes[i][0] != '*' && ends_with(text, length, quotes[i][1]) &&
		    text_starts_nocase(text, quotes[i][0]))
			return true;
	return false;
}

/* "“Title”": quotation marks that hold the whole of it. */
static char *
unquote(char *title)
{
	size_t length = strlen(title);

	for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
		size_t open = text_begins(title, quotes[i][0]), close;
		if (open == 0)
			continue;
		close = strlen(quotes[i][1]);
		if (length <= open + close || !ends_with(title, length, quotes[i][1]))
			continue;
		char *second = strstr(title + open, quotes[i][1]);
		if (second != title + length - close)
			continue;
		*second = '\0';
		return title + open;
	}
	return title;
}

/* "Title —", before a link: a sign that parted it from what is no part of it. */
static size_t
end_before_parting(const char *title, size_t length)
{
	static const char *const signs[] = { " —", " –", " -", " ·", " •", " →", " =>",
		" ->", "：" };

	/* Most end in a letter. */
	if (length == 0 ||
	    (title[length - 1] > 0 && !text_is_any(title[length - 1], "->")))
		return length;
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (length > strlen(signs[i]) && ends_with(title, length, signs[i]))
			return length - strlen(signs[i]);
	return length;
}

/* "3) Title", "3.Title", "5-A. Title": how long its place in a list of its own is. */
static size_t
number_length(const char *title)
{
	size_t length = text_span(title, "0123456789");
	const char *behind;

	if (length == 0 || length > 3 || *title == '0')
		return 0;
	if (title[length] == '-' && text_is_capital(title[length + 1]))
		length += 2;
	if (title[length] != '.' && title[length] != ')')
		return 0;
	behind = title + length + 1;
	if (*behind != ' ')
		return title[length] == '.' && text_is_capital(*behind) ? length + 1 : 0;
	return title[length] == ')' || text_is_capital(behind[1]) ||
		(behind[1] & 0x80) != 0
	    ? length + 1
	    : 0;
}

/* "Title (#1234)": the number of a paper at its meeting. */
static size_t
end_before_number(const char *title, size_t length)
{
	const char *open = length > 4 && title[length - 1] == ')'
	    ? memrchr(title, '(', length)
	    : NULL;

	return open != NULL && open > title && open[1] == '#' &&
		text_span(open + 2, "0123456789") + 3 == (size_t)(title + length - open)
	    ? (size_t)(open - title)
	    : length;
}

char *
words_title_n(struct arena *arena, const char *text, size_t length)
{
	char *title = repair_stars(text_squeeze_n(arena, text, length));

	/* From a letter to a letter, as most words go. */
	if (length > 0 && text_is_letter(*text) && text_is_letter(text[length - 1]))
		return title;
	do {
		text = title;
		title += words_past_marks(title) - title;
		title += number_length(title);
		/* "** Title": how much it matters. */
		length = text_span(title, "*");
		title += title[length] == ' ' ? length : 0;
		title += text_span(title, " :,;.-|");
	} while (text != title);
	length = strlen(title);
	for (size_t before = length + 1; length < before;) {
		before = length;
		length = end_before_parting(title, end_before(title, length));
		length = end_before_number(title, length);
	}
	/* No full stop at the end, unless it is an ellipsis. */
	while (length > 1 && title[length - 1] == '.' &&
	    !(length > 3 && title[length - 2] == '.'))
		length--;
	length -= ends_with(title, length, "。") ? strlen("。") : 0;
	/* A mark for a note; "A*" keeps its own. */
	if (length > 2 && title[length - 1] == '*' && title[length - 3] != ' ' &&
	    memchr(title, '*', length - 1) == NULL)
		length--;
	title[length] = '\0';
	return text_trim(unquote(title), "");
}

bool
words_is_url(const char *label)
{
	return *label == 'h'
	    ? strncmp(label, "http://", 7) == 0 || strncmp(label, "https://", 8) == 0
	    : *label == 'w' && strncmp(label, "www.", 4) == 0;
}
