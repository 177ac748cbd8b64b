/* Hugging Face: asking, what an answer says, and who mentions a paper. */
#pragma once

#include "model/source.h"

extern const struct service huggingface_service;

bool huggingface_brief(const char *body, size_t length, struct arena *, struct brief *);
