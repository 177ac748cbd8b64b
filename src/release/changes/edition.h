/*
 * A work as one release has it: the record it is made of, or the line that was
 * written.  Both say the same.
 */
#pragma once

#include "release/record/watch.h"

struct arena;

struct edition {
	const struct record *record; /* NULL: … */
	const struct json *line;     /* … this */
};

const char *edition_id(const struct edition *);
/* Title, else name, else id. */
const char *edition_title(const struct edition *);
/* "models:18", its first row; NULL: none. */
const char *edition_place(struct arena *, const struct edition *);
void edition_watch(const struct edition *, enum watch, struct buffer *);
/* -1: unknown, and *source NULL. */
int64_t edition_cited(const struct edition *, const char **source);
/* identifier_key() of the one at this place; NULL: no more.  "": one that was refused,
 * or is none. */
const char *edition_key(struct arena *, const struct edition *, size_t at);
