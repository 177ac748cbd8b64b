/* LMDB: files, tables, transactions.  Bytes in, bytes out. */
#include "cache/store.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "cache/lmdb.h"

static const char *const table_names[STORE_TABLES] = { "about", "answers", "attempts",
	"registry", "memos" };

int
store_result(int code)
{
	switch (code) {
	case MDB_NOTFOUND:
		return STORE_NONE;
	case MDB_MAP_FULL:
		return STORE_FULL;
	case MDB_KEYEXIST:
		return STORE_DISORDER;
	case MDB_INVALID:
	case MDB_VERSION_MISMATCH:
		return STORE_FOREIGN;
	default:
		return code;
	}
}

const char *
store_reason(int code)
{
	switch (code) {
	case STORE_NONE:
		return "not there";
	case STORE_FULL:
		return "the map is full";
	case STORE_FOREIGN:
		return "not a file of LMDB's";
	case STORE_DISORDER:
		return "its keys are out of order";
	default:
		return mdb_strerror(code);
	}
}

/* No map is larger than half of what can be addressed. */
static size_t
map_of(uint64_t bytes)
{
	return bytes > SIZE_MAX / 2 ? SIZE_MAX / 2 + 1 : (size_t)bytes;
}

static int
open_environment(struct store *store, const char *path, uint64_t map, unsigned flags)
{
	int code;

	if ((code = mdb_env_create(&store->env)) != 0)
		return code;
	if ((code = mdb_env_set_maxdbs(store->env, STORE_TABLES)) == 0 &&
	    (map == 0 || (code = mdb_env_set_mapsize(store->env, map_of(map))) == 0))
		code = mdb_env_open(store->env, path, flags, 0600);
	if (code != 0) {
		mdb_env_close(store->env);
		store->env = NULL;
	}
	return code;
}

int
store_open(const char *path, enum store_mode mode, uint64_t map, struct store **out)
{
	/* Ours alone and unsynced until store_sync, or shared. */
	unsigned flags = MDB_NOSUBDIR | MDB_NOTLS |
	    (mode == STORE_READ ? MDB_RDONLY : 0) |
	    (mode == STORE_BUILD ? MDB_NOLOCK | MDB_NOSYNC : 0);
	struct store *store = calloc(1, sizeof *store);
	int code;

	if (!store)
		log_fatal(71, "out of memory");
	store->mode = mode;
	code = open_environment(store, path, map, flags);
	/* A folder we may not write to: read without LMDB's lock file. */
	if (mode == STORE_READ && (code == EACCES || code == EPERM || code == EROFS))
		code = open_environment(store, path, map, flags | MDB_NOLOCK);
	if (code != 0) {
		free(store);
		return store_result(code);
	}
	if (mode == STORE_WRITE) /* slots of readers that were killed */
		mdb_reader_check(store->env, NULL);
	*out = store;
	return 0;
}

void
store_close_cursors(struct store *store)
{
	for (size_t i = 0; i < STORE_TABLES; i++) {
		if (store->cursors[i])
			mdb_cursor_close(store->cursors[i]);
		store->cursors[i] = NULL;
	}
}

void
store_end_snapshot(struct store *store)
{
	if (!store->read)
		return;
	store_close_cursors(store);
	mdb_txn_abort(store->read);
	store->read = NULL;
}

void
store_abort(struct store *store)
{
	if (!store->write)
		return;
	store_close_cursors(store);
	mdb_txn_abort(store->write);
	store->write = NULL;
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	store_abort(store);
	store_end_snapshot(store);
	mdb_env_close(store->env);
	free(store);
}

void
store_extent(struct store *store, uint64_t *needed, uint64_t *present)
{
	struct stat status = { 0 };
	MDB_envinfo about;
	MDB_stat pages;
	int descriptor;

	mdb_env_info(store->env, &about);
	mdb_env_stat(store->env, &pages);
	mdb_env_get_fd(store->env, &descriptor);
	if (fstat(descriptor, &status) != 0)
		status.st_size = 0;
	*needed = ((uint64_t)about.me_last_pgno + 1) * pages.ms_psize;
	*present = (uint64_t)status.st_size;
}

int
store_begin_txn(struct store *store, unsigned flags, MDB_txn **txn)
{
	int code = mdb_txn_begin(store->env, NULL, flags, txn);

	if (code == MDB_MAP_RESIZED) { /* another process let it grow */
		store->first_read = store->behind_read = 0;
		if ((code = mdb_env_set_mapsize(store->env, 0)) == 0)
			code = mdb_txn_begin(store->env, NULL, flags, txn);
	}
	return code;
}

static int
open_tables(struct store *store, bool writing)
{
	bool build = store->mode == STORE_BUILD;
	MDB_txn *txn;
	int code = store_begin_txn(store, writing ? 0 : MDB_RDONLY, &txn);

	if (code != 0)
		return store_result(code);
	for (size_t i = 0; i < STORE_TABLES && code == 0; i++) {
		bool create = build || (writing && i == STORE_MEMOS);
		code = mdb_dbi_open(
		    txn, table_names[i], create ? MDB_CREATE : 0, &store->tables[i]);
		store->has_memos = code == 0;
		if (code == MDB_NOTFOUND && i == STORE_MEMOS)
			code = 0;
	}
	if (code != 0) {
		mdb_txn_abort(txn);
		/* Other tables, or of another kind: not our file. */
		return code == MDB_INCOMPATIBLE ? STORE_NONE : store_result(code);
	}
	return store_result(mdb_txn_commit(txn)); /* keeps the tables open */
}

int
store_open_tables(struct store *store)
{
	int result = open_tables(store, store->mode == STORE_BUILD);

	/* A file from before there were any gets them once. */
	if (result == 0 && store->mode == STORE_WRITE && !store->has_memos)
		result = open_tables(store, true);
	return result;
}

int
store_grow(struct store *store)
{
	uint64_t before = store_map_bytes(store);
	size_t map = map_of(before * 2);

	assert(!store->write);
	if (map <= before)
		return ENOMEM;
	store_end_snapshot(store);
	store->first_read = store->behind_read = 0;
	return store_result(mdb_env_set_mapsize(store->env, map));
}

int
store_sync(struct store *store)
{
	return store_result(mdb_env_sync(store->env, 1));
}

uint64_t
store_age(struct store *store)
{
	MDB_envinfo about;

	mdb_env_info(store->env, &about);
	return about.me_last_txnid;
}

uint64_t
store_map_bytes(struct store *store)
{
	MDB_envinfo about;

	mdb_env_info(store->env, &about);
	return about.me_mapsize;
}

void
store_rest(struct store *store, size_t stays)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t first = store->first_read / page * page;

	if (store->behind_read - store->first_read <= stays)
		return;
	/* Mapped for reading alone: nothing is lost. */
	madvise((void *)first, store->behind_read - first, MADV_DONTNEED);
	store->first_read = store->behind_read = 0;
}
