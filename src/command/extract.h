/* enrich extract: one entry as one JSON line. */
#pragma once

#include <stddef.h>

struct buffer;
struct entry;
struct list;

/* Appends the entry's line.  `work` is the same for entries of one work. */
void extract_entry(struct buffer *, const struct entry *, size_t work);
/* How a list was read, with -v: its forms, and what was left out. */
void extract_say(const struct list *);
