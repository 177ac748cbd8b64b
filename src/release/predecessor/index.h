/*
 * What a release says of its works, for the release after it: who has that need
 * not read works.jsonl again.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/record.h"
#include "model/work.h"
#include "release/tally/tally.h"

struct arena;
struct buffer;
struct strmap;

/* One work; the rest of its line is read again when it is needed. */
struct prior {
	struct registered registered;
	int64_t offset; /* of its line */
	uint64_t print; /* watch_print_line */
	int64_t cited;  /* -1: unknown */
};

/* A sorted index from 64 bits of an identifier's text to a prior. */
struct prior_key {
	uint64_t print;
	uint32_t prior;
};

/* One line of works.jsonl, as its texts. */
struct index_line {
	const char *id, *citation_key, *first_seen; /* the last two or NULL */
	int64_t offset;
	uint64_t print;
	int64_t cited;
};

struct index {
	struct arena *arena;   /* of what follows; whoever made it frees it */
	struct arena *scratch; /* of one line */
	struct strmap *dates;  /* each first_seen kept once */
	struct prior *priors;
	size_t prior_count;
	struct prior_key *keys;
	size_t key_count;
	struct tiles tiles;
};

/* Empty. */
void index_init(struct index *, struct arena *);
void index_free(struct index *);
/* false: too many.  Its identifiers follow, one by one, as the line says them
 * (kind, value, status). */
bool index_add(struct index *, const struct index_line *);
void index_add_identifier(
    struct index *, const char *kind, const char *value, const char *status);
/* A row that is this work's. */
void index_add_entry(struct index *, const char *list, const char *title);
/* The line of a record that is written at this offset; `print` of the record. */
bool index_add_record(
    struct index *, const struct record *, int64_t offset, uint64_t print);
/* All lines were added. */
void index_sort(struct index *);

/* As bytes; `digest`: of works.jsonl, 64 signs. */
void index_encode(const struct index *, const char *digest, struct buffer *out);
/*
 * Bytes of that very file; the texts stay in them, which lie in the index's
 * arena.  false: of another one, of another kind of machine, or damaged.
 */
bool index_decode(struct index *, const char *digest, const char *bytes, size_t length);
