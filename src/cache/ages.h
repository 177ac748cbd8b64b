/*
 * Since when a source answers a field as it does now, as bytes beside an answer:
 * for each claim that the answer before made just so the field's name with its
 * NUL, and 8 bytes of time.  By name: the table of fields may grow.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cache/value.h"

struct arena;
struct answer;
struct buffer;

/* Fields that nobody knows are passed over.  false: no such bytes. */
bool ages_decode(struct arena *, struct span, struct answer *);
void ages_encode(const struct answer *, struct buffer *);
/*
 * What `new` took over from the find before it, of `at`: claims that are equal
 * in both briefs.  Into out, which is emptied first.
 */
void ages_inherit(struct arena *, const struct value *old, int64_t at,
    const struct value *new, struct buffer *out);
