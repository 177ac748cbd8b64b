/*
 * What a run exchanged with the services, as files: written beside the run, or read
 * in place of the network.  NNNNNN.json says what was sent and came (never a key),
 * NNNNNN.body is the reply's bytes, decoded.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "fetch/transfer.h"

struct fetch;
struct job;
struct arena;

struct record_header {
	const char *name, *value;
};

/* One exchange, as it was. */
struct record {
	const char *method, *address, *sent; /* sent: "" where there was no body */
	struct transfer_end end;
	const struct record_header *headers;
	size_t header_count;
	const char *body;
	size_t body_length;
	bool was_played;
};

/* With settings.record: what came of this transfer is written. */
void record_write(struct fetch *, const struct job *, const struct transfer_end *);
/* With settings.replay: the folder is read, once.  Ends the program if it cannot. */
void record_open(struct fetch *);
/* record_read.c: PATH.json and PATH.body; false: no exchange, or they cannot be read. */
bool record_read(struct arena *, const char *path, struct record *);
/* The next exchange for it that was not played yet, else the last one; NULL: none. */
struct record *record_find(struct fetch *, const struct job *);
