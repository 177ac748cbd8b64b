/*
 * The works once more in other forms: data/references.bib and references.json for
 * who cites them, data/enrich.sqlite for who has questions.
 */
#pragma once

#include <stdio.h>

#include "release/about/about.h"
#include "release/record/member.h"
#include "release/release.h"

struct finding;

/* A record for the database and the page. */
struct copied {
	struct record record;
	struct change_told told;
	struct history_rows history;
	char *bibtex; /* as references.bib has it; NULL: it was taken from the last one */
};

/* Those that wait, and where what was made for them lies. */
struct copied_block {
	struct arena *arena;
	struct copied *v;
	size_t count;
};

struct copies {
	struct arena
	    *arena; /* of the database and the page, who may write beside all else */
	struct arena *scratch; /* of one record of theirs */
	struct folder *folder;
	struct buffer *line; /* of one item, for the writer */
	struct json_writer *writer;
	FILE *bibtex, *csl, *database_file;
	size_t count;
	bool has_ended;
	struct database *database;
	struct site *site; /* NULL: none is wanted */
	/* What is added waits in `blocks[filling]` while the other one is written. */
	struct copied_block blocks[2];
	size_t filling;
	bool waits; /* else it is written at once */
};

/* Buffer and writer are the caller's, between two calls.  `same`: all works are; `some`:
 * some. */
void copies_open(struct copies *, const struct release_settings *,
    const struct release_same *same, const struct release_same *some, struct folder *,
    struct buffer *, struct json_writer *);
/* With the rows of history.csv before its own, and its own. */
void copies_add(struct copies *, const struct telling *, const struct change_told *,
    const struct buffer *rows, struct release_texts *);
/* copies_block.c: fill(context) adds records while those that it added the last time
 * are written; what these point to has stayed until then.  NULL: there are no more. */
void copies_block(struct copies *, void (*fill)(void *context), void *context);
/* Into the database and the page; then there is nothing in it. */
void copies_write_block(struct copies *, struct copied_block *);
/* Rows of history.csv behind the last record's. */
void copies_add_history(struct copies *, struct arena *, const struct buffer *rows);
void copies_add_finding(struct copies *, const struct telling *, const struct finding *);
/* What is left to say, and their end; once.  Mistakes are the folder's. */
void copies_finish(struct copies *, const struct about *);
/* All is written and packed: the page goes where --site says. */
void copies_place(struct copies *);
/* The end of what was not finished. */
void copies_close(struct copies *);
