/*
 * Lists of records with a tag in front of each line, as RIS and MEDLINE are:
 * the lines (tagged.c); what the tags hold is each format's (ris.c, nbib.c).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "list/record/given.h"

struct tagged_field {
	char tag[5];
	const char *text; /* in the scratch; lines behind the first, too */
};

struct tagged_format {
	const char *first; /* the tag that begins a record */
	const char *last;  /* that ends one; NULL: a blank line does */
	/* What a record's fields say. */
	void (*say)(struct said *, const struct tagged_field *, size_t count);
};

/* What a tag holds, of formats that say it by a table. */
struct tagged_meaning {
	const char *tag;
	enum given given;
};

/* Where a line that begins with a tag has its text; NULL: it has no tag. */
const char *tagged_line(const char *line, const char *end, char tag[5]);
void tagged_read(
    struct reader *, const char *bytes, size_t length, const struct tagged_format *);
void tagged_say(struct said *, const struct tagged_field *, const struct tagged_meaning *,
    size_t count);
/* All names of this tag: "Roe, Ann", "Roe, John, Jr.", "An Institute"; false:
 * there is none. */
bool tagged_say_people(
    struct said *, const struct tagged_field *, size_t count, const char *const *tags);
/* "2024/11/07/spring", "2024 Nov 7", "2024 Nov-Dec" → as dates are written. */
const char *tagged_date(struct arena *scratch, const char *text);
