/*
 * join/: entries with their judged links → works.
 *
 * Opinions enter (judge/ is asked by the conductor), works leave.
 */
#pragma once

#include <stddef.h>

#include "model/work.h"

struct arena;

struct works;

/*
 * `same` answers whether two entries may be one work by what they say
 * themselves (judge_entries, given by the conductor).
 */
struct works *works_new(struct arena *,
    struct opinion (*same)(struct arena *, const struct entry *, const struct entry *));
/* Where the entries lie: with a great many, joining lets it rest at times. */
void works_entries_lie_in(struct works *, struct arena *);
/* One edge for each of the entry's identifiers, in order; all are kept. */
void works_add(struct works *, const struct entry *, const struct edge *edges);
/*
 * Join what belongs together.  Accepted identifiers of papers join (listed or
 * learned; identifiers nobody answered about join two entries only when `same`
 * does not say different); artifacts join only entries that have no paper
 * identifier; equal URLs join (both only when `same` does not say different);
 * equal titles join when nothing contradicts.
 * The result does not depend on the order of works_add.
 */
void works_join(struct works *);
size_t works_count(const struct works *);
const struct work *works_at(const struct works *, size_t index);
/* The work an entry went to (index for works_at). */
size_t works_of(const struct works *, const struct entry *);

/*
 * In scope when any of its entries is: the latest day its date allows is not
 * before `since` (EDTF; NULL: everything is in scope).  An entry without a
 * date has the month its arXiv id implies; else `source_date` (EDTF or NULL).
 */
enum scope join_scope(const struct work *, const char *since, const char *source_date);
