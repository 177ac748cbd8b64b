/*
 * Names that follow each other enter; they leave without what stands behind each:
 *
 *	Ann Roe(MIT), Bo Poe (ETH Zurich)	Ann Roe¹*, Bo Poe²†	Ann Roe1,2 and Bo Poe3
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/words/words.h"

/* Bytes of a bracket behind a name. */
enum { LONGEST_BRACKET = 90 };

/* One name, with what stands behind it. */
struct name {
	size_t start, end, next; /* next: behind all that belongs to it */
	size_t open;             /* where brackets begin; 0: there are none */
	bool marked;             /* a mark, a bracket */
	bool placed;             /* an institution in a bracket */
};

size_t
words_mark_length(const char *at)
{
	static const char *const marks[] = { "†", "‡", "§", "¶", "¹", "²", "³", "⁴", "⁵",
		"⁶", "⁷", "⁸", "⁹", "∗", "✉", "📧" };
	size_t length = 0;

	for (;;) {
		char sign = at[length];
		size_t size = sign != '\0' &&
		    (text_is_any(sign, "*#^") ||
			(text_is_digit(sign) && !text_is_digit(at[length + 1])));
		/* "Ann Roe1,2, Bo Poe" */
		if (length > 0 && sign == ',' && at[length + 1] != '\0' &&
		    (text_is_any(at[length + 1], "*#^") || text_is_digit(at[length + 1])))
			size = 1;
		for (size_t i = 0; size == 0 && (sign & 0x80) != 0 &&
		     i < sizeof marks / sizeof marks[0];
		     i++)
			size = text_begins(at + length, marks[i]);
		if (size == 0)
			return length;
		length += size;
	}
}

static bool
holds_year(const char *text, size_t length)
{
	for (size_t i = 0; i + 4 <= length; i++)
		if ((strncmp(text + i, "19", 2) == 0 ||
			strncmp(text + i, "20", 2) == 0) &&
		    text_span(text + i, "0123456789") == 4 && text[i + 4] != '-')
			return true;
	return false;
}

/* "(University of X)", "[MIT]", "（清华大学）": the bracket at `at`, to behind its end; 0: it
 * says something else, as "(CVPR 2020)" does. */
static size_t
bracket_length(const char *at, bool *placed)
{
	static const char *const pairs[][2] = { { "(", ")" }, { "[", "]" },
		{ "（", "）" } };

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		const char *inside = at + text_begins(at, pairs[i][0]), *close;
		size_t length;
		if (inside == at)
			continue;
		close = strstr(inside, pairs[i][1]);
		length = close == NULL ? 0 : (size_t)(close - inside);
		if (length == 0 || length > LONGEST_BRACKET ||
		    holds_year(inside, length) || *inside == '@' ||
		    text_is_small(*inside) || memchr(inside, WORDS_END, length) != NULL)
			return 0;
		/* "(0000-0001-2345-678X)" */
		*placed = words_hold_place(inside, length) || text_is_digit(*inside) ||
		    (*inside & 0x80) != 0;
		return (size_t)(close - at) + strlen(pairs[i][1]);
	}
	return 0;
}

/* "(Ray) Poe", "“Ray” Poe", behind "Bobin ": the word set apart; 0: no name goes on behind it. */
static size_t
nickname_length(const char *at)
{
	static const char *const marks[][2] = { { "(", ")" }, { "\"", "\"" },
		{ "“", "”" } };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t open = text_begins(at, marks[i][0]), close, length;
		const char *behind;
		if (open == 0)
			continue;
		close = strlen(marks[i][1]);
		length = strcspn(at + open, " .,;()\"“\0360123456789");
		behind = at + open + length + close;
		return length > 1 && length < 16 && text_is_capital(at[open]) &&
			strncmp(behind - close, marks[i][1], close) == 0 &&
			text_is_capital(behind[*behind == ' '])
		    ? open + length + close
		    : 0;
	}
	return 0;
}

/* What parts two names at `at`; "Ann Roe* Bo Poe*": behind a mark a blank does. */
static size_t
gap_length(const char *at, bool marked)
{
	size_t length = text_span(at, " "), and;

	if (marked && *at == ' ' && text_is_capital(at[1]) && !text_is_digit(at[-1]))
		return 1;

	if (at[length] != '\0' && text_is_any(at[length], ",;&"))
		length++;
	else if (strncmp(at + length, "、", 3) == 0 || strncmp(at + length, "，", 3) == 0)
		return length + 3;
	else
		return text_and_length(at);
	length += text_span(at + length, " ");
	and = text_and_length(at + length - 1);
	return and > 0 ? length - 1 + and : length;
}

