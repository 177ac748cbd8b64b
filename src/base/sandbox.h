/*
 * What this process can no longer do once nothing of it is needed any more: talk to
 * others, run programs, write elsewhere.  Linux only; elsewhere nothing happens.
 */
#pragma once

enum {
	SANDBOX_FILES = 1, /* Landlock: writing below `writable` only, running nothing */
	SANDBOX_CALLS = 2, /* seccomp: no sockets, no programs, no other processes */
};

/*
 * From here on, and not to be undone.  `writable`: folders, NULL-terminated; those
 * that are not there are passed over.  What of it the kernel took, as bits.
 */
unsigned sandbox_enter(const char *const *writable);
/* The bits that sandbox_enter can give on this machine. */
unsigned sandbox_known(void);
