/* Lines of YAML enter; the mapping they are leaves, as JSON would say it. */
#include "list/record/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"

enum { DEEPEST = 8 };

const char *
yaml_next_line(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline == NULL ? end : newline + 1;
}

struct yaml_line
yaml_line_of(const char *at, const char *end)
{
	struct yaml_line line = { .length = (size_t)(yaml_next_line(at, end) - at) };

	while (line.length > 0 && strchr(" \t\r\n", at[line.length - 1]) != NULL)
		line.length--;
	while (line.indent < line.length && at[line.indent] == ' ')
		line.indent++;
	line.text = at + line.indent;
	line.length -= line.indent;
	return line;
}

bool
yaml_is_silent(const struct yaml_line *line)
{
	return line->length == 0 || *line->text == '#' ||
	    (line->length == 3 && strncmp(line->text, "---", 3) == 0);
}

bool
yaml_is_dash(const struct yaml_line *line)
{
	return line->length > 0 && *line->text == '-' &&
	    (line->length == 1 || line->text[1] == ' ');
}

struct yaml_line
yaml_past_dash(const struct yaml_line *line)
{
	struct yaml_line rest = *line;

	do {
		rest.text++;
		rest.length--;
		rest.indent++;
	} while (rest.length > 0 && *rest.text == ' ');
	return rest;
}

size_t
yaml_key_length(const struct yaml_line *line)
{
	for (size_t i = 0; i < line->length; i++) {
		char c = line->text[i];
		if (c == ':')
			return i + 1 == line->length || line->text[i + 1] == ' ' ? i : 0;
		if (((c | 32) < 'a' || (c | 32) == '{') && !text_is_digit(c) &&
		    strchr("_- '\"", c) == NULL)
			return 0;
	}
	return 0;
}

/* What stands behind a backslash, "xE9" or "u4E2D" as PyYAML writes them, to `*to`; its
 * last byte. */
static const char *
unescape(const char *from, char **to)
{
	size_t digits = *from == 'x' ? 2 : *from == 'u' ? 4 : *from == 'U' ? 8 : 0;
	char number[9] = "";

	strncat(number, from + (digits > 0), digits);
	if (digits > 0 && strspn(number, "0123456789abcdefABCDEF") == digits) {
		*to += text_put_code_point((unsigned)strtoul(number, NULL, 16), *to);
		return from + digits;
	}
	*(*to)++ = *from == 'n' || *from == 't' || *from == 'N' || *from == '_' ? ' '
										: *from;
	return from;
}

/* "Oats: by night", 'it''s', plain # remark */
static const char *
scalar_text(struct arena *scratch, const char *text)
{
	char quote = *text, *plain, *to;
	const char *remark = strstr(text, " #");

	if (quote != '"' && quote != '\'')
		return remark == NULL
		    ? text
		    : arena_text_n(scratch, text, (size_t)(remark - text));
	plain = to = arena_text(scratch, text + 1);
	for (const char *from = text + 1; *from != '\0'; from++) {
		if (*from == quote && (quote == '"' || from[1] != quote))
			break;
		if (quote == '"' && *from == '\\' && from[1] != '\0') {
			from = unescape(from + 1, &to);
			continue;
		}
		from += *from == quote && from[1] != '\0';
		*to++ = *from;
	}
	*to = '\0';
	return plain;
}

static struct json *
node_of(struct arena *scratch, enum json_kind kind, const char *text)
{
	struct json *node = arena_alloc(scratch, sizeof *node);

	*node = (struct json){ .kind = kind, .text = text };
	node->length = text == NULL ? 0 : strlen(text);
	if (kind == JSON_STRING &&
	    (*text == '\0' || strcmp(text, "~") == 0 || strcmp(text, "null") == 0))
		node->kind = JSON_NULL;
	return node;
}

static void
add(struct json *parent, struct json **last, struct json *child)
{
	if (*last == NULL)
		parent->child = child;
	else
		(*last)->next = child;
	*last = child;
	parent->count++;
}

