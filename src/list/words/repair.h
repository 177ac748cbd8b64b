/*
 * Damaged text: UTF-8 that was read as Windows-1252 or Mac Roman and written
 * as UTF-8 again.  Valid UTF-8 enters, the text as it was meant leaves, with
 * the numbers of the lines that were repaired.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct arena;

/* Sorted line numbers, each once. */
struct line_set {
	unsigned *lines;
	size_t count;
};

void line_set_add(struct arena *, struct line_set *, unsigned line);
/* Is any of first … last in the set? */
bool line_set_touches(const struct line_set *, unsigned first, unsigned last);

/*
 * Repairs what is certainly damaged, nothing else: a run of characters beyond
 * ASCII is replaced only when all of it reads as UTF-8 under the encoding the
 * whole document gives evidence of.  Lines stay lines.  Repairing what was
 * repaired changes nothing.  false: nothing was damaged, *out is untouched.
 */
bool repair_text(struct arena *, const char *bytes, size_t length, struct buffer *out,
    struct line_set *damaged);

enum repair_encoding { REPAIR_WINDOWS, REPAIR_MAC, REPAIR_ENCODINGS };

/* data/encodings.tsv, by encoding and code point; one begins where _from says. */
struct repair_row {
	enum repair_encoding encoding;
	unsigned short code_point;
	unsigned char byte;
};
extern const struct repair_row repair_rows[];
extern const size_t repair_rows_count;
extern const size_t repair_rows_from[];

/* repair_byte.c: the byte an encoding has for a code point, or -1. */
int repair_byte(enum repair_encoding, unsigned code_point);
/* "**医疗（X）**是": Markdown closes no stars between a bracket and a letter, but their writer
 * did.  In place. */
char *repair_stars(char *text);
