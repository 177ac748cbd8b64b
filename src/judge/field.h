/* How much a word tells in the titles at hand.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>

#include "model/identifier.h"

struct arena;
struct judge_field;

/* Whole numbers: no verdict hangs on how a machine rounds. */
#define FIELD_MOST   10 /* in one title only */
#define FIELD_NUMBER 5  /* a number at least */

/*
 * Of a word as written and in its one spelling: 0 when it is small or stands
 * in a tenth of the titles, FIELD_MOST in one or none, between by the
 * logarithm of its share, in steps of two.  NULL: by the common words alone.
 */
unsigned field_weight(const struct judge_field *, const char *word, const char *key);
/* Does a row name this identifier under this very title? */
/* Does any entry have this title, whatever it links? */
bool field_has_title(const struct judge_field *, struct arena *, const char *title);
bool field_has(
    const struct judge_field *, struct arena *, struct identifier, const char *title);

/* A date as far as it can be one: NULL where its year is still to come. */
const char *field_date(const struct judge_field *, const char *date);
