/* What the other writers need to know of the predecessor. */
#pragma once

#include <stddef.h>
#include <stdio.h>

#include "base/digest.h"
#include "release/predecessor/index.h"
#include "release/predecessor/predecessor.h"

struct json;
struct strmap;

struct predecessor {
	struct arena *arena;
	const char *folder;
	const char *identity; /* External-Identifier */
	char manifest[65];    /* digest of its manifest */
	/* Of works.jsonl, findings.csv, history.csv ("": there is none). */
	char sums[3][DIGEST_TEXT];
	FILE *works;
	struct index index;
	struct findings findings; /* not those gone */
	struct strmap *by_key;    /* finding key → finding */
};

/* The index of the prior, as predecessor_work; or SIZE_MAX. */
size_t predecessor_find(const struct predecessor *, const char *key);
/* Its line, parsed in the arena; NULL when it cannot be read any more. */
const struct json *predecessor_line(
    const struct predecessor *, struct arena *, size_t prior);
/* predecessor_read.c; a reason in the arena, NULL: read. */
const char *predecessor_read_works(struct predecessor *);
const char *predecessor_read_findings(struct predecessor *);
