/*
 * YAML as lists are kept in it: block mappings and sequences, scalars plain, quoted or
 * over several lines, sequences in brackets on one line (yaml_value.c); which of them
 * are records is yaml.c's.
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

struct yaml_line yaml_line_of(const char *at, const char *end);
const char *yaml_next_line(const char *at, const char *end);
/* Blank, a remark, or "---". */
bool yaml_is_silent(const struct yaml_line *);
/* "- …", and the line behind its dash. */
bool yaml_is_dash(const struct yaml_line *);
struct yaml_line yaml_past_dash(const struct yaml_line *);
/* How long the key is that begins the line ("title: …"); 0: it has none. */
size_t yaml_key_length(const struct yaml_line *);
/* The mapping that begins at yaml->at, as JSON would say it; depth: 0 for a record. */
struct json *yaml_read_mapping(struct yaml *, size_t indent, int depth);
