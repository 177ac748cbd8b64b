/*
 * YAML as lists are kept in it: block mappings and sequences, scalars plain, quoted or
 * over several lines, sequences and mappings in brackets and braces (yaml_value.c);
 * which of them are records is yaml.c's.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct json;

/* Without the blanks in front and behind; text: of `length` bytes. */
struct yaml_line {
	const char *text;
	size_t length, indent;
};

/* The lines of one record, blank ones and remarks left out. */
struct yaml {
	struct arena *scratch;
	struct yaml_line *v;
	size_t count, at;
};

/* "- …", and the line behind its dash. */
bool yaml_is_dash(const struct yaml_line *);
struct yaml_line yaml_past_dash(const struct yaml_line *);
/* How long the key is that begins the line ("title: …"); 0: it has none. */
size_t yaml_key_length(const struct yaml_line *);
/* Indented more than what it belongs to, or the bracket that ends it. */
bool yaml_goes_on(const struct yaml_line *, size_t indent);
/* "{title: …": a mapping on its line. */
bool yaml_is_braced(const struct yaml_line *);
/* The mapping of a record, whose lines yaml->v has, as JSON would say it. */
struct json *yaml_read_record(struct yaml *);
