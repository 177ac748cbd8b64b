/*
 * The state of one service's pace in a file that all runs and processes of a
 * user share, under flock.  Without a file it is the memory's alone.
 */
#pragma once

#include <stdbool.h>

#include "fetch/pace.h"

struct pace_file {
	int descriptor; /* -1: no file */
	bool locked;
	char boot[40]; /* slots of another boot mean nothing */
};

/*
 * `name` in FOLDER/pace/, made when missing (0700, 0600).  A NULL folder, or
 * one that cannot be used (told once as a warning), gives no file.
 */
void pace_file_open(struct pace_file *, const char *folder, const char *name);
void pace_file_close(struct pace_file *);

/*
 * Lock and read: *state becomes what the file says when it is of this boot
 * and can be read, else it stays.  With no file nothing happens.
 */
void pace_file_enter(struct pace_file *, struct pace_state *);
/* Write (NULL: nothing changed) and unlock. */
void pace_file_leave(struct pace_file *, const struct pace_state *);
