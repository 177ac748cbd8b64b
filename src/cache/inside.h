/*
 * What the files of cache/ share: the open cache and what waits for the next
 * commit.  Unit tests include it for tiny maps; nobody else does.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "cache/asked.h"
#include "cache/cache.h"
#include "cache/key.h"
#include "cache/store.h"
#include "cache/value.h"

enum {
	CACHE_FORMAT = 1, /* of the whole file */
};

/* An answer that waits; everything lives in the cache's `waiting` arena. */
struct pending {
	struct span key; /* with the time */
	size_t order;    /* of the puts */
	struct value value;
	struct span stored; /* … as it lies elsewhere: it never takes the place of what is
			     * there, and is not yet decoded; else empty */
	bool taken;         /* by the last attempt to commit */
};

/* A failed attempt, a registration or a memo that waits. */
struct pending_pair {
	enum store_table table;
	struct span key;
	struct span value;
};

struct cache {
	char *folder;
	char *path;   /* of the file */
	dev_t device; /* where that was when it was opened */
	ino_t inode;
	char *guard; /* what the guard prints */
	enum cache_mode mode;
	int lock; /* descriptor, -1 in CACHE_READ */
	bool no_memos;
	bool warned;                                    /* of a damaged value */
	void (*brief)(struct arena *, struct answer *); /* of an import */
	struct store *store;
	struct asked asked;
	struct arena *arena;   /* as long as the cache is open */
	struct arena *waiting; /* until the next commit */
	struct arena *scratch; /* for one answer of a commit */
	struct buffer encoded;
	struct buffer ages; /* of one answer of a commit */
	struct pending *pending;
	size_t pending_count;
	struct pending_pair *pairs;
	size_t pair_count;
};

/* What of an answer is kept under its key, or false; its texts and its body stand where they
 * stood, the rest in the buffer. */
bool put_value(const struct answer *, struct key *, struct value *, struct buffer *);
/* cache_commit, telling how many answers were written. */
bool commit_waiting(struct cache *, uint64_t *taken, struct cache_trouble *);

/* What waits does so no more. */
void commit_forget(struct cache *);
/* What lies whole in another cache or a run waits as it lies there: brief, validators,
 * confirmations and all. */
void put_stored(struct cache *, struct span key, struct span value);

/* Somebody may remove the folder under us: writes would go nowhere. */
void disk_remember(struct cache *);
bool disk_has_file(const struct cache *, struct cache_trouble *);

/* Open PATH and look at it as far as that is cheap. */
enum cache_status open_store(const char *path, enum store_mode, size_t map,
    struct store **, struct cache_trouble *);
/* The store of FOLDER's newest file for reading. */
enum cache_status open_newest(const char *folder, struct arena *, char **path,
    struct store **, struct cache_trouble *);

/* Reading PATH kills: say whether it is cut off or otherwise damaged. */
void open_say_fatal(const char *path, const char *death, struct cache_trouble *);

/*
 * gc.c: the next generation's file takes this one's place; the open store stays
 * what it was, to be read and closed.  `since`: answers from then on are all
 * kept, and memos; INT64_MAX: three and one a quarter, and no memos.
 */
bool gc_replace(struct cache *, int64_t now, int64_t since, uint64_t *dropped,
    uint64_t *bytes_freed, struct cache_trouble *);
/* In a file: when it was thinned, and what it was left with. */
struct mark {
	int64_t at;
	uint64_t bytes;
};
bool mark_read(struct store *, struct mark *); /* false: none */
int mark_write(struct store *, const struct mark *);
uint64_t mark_bytes(struct store *); /* of the file, as it is */

/* Read every value of a file in a child process. */
struct scan {
	uint64_t values, damaged;
	int failure; /* of the store, 0: none */
	int signal;  /* the child died of, 0: none */
};
bool scan_file(const char *path, struct scan *); /* false: no child */

/* *trouble may be NULL. */
void trouble_say(struct cache_trouble *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "WHAT PATH: REASON", and what to do about a full disk. */
void trouble_say_result(
    struct cache_trouble *, const char *what, const char *path, int result);
