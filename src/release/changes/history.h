/*
 * data/history.csv: each count of citations that a work has had, sorted by work and
 * day.  What earlier releases had stays; a row comes where a count has moved, or
 * another source tells it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct arena;
struct buffer;
struct record;

/* The last count of a work before, by the same source; -1: none. */
struct history_move {
	int64_t before, now;
};

struct history {
	FILE *before; /* of the release before; NULL: none, or it had none */
	char *line;   /* the row read ahead */
	size_t room;
	ptrdiff_t length;  /* of it; -1: there is no more */
	struct buffer *id; /* of that row */
};

/* `folder` is the release before; NULL: there is none. */
void history_open(struct history *, struct arena *, const char *folder);
/* Appends what comes before the record's rows, these, and, where it has moved, its
 * count.  `today`: the release's day. */
struct history_move history_add(struct history *, struct buffer *out,
    const struct record *, struct arena *scratch, const char *today);
/* Appends at most some rows of works that are gone; false: that was all. */
bool history_rest(struct history *, struct buffer *out);
/* Of a work, rows of those before it are passed over: ids must rise.  source NULL:
 * there is none. */
struct history_last {
	int64_t count;
	const char *source;
};
struct history_last history_last(struct history *, struct arena *, const char *id);
/* Rows as history_add and history_rest append them, of one work or more. */
struct history_rows {
	const struct counted *v;
	size_t count;
};
struct history_rows history_parse(struct arena *, const struct buffer *rows);
void history_close(struct history *);
