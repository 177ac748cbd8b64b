/*
 * references.json: records as CSL JSON 1.0, for citeproc, Zotero and whatever
 * reads its items.  The same works as in references.bib.
 */
#pragma once

#include <stddef.h>

struct arena;
struct buffer;
struct json_writer;
struct record;

/*
 * The writer writes into the buffer; *count grows with what has an item, which a
 * web page has not.
 */
void csl_add(struct buffer *, struct json_writer *, struct arena *, const struct record *,
    size_t *count);
/* What ends a file of so many. */
void csl_end(struct buffer *, size_t count);
