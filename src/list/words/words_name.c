/* Words of an item enter; the names in them, of works and people, leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* A word no sentence has: "PaLM", "GPT-4", "Qwen2". */
static bool
is_coined(const char *word, size_t length)
{
	bool upper = false, lower = false, digit = false;

	for (size_t i = 0; i < length; i++) {
		upper |= i > 0 && text_is_capital(word[i]);
		lower |= text_is_small(word[i]);
		digit |= text_is_digit(word[i]);
	}
	return digit || (upper && lower);
}

/* "Clinical Camel: An Open-Source …", not "Foundation models: the …". */
static bool
names_in_words(const char *title, const char *colon)
{
	static const char *const kinds[] = { "A Survey", "A Review", "A Systematic",
		"A Comprehensive", "An Overview", "A Scoping", "A Tutorial",
		"A Perspective", "A Case" };
	bool capitals = true;

	for (const char *word = title; word < colon;) {
		size_t length = strcspn(word, " :");
		if (is_coined(word, length))
			return true;
		capitals &= text_is_capital(*word);
		word += length + (word[length] == ' ');
		if (*word == ':')
			break;
	}
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_starts_nocase(colon + 2, kinds[i]))
			return false;
	return capitals &&
	    (strncmp(colon, ": A ", 4) == 0 || strncmp(colon, ": An ", 5) == 0 ||
		strncmp(colon, ": The ", 6) == 0);
}

char *
words_name(struct arena *arena, const char *title)
{
	static const char *const kinds[] = { "survey", "review", "editorial",
		"correction", "overview", "perspective", "commentary", "tutorial",
		"comment", "erratum", "reply", "note", "paper", "title" };
	const char *colon = strchr(title, ':'), *close = strchr(title, ')');
	unsigned blanks = 0;

	/* "(Enformer) Effective prediction of …" */
	if (*title == '(' && close != NULL && close[1] == ' ' && close - title < 30 &&
	    memchr(title, ' ', (size_t)(close - title)) == NULL)
		return words_title(
		    arena, arena_text_n(arena, title + 1, (size_t)(close - title) - 1));
	if (colon == NULL || colon == title || colon - title > 40)
		return NULL;
	for (const char *at = title; at < colon; at++)
		blanks += *at == ' ';
	if (blanks > 2)
		return NULL;
	/* "VTGAN:Semi-supervised …" */
	if (colon[1] != ' ' &&
	    (blanks > 0 || colon - title < 2 ||
		!(text_is_capital(title[1]) ||
		    is_coined(title, (size_t)(colon - title)))))
		return NULL;
	if (blanks > 0 && !names_in_words(title, colon))
		return NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if ((size_t)(colon - title) == strlen(kinds[i]) &&
		    text_starts_nocase(title, kinds[i]))
			return NULL;
	return words_title_n(arena, title, (size_t)(colon - title));
}

/* One name: one to five words, capital first, no digits. */
static bool
is_person(const char *at, size_t length)
{
	size_t words = 1, capitals = 0;
	const char *end = at + length, *start = at;

	if (length < 2 || length > 60)
		return false;
	if (!(text_is_capital(*at) || (*at & 0x80) != 0 || strncmp(at, "de ", 3) == 0 ||
		strncmp(at, "van ", 4) == 0 || strncmp(at, "von ", 4) == 0))
		return false;
	if (words_hold_place(at, length) || strncmp(at, "The ", 4) == 0)
		return false;
	/* "BAM", "FASTQ" are no people. */
	while (capitals < length && text_is_capital(at[capitals]))
		capitals++;
	if (length > 2 && capitals == length)
		return false;
	for (; at < end; at++) {
		if (text_is_digit(*at) || text_is_any(*at, ":;()[]{}?!/"))
			return false;
		words += *at == ' ';
		/* "Tools for Things": no name has such words. */
		if (*at == ' ' && at + 1 < end && text_is_small(at[1]) &&
		    !words_is_particle(at + 1, (size_t)(end - at) - 1))
			return false;
	}
	/* "A Scheduler of Things" */
	return words <= 5 &&
	    (words < 3 ||
		(strncmp(start, "A ", 2) != 0 && strncmp(start, "An ", 3) != 0));
}

/* The next "and" in any language that we know; NULL: none. */
static const char *
next_and(const char *text, size_t *length)
{
	for (; (text = strchr(text, ' ')) != NULL; text++)
		if ((text[1] < 0 || text_is_any(text[1], "auyeiojv")) &&
		    (*length = text_and_length(text)) > 0)
			return text;
	return NULL;
}

