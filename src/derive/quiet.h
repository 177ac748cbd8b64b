/*
 * A quiet run: one that would derive from the very same what the last release was
 * derived from.  Nothing is asked, judged, joined or merged in it; the works are those
 * that were kept.
 */
#pragma once

#include "base/buffer.h"
#include "base/digest.h"
#include "derive/inside.h"
#include "derive/kept_work.h"

/* Works that are kept for the next run, part by part. */
struct keeper {
	bool keeps;         /* false: nothing is kept, or it became too much */
	uint64_t tag;       /* in front of each part: of which run it is */
	struct buffer part; /* the last one, which is not full */
	size_t parts, bytes;
	struct arena *holds; /* parts that are not with the cache yet */
	struct keeper_part {
		const char *bytes;
		size_t length;
	} * held;
	size_t held_count;
	bool
	    is_recalled; /* they were kept by an earlier run, and are those of this one */
	int64_t until;   /* as of struct findings, of all works */
	struct buffer text; /* of a key */
	/* Those of the release before, in the order of their ids, up to the one that was
	 * looked for last. */
	struct {
		size_t parts, part; /* 0: none; the next one */
		size_t found;
		uint64_t tag;
		struct arena *bytes; /* of the part */
		const char *at, *end;
		struct kept_work work; /* kept_work_look; the one at `at`, … */
		size_t length;         /* … which is so long; 0: it is not known */
		uint64_t behind[RELEASE_TEXTS];
	} before;
};
void keeper_open(struct keeper *, const struct maker *, bool keeps);
/* So many parts with that tag were kept with the release before. */
void keeper_recall(struct keeper *, size_t parts, uint64_t tag);
/* The work of that id, which comes behind the last one, as it was kept, in the arena;
 * NULL: it was made from something else. */
struct kept_work *keeper_find(struct keeper *, struct maker *, struct arena *,
    const char *id, const uint64_t key[KEPT_KEY]);
void keeper_add(struct keeper *, struct maker *, const struct kept_work *);
void keeper_free(struct keeper *);
/* All were added, and the release is there: some of them may be committed, with whatever
 * waits.  false: they are not kept. */
bool keeper_close(struct keeper *, const struct maker *);
/* So many parts are there, and as they were put. */
bool keeper_is_whole(struct maker *, size_t parts, uint64_t tag);
/* Each work that was kept; until a signal comes. */
typedef void keeper_see(struct maker *, struct kept_work *, struct release *);
void keeper_each(struct maker *, const struct keeper *, keeper_see *, struct release *);

/* After the release is there, in a run that may write: what the next one needs to know
 * goes into the next commit. */
void quiet_remember(struct maker *, struct release *, struct keeper *);
/* Is this run one?  Then its counts are there, and the parts, which are whole.  If not, what
 * was kept of single works may still be of use: keeper_find. */
bool quiet_recall(struct maker *, struct keeper *, struct release_settings *);

/* quiet_inputs.c: of all that records and findings hang on, but for cache, clock and
 * the release before; false: it cannot be told which program this is. */
bool quiet_digest_inputs(
    const struct session *, const struct reading *, uint8_t digest[DIGEST_BYTES]);
/* Of the settings that are printed so. */
void quiet_digest_settings(const struct session *,
    void (*print)(const struct settings *, struct buffer *),
    uint8_t digest[DIGEST_BYTES]);
