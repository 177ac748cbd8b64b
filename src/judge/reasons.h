/* A verdict in the making, and the words in which it is told. */
#pragma once

#include "judge/judge.h"
#include "judge/link/differ.h"
#include "judge/title/title.h"

struct verdict_draft {
	struct arena *arena;
	const char **reasons;
	size_t count;
};

void reasons_add(struct verdict_draft *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "titles equal", "titles different: in common only …". */
void reasons_add_titles(struct verdict_draft *, const struct comparison *);
/* "the answer is a correction of the other"; a sum of enum mark. */
void reasons_add_marks(struct verdict_draft *, const char *who, unsigned marks);
/* A name as it can stand in a reason: one line, not too long. */
const char *reasons_name(struct verdict_draft *, const char *);
/* What stands on one side only: "warden" here, "porter" there. */
void reasons_differ(struct verdict_draft *, const struct difference *);
struct opinion reasons_close(const struct verdict_draft *, enum judgement);
