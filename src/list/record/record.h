/*
 * list/record/: BibTeX, CSV and JSON → entries.
 *
 * Bytes of a structured list enter; the reader's entries leave.  Each pair:
 * do the first bytes look like this format?  Read all of it (struct format).
 */
#ifndef ENRICH_LIST_RECORD_RECORD_H
#define ENRICH_LIST_RECORD_RECORD_H

#include <stdbool.h>
#include <stddef.h>

struct reader;

bool list_begins_bibtex(const char *bytes, size_t length);
bool list_read_bibtex(struct reader *, const char *, size_t, const char **);
bool list_begins_csv(const char *bytes, size_t length);
bool list_read_csv(struct reader *, const char *, size_t, const char **);
bool list_begins_json(const char *bytes, size_t length);
bool list_read_json(struct reader *, const char *, size_t, const char **);

#endif
