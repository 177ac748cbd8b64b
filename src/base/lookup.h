/* Rows of a table of facts, found by their text: see data/. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Zeroed at first; lives as long as the program. */
struct lookup {
	struct lookup_slot {
		uint32_t hash, row; /* row: the next number, 0: free */
	} * slots;
	size_t size; /* a power of two */
	const char *const *first;
	size_t stride;
};

/*
 * Once, before anything is looked for: `first` is the text of the first row, the
 * others lie `stride` bytes behind one another.  None is NULL, some may be equal.
 */
void lookup_make(
    struct lookup *, const char *const *first, size_t stride, size_t row_count);
/* The number of the first row with this text that is not before `from` and
 * before `to`; SIZE_MAX: none. */
size_t lookup_find(const struct lookup *, size_t from, size_t to, const char *text);
