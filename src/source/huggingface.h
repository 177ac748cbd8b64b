/* Hugging Face: asking, what an answer says, and who mentions a paper. */
#pragma once

#include "model/source.h"

extern const struct service huggingface_service;

bool huggingface_brief(const struct answer *, struct arena *, struct brief *);
