/*
 * How a list may be written.  One row a format: its name, the extensions and
 * the first bytes it is known by, and its reader.  All readers give the same
 * entries; what is behind list/ never asks where they came from.
 */
#ifndef ENRICH_LIST_FORMAT_H
#define ENRICH_LIST_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

struct reader;

struct format {
	const char *name;
	const char *extensions; /* "bib bibtex" */
	bool (*begins)(const char *bytes, size_t length);
	/* false: no list of this format at all, and why (in the arena of the
	 * entries).  A record that cannot be read is left out and counted
	 * (reader_broken). */
	bool (*read)(
	    struct reader *, const char *bytes, size_t length, const char **reason);
};

/*
 * The extension decides; a source without a known one (a URL, "-") is looked
 * at, and what looks like nothing else is Markdown.  `bytes`: without BOM.
 */
const struct format *format_of(const char *source, const char *bytes, size_t length);

#endif
