/*
 * data/enrich.sqlite: what the other files of data/ say, typed, with keys and
 * indexes, and a view for each question that many ask (data/views.sql).
 */
#pragma once

#include "release/about/about.h"
#include "release/record/member.h"

struct finding;

struct database;
struct sqlite;

/* Into the file of that path, which is there and empty.  Lives in the arena. */
struct database *database_open(struct arena *, const char *path);
/* A record with all that stands in it, and what became of it. */
void database_add(struct database *, const struct telling *, const struct change_told *);
void database_add_finding(
    struct database *, const struct telling *, const struct finding *);
void database_add_history(struct database *, const struct history_rows *);
/* All was added: what is gone, what is said of the release as a whole, views. */
void database_finish(struct database *, const struct about *);
/* NULL is allowed.  What went wrong first, in the arena; NULL: all is written. */
const char *database_close(struct database *);

/* database_about.c: of the release, its lists and its sources. */
void database_about(struct sqlite *, const struct about *);
