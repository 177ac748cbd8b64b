/* Is a release what it says it is, and what does it say of how it was made? */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Who is told of one thing that is not as it should be; line 0: of the whole file. */
typedef void release_tell(void *context, const char *file, size_t line, const char *what);
/*
 * The folder of a release, of whomever: sums, schema, and that all it refers to is in
 * it.  How much was told.
 */
size_t release_verify(struct arena *, const char *folder, release_tell *, void *context);
/* Its files against those of another, which was made in the same way. */
size_t release_same(struct arena *, const char *folder, const char *rebuilt,
    release_tell *, void *context);
/* verify_said.c.  A value of bag-info.txt, the `at`th of this label; when it was made;
 * NULL: it does not say. */
const char *release_said(
    struct arena *, const char *folder, const char *label, size_t at);
const char *release_created(struct arena *, const char *folder);
/* The release it was compared with, beside it or in `place`; NULL: not there. */
const char *release_predecessor_of(struct arena *, const char *folder, const char *place);
/* A folder is itself, an archive is unpacked; the caller removes it then. */
const char *release_folder(
    struct arena *, const char *path, bool *unpacked, const char **words);
/* Is an archive what the sums beside it say?  NULL, or why not. */
const char *release_beside(struct arena *, const char *archive);
