/* How much a word tells in the titles at hand.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/identifier.h"

struct arena;
struct entry;

/*
 * How common each word is in the titles of all lists of a run, and which
 * identifiers stand beside which titles.  Made of the lists alone, before
 * anything is asked: verdicts hang neither on answers nor on their order.
 */
struct judge_field;
/* Lives in the arena; `latest`: the last year that a row can be of, 0: any. */
struct judge_field *judge_field_new(struct arena *, int latest);
void judge_field_free(struct judge_field *); /* … but for its maps */
void judge_field_add(struct judge_field *, struct arena *scratch, const struct entry *);
/* Its maps leave memory, as an arena does that rests: once all is judged few look. */
void judge_field_rest(struct judge_field *);
/* The entries that have this title and name a paper, as they are, the last first;
 * NULL: no more. */
const struct entry *judge_field_titled(
    const struct judge_field *, struct arena *, const char *title, size_t index);

/* Whole numbers: no verdict hangs on how a machine rounds. */
#define FIELD_MOST   10 /* in one title only */
#define FIELD_NUMBER 5  /* a number at least */

/*
 * Of a word as written and in its one spelling: 0 when it is small or stands
 * in a tenth of the titles, FIELD_MOST in one or none, between by the
 * logarithm of its share, in steps of two.  NULL: by the common words alone.
 */
unsigned field_weight(const struct judge_field *, const char *word, const char *key);
/* Does any entry have this title, whatever it links? */
bool field_has_title(const struct judge_field *, struct arena *, const char *title);
/* Does a row name this identifier under this very title? */
bool field_has(
    const struct judge_field *, struct arena *, struct identifier, const char *title);

/* A date as far as it can be one: NULL where its year is still to come. */
const char *field_date(const struct judge_field *, const char *date);
