/* Lists that were read before: their entries out of the cache. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "cache/cache.h"

struct arena;
struct list;
struct list_stated;

/* A list as it is about to be read. */
struct kept_list {
	const char *name, *source; /* as list_read wants them */
	const char *bytes;
	size_t length;
	const struct list_stated *stated; /* NULL: nobody said how it is written */
};

/*
 * The list with its identified entries, in the arena, as this very build read
 * these very bytes under this name; false: it is to be read.  The cache may be
 * NULL.
 */
bool kept_find(struct cache *, struct arena *, const struct kept_list *, struct list *);
/* The list of a name as it was read last, whatever its bytes were then. */
bool kept_before(struct cache *, struct arena *, const char *name, struct list *);
/* For the next time, with the next commit; nothing where the cache (or NULL) is
 * only read. */
void kept_put(struct cache *, const struct kept_list *, const struct list *);
