/* What one source's word about one identifier is worth. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/work.h"

struct arena;

/* Is it who issues identifiers of this kind, or hosts what they name? */
bool witness_source_issues(const struct source *, enum identifier_kind);
/* Found, and not about another. */
bool witness_is_believed(const struct witness *);
/* 1.0 at who issues the identifier … 0.5 a bare title hit (docs/sources.md). */
double witness_confidence(const struct witness *);
/* Of what only a list says. */
extern const double witness_list_confidence;
/* A copy in the arena, by identifier and source: who asked first is all one. */
const struct witness *witness_sort(struct arena *, const struct witness *, size_t count);
