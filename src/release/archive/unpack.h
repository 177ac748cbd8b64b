/* A release that came as an archive, from whomever: its files in a folder. */
#pragma once

#include <stdbool.h>

struct arena;

/*
 * A folder is itself.  An archive is unpacked into a new folder in TMPDIR, else
 * /var/tmp, which the caller removes (*unpacked): what stands in the archive's one
 * folder, plain files with harmless paths, bounded in number and size; anything else
 * refuses the whole.  NULL with *words in the arena.
 */
const char *unpack_open(
    struct arena *, const char *path, bool *unpacked, const char **words);
