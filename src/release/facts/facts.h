/*
 * What several writers say about a record or a list, said in one place.
 */
#pragma once

#include <stdbool.h>

#include "model/record.h"

struct arena;
struct release_settings;

/* The best outcome over the sources; false: there was nothing to ask. */
bool facts_outcome(const struct record *, enum outcome *);
bool facts_in_scope(const struct record *);
bool facts_is_paper(const struct record *);
/* A venue that only says "preprint" is none. */
bool facts_is_venue(const char *given);
/* An identifier or artifact is gone, or the work withdrawn or retracted. */
bool facts_gone(const struct record *);
/* Date as the list has it. */
const char *facts_date_given(const struct entry *);
/* Year of issued, else of first_public, else of the first list that says one; 0. */
int facts_year(const struct record *);
/* Title, else name, else id: never NULL. */
const char *facts_title(const struct record *);
/* "ID=LICENSE; …" of the own (self, declared) artifacts of a kind; NULL. */
const char *facts_licenses(struct arena *, const struct record *, const char *kind);
/* Authors' names joined; NULL when there are none. */
const char *facts_authors(struct arena *, const struct record *);
/* A source for people: its title, "the list", "the curator". */
const char *facts_source_title(const struct release_settings *, const char *name);
/*
 * Where a line of a list can be looked at: of a list on GitHub or GitLab the line,
 * else the list.  NULL: it is on nobody's web.
 */
const char *facts_line_address(
    struct arena *, const struct release_settings *, const char *list, unsigned line);
/* Where people see what a source says of a work; NULL: nowhere. */
const char *facts_record_address(struct arena *, const struct release_settings *,
    const char *source, const char *work_id);
/* Some source's answers do not come from the real service. */
bool facts_stand_in(const struct release_settings *);
