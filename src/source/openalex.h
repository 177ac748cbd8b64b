/* OpenAlex in two halves: asking, and what a record says. */
#pragma once

#include "model/source.h"

bool openalex_brief(const struct answer *, struct arena *, struct brief *);
