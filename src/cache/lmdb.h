/*
 * What the two files that speak LMDB share; for nobody else.
 */
#pragma once

#include <lmdb.h>

#include "cache/store.h"

/* All cursors belong to `write` when it is there, else to `read`. */
struct store {
	MDB_env *env;
	enum store_mode mode;
	MDB_txn *read;
	MDB_txn *write;
	MDB_cursor *cursors[STORE_TABLES];
	MDB_dbi tables[STORE_TABLES];
	bool has_memos;
	/* Of what was read of the map since it lay where it lies: LMDB tells
	 * nobody where that is. */
	uintptr_t first_read, behind_read;
};

/* LMDB's code as one of ours. */
int store_result(int code);
/* A transaction, also after another process let the map grow. */
int store_begin_txn(struct store *, unsigned flags, MDB_txn **);
void store_close_cursors(struct store *);
void store_end_snapshot(struct store *);
