/* The bytes of a list that was read; this build's alone, for this build. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buffer;
struct list;

/* All but its name and source. */
void kept_list_put(struct buffer *, const struct list *);
/*
 * Into a list that has its name and source already, all in the arena; false:
 * these are no bytes of a list, and the list is not to be used.
 */
bool kept_list_get(struct arena *, const char *bytes, size_t length, struct list *);
