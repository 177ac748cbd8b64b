/*
 * The works once more in other forms: data/references.bib and references.json for
 * who cites them, data/enrich.sqlite for who has questions.
 */
#pragma once

#include <stdio.h>

#include "release/about/about.h"
#include "release/record/member.h"

struct finding;

struct copies {
	struct arena *arena;
	struct folder *folder;
	struct buffer *line; /* of one item, for the writer */
	struct json_writer *writer;
	FILE *bibtex, *csl, *database_file;
	size_t count;
	bool has_ended;
	struct database *database;
	struct history_rows history; /* of the record that comes */
	struct site *site;           /* NULL: none is wanted */
};

/* All lives in the arena; buffer and writer are the caller's, between two calls. */
void copies_open(struct copies *, struct arena *, const struct release_settings *,
    const struct release_same *, struct folder *, struct buffer *, struct json_writer *);
void copies_add(struct copies *, const struct telling *, const struct change_told *);
/* Rows of history.csv, before the record whose the last of them are. */
void copies_add_history(struct copies *, struct arena *, const struct buffer *rows);
void copies_add_finding(struct copies *, const struct telling *, const struct finding *);
/* What is left to say, and their end; once.  Mistakes are the folder's. */
void copies_finish(struct copies *, const struct about *);
/* All is written and packed: the page goes where --site says. */
void copies_place(struct copies *);
/* The end of what was not finished. */
void copies_close(struct copies *);
