/*
 * A work as it was derived, as bytes: for a later run in which nothing of it is
 * another.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/record.h"
#include "model/work.h"

struct arena;
struct buffer;
struct reading;

/* What a release and the findings need of a work. */
struct kept_work {
	struct record record;
	struct findings findings;      /* without their places in the lists' bytes */
	const char *const *overridden; /* identifiers that overrides name */
	size_t overridden_count;
};

/* Appended: as many bytes as its first word says. */
void kept_work_put(struct buffer *, const struct reading *, const struct kept_work *);
/*
 * The next one of these bytes, which are whole (a memo's); its texts lie in a copy in
 * the arena, its mentions in the reading.  *at moves behind it; false: it is none.
 */
bool kept_work_get(struct arena *, const struct reading *, const char **at,
    const char *end, struct kept_work *);
