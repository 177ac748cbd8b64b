/* Lines of YAML enter; the mapping they are leaves, as JSON would say it. */
#include "list/record/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"

enum { DEEPEST = 8 };

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

bool
yaml_goes_on(const struct yaml_line *line, size_t indent)
{
	return line->indent > indent ||
	    (line->length > 0 && strchr("]}", *line->text) != NULL);
}

bool
yaml_is_braced(const struct yaml_line *line)
{
	return line->length > 0 && *line->text == '{';
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

/* A word of what stands in brackets, up to a sign of theirs. */
static const char *
flow_word(struct arena *scratch, const char **at)
{
	const char *start = *at, *end;
	char quote = *start == '"' || *start == '\'' ? *start : '\0';

	if (quote != '\0')
		for ((*at)++; **at != '\0' && **at != quote; (*at)++)
			*at += **at == '\\' && quote == '"' && (*at)[1] != '\0';
	for (;; *at = end + 1) {
		end = *at + strcspn(*at, ",:]}");
		/* "https://" is no key. */
		if (*end != ':' || quote != '\0' || end[1] == '\0' ||
		    strchr(" \"'[{", end[1]) != NULL)
			break;
	}
	*at = end;
	return scalar_text(
	    scratch, text_trim(arena_text_n(scratch, start, (size_t)(end - start)), " "));
}

/* [oats, {name: "rye bread"}] at `*at`, which is behind it then. */
static struct json *
flow(struct arena *scratch, const char **at, int depth)
{
	bool is_object = **at == '{';
	struct json *whole, *last = NULL;

	if (depth > DEEPEST || (**at != '[' && !is_object))
		return node_of(scratch, JSON_STRING, flow_word(scratch, at));
	whole = node_of(scratch, is_object ? JSON_OBJECT : JSON_ARRAY, NULL);
	for ((*at)++; *(*at += strspn(*at, " ,:")) != '\0';) {
		const char *key = NULL;
		struct json *member;
		if (**at == ']' || **at == '}') {
			(*at)++;
			break;
		}
		if (is_object) {
			key = flow_word(scratch, at);
			*at += strspn(*at, " :");
		}
		member = flow(scratch, at, depth + 1);
		member->key = key;
		add(whole, &last, member);
	}
	return whole;
}

/* What stands behind a key or a dash, with the lines that are indented more. */
static struct json *
scalar(struct yaml *yaml, const char *text, size_t indent)
{
	bool block = *text == '|' || *text == '>';
	struct buffer whole;

	buffer_init(&whole, 0);
	buffer_text(&whole, block ? "" : text);
	for (; yaml->at < yaml->count && yaml_goes_on(&yaml->v[yaml->at], indent);
	     yaml->at++) {
		buffer_text(&whole, whole.length == 0 ? "" : " ");
		buffer_add(&whole, yaml->v[yaml->at].text, yaml->v[yaml->at].length);
	}
	text = arena_text_n(yaml->scratch, whole.bytes, whole.length);
	buffer_free(&whole);
	if ((*text == '[' || *text == '{') && !block)
		return flow(yaml->scratch, &text, 0);
	return node_of(
	    yaml->scratch, JSON_STRING, block ? text : scalar_text(yaml->scratch, text));
}

static struct json *read_value(struct yaml *, size_t indent, int depth);

static struct json *
read_mapping(struct yaml *yaml, size_t indent, int depth)
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
		array = read_mapping(yaml, indent, depth);
		yaml->at += yaml->at == from;
		return array;
	}
	array = node_of(yaml->scratch, JSON_ARRAY, NULL);
	while (yaml->at < yaml->count && yaml->v[yaml->at].indent == indent &&
	    yaml_is_dash(&yaml->v[yaml->at])) {
		struct yaml_line *line = &yaml->v[yaml->at];
		*line = yaml_past_dash(line);
		if (yaml_key_length(line) > 0 && !yaml_is_dash(line)) {
			add(array, &last, read_mapping(yaml, line->indent, depth + 1));
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

struct json *
yaml_read_record(struct yaml *yaml)
{
	size_t indent = yaml->v[0].indent;
	struct yaml_line *first = &yaml->v[0];

	*first = yaml_past_dash(first);
	if (!yaml_is_braced(first))
		return read_mapping(yaml, first->indent, 0);
	yaml->at = 1;
	return scalar(
	    yaml, arena_text_n(yaml->scratch, first->text, first->length), indent);
}
