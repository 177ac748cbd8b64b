/* What the other writers need to know of the predecessor. */
#ifndef ENRICH_RELEASE_PREDECESSOR_H
#define ENRICH_RELEASE_PREDECESSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "release/release.h"
#include "release/tally.h"

struct json;
struct strmap;

/* One work of the predecessor; the rest is read again when it is needed. */
struct prior {
	struct registered registered;
	long offset;    /* of its line */
	uint64_t print; /* watch_print_line */
	int64_t cited;  /* -1: unknown */
};

/* A sorted index from 64 bits of an identifier's text to a prior. */
struct prior_key {
	uint64_t print;
	uint32_t prior;
};

struct predecessor {
	struct arena *arena;
	const char *folder;
	const char *identity; /* External-Identifier */
	char manifest[65];    /* digest of its manifest */
	FILE *works;
	struct prior *priors;
	size_t prior_count;
	struct prior_key *keys;
	size_t key_count;
	struct tiles tiles;
	struct findings findings; /* not those gone */
	struct strmap *by_key;    /* finding key → finding */
};

/* The index of the prior, or SIZE_MAX. */
size_t predecessor_find(const struct predecessor *, const char *identifier);
/* Its line, parsed in the arena; NULL when it cannot be read any more. */
const struct json *predecessor_line(
    const struct predecessor *, struct arena *, size_t prior);
/* predecessor_read.c; a reason in the arena, NULL: read. */
const char *predecessor_read_works(struct predecessor *);
const char *predecessor_read_findings(struct predecessor *);

#endif
