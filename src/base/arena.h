/*
 * Memory by lifetime: what is allocated from an arena lives until the arena
 * is reset or freed.  Running out of memory ends the program (log_fatal).
 * What an arena holds beyond its first megabytes lies in a spool.
 */
#pragma once

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* All of it in memory, always: for what is large for a moment, over and over. */
struct arena *arena_new_in_memory(void);
void arena_free(struct arena *); /* NULL is allowed */

/* Forget everything, keep a block for reuse; what stays in memory keeps some megabytes. */
void arena_reset(struct arena *);

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *, size_t size);

/* Copies, NUL-terminated.  A NULL text gives NULL. */
char *arena_text(struct arena *, const char *text);
char *arena_text_n(struct arena *, const char *bytes, size_t length);
/* One text behind the other, up to a NULL. */
char *arena_join(struct arena *, const char *first, ...) __attribute__((sentinel));
char *arena_printf(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Room for one more element behind `count` elements of `size` bytes.
 * Returns the array, moved when it had to grow (it grows at powers of two, so
 * no capacity is kept):
 *	x->v = arena_push(arena, x->v, x->count, sizeof *x->v);
 *	x->v[x->count++] = new;
 * Only for arrays that were grown by this function from NULL.
 */
void *arena_push(struct arena *, void *array, size_t count, size_t size);

/* Lets go of the memory of what lies in the spool, until it is touched. */
void arena_rest(struct arena *);
/*
 * For each turn of a loop that goes through an arena in the order it was
 * filled: now and then lets go of the memory of what lies in the spool.  It
 * comes back piece by piece as it is touched, which random access would feel.
 */
void arena_rest_at(struct arena *, size_t turn);
/*
 * The same for a loop that goes criss-cross: each turn may touch pages that no
 * other does, and the kernel maps their neighbours with them.
 */
void arena_rest_scattered_at(struct arena *, size_t turn);

/* What arenas may have of this machine's memory before they spool: a 64th, 16 to 128 MB. */
size_t arena_memory_share(void);

/* Bytes handed out since the last reset; only tests ask, to bound them. */
size_t arena_used(const struct arena *);
