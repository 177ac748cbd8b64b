/* What the files of judge/ share: collecting reasons.  Not for others. */
#ifndef ENRICH_JUDGE_INSIDE_H
#define ENRICH_JUDGE_INSIDE_H

#include <stddef.h>

#include "judge/judge.h"
#include "judge/title.h"

struct verdict_draft {
	struct arena *arena;
	const char **reasons;
	size_t count;
};

void reason_add(struct verdict_draft *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "titles equal", "titles different: in common only …". */
void reason_titles(struct verdict_draft *, const struct comparison *);
struct opinion reason_close(const struct verdict_draft *, enum judgement);

/* Year of an EDTF date; 0: none. */
int date_year(const char *);

#endif
