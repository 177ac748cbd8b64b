/*
 * cache/: answers between runs, in LMDB.
 *
 * Answers enter and leave; nothing here knows what they are about.  Key:
 * origin, source, subject, time of the reply (newest first).  Answers are
 * appended, never overwritten; the same bytes again only move `confirmed_at`.
 * One writer at a time (flock); readers take no lock and see one snapshot, that
 * of their opening.  A process has a folder open at most once.  A file
 * that is cut off while it is in use ends the program with one line and 74.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "model/answer.h"

struct arena;
struct registered;

struct cache;

enum cache_mode { CACHE_READ, CACHE_WRITE };

enum cache_status {
	CACHE_OK,
	CACHE_MISSING,   /* CACHE_READ and nothing there yet */
	CACHE_LOCKED,    /* another writer; trouble.holder is its pid */
	CACHE_DAMAGED,   /* not LMDB, cut off, wrong magic */
	CACHE_ELSEWHERE, /* good to a newer enrich, or a machine of another kind */
	CACHE_FAILED,    /* I/O, permissions, disk full */
};

struct cache_trouble {
	pid_t holder;    /* of the lock; -1: unknown, 0: no lock */
	bool elsewhere;  /* CACHE_ELSEWHERE, where no status is returned */
	bool lost;       /* the file is gone, with all its answers */
	char words[400]; /* one sentence: what, where, what to do */
};

/*
 * The folder is made (0700, with a CACHEDIR.TAG) in CACHE_WRITE.  The trouble
 * may be NULL, here and below; it is empty when there is none.  `map`: bytes of
 * the file's map to begin with; it doubles when it is full.
 */
#define CACHE_FIRST_MAP ((size_t)16 << 20)
enum cache_status cache_open(const char *folder, enum cache_mode, size_t map,
    struct cache **, struct cache_trouble *);
/*
 * CACHE_DAMAGED: rename the file (damaged-DATE.mdb), so that the next cache_open
 * makes a new one.  The words say so; false: they say why not.
 */
bool cache_set_aside(const char *folder, struct cache_trouble *);
void cache_close(struct cache *); /* NULL is allowed; commits nothing */

/*
 * The newest answer about a subject that is not younger than `as_of`
 * (INT64_MAX: the newest).  false: none.  Texts live in the arena; a stored
 * brief whose version is `brief_version` comes with it, else
 * answer->brief_version is 0 and `body` must be read again.  With
 * `want_body` false the body of an answer that has its brief is left out.
 * `confirmed_at` is the last confirmation not after `as_of` (the latest 27 are
 * kept).  A damaged answer is passed over, with one warning.
 */
bool cache_get(struct cache *, struct arena *, const char *origin, const char *source,
    const char *subject, int64_t as_of, unsigned brief_version, bool want_body,
    struct answer *);
/* The same, but the newest answer that is FOUND (absences do not erase). */
bool cache_get_found(struct cache *, struct arena *, const char *origin,
    const char *source, const char *subject, int64_t as_of, unsigned brief_version,
    bool want_body, struct answer *);
/* The last failed attempt that is not older than the last answer; *at is 0
 * when there is none. */
bool cache_get_attempt(struct cache *, struct arena *, const char *origin,
    const char *source, const char *subject, int64_t as_of, int64_t *at,
    const char **note);

/* What is known of one subject, from one walk through its answers. */
struct cache_seen {
	bool answered;
	struct answer newest; /* as cache_get gives it, without its body */
	/* It is absent: the newest that was found before. */
	bool has_found;
	struct answer found;
	/* Nothing has confirmed the newest find since: the one before it. */
	bool has_before;
	struct answer before;
	int64_t attempted_at; /* as of cache_get_attempt */
};
/* Origin, source and subject of the answers are the caller's own texts. */
void cache_look(struct cache *, struct arena *, const char *origin, const char *source,
    const char *subject, int64_t as_of, unsigned brief_version, struct cache_seen *);

/*
 * Take answers for the next commit (copied).  FOUND and ABSENT are appended;
 * UNANSWERED is noted as an attempt beside.  Nothing is visible before
 * cache_commit, which writes all in one synced transaction, growing a full
 * map and putting the same answers again.  false: disk or LMDB failed,
 * *trouble says how; what was committed before is safe, and the answers wait
 * for another try.  Same state and body (absent: and note) as the newest, older
 * answer: only its confirmed_at, asked_version, validators and brief move; so
 * a new brief is stored by putting the answer again.  Two answers of one
 * second: the last counts, but an absence never takes the place of a find.
 */
