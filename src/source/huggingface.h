/* Hugging Face in two halves: asking, and what an answer says. */
#ifndef ENRICH_SOURCE_HUGGINGFACE_H
#define ENRICH_SOURCE_HUGGINGFACE_H

#include "model/source.h"

extern const struct source huggingface;

bool huggingface_brief(const char *body, size_t length, struct arena *,
    struct brief *);

#endif