bool
words_are_full_names(const char *text)
{
	const char *and;
	size_t gap, names = 0, odd = 0;

	if (!words_are_authors(text))
		return false;
	if (strstr(text, "et al") != NULL)
		return true;
	and = next_and(text, &gap);
	while (*text != '\0') {
		size_t length, words = 0;
		bool small = false;

		if (and != NULL && and < text)
			and = next_and(text, &gap);
		text += text_span(text, " *_,;&.");
		if (strncmp(text, "and ", 4) == 0)
			text += 4;
		length = strcspn(text, ",;&");
		if (and != NULL && and > text && and < text + length)
			length = (size_t)(and-text);
		for (size_t i = 0; i < length; i++) {
			bool first = i == 0 || text_is_any(text[i - 1], " .");
			small |= first && text_is_small(text[i]) &&
			    !words_is_particle(text + i, length - i);
			words += first && text[i] != ' ';
		}
		if ((small && !words_are_odd_person(text, length)) ||
		    (length > 0 && words < 2))
			return false;
		odd += small;
		names += length > 0;
		text += length;
		if (text == and)
			text += gap;
	}
	return odd * 3 <= names;
}

bool
words_are_authors(const char *text)
{
	size_t good = 0, bad = 0, odd = 0;
	const char *al = strstr(text, "et al");
	bool others = al != NULL || strstr(text, "and others") != NULL;
	size_t and_length;
	const char *and = next_and(text, &and_length);

	if (strlen(text) > 4000 ||
	    (!others && and == NULL && strpbrk(text, ",;&(") == NULL))
		return false;
	while (*text != '\0') {
		size_t length, gap = 1;

		if (and != NULL && and < text)
			and = next_and(text, &and_length);
		text += text_span(text, " *_,;&.\n");
		if (strncmp(text, "and ", 4) == 0)
			text += 4;
		/* "(Monash University)" says where they are. */
		if (*text == '(') {
			text += strcspn(text, ")");
			text += *text == ')';
			continue;
		}
		length = strcspn(text, ",;&(");
		if (and != NULL && and<text + length &&and> text) {
			length = (size_t)(and-text);
			gap = and_length;
		}
		if (length > 0) {
			size_t name = length;
			bool person;
			if (al != NULL && al < text)
				al = strstr(text, "et al");
			if (al != NULL && al < text + length)
				name = (size_t)(al - text);
			name = text_trimmed(text, name, " .*");
			person = is_person(text, name);
			good += person;
			odd += !person && words_are_odd_person(text, name);
			bad += name > 0 && !person;
		}
		text += length;
		if (*text != '\0' && *text != '(')
			text += gap;
	}
	/* Some are written without a capital. */
	bad -= odd * 2 <= good ? odd : 0;
	return good > bad * 4 && (good >= 2 || (good == 1 && others));
}

/* "Authors TBD": the place of people who are not told. */
static bool
names_nobody(const char *text)
{
	static const char *const words[] = { "anonymous", "anonymous authors", "authors",
		"authors tbd", "n/a", "na", "none", "tba", "tbd", "to be announced",
		"unknown", "various", "various authors", NULL };

	return text_is_one_of_nocase(text, words);
}

const char *
words_people(struct arena *arena, const char *text)
{
	static const char *const marks[] = { "*", "†", "‡", "§", "¶" };
	char *out = arena_text(arena, text), *to = out;
	size_t length;

	struct words_names names;

	if (text == NULL || names_nobody(text))
		return NULL;
	if (strpbrk(text, "([0123456789*^\xC2\xE2") == NULL)
		names = (struct words_names){ 0 };
	else
		names = words_names_read(out, 0);
	if (names.marked > 0 && text_is_blank(out + names.end))
		return words_names_plain(arena, out, &names);
	for (const char *at = out; *at != '\0';) {
		size_t skip = 0;
		for (size_t i = 0; (*at < 0 || *at == '*') && skip == 0 &&
		     i < sizeof marks / sizeof marks[0];
		     i++)
			skip = text_begins(at, marks[i]);
		if (skip == 0)
			*to++ = *at++;
		at += skip;
	}
	*to = '\0';
	out = text_squeeze(arena, out);
	out += text_span(out, " ,;");
	/* The full stop of a sentence, not that of an initial or "et al.". */
	for (length = strlen(out); length > 4 &&
	     (out[length - 1] == ',' ||
		 (out[length - 1] == '.' && out[length - 3] != ' ' &&
		     out[length - 3] != '.' && out[length - 4] != ' '));
	     length--)
		out[length - 1] = '\0';
	return out;
}