void cache_put(struct cache *, const struct answer *);
bool cache_commit(struct cache *, struct cache_trouble *);
/* Has its disk room for so many bytes of answers, and a margin? */
bool cache_has_room(const struct cache *, uint64_t bytes, struct cache_trouble *);

/* Identifier → what the first release that knew it fixed. */
bool cache_registered(
    struct cache *, struct arena *, const char *identifier, struct registered *);
void cache_register(struct cache *, const char *identifier,
    const struct registered *); /* with the next commit; the first stays */

/*
 * Memos: what was derived and is dear to derive again, as bytes under a name.
 * Whoever reads one makes sure that it is of what it would be derived from now;
 * a damaged or missing one is NULL, and nothing is lost with it.  The bytes are
 * copied into the arena.  `gc` drops them, `export` leaves them out.
 */
const char *cache_memo(struct cache *, struct arena *, const char *name, size_t *length);
/* From now on none is there. */
void cache_pass_over_memos(struct cache *);
bool cache_is_for_writing(const struct cache *);
/* With the next commit, in the place of the one before. */
void cache_put_memo(struct cache *, const char *name, const void *bytes, size_t length);

/*
 * Where the cache stands: as long as it is the same, nothing was committed.  What
 * waits will stand at the next one.
 */
struct cache_age {
	uint64_t generation, commits;
};
struct cache_age cache_age(const struct cache *);

/* What was read of the file leaves memory, unless it lies within so many bytes: for
 * loops through many subjects. */
void cache_rest(struct cache *, size_t stays);

struct cache_stats {
	uint64_t answers, found, absent, attempts, registered;
	uint64_t body_bytes;
	uint64_t map_bytes, file_bytes;
	int64_t oldest, newest;
	struct cache_source_stats {
		char origin[200], source[40];
		uint64_t found, absent;
		int64_t newest;
	} by_source[64];
	size_t source_count;
};
bool cache_stats(struct cache *, struct cache_stats *);

/*
 * JSON Lines, one answer a line: origin, source, subject, state,
 * retrieved_at, confirmed_at, http_status, asked_version, etag, last_modified,
 * note, since (an object: of each field that an earlier answer gave just so,
 * since when), body (an object or array inline, else a string; `body_hex` when it is
 * no UTF-8).  import reads the same; lines already there are skipped (a later
 * confirmed_at is taken).  A line that is wrong is named by its number, and
 * nothing is taken.  `counted`: lines written or taken.  All keys after
 * retrieved_at may be missing.
 */
bool cache_export(
    struct cache *, int descriptor, uint64_t *counted, struct cache_trouble *);
bool cache_import(struct cache *, const char *path, uint64_t *counted, uint64_t *skipped,
    struct cache_trouble *);
/*
 * Another cache's answers, failed attempts and registrations, as import would take
 * its answers; committed as it goes: after a failure the same call goes on.
 * `counted`: answers that were not there.  Memos stay behind.
 */
bool cache_merge(
    struct cache *, const char *folder, uint64_t *counted, struct cache_trouble *);
/*
 * Lines carry no briefs: fills that of a found answer, and its version, from
 * its body, so that later runs need not.  NULL: they will.
 */
void cache_brief_with(struct cache *, void (*read)(struct arena *, struct answer *));

/*
 * Keep the last three answers a subject and one a quarter (the newest that was
 * found, else the newest), drop what is damaged; the rest is copied to a new
 * file that takes the old one's place at once.  Takes the writer's lock.
 */
bool cache_gc(
    const char *folder, uint64_t *dropped, uint64_t *bytes_freed, struct cache_trouble *);
/*
 * The same by itself, at the end of a run, with everything of the last `history`
 * seconds before `now` kept: when half of that has passed since the last time, and
 * the file has grown by a quarter.  Nothing but cache_close may follow.
 * true: done, or not due (`dropped` and `bytes_freed` are 0).
 */
bool cache_thin(struct cache *, int64_t now, int64_t history, uint64_t *dropped,
    uint64_t *bytes_freed, struct cache_trouble *);
/* Read every value (in a child process): true when all is whole. */
bool cache_check(
    const char *folder, uint64_t *values, uint64_t *damaged, struct cache_trouble *);
