/* A CSV file of ours (RFC 4180) read back, row by row. */
#ifndef ENRICH_RELEASE_CSV_READ_H
#define ENRICH_RELEASE_CSV_READ_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Reads the row at *text and moves behind it.  Cells live in the arena, the
 * formula guard taken off.  At most `most` cells are kept; the number there
 * were is returned.  0: the text is at its end or ill-quoted.
 */
size_t csv_read_row(struct arena *, const char **text, const char **cells, size_t most);

#endif
