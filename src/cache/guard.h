/*
 * The guard against a file that vanishes under its map: LMDB then dies of
 * SIGBUS.  Inside cache calls that becomes one line and exit status 74.
 */
#pragma once

/* Before a file is opened. */
void guard_install(void);
/* `line`: what to print, with its line break; what stood before comes back. */
const char *guard_enter(const char *line);
void guard_leave(const char *before);
/* In a child whose death is awaited: the signals kill it again. */
void guard_lift(void);
