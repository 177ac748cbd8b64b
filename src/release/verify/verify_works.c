/*
 * works.jsonl enters, line by line, and the schema as it is written; what does not
 * keep it leaves.  Of JSON Schema what schema.c uses is understood.
 */
#include <regex.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/strmap.h"
#include "model/record_table.h"
#include "release/about/about.h"
#include "release/verify/verifier.h"

#define SCHEMA "schema/works.schema.json"

struct pattern {
	const char *text;
	regex_t regex;
	struct pattern *next;
};

struct checked {
	struct verifier *verifier;
	size_t line;
	struct pattern *patterns; /* those met so far: a handful */
};

static void check_value(struct checked *, const struct json *schema,
    const struct json *value, const char *path);

static const char *
kind_of(const struct json *value)
{
	int64_t whole;

	switch (value->kind) {
	case JSON_NULL:
		return "null";
	case JSON_BOOLEAN:
		return "boolean";
	case JSON_NUMBER:
		return json_integer(value, &whole) ? "integer" : "number";
	case JSON_STRING:
		return "string";
	case JSON_ARRAY:
		return "array";
	case JSON_OBJECT:
		break;
	}
	return "object";
}

static bool
is_type(const struct json *type, const char *kind)
{
	return strcmp(type->text, kind) == 0 ||
	    (strcmp(type->text, "number") == 0 && strcmp(kind, "integer") == 0);
}

static bool
fits_type(const struct json *type, const struct json *value)
{
	const char *kind = kind_of(value);

	if (type == NULL)
		return true;
	if (type->kind == JSON_STRING)
		return is_type(type, kind);
	for (type = type->child; type != NULL; type = type->next)
		if (is_type(type, kind))
			return true;
	return false;
}

static bool
is_same(const struct json *a, const struct json *b)
{
	return a->kind == b->kind &&
	    (a->kind == JSON_NULL ||
		(a->text != NULL && b->text != NULL && strcmp(a->text, b->text) == 0));
}

/*
 * ECMAScript's pattern as POSIX has it: "\d" is all that differs, in releases made
 * before the schema wrote [0-9].
 */
static const regex_t *
pattern_of(struct checked *c, const char *text)
{
	struct pattern *pattern = c->patterns;
	struct buffer out;

	while (pattern != NULL && strcmp(pattern->text, text) != 0)
		pattern = pattern->next;
	if (pattern != NULL)
		return &pattern->regex;
	buffer_init(&out, 0);
	for (const char *at = text; *at != '\0'; at++)
		if (strncmp(at, "\\d", 2) == 0) {
			buffer_text(&out, at > text && at[-1] == '[' ? "0-9" : "[0-9]");
			at++;
		} else {
			buffer_char(&out, *at);
		}
	pattern = arena_alloc(c->verifier->arena, sizeof *pattern);
	*pattern = (struct pattern){ .text = text, .next = c->patterns };
	if (regcomp(&pattern->regex, out.bytes, REG_EXTENDED | REG_NOSUB) == 0)
		c->patterns = pattern;
	buffer_free(&out);
	return c->patterns == pattern ? &pattern->regex : NULL;
}

static void
free_patterns(struct checked *c)
{
	for (; c->patterns != NULL; c->patterns = c->patterns->next)
		regfree(&c->patterns->regex);
}

static const char *
shown(struct checked *c, const struct json *value)
{
	return arena_printf(c->verifier->scratch, "%.*s",
	    (int)(value->raw_length < 60 ? value->raw_length : 60), value->raw);
}

/* Bounds of a text or a number. */
static void
check_facets(struct checked *c, const struct json *schema, const struct json *value,
    const char *path)
{
	const char *pattern = json_string(json_get(schema, "pattern"));
	int64_t least, number;
	const regex_t *regex;

	if (value->kind == JSON_STRING && pattern != NULL &&
	    (regex = pattern_of(c, pattern)) != NULL &&
	    regexec(regex, value->text, 0, NULL, 0) != 0)
		verify_fail(c->verifier, "data/works.jsonl", c->line,
		    "%s: %s does not match %s", path, shown(c, value), pattern);
	if (value->kind == JSON_STRING &&
	    json_integer(json_get(schema, "minLength"), &least) &&
	    value->length < (size_t)least)
		verify_fail(
		    c->verifier, "data/works.jsonl", c->line, "%s: is empty", path);
	if (json_integer(value, &number) &&
	    json_integer(json_get(schema, "minimum"), &least) && number < least)
		verify_fail(c->verifier, "data/works.jsonl", c->line,
		    "%s: %s is less than %lld", path, shown(c, value), (long long)least);
}

