/*
 * A title or a sentence with tags and entities in it in, plain words out.
 * What comes here was never well-formed: "p < 0.05" and "a<b" stay.
 */
#include "base/markup.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/markup_inside.h"
#include "base/text.h"

#define LONGEST_TAG 24

/* Tags that publishers put into titles, sorted; those with a prefix aside. */
static const char *const tags[] = { "a", "abbr", "b", "big", "blockquote", "bold", "br",
	"center", "cite", "code", "dd", "del", "disp-formula", "div", "dl", "dt", "em",
	"ext-link", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
	"img", "inf", "inline-formula", "ins", "italic", "kbd", "label", "li", "list",
	"list-item", "mark", "math", "mfenced", "mfrac", "mi", "mn", "mo", "mover",
	"mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtext", "munder",
	"munderover", "named-content", "ol", "p", "pre", "q", "roman", "s", "samp", "sc",
	"scp", "sec", "section", "semantics", "small", "span", "strike", "strong",
	"styled-content", "sub", "sup", "table", "tbody", "td", "tex-math", "th", "title",
	"tr", "tt", "u", "ul", "underline", "var", "xref" };

/* Those that stand between words. */
static const char *const breaks[] = { "blockquote", "br", "center", "dd", "div", "dl",
	"dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "list", "list-item", "ol",
	"p", "pre", "sec", "section", "table", "td", "th", "title", "tr", "ul" };

static int
compare_names(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

static bool
is_among(const char *name, const char *const *names, size_t count)
{
	return bsearch(name, names, count, sizeof *names, compare_names) != NULL;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t
count_blanks(const char *text)
{
	return strspn(text, " \t\r\n");
}

/* ' name="value"' again and again; what follows them. */
static const char *
skip_attributes(const char *text)
{
	for (;;) {
		const char *at = text + count_blanks(text);
		size_t name;

		name = strcspn(at, " \t\r\n=<>/\"'");
		if (at == text || name == 0)
			return at;
		at += name + count_blanks(at + name);
		if (*at != '=')
			return text; /* "a<b and c>d": words, no tag */
		at++;
		at += count_blanks(at);
		if (*at == '"' || *at == '\'') {
			const char *end = strchr(at + 1, *at);

			if (end == NULL)
				return text;
			text = end + 1;
		} else {
			text = at + strcspn(at, " \t\r\n<>");
		}
	}
}

/* Bytes of the tag at `text`, 0: none begins there.  Its name in lower case. */
static size_t
read_tag(const char *text, char name[LONGEST_TAG + 1])
{
	const char *at = text + 1;
	size_t length = 0;
	const char *local;

	if (*at == '/')
		at++;
	if (!is_letter(*at))
		return 0;
	while (is_letter(*at) || (*at >= '0' && *at <= '9') || *at == '-' || *at == ':') {
		if (length == LONGEST_TAG)
			return 0;
		name[length++] = is_letter(*at) ? (char)(*at | 0x20) : *at;
		at++;
	}
	name[length] = '\0';
	local = strchr(name, ':');
	if (local != NULL)
		memmove(name, local + 1, strlen(local + 1) + 1);
	else if (!is_among(name, tags, sizeof tags / sizeof tags[0]))
		return 0;
	at = skip_attributes(at);
	if (*at == '/')
		at++;
	return *at == '>' ? (size_t)(at - text) + 1 : 0;
}

/* Bytes of the comment at `text`; 0: none, or one that never ends. */
static size_t
read_comment(const char *text)
{
	const char *end = NULL;

	if (strncmp(text, "<!--", 4) == 0)
		end = strstr(text + 4, "-->");
	return end == NULL ? 0 : (size_t)(end - text) + 3;
}

/* Decode what stands at *text, or copy a byte; never more bytes than read. */
static size_t
take_character(const char **text, char *out)
{
	unsigned code_point;
	size_t used = markup_read_entity(*text, &code_point);

	if (used == 0) {
		out[0] = *(*text)++;
		return 1;
	}
	*text += used;
	return text_put_code_point(code_point, out);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char *
markup_plain(struct arena *arena, const char *text)
{
	char name[LONGEST_TAG + 1], *out;
	size_t length = 0;
	bool gap = false;

	if (text == NULL)
		return NULL;
	/* A gap takes the place of a tag, which is longer. */
	out = arena_alloc(arena, strlen(text) + 4);
	while (*text != '\0') {
		size_t skip = 0;

		if (*text == '<') {
			skip = read_tag(text, name);
			if (skip != 0)
				gap |= is_among(
				    name, breaks, sizeof breaks / sizeof breaks[0]);
			else
				skip = read_comment(text);
		}
		if (skip != 0) {
			text += skip;
			continue;
		}
		if (gap && length > 0 && !is_blank(out[length - 1]) && !is_blank(*text))
			out[length++] = ' ';
		gap = false;
		length += take_character(&text, out + length);
	}
	out[length] = '\0';
	return out;
}
