/* How a list is written (struct format: list/record/record.h). */
#pragma once

#include <stddef.h>

struct format;

/*
 * The extension decides; a source without a known one (a URL, "-") is looked
 * at, and what looks like nothing else is Markdown.  `bytes`: without BOM.
 */
const struct format *format_of(const char *source, const char *bytes, size_t length);
/* Why its name says that it cannot be read, and what to do; NULL: it does not. */
const char *format_unread(const char *source);
