/* What columns of a table hold, by their headers' words or by their cells. */
#pragma once

#include "base/csv.h"
#include "list/record/given.h"
#include "list/words/words.h"

/* What a column of Markdown's kind is here. */
enum given csv_given_of(enum column);
/* Of columns that are GIVEN_UNKNOWN and whose words say nothing: by the rows below. */
void csv_learn(struct arena *scratch, const struct csv *below, const enum given *given,
    struct columns *);
