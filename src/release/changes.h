/* What is new, changed and gone since the predecessor: counts and examples. */
#ifndef ENRICH_RELEASE_CHANGES_H
#define ENRICH_RELEASE_CHANGES_H

#include <stddef.h>
#include <stdint.h>

#include "model/record.h"
#include "release/watch.h"

struct arena;
struct buffer;
struct predecessor;
struct release_settings;

#define CHANGES_EXAMPLES 20

enum change_what {
	CHANGE_NONE, /* nothing is watched that differs */
	CHANGE_ADDED,
	CHANGE_CHANGED,
	CHANGE_COUNTED, /* only the citation count moved */
	CHANGE_REMOVED
};
extern const char *const changes_words[]; /* NULL added changed counted removed */

/* What became of one work since the last release. */
struct change_told {
	enum change_what what;
	const char *words;    /* "venue: none → AAAI", or NULL */
	int64_t cited_before; /* -1: unknown, or there was none */
};

struct change {
	const char *id;
	const char *title;
	const char *words; /* "venue: none → AAAI", or NULL */
};

struct change_list {
	size_t count;
	struct change v[CHANGES_EXAMPLES];
};

struct changes {
	struct arena *arena;
	const struct predecessor *previous; /* NULL: there is none */
	unsigned char *seen;                /* one a prior */
	struct change_list added, changed, removed;
	size_t by_field[WATCHES];
	size_t counts_only; /* only the citation count moved */
};

void changes_init(struct changes *, struct arena *, const struct predecessor *);
/* `print`: watch_print_record.  The words told live in the arena. */
void changes_add(struct changes *, struct arena *, const struct record *, uint64_t print,
    struct change_told *);
/* All records were added: what is left of the predecessor is gone. */
void changes_finish(struct changes *);
/* The ids of what is gone, one a call from *at = 0; NULL: no more. */
const char *changes_removed(const struct changes *, size_t *at, int64_t *cited);
/* CHANGES.md */
void changes_write(
    const struct changes *, const struct release_settings *, struct buffer *);

#endif
