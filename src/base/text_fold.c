/*
 * Titles in, the form in which they are compared out.  Most titles are ASCII
 * and a run folds millions: bytes below 0x80 never reach utf8proc.
 */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/log.h"

/* Longest decomposition of one code point (U+FDFA has 18). */
#define MOST_PARTS 32

/* Hangul syllables: chapter 3.12 of the standard. */
#define HANGUL_BASE    0xac00u
#define LEADING_BASE   0x1100u
#define LEADING_COUNT  19u
#define VOWEL_BASE     0x1161u
#define VOWEL_COUNT    21u
#define TRAILING_BASE  0x11a7u
#define TRAILING_COUNT 28u
#define SYLLABLES      (LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT)

struct fold {
	char *out;
	size_t length;
	bool blank;    /* one is due before the next letter */
	unsigned last; /* last letter written that may still join */
};

static bool
is_letter_or_digit(unsigned code_point)
{
	switch (utf8proc_category((utf8proc_int32_t)code_point)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return false;
	}
}

/* The one composition that matters once all marks are gone; 0: none. */
static unsigned
join_hangul(unsigned last, unsigned next)
{
	if (last - LEADING_BASE < LEADING_COUNT && next - VOWEL_BASE < VOWEL_COUNT)
		return HANGUL_BASE +
		    ((last - LEADING_BASE) * VOWEL_COUNT + (next - VOWEL_BASE)) *
		    TRAILING_COUNT;
	if (last - HANGUL_BASE < SYLLABLES &&
	    (last - HANGUL_BASE) % TRAILING_COUNT == 0 &&
	    next - TRAILING_BASE - 1 < TRAILING_COUNT - 1)
		return last + (next - TRAILING_BASE);
	return 0;
}

static void
put_letter(struct fold *fold, unsigned code_point)
{
	unsigned joined;

	if (fold->blank && fold->length > 0) {
		fold->out[fold->length++] = ' ';
		fold->last = 0;
	}
	fold->blank = false;
	joined = fold->last == 0 ? 0 : join_hangul(fold->last, code_point);
	if (joined != 0) {
		/* Both jamo and syllables take three bytes. */
		fold->length -= 3;
		code_point = joined;
	}
	fold->length += text_put_code_point(code_point, fold->out + fold->length);
	fold->last = code_point;
}

static void
put_code_point(struct fold *fold, unsigned code_point)
{
	utf8proc_int32_t parts[MOST_PARTS];
	utf8proc_ssize_t count;
	int boundary = 0;

	/* No width, but they separate words. */
	if (code_point == 0x200b || code_point == 0xfeff) {
		fold->blank = true;
		return;
	}
	count = utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, MOST_PARTS,
	    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
		UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
	    &boundary);
	if (count < 0 || count > MOST_PARTS) {
		fold->blank = true;
		return;
	}
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		if (is_letter_or_digit((unsigned)parts[i]))
			put_letter(fold, (unsigned)parts[i]);
		else
			fold->blank = true;
	}
}

/* ASCII: itself, in lower case; 0: neither letter nor digit. */
static char
fold_ascii(unsigned char byte)
{
	if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
		return (char)byte;
	if (byte >= 'A' && byte <= 'Z')
		return (char)(byte - 'A' + 'a');
	return 0;
}

static void
fold_whole(struct fold *fold, const char *text)
{
	while (*text != '\0') {
		unsigned char byte = (unsigned char)*text;
		char letter;

		if (byte >= 0x80) {
			put_code_point(fold, text_next_code_point(&text));
			continue;
		}
		text++;
		letter = fold_ascii(byte);
		if (letter == 0) {
			fold->blank = true;
			continue;
		}
		if (fold->blank && fold->length > 0)
			fold->out[fold->length++] = ' ';
		fold->blank = false;
		fold->out[fold->length++] = letter;
		fold->last = 0;
	}
	fold->out[fold->length] = '\0';
}

char *
text_fold(struct arena *arena, const char *text)
{
	struct fold fold = { 0 };
	char small[4096], *large = NULL;
	size_t length;
	char *result;

	if (text == NULL)
		return arena_text(arena, "");
	/* U+FDFA grows most: three bytes become 33. */
	length = strlen(text) * 12 + 1;
	if (length > sizeof small) {
		large = malloc(length);
		if (large == NULL)
			log_fatal(71, "out of memory (%zu bytes)", length);
	}
	fold.out = large == NULL ? small : large;
	fold_whole(&fold, text);
	result = arena_text_n(arena, fold.out, fold.length);
	free(large);
	return result;
}
