/*
 * list/prose/: Markdown and HTML → entries.
 *
 * Text enters, read slice by slice; the reader's entries leave.
 */
#ifndef ENRICH_LIST_PROSE_PROSE_H
#define ENRICH_LIST_PROSE_PROSE_H

#include <stddef.h>

struct reader;

/* All of a list, UTF-8 without BOM. */
void slices_read(struct reader *, const char *bytes, size_t length);

#endif
