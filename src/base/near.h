/* Which word was meant: the nearest of some to one that is none of them. */
#pragma once

#include <stddef.h>

/* { .word = what was written }; then near_look at each that could be meant. */
struct near {
	const char *word;
	size_t length;    /* of it; 0: all of the text */
	const char *best; /* NULL: none is near; the first of the nearest */
	unsigned away;    /* its distance */
};

/*
 * Letters added, lost, exchanged or swapped, whatever their case: one of three at
 * the most.  A word that begins with what was written (three letters and more) is near,
 * too.
 */
void near_look(struct near *, const char *candidate);
/* The same for each of "one two three". */
struct arena;
void near_look_at_all(struct near *, struct arena *, const char *candidates);
/* "; did you mean BEST?", or "". */
char *near_words(struct arena *, const struct near *);
