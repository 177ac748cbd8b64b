/*
 * What became of the works since another release: what is new, changed in what way,
 * gone, and whose count has moved.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/finding.h"
#include "model/record.h"
#include "release/changes/edition.h"
#include "release/changes/history.h"
#include "release/record/watch.h"

struct arena;
struct buffer;
struct predecessor;

/* Most of a kind that CHANGES.md tells one by one; all are counted. */
#define CHANGES_TOLD 1000

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

/* By what is most telling, in the order in which they are told. */
enum change_kind {
	CHANGES_ADDED,
	CHANGES_RETRACTED, /* or withdrawn */
	CHANGES_PUBLISHED,
	CHANGES_IDENTIFIED, /* it had no identifier */
	CHANGES_GATED,
	CHANGES_LICENSED, /* the work or one of its artifacts */
	CHANGES_OTHER,
	CHANGES_REMOVED,
	CHANGES_MOVED, /* citations: by a fifth and ten or more */
	CHANGES_KINDS
};
extern const char *const changes_kinds[]; /* "added", "published" … */

struct change {
	const char *id;
	const char *title;
	const char *place; /* "models:18", or NULL */
	const char *words; /* "venue: none → AAAI", or NULL */
	int64_t before, now;
};

struct change_list {
	size_t count;
	size_t told; /* of them, in v */
	struct change *v;
};

struct changes {
	struct arena *arena;
	const struct predecessor *previous; /* NULL: there is none */
	unsigned char *seen;                /* one a prior */
	size_t most;                        /* of a kind that is kept */
	struct change_list kinds[CHANGES_KINDS];
	size_t by_field[WATCHES];
	size_t counts_only; /* only the citation count moved */
	size_t counts;      /* moved, whatever else did */
	size_t findings[FINDING_GONE + 1];
};

void changes_init(
    struct changes *, struct arena *, const struct predecessor *, size_t most);
/* `print`: of all that is watched.  The words told live in the arena. */
void changes_add(struct changes *, struct arena *, const struct edition *, uint64_t print,
    struct history_move, struct change_told *);
/* Its state is that against the predecessor. */
/* All works are those of the release before; none is added. */
void changes_same(struct changes *);
void changes_add_finding(struct changes *, enum finding_state);
/* All records were added: what is left of the predecessor is gone. */
void changes_finish(struct changes *);
/* All that differ in more than a count. */
size_t changes_count(const struct changes *);
/* The ids of what is gone, one a call from *at = 0; NULL: no more. */
const char *changes_removed(const struct changes *, size_t *at, int64_t *cited);

/* changes_kind.c: of what differs in this field, from text to text. */
enum change_kind changes_kind(enum watch, const char *before, const char *now);

/* What is compared: "demo-2026.11.21". */
struct changes_head {
	const char *version; /* of the new one: "2026.11.21" */
	const char *date;
	const char *identity;
};
/* changes_write.c: CHANGES.md */
void changes_write(const struct changes *, const struct changes_head *, struct buffer *);
/* changes_print.c: for a terminal; one JSON object */
void changes_print(const struct changes *, const struct changes_head *, struct buffer *);
void changes_json(const struct changes *, const struct changes_head *, struct buffer *);

/*
 * diff.c: between two releases, folders or archives.  false with *words in the arena:
 * one of them is none, or is not what its manifest says.
 */
enum release_diff_form { RELEASE_DIFF_TEXT, RELEASE_DIFF_JSON, RELEASE_DIFF_MARKDOWN };
bool release_diff(struct arena *, const char *old_path, const char *new_path,
    enum release_diff_form, struct buffer *, const char **words);
