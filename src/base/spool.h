/*
 * Memory that lies in a file without a name: when it is not being used, its
 * pages need no memory, and they come back when they are touched.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct spool {
	int descriptor; /* -1: none */
	size_t length;  /* of the file */
	bool refused;   /* by the system: not tried again */
};

/* Where temporary files lie: TMPDIR where it is a whole path, else /var/tmp. */
const char *spool_folder(void);
/* A file there without a name, to write and to read; -1: errno says why. */
int spool_open(void);
void spool_init(struct spool *);
/*
 * `size` more zeroed bytes (a multiple of the page), valid until spool_drop.
 * NULL: no folder or no room for the file.
 */
void *spool_take(struct spool *, size_t size);
void spool_drop(void *bytes, size_t size);
/*
 * So many bytes were read that spools may grow by: all of them together hold 4 GiB and
 * 64 times of what was read at the most, several times what any list becomes.  What wants
 * more is out of hand: it ends the program (71), not the disk.
 */
void spool_allow(size_t bytes);
/* In all spools together. */
uint64_t spool_bytes(void);
/* Let go of the memory, not of what is in it. */
void spool_rest(void *bytes, size_t size);
/* The file goes when the last of its bytes is dropped. */
void spool_close(struct spool *);
