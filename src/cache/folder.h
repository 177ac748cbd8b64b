/*
 * The cache's folder: which file is in force, and putting another in its
 * place.  "data.mdb" is generation 0, "data.7.mdb" generation 7; the highest
 * counts.  (LMDB's lock file goes with the file's name, so that readers of an
 * older generation never meet writers of the new.)
 */
#pragma once

#include <stdbool.h>

struct arena;

/* The highest generation, -1: none, -2: with errno set, not readable. */
long folder_newest(const char *folder);
char *folder_data(struct arena *, const char *folder, long generation);
/* What its path says. */
long folder_generation(const char *path);
/* What a new file is built as. */
char *folder_part(struct arena *, const char *folder);
/* Under the lock: remove what a killed run or an older generation left. */
void folder_sweep_old(const char *folder, long generation);
/* The finished part becomes the file of a generation.  false with errno. */
bool folder_install(const char *folder, long generation);
/* CACHEDIR.TAG, so that backups leave the folder out. */
void folder_tag(const char *folder);

/*
 * Nobody else owns it or may write to it, and nothing in it is a link: by one
 * we would write to files elsewhere.  NULL, or what is wrong, in the arena.
 */
const char *folder_foreign(struct arena *, const char *folder);
