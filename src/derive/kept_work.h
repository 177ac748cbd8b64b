/*
 * A work as it was derived, as bytes: for a later run in which nothing of it is
 * another.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/record.h"
#include "model/work.h"
#include "release/release.h"

struct arena;
struct buffer;
struct maker;
struct merge_input;
struct place;
struct reading;

enum { KEPT_KEY = 2 };

/* What a release and the findings need of a work. */
struct kept_work {
	struct record record;
	struct findings findings;      /* without their places in the lists' bytes */
	const char *const *overridden; /* identifiers that overrides name */
	size_t overridden_count;
	uint64_t key[KEPT_KEY]; /* kept_key: what it was derived from */
	struct release_texts texts;
};

/* kept_key.c: of all that may make the record another in releases that are alike in what
 * quiet_digest_inputs tells; what the clock does to it, its findings say. */
void kept_key(const struct maker *, const struct place *, const struct merge_input *,
    struct buffer *scratch, uint64_t key[KEPT_KEY]);
/* Of all entries that were read. */
size_t kept_entry_number(const struct reading *, const struct entry *);

/* Appended: as many bytes as its first word says. */
void kept_work_put(struct buffer *, const struct reading *, const struct kept_work *);
/*
 * The next one of these bytes as kept_work_get would give it, but only its id, which
 * lies in them, its key and its texts.  Its length; 0: it is none.
 */
size_t kept_work_look(const char *at, const char *end, struct kept_work *);
/*
 * The next one of these bytes, which are whole (a memo's); its texts lie in a copy in
 * the arena, its mentions in the reading.  *at moves behind it; false: it is none.
 */
bool kept_work_get(struct arena *, const struct reading *, const char **at,
    const char *end, struct kept_work *);
