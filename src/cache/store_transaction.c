/* Reading and writing the tables of a store.  Bytes in, bytes out. */
#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "cache/lmdb.h"

static bool
is_missing(const struct store *store, enum store_table table)
{
	return table == STORE_MEMOS && !store->has_memos;
}

/* The transaction that reads now. */
static int
reading(struct store *store, MDB_txn **txn)
{
	int code = 0;

	if (!store->write && !store->read &&
	    (code = store_begin_txn(store, MDB_RDONLY, &store->read)) != 0)
		store->read = NULL;
	*txn = store->write ? store->write : store->read;
	return code;
}

static int
cursor(struct store *store, enum store_table table, MDB_cursor **found)
{
	MDB_txn *txn;
	int code = reading(store, &txn);

	if (code == 0 && !store->cursors[table])
		code = mdb_cursor_open(txn, store->tables[table], &store->cursors[table]);
	*found = store->cursors[table];
	return code;
}

/* LMDB has one type for what it reads and what it gives: no const. */
static MDB_val
val_of(struct span span)
{
	MDB_val val = { .mv_size = span.length };

	memcpy(&val.mv_data, &span.bytes, sizeof val.mv_data);
	return val;
}

/* What a writer reads may be a copy beside the map. */
static void
note_read(struct store *store, MDB_val value)
{
	uintptr_t at = (uintptr_t)value.mv_data;

	if (store->write)
		return;
	if (store->behind_read == 0 || at < store->first_read)
		store->first_read = at;
	if (at + value.mv_size > store->behind_read)
		store->behind_read = at + value.mv_size;
}

int
store_find(
    struct store *store, enum store_table table, struct span key, struct span *value)
{
	MDB_val name = val_of(key), got;
	MDB_txn *txn;
	int code = is_missing(store, table) ? MDB_NOTFOUND : reading(store, &txn);

	if (code == 0)
		code = mdb_get(txn, store->tables[table], &name, &got);
	if (code == 0) {
		note_read(store, got);
		*value = (struct span){ got.mv_data, got.mv_size };
	}
	return store_result(code);
}

static int
move(struct store *store, enum store_table table, MDB_cursor_op how, struct span *key,
    struct span *value)
{
	MDB_val name = val_of(*key), got;
	MDB_cursor *at;
	int code = is_missing(store, table) ? MDB_NOTFOUND : cursor(store, table, &at);

	if (code == 0)
		code = mdb_cursor_get(at, &name, &got, how);
	if (code != 0)
		return store_result(code);
	note_read(store, got);
	*key = (struct span){ name.mv_data, name.mv_size };
	*value = (struct span){ got.mv_data, got.mv_size };
	return 0;
}

int
store_seek(
    struct store *store, enum store_table table, struct span *key, struct span *value)
{
	return move(
	    store, table, key->length > 0 ? MDB_SET_RANGE : MDB_FIRST, key, value);
}

int
store_next(
    struct store *store, enum store_table table, struct span *key, struct span *value)
{
	return move(store, table, MDB_NEXT, key, value);
}

int
store_count(struct store *store, enum store_table table, uint64_t *count)
{
	MDB_stat about;
	MDB_txn *txn;
	int code;

	*count = 0;
	if (is_missing(store, table))
		return 0;
	code = reading(store, &txn);
	if (code == 0)
		code = mdb_stat(txn, store->tables[table], &about);
	if (code == 0)
		*count = about.ms_entries;
	return store_result(code);
}

int
store_begin(struct store *store)
{
	assert(store->mode != STORE_READ && !store->write);
	store_end_snapshot(store);
	return store_result(store_begin_txn(store, 0, &store->write));
}

static int
put(struct store *store, enum store_table table, struct span key, struct span value,
    unsigned flags)
{
	MDB_val name = val_of(key), given = val_of(value);

	return store_result(
	    mdb_put(store->write, store->tables[table], &name, &given, flags));
}

int
store_put(struct store *store, enum store_table table, struct span key, struct span value)
{
	return put(store, table, key, value, 0);
}

int
store_append(
    struct store *store, enum store_table table, struct span key, struct span value)
{
	return put(store, table, key, value, MDB_APPEND);
}

int
store_commit(struct store *store)
{
	MDB_txn *txn = store->write;
	uint64_t needed, present;
	int code, descriptor;

	store_close_cursors(store);
	store->write = NULL; /* commit frees it, also when it fails */
	if ((code = mdb_txn_commit(txn)) != 0)
		return store_result(code);
	/*
	 * Pages that were taken and given back at the end of the file are
	 * never written; the next open would take it for cut off.
	 */
	store_extent(store, &needed, &present);
	mdb_env_get_fd(store->env, &descriptor);
	if (present < needed && ftruncate(descriptor, (off_t)needed) != 0)
		log_debug("cache: cannot extend its file: %s", strerror(errno));
	return 0;
}
