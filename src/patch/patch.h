/*
 * patch/: lists, and what a release of now would say of them → the lists mended, as a
 * unified diff or in place.
 */
#pragma once

#include "evidence/evidence.h"
#include "reading/reading.h"
#include "session/session.h"

/*
 * Of the lists that were chosen: a diff on standard output or, with --write, the files
 * themselves; why a finding changes nothing, on standard error.  The session's clock
 * is set.  0, or 64, 74, 75, 78 with the line printed.
 */
int patch_lists(struct session *, struct evidence *, const struct reading *);
