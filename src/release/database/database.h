/*
 * data/enrich.sqlite: what the other files of data/ say, typed, with keys and
 * indexes, and a view for each question that many ask (data/views.sql).
 */
#pragma once

#include "release/about/about.h"
#include "release/record/member.h"

struct buffer;
struct finding;

struct database;
struct sqlite;

/* Into the file of that path, which is there and empty.  Lives in the arena. */
struct database *database_open(struct arena *, const char *path);
/*
 * The same of a copy of the one before, when all that would be added is as it was:
 * nothing is.  `base` is what database_base gave of that one.
 */
struct database *database_open_same(
    struct arena *, const char *path, const struct release_memo *base);
/* After database_finish, until the arena goes; of one opened as the same: none. */
struct release_memo database_base(const struct database *);
/* A record with all that stands in it, and what became of it. */
void database_add(struct database *, const struct telling *, const struct change_told *);
void database_add_finding(
    struct database *, const struct telling *, const struct finding *);
void database_add_history(struct database *, const struct history_rows *);
/* All was added: what is gone, what is said of the release as a whole, views. */
void database_finish(struct database *, const struct about *);
/* NULL is allowed.  What went wrong first, in the arena; NULL: all is written. */
const char *database_close(struct database *);
void database_free(struct database *); /* NULL is allowed */

/* base.c: what is other pages once the release is told of; false: it was not read. */
struct sqlite_pages;
bool database_base_keep(const char *path, const struct sqlite_pages *, struct buffer *);
/* As it was before; false: it cannot be made so. */
bool database_base_restore(const char *path, const char *bytes, size_t length);
/* database_about.c: of the release, its lists and its sources. */
void database_about(struct sqlite *, const struct about *);
