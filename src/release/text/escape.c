/*
 * Text as it is known enters, text that the format cannot misread leaves:
 * CSV, YAML, tag files, file names.  The markup formats are in
 * escape_markup.c.
 */
#include "release/text/escape.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "release/text/characters.h"

/* [+-]?\d+(\.\d+)?([eE][+-]?\d+)? */
static bool
is_number(const char *text)
{
	const char *t = text;

	if (*t == '+' || *t == '-')
		t++;
	if (!text_is_digit(*t))
		return false;
	while (text_is_digit(*t))
		t++;
	if (*t == '.' && text_is_digit(t[1]))
		for (t++; text_is_digit(*t); t++)
			;
	if (*t == 'e' || *t == 'E') {
		t++;
		if (*t == '+' || *t == '-')
			t++;
		if (!text_is_digit(*t))
			return false;
		while (text_is_digit(*t))
			t++;
	}
	return *t == '\0';
}

static bool
starts_formula(const char *text)
{
	static const char *const wide[] = { "\xef\xbc\x9d", "\xef\xbc\x8b",
		"\xef\xbc\x8d", "\xef\xbc\xa0" };

	if (*text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
		return true;
	for (size_t i = 0; (unsigned char)*text == 0xef && i < sizeof wide / sizeof *wide;
	     i++)
		if (strncmp(text, wide[i], 3) == 0)
			return true;
	return false;
}

/* Guards are counted too, so that taking one off gives back the text. */
static bool
needs_guard(const char *text)
{
	const char *t = text;

	while (*t == '\'')
		t++;
	return starts_formula(t) && !is_number(text);
}

void
escape_csv(struct buffer *out, const char *text)
{
	bool quoted;

	if (text == NULL || *text == '\0')
		return;
	quoted = strpbrk(text, ",\"\r\n") != NULL || *text == ' ';
	if (quoted)
		buffer_char(out, '"');
	if (needs_guard(text))
		buffer_char(out, '\'');
	while (*text != '\0') {
		size_t plain = characters_plain(text);
		unsigned char c;

		buffer_add(out, text, plain);
		text += plain;
		c = (unsigned char)*text;
		if (c == '\0')
			break;
		if (c >= 0x80) {
			characters_copy(out, &text);
			continue;
		}
		if (c == '"')
			buffer_text(out, "\"\"");
		else
			buffer_char(out, c < 0x20 || c == 0x7f ? ' ' : *text);
		text++;
	}
	if (quoted)
		buffer_char(out, '"');
}

const char *
escape_csv_undo(const char *cell)
{
	return *cell == '\'' && needs_guard(cell) ? cell + 1 : cell;
}

void
escape_yaml(struct buffer *out, const char *text)
{
	buffer_char(out, '"');
	while (text != NULL && *text != '\0') {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x80) {
			const char *here = text;
			unsigned point = text_next_code_point(&here);

			if (characters_harmless(point) && point != 0x2028 &&
			    point != 0x2029) {
				characters_copy(out, &text);
				continue;
			}
			if (point < 0x10000)
				buffer_printf(out, "\\u%04X", point);
			text = here;
			continue;
		}
		if (c < 0x20 || c == 0x7f)
			buffer_printf(out, "\\u%04X", c);
		else if (c == '"' || c == '\\')
			buffer_printf(out, "\\%c", c);
		else
			buffer_char(out, *text);
		text++;
	}
	buffer_char(out, '"');
}

void
escape_line(struct buffer *out, const char *text)
{
	characters_harmless_text(out, text, NULL);
}

char *
escape_file_name(struct arena *arena, const char *text)
{
	struct buffer out;
	char *name;

	buffer_init(&out, 0);
	for (; text != NULL && *text != '\0' && out.length < 80; text++) {
		char c = *text;
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    text_is_digit(c) || c == '_' || c == '-' || c == '.';

		if (out.length == 0 && (c == '.' || c == '-'))
			continue;
		if (plain)
			buffer_char(&out, c);
		else if (out.length > 0 && out.bytes[out.length - 1] != '-')
			buffer_char(&out, '-');
	}
	while (out.length > 0 && strchr("-.", out.bytes[out.length - 1]))
		out.bytes[--out.length] = '\0';
	name = arena_text(arena, out.length > 0 ? out.bytes : "release");
	buffer_free(&out);
	return name;
}
