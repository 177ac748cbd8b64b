/* Text → pointer, unordered (uthash).  Keys are copied. */
#pragma once

#include <stddef.h>

struct strmap;

struct strmap *strmap_new(void);
void strmap_free(struct strmap *); /* not the values; NULL is allowed */
void *strmap_get(const struct strmap *, const char *key); /* NULL: absent */
void strmap_put(struct strmap *, const char *key, void *value);
size_t strmap_count(const struct strmap *);
