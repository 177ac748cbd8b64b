/*
 * A text enters, the row of a table that bears it leaves.  Where words of all
 * titles are looked up in it, a search by halves is most of the work.
 */
#include "base/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* FNV-1a, and its bits mixed: slots are taken by the lower ones. */
static uint32_t
hash_text(const char *text)
{
	uint32_t hash = 2166136261u;

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash ^ hash >> 15;
}

static const char *
text_at(const struct lookup *lookup, size_t row)
{
	return *(const char *const *)(const void *)((const char *)lookup->first +
	    row * lookup->stride);
}

void
lookup_make(
    struct lookup *lookup, const char *const *first, size_t stride, size_t row_count)
{
	*lookup = (struct lookup){ .first = first, .stride = stride, .size = 16 };
	while (lookup->size < row_count * 2)
		lookup->size *= 2;
	lookup->slots = calloc(lookup->size, sizeof *lookup->slots);
	if (lookup->slots == NULL)
		log_fatal(71, "out of memory (%zu slots)", lookup->size);
	/* In their order, so that of equal ones the first is met first. */
	for (size_t row = 0; row < row_count; row++) {
		uint32_t hash = hash_text(text_at(lookup, row));
		size_t at = hash;

		while (lookup->slots[at & (lookup->size - 1)].row != 0)
			at++;
		lookup->slots[at & (lookup->size - 1)] = (struct lookup_slot){ hash,
			(uint32_t)row + 1 };
	}
}

size_t
lookup_find(const struct lookup *lookup, size_t from, size_t to, const char *text)
{
	uint32_t hash = hash_text(text);

	for (size_t at = hash;; at++) {
		const struct lookup_slot *slot = &lookup->slots[at & (lookup->size - 1)];
		size_t row = slot->row - (size_t)1;

		if (slot->row == 0)
			return SIZE_MAX;
		if (slot->hash == hash && row >= from && row < to &&
		    strcmp(text_at(lookup, row), text) == 0)
			return row;
	}
}
