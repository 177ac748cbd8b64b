/*
 * LMDB behind one door: tables of bytes in one file, a snapshot for reading,
 * one transaction for writing, a map that grows.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "cache/bytes.h"

enum store_table {
	STORE_ABOUT, /* "format" → number */
	STORE_ANSWERS,
	STORE_ATTEMPTS,
	STORE_REGISTRY,
	STORE_MEMOS, /* not in a file from before there were any that is read */
	STORE_TABLES
};

enum store_mode {
	STORE_READ,
	STORE_WRITE,
	STORE_BUILD, /* a file nobody else sees yet: synced at the end */
};

/* Results: 0, one of these, or a number for store_reason(). */
#define STORE_NONE     (-1) /* no such key, no such table */
#define STORE_FULL     (-2) /* abort, store_grow, do it all again */
#define STORE_FOREIGN  (-3) /* not a file of LMDB's */
#define STORE_DISORDER (-4) /* store_append: not behind the last key */

struct store;

/* STORE_BUILD makes the file and the tables.  `map`: bytes, 0 in STORE_READ. */
int store_open(const char *path, enum store_mode, uint64_t map, struct store **);
void store_close(struct store *); /* NULL is allowed */
/* Bytes the file should have at least, and has: less is a file cut off. */
void store_extent(struct store *, uint64_t *needed, uint64_t *present);
/* After that was checked; before anything else.  STORE_NONE: not ours. */
int store_open_tables(struct store *);

/* Reading: what was last committed (or inside the write transaction). */
int store_find(struct store *, enum store_table, struct span key, struct span *value);
/* The first key not before `key` (empty: the very first), and the next. */
int store_seek(struct store *, enum store_table, struct span *key, struct span *value);
int store_next(struct store *, enum store_table, struct span *key, struct span *value);
int store_count(struct store *, enum store_table, uint64_t *count);

/* Writing.  After any failure: store_abort. */
int store_begin(struct store *);
int store_put(struct store *, enum store_table, struct span key, struct span value);
int store_append(struct store *, enum store_table, struct span key,
    struct span value);           /* keys in order only */
int store_commit(struct store *); /* synced; the transaction is over */
void store_abort(struct store *);
int store_grow(struct store *); /* twice the map */
int store_sync(struct store *); /* STORE_BUILD: before it is shown */

/* The number of the last transaction: it grows with each one. */
uint64_t store_age(struct store *);
uint64_t store_map_bytes(struct store *);
/* The file's pages leave this process; what is touched comes again.  Not where what was
 * read lies within so many bytes. */
void store_rest(struct store *, size_t stays);
const char *store_reason(int result); /* in words */
