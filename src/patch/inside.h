/* Inside patch/: what its files hand each other. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"
#include "model/finding.h"

struct arena;
struct buffer;
struct record;

/* Bytes of a list and what to put there. */
struct edit {
	size_t at, length; /* of the list's bytes */
	const char *put;
	const char *key; /* who asked for it, for people: a finding's key, a column */
};

/* A list as it is to be. */
struct patched {
	const struct list *list;
	struct edit *edits; /* in the order of the bytes, none over another */
	size_t count;
	struct buffer *words; /* what is said above its diff, a line each */
};

/* edits.c: false: others' bytes are among them (then *other is whose), or it would
 * change nothing (NULL). */
bool edits_add(struct arena *, struct patched *, struct edit, const char **other);
/* The whole list, mended. */
void edits_apply(const struct patched *, struct buffer *out);

/* unified.c: as `git apply` and `patch -p1` take it; nothing where nothing changes. */
void unified_write(const struct patched *, const char *path, struct buffer *out);

/* path.c: of a list, from the folder patches are applied in; *outside: it does not
 * lie in the present one. */
const char *path_of_list(struct arena *, const char *source, bool *outside);

/* What a curator may want to have in each row, in the order of --columns' words. */
enum filled { FILLED_CITATIONS, FILLED_VENUE, FILLED_LICENSE, FILLED };
extern const char *const filler_words[];
/* How a table of the list calls a new one: "Citations". */
extern const char *const filler_titles[];

/* What is known of a row; NULL: unknown, or not asked for. */
struct filling {
	const struct entry *entry;
	const char *values[FILLED];
};

/* Rows of one list, and what is known of them. */
struct filler {
	struct arena *arena;
	struct patched *patched;
	const struct filling *rows; /* in the order of the list */
	size_t count;
	bool wanted[FILLED];
	size_t left;        /* rows that are in nothing that can be filled … */
	unsigned left_line; /* … the first of them, and why */
	const char *left_why;
};

/* columns.c */
struct columns;
struct columns *columns_new(struct arena *, const char *words);
/* All rows that name the record. */
void columns_see(struct columns *, const struct record *);
/* The cells and badges of one list that are not as they should be. */
void columns_fill(struct columns *, struct patched *);

/* filler.c: what a column of this header holds; FILLED: something else. */
enum filled filler_called(struct arena *, const char *bytes, size_t length);
/*
 * May the value take the place of what a cell holds?  Of nothing ("", "-", "n/a"),
 * and of a count, which moves, by another; what a curator wrote stays.
 */
bool filler_may_fill(enum filled, const char *cell, size_t length);
/* `length` bytes at `at` become `put`. */
void filler_put(
    struct filler *, enum filled, const char *at, size_t length, const char *put);
void filler_leave(struct filler *, const struct entry *, const char *why);

/* table.c: the rows from `first` on that are in one table of Markdown; how many; 0:
 * the first is in none. */
size_t table_fill(struct filler *, size_t first);
/* badge.c: the row is an item. */
void badge_fill(struct filler *, const struct filling *);
/* cells.c: CSV. */
void cells_fill(struct filler *);

/* only.c: is it asked for?  `only`: NULL or "fix,decide,KEY,CODE". */
bool only_wants(const char *only, const struct finding *);

/* write.c: over the file, with a copy of it as it was beside; 0, or a status with its
 * line printed. */
int write_list(struct arena *, const struct patched *);
