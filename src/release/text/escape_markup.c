/*
 * Text as it is known enters, text for HTML, Markdown and BibTeX leaves.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "release/text/characters.h"
#include "release/text/escape.h"

static bool
html_ascii(struct buffer *out, char c)
{
	switch (c) {
	case '&':
		return buffer_text(out, "&amp;");
	case '<':
		return buffer_text(out, "&lt;");
	case '>':
		return buffer_text(out, "&gt;");
	case '"':
		return buffer_text(out, "&quot;");
	case '\'':
		return buffer_text(out, "&#39;");
	default:
		return false;
	}
}

void
escape_html(struct buffer *out, const char *text)
{
	characters_harmless_text(out, text, html_ascii);
}

static bool
markdown_ascii(struct buffer *out, char c)
{
	switch (c) {
	case '<':
		return buffer_text(out, "&lt;");
	case '>':
		return buffer_text(out, "&gt;");
	case '&':
		return buffer_text(out, "&amp;");
	default:
		/* ":" and "@", since bare URLs and addresses become links. */
		if (strchr("\\`*_{}[]#+!|~=$^:@", c) == NULL)
			return false;
		buffer_char(out, '\\');
		return buffer_char(out, c);
	}
}

void
escape_markdown(struct buffer *out, const char *text)
{
	characters_harmless_text(out, text, markdown_ascii);
}

static bool
bibtex_ascii(struct buffer *out, char c)
{
	switch (c) {
	case '\\':
		return buffer_text(out, "\\textbackslash{}");
	/* BibTeX counts braces even behind a backslash. */
	case '{':
		return buffer_text(out, "\\textbraceleft{}");
	case '}':
		return buffer_text(out, "\\textbraceright{}");
	case '~':
		return buffer_text(out, "\\textasciitilde{}");
	case '^':
		return buffer_text(out, "\\textasciicircum{}");
	case '&':
	case '%':
	case '$':
	case '#':
	case '_':
		buffer_char(out, '\\');
		return buffer_char(out, c);
	default:
		return false;
	}
}

void
escape_bibtex(struct buffer *out, const char *text)
{
	characters_harmless_text(out, text, bibtex_ascii);
}

static bool
has_inner_capital(const char *word)
{
	while (*++word != '\0')
		if (*word >= 'A' && *word <= 'Z')
			return true;
	return false;
}

void
escape_bibtex_title(struct buffer *out, const char *text)
{
	static const char blanks[] = " \t\r\n";
	char *words = strdup(text == NULL ? "" : text), *left = NULL;

	if (words == NULL)
		abort();
	for (char *word = strtok_r(words, blanks, &left); word != NULL;) {
		bool protect = has_inner_capital(word);
		size_t start = out->length;

		if (protect)
			buffer_char(out, '{');
		escape_bibtex(out, word);
		if (protect)
			buffer_char(out, '}');
		word = strtok_r(NULL, blanks, &left);
		if (word != NULL && out->length > start)
			buffer_char(out, ' ');
	}
	free(words);
}

void
escape_bibtex_verbatim(struct buffer *out, const char *text)
{
	for (; text != NULL && *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c <= 0x20 || c >= 0x7f || strchr("{}\\\"^`", c) != NULL)
			buffer_printf(out, "%%%02X", c);
		else
			buffer_char(out, *text);
	}
}
