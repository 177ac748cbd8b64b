/*
 * Text as people read it: valid UTF-8, normal forms, folding for comparison,
 * and making it harmless for a terminal (utf8proc).  Nothing here knows the
 * subject.  All results live in the arena given.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

bool text_is_utf8(const char *bytes, size_t length);

/* Ill-formed sequences become U+FFFD, NUL becomes a blank (Unicode 15 §3.9). */
char *text_to_utf8(struct arena *, const char *bytes, size_t length);

/*
 * NFC, every run of white space (NBSP, line breaks, zero width space, BOM)
 * becomes one blank, ends trimmed, control characters dropped.
 */
char *text_squeeze(struct arena *, const char *text);
char *text_squeeze_n(struct arena *, const char *bytes, size_t length);

/*
 * The form two titles are compared in: NFKC, case folded, combining marks
 * dropped, everything but letters and digits becomes one blank, trimmed.
 * Idempotent.  NULL gives "".
 */
char *text_fold(struct arena *, const char *text);

/* ASCII only, independent of the locale. */
char *text_lower(struct arena *, const char *text);
bool text_equal_nocase(const char *a, const char *b);
bool text_starts_nocase_in(const char *text, const char *prefix);
static inline bool
text_starts_nocase(const char *text, const char *prefix)
{
	/* Most differ in the first letter. */
	return *prefix == '\0' ||
	    (((*text ^ *prefix) & ~0x20) == 0 && text_starts_nocase_in(text, prefix));
}
const char *text_find_nocase(const char *text, const char *needle);
/* How long the beginning is, if the text has it; else 0. */
static inline size_t
text_begins(const char *text, const char *with)
{
	size_t length = 0;

	for (; with[length] != '\0'; length++)
		if (text[length] != with[length])
			return 0;
	return length;
}
bool text_is_blank(const char *text); /* NULL, "" or white space only */
/* Punctuation (Unicode: P*) beyond ASCII: "，", "）", "”". */
bool text_is_punctuation(unsigned code_point);
static inline bool
text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}
/* Of ASCII. */
static inline bool
text_is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}
static inline bool
text_is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}
static inline bool
text_is_small(char c)
{
	return c >= 'a' && c <= 'z';
}
/*
 * strchr(signs, c) != NULL, so true for NUL, too; the signs are ASCII and written out
 * in the call, 24 at most: they become two constants, and looking is no call.  What is
 * not written out ("a choice of two") has no length here: it does not compile.
 */
#define text_is_any(c, signs)                                                            \
	text_is_in(c, TEXT_BITS("" signs "", 0) | 1, TEXT_BITS("" signs "", 1))
#define TEXT_BITS(s, half)                                                               \
	(TEXT_FOUR(s, 0, half) | TEXT_FOUR(s, 4, half) | TEXT_FOUR(s, 8, half) |         \
	    TEXT_FOUR(s, 12, half) | TEXT_FOUR(s, 16, half) | TEXT_FOUR(s, 20, half))
#define TEXT_FOUR(s, i, half)                                                            \
	(TEXT_BIT(s, i, half) | TEXT_BIT(s, (i) + 1, half) |                             \
	    TEXT_BIT(s, (i) + 2, half) | TEXT_BIT(s, (i) + 3, half))
#define TEXT_BIT(s, i, half)                                                             \
	((i) < sizeof(s) - 1 && (s)[(i) < sizeof(s) ? (i) : 0] >> 6 == (half)            \
		? 1ull << ((s)[(i) < sizeof(s) ? (i) : 0] & 63)                          \
		: 0)
static inline bool
text_is_in(char c, unsigned long long low, unsigned long long high)
{
	return c >= 0 && (((c < 64 ? low : high) >> (c & 63)) & 1) != 0;
}
/* Which ASCII characters a text holds, looked at once: does it hold one of these? */
struct text_signs {
	unsigned long long low, high;
};
#define text_signs_any(held, signs)                                                      \
	((((held).low & TEXT_BITS(signs, 0)) | ((held).high & TEXT_BITS(signs, 1))) != 0)
static inline struct text_signs
text_signs_of(const char *text)
{
	struct text_signs held = { 0, 0 };

	for (; *text != '\0'; text++) {
		unsigned long long bit = 1ull << (*text & 63);
		held.low |= *text >= 0 && *text < 64 ? bit : 0;
		held.high |= *text >= 64 ? bit : 0;
	}
	return held;
}
/* strspn(text, signs), the signs written out as above; text_span_in also for letters. */
#define text_span(text, signs)                                                           \
	text_span_in(text, TEXT_BITS(signs, 0), TEXT_BITS(signs, 1))
#define TEXT_CAPITALS 0, 0x07FFFFFEull
#define TEXT_LETTERS  0, 0x07FFFFFE07FFFFFEull
static inline size_t
text_span_in(const char *text, unsigned long long low, unsigned long long high)
{
	size_t length = 0;

	while (text_is_in(text[length], low, high))
		length++;
	return length;
}
/* How much of so many bytes is left without such signs at its end. */
#define text_trimmed(text, length, signs)                                                \
	text_trimmed_in(text, length, TEXT_BITS(signs, 0), TEXT_BITS(signs, 1))
static inline size_t
text_trimmed_in(
    const char *text, size_t length, unsigned long long low, unsigned long long high)
{
	while (length > 0 && text_is_in(text[length - 1], low, high))
		length--;
	return length;
}
/* The same bytes as one of the words, behind the last of which is NULL. */
bool text_is_one_of(const char *text, const char *const *words);
bool text_is_one_of_nocase(const char *text, const char *const *words);
/* What follows a number: "s" where it is not 1, "entry" or "entries". */
static inline const char *
text_plural(size_t count)
{
	return count == 1 ? "" : "s";
}
static inline const char *
text_entries(size_t count)
{
	return count == 1 ? "entry" : "entries";
}
/* Cut in place: blanks and tabs, and these ASCII characters, written out in the call, at
 * both ends. */
#define text_trim(text, also)                                                            \
	text_trim_in(text, TEXT_BITS(also " \t", 0), TEXT_BITS(also " \t", 1))
char *text_trim_in(char *text, unsigned long long low, unsigned long long high);

/* Terminal columns of a text (wide characters count two). */
size_t text_width(const char *text);
/* At most `columns` wide, "…" at the end when something was cut. */
char *text_shorten(struct arena *, const char *text, size_t columns);
/* Escape sequences, control and bidirectional override characters removed. */
char *text_for_terminal(struct arena *, const char *text);
/* The same into `out` without allocating, cut to `size` with NUL; its length. */
size_t text_harmless(const char *text, char *out, size_t size);

/* Append one code point as UTF-8 to `out` (room for 4); bytes written. */
size_t text_put_code_point(unsigned code_point, char out[4]);
#define TEXT_REPLACEMENT 0xfffdu
/*
 * Decode the first code point of `length` bytes, at least 1: how many it takes;
 * U+FFFD for a maximal well-formed beginning that does not go on.
 */
size_t text_decode(const unsigned char *bytes, size_t length, unsigned *code_point);
/* The same for what stands at *text and is no ASCII, advancing behind it. */
unsigned text_next_wide(const char **text);
/* Decode the code point at *text, advance; U+FFFD on ill-formed input. */
static inline unsigned
text_next_code_point(const char **text)
{
	return (unsigned char)**text < 0x80 ? (unsigned)*(*text)++ : text_next_wide(text);
}

/* " and ", " und ", " y ", … in the languages of lists: its length when it stands
 * here, else 0. */
size_t text_and_length(const char *at);