static void
check_object(struct checked *c, const struct json *schema, const struct json *value,
    const char *path)
{
	const struct json *properties = json_get(schema, "properties");
	const struct json *member = json_get(schema, "required");

	for (member = member == NULL ? NULL : member->child; member != NULL;
	     member = member->next)
		if (json_get(value, member->text) == NULL)
			verify_fail(c->verifier, "data/works.jsonl", c->line,
			    "%s%s%s: is not there", path, *path == '\0' ? "" : ".",
			    member->text);
	for (member = value->child; member != NULL; member = member->next) {
		const struct json *of = json_get(properties, member->key);
		const char *inner = *path == '\0'
		    ? member->key
		    : arena_printf(
			  c->verifier->scratch, "%.200s.%.60s", path, member->key);

		if (of == NULL)
			verify_fail(c->verifier, "data/works.jsonl", c->line,
			    "%.80s: no such member", inner);
		else
			check_value(c, of, member, inner);
	}
}

static void
check_value(struct checked *c, const struct json *schema, const struct json *value,
    const char *path)
{
	const struct json *one = json_get(schema, "const");
	const struct json *all = json_get(schema, "enum");

	if (one != NULL && !is_same(one, value))
		verify_fail(c->verifier, "data/works.jsonl", c->line, "%s: is %s, not %s",
		    path, shown(c, value), one->text);
	if (!fits_type(json_get(schema, "type"), value)) {
		verify_fail(c->verifier, "data/works.jsonl", c->line,
		    "%s: %s is of another type", path, shown(c, value));
		return;
	}
	for (one = all == NULL ? NULL : all->child; one != NULL; one = one->next)
		if (is_same(one, value))
			break;
	if (all != NULL && one == NULL)
		verify_fail(c->verifier, "data/works.jsonl", c->line,
		    "%s: %s is none of its words", path, shown(c, value));
	check_facets(c, schema, value, path);
	if (value->kind == JSON_OBJECT)
		check_object(c, schema, value, path);
	for (one = value->kind == JSON_ARRAY ? value->child : NULL; one != NULL;
	     one = one->next)
		check_value(c, json_get(schema, "items"), one, path);
}

/* In order, and each once. */
static void
check_id(struct checked *c, const struct json *line, const char **last)
{
	struct verifier *v = c->verifier;
	const char *id = json_string(json_get(line, "id"));
	const char *key = json_string(json_get(line, "citation_key"));

	if (id == NULL)
		return;
	if (*last != NULL && strcmp(*last, id) >= 0)
		verify_fail(v, "data/works.jsonl", c->line, "id: %.80s %s", id,
		    strcmp(*last, id) == 0 ? "a second time" : "is out of order");
	*last = arena_text(v->arena, id);
	strmap_put(v->ids, id, v);
	if (key == NULL)
		return;
	if (strmap_get(v->keys, key) != NULL)
		verify_fail(v, "data/works.jsonl", c->line,
		    "citation_key: %.80s a second time", key);
	strmap_put(v->keys, key, v);
}

/* As this program writes it, NULL: the release has another version. */
static const struct json *
read_schema(struct verifier *v)
{
	struct buffer own, its;
	const struct json *schema = NULL;

	buffer_init(&own, 0);
	buffer_init(&its, 1u << 20);
	schema_write(NULL, &own);
	if (v->version != RECORD_VERSION)
		verify_fail(v, SCHEMA, 0,
		    "is of version %lld, and only %d is known here: works.jsonl was not "
		    "held against it",
		    (long long)v->version, RECORD_VERSION);
	else if (!file_read(file_join(v->arena, v->folder, SCHEMA), &its) ||
	    its.length != own.length || memcmp(its.bytes, own.bytes, own.length) != 0)
		verify_fail(v, SCHEMA, 0, "is not that of version %d", RECORD_VERSION);
	if (v->version == RECORD_VERSION) {
		const char *bytes = arena_text_n(v->arena, own.bytes, own.length);

		schema = json_parse(v->arena, bytes, own.length, NULL);
	}
	buffer_free(&own);
	buffer_free(&its);
	return schema;
}

void
verify_works(struct verifier *v)
{
	struct checked c = { .verifier = v };
	const struct json *schema = NULL;
	struct verify_lines lines;
	const char *last = NULL;

	verify_open(v, &lines, "data/works.jsonl");
	while (verify_next(&lines)) {
		const struct json *line = json_parse(
		    v->scratch, lines.bytes, lines.length, NULL);

		c.line = lines.number;
		if (line == NULL || line->kind != JSON_OBJECT) {
			verify_fail(v, lines.path, lines.number, "is no JSON object");
			continue;
		}
		if (lines.number == 1) {
			json_integer(json_get(line, "schema_version"), &v->version);
			schema = read_schema(v);
		}
		if (schema != NULL)
			check_object(&c, schema, line, "");
		check_id(&c, line, &last);
		v->works++;
		arena_reset(v->scratch);
	}
	free_patterns(&c);
}
