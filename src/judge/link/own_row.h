/* What an entry's bytes in its list say of an answer.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>

#include "judge/title/title.h"

struct arena;
struct brief;
struct entry;

struct row_said {
	/* The run of words, between signs or markup, that is nearest to the
	 * answer's title; NULL: none has half of it. */
	const char *title;
	bool behind; /* … and it stands behind what was read as the entry's own */
	bool people; /* somebody whom the answer names */
	bool other;  /* so many words of its own that another title stands there */
};

/*
 * For titles that have nothing in common: whatever was taken for the entry's, what
 * it links is what its row says.  Nothing is said of a row that is several
 * entries', or not at hand.
 */
void own_row_read(struct arena *, const struct entry *, const struct title *own,
    const struct title *answer, const struct brief *, struct row_said *);
/* Does this stand in the row by itself, between signs or markup? */
bool own_row_has(struct arena *, const struct entry *, const char *text);
