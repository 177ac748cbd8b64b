/* GitHub, for the registry. */
#ifndef ENRICH_SOURCE_GITHUB_H
#define ENRICH_SOURCE_GITHUB_H

#include "model/source.h"

extern const struct source github;

#endif
