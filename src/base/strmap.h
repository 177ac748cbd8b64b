/* Text → pointer, unordered (uthash).  Keys are copied. */
#pragma once

#include <stddef.h>

struct strmap;

struct strmap *strmap_new(void);
void strmap_free(struct strmap *); /* not the values; NULL is allowed */
void *strmap_get(const struct strmap *, const char *key); /* NULL: absent */
void strmap_put(struct strmap *, const char *key, void *value);
/* Where the value of these bytes stands, with NUL among them or not; NULL at first. */
void **strmap_at(struct strmap *, const char *bytes, size_t length);
size_t strmap_count(const struct strmap *);
/* What it holds leaves memory, as of an arena (arena_rest). */
void strmap_rest(struct strmap *);
