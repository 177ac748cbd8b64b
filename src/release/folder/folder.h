/*
 * The folder being written: hidden beside the others, locked, renamed whole.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/digest.h"
#include "release/facts/settings.h"

struct arena;
struct buffer;

struct folder_file {
	const char *path;         /* relative to the release */
	char digest[DIGEST_TEXT]; /* "" until it was asked for */
	uint64_t bytes;
	/* While it is open: its sum grows with what is added. */
	FILE *file;
	struct digest_sum *sum;
	/* from.c: the file it may be taken from in places, or -1; what of that is next. */
	int from;
	uint64_t from_at, from_length;
};

struct folder {
	struct arena *arena;
	const char *parent;
	const char *base;          /* NAME-2026-11-21 */
	const char *hidden;        /* PARENT/.NAME-2026-11-21.part-PID */
	const char *inside;        /* HIDDEN/NAME-2026-11-21 */
	int lock;                  /* descriptor of HIDDEN, flock held */
	struct folder_file *files; /* in order of making */
	size_t file_count;
	const char *words; /* the first thing that went wrong, or NULL */
};

/* `needed`: bytes that should be free.  false with folder->words set. */
bool folder_open(
    struct folder *, struct arena *, const struct release_settings *, uint64_t needed);
/* A folder in it, with the mode that all have. */
bool folder_make(struct folder *, const char *path);
/* Path relative to the release.  NULL with words set. */
FILE *folder_create(struct folder *, const char *path);
/* The same, for what is written line by line. */
FILE *folder_create_large(struct folder *, const char *path);
void folder_add(struct folder *, FILE *, const struct buffer *);
/* Flush, sync, close; NULL is allowed. */
void folder_close(struct folder *, FILE *);
/* Create, add, close. */
void folder_write(struct folder *, const char *path, const struct buffer *);
void folder_fail(struct folder *, const char *what, const char *path);
/* Relative path → path. */
char *folder_path(const struct folder *, const char *path);
/* Digest and size of a file that is closed: as it was written, or, when others
 * wrote it, read once; NULL with words set. */
const struct folder_file *folder_digest(struct folder *, const char *path);
/*
 * take.c: a file that is as in the release before is copied from there, if the bytes
 * that come have the sum they had then.  false: they have not, or there is none: it is
 * to be made.
 */
bool folder_take(struct folder *, const struct release_same *, const char *path);
/*
 * from.c: what is the same in an open file as in that of the release before may be taken
 * from there, since it is as it was made.  `sum`: its own, if it was read just now; NULL.
 * false: it is not.
 */
bool folder_from(struct folder *, FILE *, const struct release_same *, const char *path,
    const char *sum);
/* So many bytes from that place of it come next; false: it is not to be taken from. */
bool folder_add_from(struct folder *, FILE *, uint64_t at, uint64_t length);
/* Between the files here: an open one, what waits of it, a sum of the one before. */
struct folder_file *folder_file_of(struct folder *, FILE *);
void folder_add_waiting(struct folder *, struct folder_file *);
const char *folder_sum_in(struct folder *, const struct release_same *, const char *path);
/* Did the one before have it? */
bool folder_had(struct folder *, const struct release_same *, const char *path);
/* It was written to by others: its sum is another. */
void folder_changed(struct folder *, const char *path);
/* Those taken behind the first `from` files: they are to be made, after all. */
void folder_give_back(struct folder *, size_t from);
/* Sort the files by the bytes of their paths. */
void folder_sort(struct folder *);
/* Remove what was not committed. */
void folder_discard(struct folder *);

/*
 * folder_commit.c: archive, sums, then the folder, then `latest`.  `archive`
 * is a file in the hidden folder, `suffix` ".tar.gz".
 */
struct committed {
	const char *folder;
	const char *archive;
};
bool folder_commit(struct folder *, const char *archive, const char *suffix,
    const char *sha256, struct committed *);

/* folder_sweep.c: leftovers of dead runs in `parent`. */
void folder_sweep(struct arena *, const char *parent);
/* Remove all but the newest `keep` releases of that name (0: keep all). */
void release_sweep(const struct release_settings *, unsigned keep);
/* newest.c: the newest of that name before the clock's day; NULL: none, or *why. */
const char *newest_release(
    struct arena *, const struct release_settings *, const char **why);
/* The same where it does not matter why. */
const char *release_newest(struct arena *, const struct release_settings *);

/* Endings of the archives that a release may have, ended by NULL. */
extern const char *const folder_suffixes[];
/*
 * "NAME-2026-11-21" or "NAME-2026-11-21.2": its date and number (1 when there
 * is none).  false: not a release of that name.
 */
bool folder_parse_name(
    const char *entry, const char *name, char date[11], unsigned *number);