/* [oats, "rye bread"] */
static struct json *
bracketed(struct arena *scratch, const char *text)
{
	struct json *array = node_of(scratch, JSON_ARRAY, NULL), *last = NULL;

	for (text++; *text != '\0' && *text != ']';) {
		size_t length;
		text += strspn(text, " ,");
		length = *text == '"' || *text == '\''
		    ? strcspn(text + 1, *text == '"' ? "\"" : "'") + 1
		    : 0;
		length += strcspn(text + length, ",]");
		if (length > 0)
			add(array, &last,
			    node_of(scratch, JSON_STRING,
				scalar_text(scratch,
				    text_squeeze(
					scratch, arena_text_n(scratch, text, length)))));
		text += length;
	}
	return array;
}

/* What stands behind a key or a dash, with the lines that are indented more. */
static struct json *
scalar(struct yaml *yaml, const char *text, size_t indent)
{
	bool block = *text == '|' || *text == '>';
	struct buffer whole;

	if (*text == '[' && strchr(text, ']') != NULL)
		return bracketed(yaml->scratch, text);
	buffer_init(&whole, 0);
	buffer_text(&whole, block ? "" : text);
	for (; yaml->at < yaml->count && yaml->v[yaml->at].indent > indent; yaml->at++) {
		buffer_text(&whole, whole.length == 0 ? "" : " ");
		buffer_add(&whole, yaml->v[yaml->at].text, yaml->v[yaml->at].length);
	}
	text = arena_text_n(yaml->scratch, whole.bytes, whole.length);
	buffer_free(&whole);
	return node_of(
	    yaml->scratch, JSON_STRING, block ? text : scalar_text(yaml->scratch, text));
}

static struct json *read_value(struct yaml *, size_t indent, int depth);

struct json *
yaml_read_mapping(struct yaml *yaml, size_t indent, int depth)
{
	struct json *object = node_of(yaml->scratch, JSON_OBJECT, NULL), *last = NULL;

	while (yaml->at < yaml->count && yaml->v[yaml->at].indent == indent) {
		const struct yaml_line *line = &yaml->v[yaml->at], *next;
		size_t length = yaml_key_length(line);
		struct json *member;
		const char *rest;
		if (length == 0 || yaml_is_dash(line))
			break;
		rest = text_squeeze(yaml->scratch,
		    arena_text_n(yaml->scratch, line->text + length + 1,
			line->length - length - 1));
		next = ++yaml->at < yaml->count ? line + 1 : NULL;
		if (*rest != '\0' || next == NULL || next->indent < indent ||
		    (next->indent == indent && !yaml_is_dash(next)))
			member = scalar(yaml, rest, indent);
		else
			member = read_value(yaml, next->indent, depth + 1);
		member->key = text_trim(
		    arena_text_n(yaml->scratch, line->text, length), " '\"");
		add(object, &last, member);
	}
	return object;
}

static struct json *
read_value(struct yaml *yaml, size_t indent, int depth)
{
	struct json *array, *last = NULL;
	size_t from = yaml->at;

	while (depth > DEEPEST && yaml->at < yaml->count &&
	    yaml->v[yaml->at].indent >= indent)
		yaml->at++;
	if (yaml->at > from || !yaml_is_dash(&yaml->v[from])) {
		array = yaml_read_mapping(yaml, indent, depth);
		yaml->at += yaml->at == from;
		return array;
	}
	array = node_of(yaml->scratch, JSON_ARRAY, NULL);
	while (yaml->at < yaml->count && yaml->v[yaml->at].indent == indent &&
	    yaml_is_dash(&yaml->v[yaml->at])) {
		struct yaml_line *line = &yaml->v[yaml->at];
		*line = yaml_past_dash(line);
		if (yaml_key_length(line) > 0 && !yaml_is_dash(line)) {
			add(array, &last,
			    yaml_read_mapping(yaml, line->indent, depth + 1));
			continue;
		}
		yaml->at++;
		add(array, &last,
		    scalar(yaml,
			text_squeeze(yaml->scratch,
			    arena_text_n(yaml->scratch, line->text, line->length)),
			indent));
	}
	return array;
}
