/*
 * list/record/: BibTeX, RIS, MEDLINE, CSV, JSON, YAML and lines → entries.
 *
 * A format: its name, the extensions and the first bytes it is known by, and its
 * reader.  All readers give the same entries; what is behind list/ never asks
 * where they came from.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"

struct reader;

struct format {
	const char *name;
	const char *extensions; /* "bib bibtex" */
	/* Do the first bytes look like it?  NULL: only the extension tells. */
	bool (*begins)(const char *bytes, size_t length);
	/* false: no list of this format at all, and why (in the arena of the
	 * entries).  A record that cannot be read is left out and counted
	 * (reader_broken). */
	bool (*read)(
	    struct reader *, const char *bytes, size_t length, const char **reason);
	enum writing writing;
};

/* Each is a constant list_format_NAME in its file; in this order they look at
 * what has no extension. */
#define LIST_FORMATS(FORMAT)                                                             \
	FORMAT(bibtex)                                                                   \
	FORMAT(ris) FORMAT(nbib) FORMAT(csv) FORMAT(json) FORMAT(plain) FORMAT(yaml)

#define LIST_FORMAT_IS_THERE(name) extern const struct format list_format_##name;
LIST_FORMATS(LIST_FORMAT_IS_THERE)

struct arena;
struct buffer;
/* latex_lines.c: a text of any format whose accented letters are BibTeX's ("{\"o}",
 * "{\v{s}}", "{'}"), with these letters; lines stay lines.  Itself where it has none,
 * else in the buffer. */
const char *latex_lines(
    struct arena *, const char *bytes, size_t *length, struct buffer *);
