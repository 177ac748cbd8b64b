/*
 * Bounded XML and HTML reading on libxml2: no network, no entities beyond the
 * predefined ones, no DOCTYPE in XML, at most 64 levels.  And the small
 * escaping that writing HTML or XML needs.
 */
#pragma once

#include <stddef.h>

struct arena;

struct markup_attribute {
	const char *name; /* local name */
	const char *value;
	struct markup_attribute *next;
};

struct markup {
	const char *name;  /* local name; NULL for a text node */
	const char *space; /* namespace URI or NULL */
	const char *text;  /* of a text node */
	unsigned line;     /* 1-based line in the input, 0 unknown */
	struct markup_attribute *attributes;
	const struct markup *child;
	const struct markup *next;
};

/* The root element, or NULL with *reason (in the arena; may be NULL). */
const struct markup *markup_parse_xml(
    struct arena *, const char *bytes, size_t length, const char **reason);

/*
 * A fragment of HTML: the <body> element of what a browser would build, never
 * NULL.  Text directly in it stands in a <p>; scripts and styles are empty.
 */
const struct markup *markup_parse_html(struct arena *, const char *bytes, size_t length);

/* First child element of that local name (any namespace); NULL-safe. */
const struct markup *markup_child(const struct markup *, const char *name);
/* The next sibling element of that local name. */
const struct markup *markup_next(const struct markup *, const char *name);
const char *markup_attribute(const struct markup *, const char *name);
/* All text inside, concatenated, white space as it stands; NULL gives "". */
char *markup_text(struct arena *, const struct markup *);
/* Well-formed XML of one element on its own, namespaces declared on it. */
char *markup_serialise(struct arena *, const struct markup *);

/*
 * Drop tags, decode one layer of entities: "A &amp; <i>B</i>" → "A & B".  What
 * is no tag publishers use stays: "p < 0.05", "a<b", "<pad> tokens".
 */
char *markup_plain(struct arena *, const char *text);
