/* Text as it came in; text with one spelling, a known width, or shortened out. */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/log.h"

/* White_Space of the standard, and two of no width that separate all the same. */
static bool
is_space(unsigned code_point)
{
	if (code_point < 0x80)
		return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
	return code_point == 0x85 || code_point == 0xa0 || code_point == 0x1680 ||
	    (code_point >= 0x2000 && code_point <= 0x200b) || code_point == 0x2028 ||
	    code_point == 0x2029 || code_point == 0x202f || code_point == 0x205f ||
	    code_point == 0x3000 || code_point == 0xfeff;
}

static bool
is_control(unsigned code_point)
{
	return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0);
}

/* Characters that NFC leaves alone and none of which joins another: ASCII, letters
 * of Latin-1, Latin Extended, Greek, Cyrillic, Hebrew, Arabic and Devanagari, dashes and
 * quotation marks, arrows, Chinese, its wide signs, Japanese, Korean, pictures.  All others
 * are looked up. */
static bool
is_composed(unsigned c)
{
	if (c < 0x300)
		return true;
	if (c < 0x2010)
		return (c >= 0x0391 && c <= 0x03CE) || (c >= 0x0400 && c <= 0x0482) ||
		    (c >= 0x05D0 && c <= 0x05EA) || c == 0x060C ||
		    (c >= 0x0621 && c <= 0x064A) || (c >= 0x0904 && c <= 0x0939) ||
		    (c >= 0x093D && c <= 0x0950) || (c >= 0x1E00 && c <= 0x1EFF);
	return c <= 0x205E || (c >= 0x2190 && c <= 0x2328) ||
	    (c >= 0x232B && c <= 0x2ADB) || (c >= 0x3001 && c <= 0x3029) ||
	    (c >= 0x3041 && c <= 0x3096) || (c >= 0x309B && c <= 0x30FF) ||
	    (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || c == 0xFE0F ||
	    (c >= 0xFF01 && c <= 0xFF5E) || c == 0xFFFD || (c >= 0x1F300 && c <= 0x1FAFF);
}

/* All but the normal form; *composed tells that there is none to make.  The first `done`
 * bytes are as they shall be. */
static char *
squeeze_spaces(
    struct arena *arena, const char *text, size_t size, size_t done, bool *composed)
{
	/* An ill-formed byte becomes three. */
	char some[2048],
	    *large = size < sizeof some / 3 ? NULL : arena_alloc(arena, size * 3 + 1);
	char *out = large == NULL ? some : large;
	size_t length = done > 0 && text[done - 1] == ' ' ? done - 1 : done;
	bool blank = length < done;

	memcpy(out, text, length);
	text += done;
	*composed = true;
	while (*text != '\0') {
		unsigned code_point;

		if (*text > ' ' && *text <= '~') {
			if (blank && length > 0)
				out[length++] = ' ';
			blank = false;
			out[length++] = *text++;
			continue;
		}
		code_point = text_next_code_point(&text);
		if (is_space(code_point)) {
			blank = true;
			continue;
		}
		if (is_control(code_point))
			continue;
		if (blank && length > 0)
			out[length++] = ' ';
		blank = false;
		*composed &= is_composed(code_point);
		length += text_put_code_point(code_point, out + length);
	}
	return large == NULL ? arena_text_n(arena, some, length) : large;
}

/* How far it is words of printable ASCII with one blank between: most texts are. */
static size_t
squeezed_length(const char *text, size_t length)
{
	const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
	uint64_t eight, blanks;
	size_t at = 0;

	if (length > 0 && *text == ' ')
		return 0;
	/* Eight bytes at once, the top bit of each tells; the last of them again below. */
	while (length - at > 1 && length >= sizeof eight) {
		size_t from = length - at < sizeof eight ? length - sizeof eight : at;

		memcpy(&eight, text + from, sizeof eight);
		blanks = ~((eight ^ ones * ' ') + (tops - ones)) & tops;
		if (((eight | (eight + ones)) & tops) != 0 ||
		    ((eight + ones * (0x80 - ' ')) & tops) != tops ||
		    (blanks & blanks << 8) != 0)
			break;
		at = from + sizeof eight - 1;
	}
	for (; at < length; at++)
		if (text[at] < ' ' || text[at] > '~' ||
		    (text[at] == ' ' && (at + 1 == length || text[at + 1] == ' ')))
			break;
	return at;
}

char *
text_squeeze(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : text_squeeze_n(arena, text, strlen(text));
}

char *
text_squeeze_n(struct arena *arena, const char *text, size_t size)
{
	utf8proc_uint8_t *normal = NULL;
	utf8proc_ssize_t length;
	bool composed;
	size_t done = squeezed_length(text, size);
	char *out = arena_text_n(arena, text, size);

	if (done == size)
		return out;
	text = out;
	out = squeeze_spaces(arena, text, size, done, &composed);
	if (composed)
		return out;
	length = utf8proc_map((const utf8proc_uint8_t *)out, 0, &normal,
	    UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (length == UTF8PROC_ERROR_NOMEM)
		log_fatal(71, "out of memory (normal form)");
	/* Longer than utf8proc can count: as it is. */
	if (length < 0)
		return out;
	out = arena_text_n(arena, (const char *)normal, (size_t)length);
	free(normal);
	return out;
}

bool
text_is_blank(const char *text)
{
	if (text == NULL)
		return true;
	while (*text != '\0') {
		if (!is_space(text_next_code_point(&text)))
			return false;
	}
	return true;
}

static size_t
width_of(unsigned code_point)
{
	int width = utf8proc_charwidth((utf8proc_int32_t)code_point);

	return is_control(code_point) || width < 0 ? 0 : (size_t)width;
}

size_t
text_width(const char *text)
{
	size_t width = 0;

	while (*text != '\0')
		width += width_of(text_next_code_point(&text));
	return width;
}

char *
text_shorten(struct arena *arena, const char *text, size_t columns)
{
	const char *at = text, *cut = text;
	size_t width = 0;

	while (*at != '\0') {
		width += width_of(text_next_code_point(&at));
		/* What has no width stays with the letter before it. */
		if (width < columns)
			cut = at;
		if (width > columns)
			break;
	}
	if (width <= columns)
		return arena_text(arena, text);
	if (columns == 0)
		return arena_text(arena, "");
	while (cut > text && cut[-1] == ' ')
		cut--;
	return arena_printf(arena, "%.*s\xe2\x80\xa6", (int)(cut - text), text);
}

char *
text_for_terminal(struct arena *arena, const char *text)
{
	size_t size = strlen(text) * 3 + 1;
	char *out = arena_alloc(arena, size);

	text_harmless(text, out, size);
	return out;
}

size_t
text_and_length(const char *at)
{
	static const char *const words[] = { " and ", " und ", " y ", " e ", " et ",
		" и ", " i ", " och ", " og ", " en ", " ja ", " ve " };

	if (*at != ' ' || (at[1] > 0 && !text_is_any(at[1], "auyeiojv")))
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t length = words[i][1] == at[1] ? text_begins(at, words[i]) : 0;
		if (length > 0 && text_begins(at, " et al") == 0)
			return length;
	}
	return 0;
}
