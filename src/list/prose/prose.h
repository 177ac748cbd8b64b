/*
 * list/prose/: Markdown and HTML → entries.
 *
 * Text enters, read slice by slice; the reader's entries leave.
 */
#pragma once

#include <stddef.h>

struct reader;

/* All of a list, UTF-8 without BOM. */
void slices_read(struct reader *, const char *bytes, size_t length);
