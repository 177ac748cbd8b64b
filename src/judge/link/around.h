/* What stands around a title in another one, and in which tongue.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "judge/title/title.h"

struct judge_field;

/* around.c: one of two titles holds the other, as a citation does … */
bool around_holds(const struct words *, const struct words *, size_t telling);
/* … says one thing more at its end: "A and B" and "A and B and C" … */
bool around_adds(const struct words *, const struct words *);
/* … has an ordinary word before it: "Rethinking A of B", "Deep A of B". */
bool around_before(const struct judge_field *, const struct words *,
    const struct words *answer, bool plain);
/* Does the answer lead to the whole of the list's title: "A Second Look at …"? */
enum leading { LEADS_NOT, LEADS, LEADS_SURELY };
enum leading around_leads(const struct title *answer, const struct title *);
/* … or one of two titles, behind one heading, to what the other says there? */
bool around_leads_within(const struct title *, const struct title *);
/* Does one of them say "not", "without"? */
bool around_denies(const struct words *, const struct words *);
/* Does the answer go on with "in the Wild", "without Labels"? */
bool around_goes_on(const struct title *answer, const struct words *title);
/* Does the list say behind the answer's title where it stands, or which edition? */
bool around_cites(const struct words *title, const struct words *answer);
/* Does the answer speak about what bears the name, and is not called so? */
bool around_uses(const struct title *answer, const struct words *name);

/* tongue.c: titles of two scripts have nothing to compare. */
bool tongue_other_script(const struct words *, const struct words *);
/* Has one small words of English, the other those of another language, or its letters? */
bool tongue_other(const struct title *, const struct title *);