/* Does a name that began at `start` end here? */
static bool
ends_name(const char *start, const char *at)
{
	if (text_is_letter(*at))
		return false;
	if (*at == '\0' || text_is_any(*at, "([)],;:|/&\"*#^\036") || text_is_digit(*at))
		return true;
	if (*at == '.')
		return text_is_any(at[1], " ,;\036") && !words_stop_shortens(start, at);
	if ((*at & 0x80) == 0)
		return *at == ' ' &&
		    (text_and_length(at) > 0 || text_is_any(at[1], "-|/"));
	return words_mark_length(at) > 0 || strncmp(at, "、", 3) == 0 ||
	    strncmp(at, "，", 3) == 0 || strncmp(at, "（", 3) == 0 ||
	    strncmp(at, "：", 3) == 0 || strncmp(at, "—", 3) == 0 ||
	    strncmp(at, "–", 3) == 0;
}

/* "Hidden Markov Model (HMM)": does the bracket shorten the words in front? */
static bool
abbreviates(const char *words, size_t length, const char *bracket)
{
	const char *end = words + length, *inside = bracket + strcspn(bracket, ")]");
	size_t letters = 0;

	while (--inside > bracket) {
		if (!text_is_capital(*inside)) {
			if (letters == 0 && *inside == 's')
				continue;
			return letters > 1 && *inside != ' ';
		}
		while (--end >= words && !text_is_capital(*end))
			continue;
		if (end < words || *end != *inside)
			return false;
		letters++;
	}
	return letters > 1;
}

/* The name at `start`, with what stands behind it; false: none. */
static bool
read_name(const char *text, size_t start, struct name *name)
{
	size_t length;

	*name = (struct name){ .start = start, .end = start };
	for (;;) {
		length = name->end > start ? nickname_length(text + name->end) : 0;
		if (length == 0 && ends_name(text + start, text + name->end))
			break;
		name->end += length > 0 ? length : 1;
		name->marked |= length > 0;
	}
	while (name->end > start && text[name->end - 1] == ' ')
		name->end--;
	if (!words_are_person(text + start, name->end - start))
		return false;
	name->next = name->end;
	do {
		length = words_mark_length(text + name->next);
		/* "GPT-3", "FP8" */
		if (text_is_digit(text[name->next]) && text[name->next - 1] < 'a')
			length = 0;
		if (length == 0) {
			size_t blanks = text_span(text + name->next, " ");
			length = bracket_length(
			    text + name->next + blanks, &name->placed);
			if (length > 0 &&
			    abbreviates(text + start, name->end - start,
				text + name->next + blanks))
				return false;
			if (length > 0 && name->open == 0)
				name->open = name->next;
			length += length > 0 ? blanks : 0;
		}
		name->next += length;
		name->marked |= length > 0;
	} while (length > 0);
	return true;
}

struct words_names
words_names_read(const char *text, size_t start)
{
	struct words_names run = { .start = start, .end = start, .eastern = true };
	struct name name;

	while (read_name(text, start, &name)) {
		run.names++;
		run.eastern &= (unsigned char)text[name.start] >= 0xE4;
		run.marked += name.marked;
		run.open = name.open;
		run.placed = name.placed;
		run.end = name.next;
		start = name.next +
		    gap_length(text + name.next, name.marked && name.open == 0);
		if (start == name.next)
			break;
	}
	return run;
}

const char *
words_names_plain(struct arena *arena, const char *text, const struct words_names *run)
{
	struct buffer words;
	struct name name;
	const char *copy;

	buffer_init(&words, 0);
	for (size_t at = run->start; at < run->end;) {
		size_t gap;
		read_name(text, at, &name);
		buffer_add(&words, text + at, name.end - at);
		gap = gap_length(text + name.next, name.marked && name.open == 0);
		at = name.next + gap;
		if (at < run->end && gap == 1 && text[name.next] == ' ')
			buffer_char(&words, ',');
		if (at < run->end)
			buffer_add(&words, text + name.next, gap);
	}
	copy = text_squeeze(arena, words.bytes);
	buffer_free(&words);
	return copy;
}
